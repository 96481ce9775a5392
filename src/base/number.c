#include "base/number.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int bd_number_digits(double number, char digits[20], int *exponent)
{
	char text[40];
	/* any 15 digits survive, but for subnormal numbers, which have fewer */
	for (int precision = number < DBL_MIN ? 0 : 14; precision <= 16; precision++) {
		snprintf(text, sizeof text, "%.*e", precision, number);
		if (precision == 16 || strtod(text, NULL) == number)
			break;
	}
	char *e = strchr(text, 'e');
	*exponent = (int)strtol(e + 1, NULL, 10);
	int count = 0;
	for (char *c = text; c < e; c++)
		if (isdigit((unsigned char)*c))
			digits[count++] = *c;
	while (count > 1 && digits[count - 1] == '0')
		count--;
	return count;
}

static char *put(char *at, const char *bytes, int count)
{
	memcpy(at, bytes, (size_t)count);
	return at + count;
}

static char *zeros(char *at, int count)
{
	memset(at, '0', (size_t)count);
	return at + count;
}

void bd_number_format(double number, char text[BD_NUMBER_ROOM])
{
	if (isnan(number) || isinf(number)) {
		snprintf(text, BD_NUMBER_ROOM, "%s",
			 isnan(number) ? "NaN"
			 : number > 0  ? "Infinity"
				       : "-Infinity");
		return;
	}
	char *at = text;
	if (number < 0)
		*at++ = '-';
	number = fabs(number);
	if (number < 1e15 && number == floor(number)) {
		snprintf(at, BD_NUMBER_ROOM - 1, "%.0f", number);
		return;
	}
	char digits[20];
	int exponent, count = bd_number_digits(number, digits, &exponent);
	int point = exponent + 1;
	if (count <= point && point <= 21) {
		at = zeros(put(at, digits, count), point - count);
	} else if (0 < point && point <= 21) {
		at = put(put(put(at, digits, point), ".", 1), digits + point, count - point);
	} else if (-6 < point && point <= 0) {
		at = put(zeros(put(at, "0.", 2), -point), digits, count);
	} else {
		at = put(at, digits, 1);
		if (count > 1)
			at = put(put(at, ".", 1), digits + 1, count - 1);
		at += snprintf(at, (size_t)(text + BD_NUMBER_ROOM - at), "e%+d", exponent);
	}
	*at = 0;
}

/* Powers of ten that a double holds exactly: with a mantissa below 2^53 one multiplication or
 * division is then correctly rounded (W. D. Clinger, 1990). */
static const double exact_powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
				       1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
				       1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

static double parse_slowly(const char *text, size_t length)
{
	char copy[128];
	size_t n = length < sizeof copy - 1 ? length : sizeof copy - 1;
	memcpy(copy, text, n);
	copy[n] = 0;
	return strtod(copy, NULL);
}

static inline bool is_digit(char c)
{
	return (unsigned char)(c - '0') <= 9;
}

/* Steps over digits and adds them to the mantissa, which may overflow: more than 19 of them are
 * read again, slowly. */
static inline const char *digits(const char *at, const char *stop, uint64_t *mantissa)
{
	uint64_t m = *mantissa;
	for (; at < stop && is_digit(*at); at++)
		m = m * 10 + (uint64_t)(*at - '0');
	*mantissa = m;
	return at;
}

/* "e-12" at `at`; returns where it ends, `at` where there is none. */
static const char *exponent(const char *at, const char *stop, int *scale)
{
	const char *e = at + 1;
	bool down = e < stop && *e == '-';
	if (e < stop && (*e == '-' || *e == '+'))
		e++;
	if (e >= stop || !is_digit(*e))
		return at;
	int power = 0;
	for (; e < stop && is_digit(*e); e++)
		power = power < 10000 ? power * 10 + (*e - '0') : power;
	*scale += down ? -power : power;
	return e;
}

double bd_number_parse(const char *text, size_t length, const char **end)
{
	enum { MOST_DIGITS = 19 };
	const char *at = text, *stop = text + length;
	bool negative = at < stop && *at == '-';
	if (at < stop && (*at == '-' || *at == '+'))
		at++;
	uint64_t mantissa = 0;
	const char *start = at;
	int scale = 0;
	at = digits(at, stop, &mantissa);
	ptrdiff_t count = at - start;
	if (at < stop && *at == '.') {
		const char *point = at++;
		at = digits(at, stop, &mantissa);
		count += at - point - 1;
		scale = -(int)(at - point - 1);
	}
	*end = text;
	if (!count)
		return 0;
	if (at < stop && (*at == 'e' || *at == 'E'))
		at = exponent(at, stop, &scale);
	*end = at;
	if (count > MOST_DIGITS || mantissa >= (1ULL << 53) || scale < -22 || scale > 22)
		return parse_slowly(text, (size_t)(*end - text));
	double number = scale < 0 ? (double)mantissa / exact_powers[-scale]
				  : (double)mantissa * exact_powers[scale];
	return negative ? -number : number;
}

size_t bd_number_fixed(double number, int decimals, char text[BD_NUMBER_ROOM])
{
	static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
	double size = fmin(fabs(number), 1e9) * powers[decimals];
	unsigned long long scaled = (unsigned long long)(size + 0.5);
	if (scaled == 0) {
		memcpy(text, "0", 2);
		return 1;
	}
	while (decimals > 0 && scaled % 10 == 0) {
		scaled /= 10;
		decimals--;
	}
	char digits[BD_NUMBER_ROOM];
	int count = 0;
	for (; scaled > 0 || count < (decimals ? decimals + 2 : 1); scaled /= 10) {
		digits[count++] = (char)('0' + scaled % 10);
		if (count == decimals)
			digits[count++] = '.';
	}
	size_t length = 0;
	if (number < 0)
		text[length++] = '-';
	while (count > 0)
		text[length++] = digits[--count];
	text[length] = 0;
	return length;
}

int bd_int(double number)
{
	return isnan(number) ? 0 : (int)fmax(-1e8, fmin(number, 1e8));
}
