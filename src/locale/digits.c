#include "locale/digits.h"

#include "base/number.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* printf rounds exact ties to even, JavaScript up. A tie after `decimals` has an expansion that
 * ends one digit later, with 5; the next larger double is then printed instead. */
static double lift_tie(double number, int decimals)
{
	if (decimals >= 0) {
		double scaled = ldexp(number, decimals + 1);
		if (scaled != floor(scaled))
			return number;
		char text[BD_DIGITS_ROOM + 128];
		int n = snprintf(text, sizeof text, "%.*f", decimals + 1, number);
		return text[n - 1] == '5' ? nextafter(number, INFINITY) : number;
	}
	double unit = pow(10, -decimals);
	return fmod(number, unit) * 2 == unit ? nextafter(number, INFINITY) : number;
}

void bd_digits_fixed(double number, int decimals, char text[BD_DIGITS_ROOM])
{
	if (number >= 1e21)
		bd_number_format(number, text);
	else
		snprintf(text, BD_DIGITS_ROOM, "%.*f", decimals, lift_tie(number, decimals));
}

/* "d.ddde±xx" of printf. */
static int print_exponential(double number, int decimals, char text[BD_DIGITS_ROOM])
{
	snprintf(text, BD_DIGITS_ROOM, "%.*e", decimals, number);
	int exponent = (int)strtol(strchr(text, 'e') + 1, NULL, 10);
	double lifted = lift_tie(number, decimals - exponent);
	if (lifted != number) {
		snprintf(text, BD_DIGITS_ROOM, "%.*e", decimals, lifted);
		exponent = (int)strtol(strchr(text, 'e') + 1, NULL, 10);
	}
	return exponent;
}

/* printf's "e+05" as JavaScript writes it: "e+5". */
static void print_exponent(char text[BD_DIGITS_ROOM], int exponent)
{
	char *e = strchr(text, 'e');
	snprintf(e, (size_t)(text + BD_DIGITS_ROOM - e), "e%+d", exponent);
}

void bd_digits_exponential(double number, int decimals, char text[BD_DIGITS_ROOM])
{
	if (isinf(number)) {
		snprintf(text, BD_DIGITS_ROOM, "Infinity");
		return;
	}
	int exponent = print_exponential(number, decimals, text);
	print_exponent(text, exponent);
}

int bd_digits_parts(double number, int precision, char digits[BD_DIGITS_ROOM], int *exponent)
{
	if (!precision)
		return bd_number_digits(number, digits, exponent);
	*exponent = print_exponential(number, precision - 1, digits);
	char *end = strchr(digits, 'e');
	if (precision == 1)
		return 1;
	memmove(digits + 1, digits + 2, (size_t)(end - digits - 2));
	return precision;
}

void bd_digits_precision(double number, int precision, char text[BD_DIGITS_ROOM])
{
	if (isinf(number)) {
		snprintf(text, BD_DIGITS_ROOM, "Infinity");
		return;
	}
	int exponent = print_exponential(number, precision - 1, text);
	if (exponent < -6 || exponent >= precision)
		print_exponent(text, exponent);
	else
		bd_digits_fixed(number, precision - 1 - exponent, text);
}

void bd_digits_integer(double number, int base, char text[BD_DIGITS_ROOM])
{
	if (isinf(number)) {
		snprintf(text, BD_DIGITS_ROOM, "%s",
			 base == 10 ? "∞" : "Infinity"); /* toLocaleString, toString */
		return;
	}
	double rest = floor(number);
	rest += number - rest >= 0.5;
	char reversed[BD_DIGITS_ROOM];
	int count = 0;
	if (base == 10) {
		char digits[20];
		int exponent, known = bd_number_digits(rest, digits, &exponent);
		for (; count <= exponent; count++)
			text[count] = count < known ? digits[count] : '0';
		text[count] = 0;
		return;
	}
	do {
		reversed[count++] = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)fmod(rest, base)];
		rest = floor(rest / base);
	} while (rest >= 1 && count < BD_DIGITS_ROOM - 1);
	for (int i = 0; i < count; i++)
		text[i] = reversed[count - 1 - i];
	text[count] = 0;
}
