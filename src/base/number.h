/* number.h - numbers as text, whatever the locale of the process. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

enum { BD_NUMBER_ROOM = 32 };

/* The shortest text that reads back as the same number, as JavaScript writes it (ECMA-262
 * Number::toString): 0.1, 1e+21, 123456, NaN, Infinity, -Infinity; -0 is "0". */
void bd_number_format(double number, char text[BD_NUMBER_ROOM]);

/* The same as digits: how many (1 to 17), in `digits` without a NUL; the number is d.ddd ×
 * 10^*exponent. It must be finite and not negative; 0 is one digit 0. */
int bd_number_digits(double number, char digits[20], int *exponent);

/* The decimal number (sign, digits, point, exponent; no hex, no inf or nan) at the start of
 * `text`; *end is where it stopped, `text` itself where there is none. Always '.', whatever
 * LC_NUMERIC says. At most `length` bytes are read. */
double bd_number_parse(const char *text, size_t length, const char **end);

/* `number` rounded to `decimals` (0 to 9) places, half away from zero, without trailing zeros:
 * 12.5, -3, 0.25; never "-0". For coordinates: finite, below 1e9 in size (else it is cut to that).
 * Returns the length. */
size_t bd_number_fixed(double number, int decimals, char text[BD_NUMBER_ROOM]);

/* Towards zero, 0 for NaN, no further from it than 10^8: room to calculate with. (C leaves open
 * what a cast makes of a number that does not fit.) */
int bd_int(double number);
