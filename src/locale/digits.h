/* digits.h - a number as decimal digits, as JavaScript's toFixed and its kin write it: what
 * d3-format is made of. Numbers are finite or infinite, never negative, never NaN. */
#pragma once
#include <stddef.h>

enum { BD_DIGITS_ROOM = 1100 };

/* ECMA-262 Number.prototype.toFixed, toExponential, toPrecision; exact ties are rounded up.
 * decimals 0 to 100, precision 1 to 100. */
void bd_digits_fixed(double number, int decimals, char text[BD_DIGITS_ROOM]);
void bd_digits_exponential(double number, int decimals, char text[BD_DIGITS_ROOM]);
void bd_digits_precision(double number, int precision, char text[BD_DIGITS_ROOM]);
/* The nearest integer (halves up) in base 2 to 36; in base 10 all digits are written. */
void bd_digits_integer(double number, int base, char text[BD_DIGITS_ROOM]);

/* The significant digits (`precision` of them; 0: as many as tell the number) of a finite number
 * above 0, and the exponent of the first. Returns how many. */
int bd_digits_parts(double number, int precision, char digits[BD_DIGITS_ROOM], int *exponent);
