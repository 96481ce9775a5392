/* guess.h - what a column of text holds: the first of boolean, number and date that fits all of
 * its cells, else text (vega-loader's order; empty cells fit everything). */
#pragma once
#include "data/read.h"

typedef struct bd_guess {
	bool boolean, number, date, any;
} bd_guess;

bd_guess bd_guess_new(void);
void bd_guess_add(bd_guess *guess, const char *text, size_t length);
/* Nothing else can come of it any more. */
static inline bool bd_guess_is_text(const bd_guess *guess)
{
	return !guess->boolean && !guess->number && !guess->date;
}
bd_read_as bd_guess_result(const bd_guess *guess); /* BD_AS_IS for text */
