/* words.c - what people write from other languages, and what stands for it in Vega's (ast.h). */
#include "expr/ast.h"

#include <stddef.h>
#include <string.h>

const char *bd_x_written(const char *word)
{
	static const char *const words[][2] = {
		{ "not", "!" },           { "None", "null" },   { "nil", "null" },
		{ "True", "true" },       { "False", "false" }, { "Math", "round(…)" },
		{ "d", "datum" },         { "row", "datum" },   { "data", "datum" },
		{ "new", "datetime(…)" }, { "this", "datum" },  { "Date", "datetime(…)" },
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(word, words[i][0]))
			return words[i][1];
	return NULL;
}
