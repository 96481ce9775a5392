/* format_digits.c - the digits of a number by d3's types, and how many tell two numbers apart
 * (format.h). */
#include "locale/format.h"
#include <ctype.h>
#include <math.h>
#include <string.h>

void bd_trim_zeros(char *text)
{
	char *point = strchr(text, '.');
	if (!point)
		return;
	char *end = point + 1 + strspn(point + 1, "0123456789"), *last = end;
	while (last > point + 1 && last[-1] == '0')
		last--;
	if (last == point + 1)
		last = point;
	memmove(last, end, strlen(end) + 1);
}

int bd_si_exponent(int exponent)
{
	int thirds = (int)floor(exponent / 3.0);
	return (thirds < -8 ? -8 : thirds > 8 ? 8 : thirds) * 3;
}

/* Digits with the point after the first `whole` of them; zeros fill up on either side. */
static void place_point(const char *digits, int count, int whole, char *out)
{
	if (whole <= 0) {
		*out++ = '0';
		*out++ = '.';
		memset(out, '0', (size_t)-whole);
		memcpy(out - whole, digits, (size_t)count);
		out[count - whole] = 0;
	} else if (whole >= count) {
		memcpy(out, digits, (size_t)count);
		memset(out + count, '0', (size_t)(whole - count));
		out[whole] = 0;
	} else {
		memcpy(out, digits, (size_t)whole);
		out[whole] = '.';
		memcpy(out + whole + 1, digits + whole, (size_t)(count - whole));
		out[count + 1] = 0;
	}
}

static bool without_digits(double number, int precision, bd_digit_text out)
{
	if (isinf(number))
		memcpy(out, "Infinity", sizeof "Infinity");
	else if (number == 0 && precision > 0)
		bd_digits_precision(0, precision, out);
	else if (number == 0)
		memcpy(out, "0", sizeof "0");
	return isinf(number) || number == 0;
}

static void format_rounded(double number, int precision, bd_digit_text out)
{
	char digits[BD_DIGITS_ROOM];
	int exponent;
	if (without_digits(number, 0, out))
		return;
	int count = bd_digits_parts(number, precision, digits, &exponent);
	place_point(digits, count, exponent + 1, out);
}

/* With an SI prefix, of which the exponent is returned. */
static int format_si(double number, int precision, bd_digit_text out)
{
	char digits[BD_DIGITS_ROOM];
	int exponent;
	if (without_digits(number, precision, out))
		return BD_NO_PREFIX;
	int count = bd_digits_parts(number, precision, digits, &exponent);
	int prefix = bd_si_exponent(exponent), whole = exponent - prefix + 1;
	if (whole <= 0) { /* less than 1 y: fewer digits are significant */
		int fewer = precision + whole - 1;
		count = bd_digits_parts(number, fewer > 0 ? fewer : 0, digits, &exponent);
		if (whole < -300)
			whole = -300;
	}
	place_point(digits, count, whole, out);
	return prefix;
}

int bd_format_digits(char type, double number, int precision, bd_digit_text out)
{
	switch (type) {
	case '%': bd_digits_fixed(number * 100, precision, out); break;
	case 'b': bd_digits_integer(number, 2, out); break;
	case 'o': bd_digits_integer(number, 8, out); break;
	case 'd': bd_digits_integer(number, 10, out); break;
	case 'x':
	case 'X':
		bd_digits_integer(number, 16, out);
		for (char *c = out; type == 'X' && *c; c++)
			*c = (char)toupper((unsigned char)*c);
		break;
	case 'e': bd_digits_exponential(number, precision, out); break;
	case 'f': bd_digits_fixed(number, precision, out); break;
	case 'g': bd_digits_precision(number, precision, out); break;
	case 'p': format_rounded(number * 100, precision, out); break;
	case 'r': format_rounded(number, precision, out); break;
	case 's': return format_si(number, precision, out);
	}
	return BD_NO_PREFIX;
}

bool bd_exponent_of(double number, int *exponent)
{
	char digits[BD_DIGITS_ROOM];
	if (!isfinite(number) || number == 0)
		return false;
	bd_digits_parts(fabs(number), 0, digits, exponent);
	return true;
}

int bd_precision_fixed(double step)
{
	int exponent;
	return !bd_exponent_of(step, &exponent) ? -1 : exponent < 0 ? -exponent : 0;
}

int bd_precision_prefix(double step, double value)
{
	int of_step, of_value;
	if (!bd_exponent_of(step, &of_step) || !bd_exponent_of(value, &of_value))
		return -1;
	int precision = bd_si_exponent(of_value) - of_step;
	return precision > 0 ? precision : 0;
}

int bd_precision_round(double step, double max)
{
	int of_step, of_max;
	step = fabs(step);
	if (!bd_exponent_of(step, &of_step) || !bd_exponent_of(fabs(max) - step, &of_max))
		return -1;
	int precision = of_max - of_step;
	return (precision > 0 ? precision : 0) + 1;
}
