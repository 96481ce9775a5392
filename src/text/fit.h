/* fit.h - inside text/: which breaks to take. */
#pragma once
#include "base/array.h"
#include "base/env.h"
#include <stdbool.h>
#include <stdint.h>

/* A text whose letters have been measured. */
typedef struct bd_measured {
	const char *text;
	size_t length;
	const uint8_t *breaks; /* breaks.h */
	const double *x;       /* em: the pen before each byte, and after the last */
	double size;           /* px of an em */
	double tracking;       /* px: that of the last letter does not count */
} bd_measured;

typedef struct bd_cut {
	size_t from, to; /* bytes of a line, its trailing blanks included */
	size_t end;      /* of what is drawn: no blanks, no dot that separates it from the next */
} bd_cut;

typedef struct bd_cuts {
	BD_LIST(bd_cut) lines;
	bool broke_word;
	size_t broken_at; /* a byte of a word inside which a line had to end */
	double strain;    /* what the breaks cost, in lines */
} bd_cuts;

/* The width of a part, px, without blanks at its end. */
double bd_measured_width(const bd_measured *m, size_t from, size_t to);

/* Lines of at most `width` px, in env->scratch. */
bd_cuts bd_fit_lines(bd_env *env, const bd_measured *m, double width, bool balance);

/* Whether the text is one line as it stands; that line then is in `cuts`. Needs no breaks, which
 * take longer to find than all else (and Lao's dictionary) and most texts never ask for. */
bool bd_fits_one_line(bd_env *env, const bd_measured *m, double width, bd_cuts *cuts);
