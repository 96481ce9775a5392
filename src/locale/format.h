/* format.h - inside locale/: the parts of d3's number formats (format.c): their strings
 * (number_spec.c), and the digits of a number (format_digits.c). */
#pragma once
#include "locale/digits.h"
#include "locale/locale.h"
#include <string.h>

/* Room for what one number turns into before its signs, units and groups: Infinity, or digits. */
typedef char bd_digit_text[BD_DIGITS_ROOM + 32];

enum { BD_NO_PREFIX = 99, BD_NUMBER_WIDEST = 1000 };

static inline bool bd_is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

/* The digits of a number >= 0 by a type; the SI exponent or BD_NO_PREFIX. */
int bd_format_digits(char type, double number, int precision, bd_digit_text out);
/* 1.2000k is 1.2k: the zeros that end the decimals go. */
void bd_trim_zeros(char *text);
/* The exponent of the SI prefix for a decimal exponent: -24, -21 … 24. */
int bd_si_exponent(int exponent);
/* The decimal exponent of a number; false where it has none (0, NaN, infinity). */
bool bd_exponent_of(double number, int *exponent);
