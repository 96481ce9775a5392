/* year.c - columns that hold years: a number that people write without parting its thousands. */
#include "locale/fold.h"
#include "locale/locale.h"

#include <math.h>
#include <string.h>

bool bd_number_may_be_year(double number)
{
	return number >= 1800 && number <= 2100 && number == floor(number);
}

/* «nam» is how the header is written where marks are lost. */
bool bd_name_says_year(const char *name)
{
	static const char *const words[] = { "năm", "nam", "year", "years", "yr", "ປີ" };
	enum { ROOM = 128 };
	char folded[ROOM];
	if (bd_fold(name, strlen(name), folded, ROOM) == SIZE_MAX)
		return false;
	for (const char *at = folded; *at;) {
		size_t length = strcspn(at, " _-./()");
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (bd_folded_is(at, length, words[i]))
				return true;
		at += length + (at[length] != 0);
	}
	return false;
}
