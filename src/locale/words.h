/* words.h - what posters need to know of a language beyond d3's locale: words and patterns. Only
 * locale/ includes this.
 *
 * In a pattern {y} is the year, {m}, {M} and {B} the month's number, name and short name, {d} the
 * day, {q} the quarter, {t} the time of day, {n} a number, {o} the
 * same as an English ordinal. Blanks in what comes of it are
 * unbreakable. */
#pragma once
#include "locale/locale.h"

/* The word of a power of ten: tỉ. */
struct bd_compact_word {
	int exponent;
	const char *word, *variant; /* variant: by option (tỷ); NULL where there is one way only */
};

/* A currency as people ask for it, and as the language writes it. */
struct bd_currency_word {
	const char *name, *text;
	bool before; /* the number: $7, with no blank */
};

struct bd_locale_words {
	const struct bd_compact_word *compact;     /* largest first, ended by a NULL word */
	const struct bd_currency_word *currencies; /* ended by a NULL name */
	const char *dates[BD_DATE_STYLES][BD_DATE_TIME + 1];
	const char *anniversary;
	const char *count; /* the title of an axis that counts */
	/* Labels of time axes, where Vega's order of month and day is not the language's: the
	 * multi-format, and pairs of units and format, NULL-ended. NULL: Vega's. */
	const bd_time_formats *multi;
	const char *const *unit_formats;
};

/* Labels of time axes with the day before the month: locale.c. */
extern const bd_time_formats bd_times_day_first;
