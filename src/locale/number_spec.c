/* number_spec.c - reading d3's number format strings (format.h). */
#include "base/utf8.h"
#include "locale/format.h"
#include <ctype.h>
#include <string.h>

/* An optional character out of a set. */
static const char *take(const char *at, const char *set, char *out)
{
	if (bd_is_one_of(*at, set))
		*out = *at++;
	return at;
}

static const char *take_flag(const char *at, char flag, bool *out)
{
	*out = *at == flag;
	return at + *out;
}

static const char *take_count(const char *at, int *out)
{
	for (*out = 0; isdigit((unsigned char)*at); at++)
		*out = *out < BD_NUMBER_WIDEST ? *out * 10 + (*at - '0') : *out;
	return at;
}

bool bd_number_spec_parse(const char *text, bd_number_spec *spec)
{
	static const bd_number_spec plain = {
		.fill = " ", .align = '>', .sign = '-', .precision = -1
	};
	*spec = plain;
	const char *at = text, *end = text + strlen(text), *next = text;
	if (*text)
		bd_utf8_next(text, end, &next);
	if (*text && bd_is_one_of(*next, "<>=^")) {
		memcpy(spec->fill, text, (size_t)(next - text));
		spec->fill[next - text] = 0;
		at = next;
	}
	at = take(at, "<>=^", &spec->align);
	at = take(at, "+-( ", &spec->sign);
	at = take(at, "$#", &spec->symbol);
	at = take_flag(at, '0', &spec->zero);
	at = take_count(at, &spec->width);
	spec->width = spec->width < BD_NUMBER_WIDEST ? spec->width : BD_NUMBER_WIDEST;
	at = take_flag(at, ',', &spec->comma);
	if (*at == '.' && isdigit((unsigned char)at[1]))
		at = take_count(at + 1, &spec->precision);
	at = take_flag(at, '~', &spec->trim);
	if (isalpha((unsigned char)*at) || *at == '%')
		spec->type = *at++;
	if (*at)
		*spec = plain;
	return !*at;
}
