#include "text/words.h"

#include <string.h>

static const char *const words[] = {
#define WORDS(...) __VA_ARGS__,
#include "text/words.def"
#undef WORDS
};

bool bd_is_word(const char *syllables, size_t length)
{
	size_t from = 0, to = sizeof words / sizeof *words;
	while (from < to) {
		size_t middle = (from + to) / 2;
		int order = strncmp(syllables, words[middle], length);
		if (!order && !words[middle][length])
			return true;
		if (order > 0)
			from = middle + 1;
		else
			to = middle;
	}
	return false;
}
