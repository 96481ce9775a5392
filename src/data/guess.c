#include "data/guess.h"

#include "base/number.h"
#include "base/time_read.h"
#include <string.h>

bd_guess bd_guess_new(void)
{
	return (bd_guess){ .boolean = true, .number = true, .date = true };
}

static bool is_word(const char *text, size_t length, const char *word)
{
	return length == strlen(word) && !memcmp(text, word, length);
}

static bool is_number(const char *text, size_t length)
{
	const char *end;
	bd_number_parse(text, length, &end);
	return end == text + length || is_word(text, length, "NaN");
}

void bd_guess_add(bd_guess *guess, const char *text, size_t length)
{
	if (!length)
		return;
	guess->any = true;
	if (guess->boolean)
		guess->boolean = is_word(text, length, "true") || is_word(text, length, "false");
	if (guess->number)
		guess->number = is_number(text, length);
	/* Of numbers, only years are dates, too. */
	double milliseconds;
	if (guess->date)
		guess->date = guess->number ? length == 4 && memchr(text, '.', length) == NULL
					    : bd_time_read(text, length, &milliseconds);
}

bd_read_as bd_guess_result(const bd_guess *guess)
{
	if (!guess->any)
		return BD_AS_IS;
	return guess->boolean  ? BD_AS_BOOLEAN
	       : guess->number ? BD_AS_NUMBER
	       : guess->date   ? BD_AS_DATE
			       : BD_AS_IS;
}
