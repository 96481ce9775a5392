/* svg_value.c - what attributes hold: lengths, lists of numbers, transforms, references. */
#include "art/svg.h"
#include "base/number.h"
#include "base/str.h"
#include <math.h>
#include <string.h>

static const char *skip_blanks(const char *text)
{
	return text + strspn(text, " \t\r\n");
}

double bd_svg_length(const char *text, double whole, double otherwise)
{
	static const struct {
		const char *name;
		double px;
	} units[] = { { "", 1 },    { "px", 1 },         { "pt", 96.0 / 72 },
		      { "pc", 16 }, { "mm", 96 / 25.4 }, { "cm", 96 / 2.54 },
		      { "in", 96 }, { "em", 16 },        { "ex", 8 } };
	if (!text)
		return otherwise;
	text = skip_blanks(text);
	const char *end;
	double number = bd_number_parse(text, strlen(text), &end);
	if (end == text || !isfinite(number))
		return otherwise;
	size_t length = strcspn(end, " \t\r\n");
	if (length == 1 && *end == '%')
		return number / 100 * whole;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strlen(units[i].name) == length && !strncmp(units[i].name, end, length))
			return number * units[i].px;
	return otherwise;
}

size_t bd_svg_numbers(const char *text, double *numbers, size_t most)
{
	size_t count = 0;
	while (text && count < most) {
		text += strspn(text, " \t\r\n,");
		const char *end;
		double number = bd_number_parse(text, strlen(text), &end);
		if (end == text || !isfinite(number))
			break;
		numbers[count++] = number;
		text = end;
	}
	return count;
}

static bool function_matrix(const char *name, size_t length, const double *n, size_t count,
			    bd_matrix *m)
{
#define IS(word) (length == sizeof word - 1 && !strncmp(name, word, length))
	*m = BD_IDENTITY;
	if (IS("matrix") && count == 6)
		*m = (bd_matrix){ n[0], n[1], n[2], n[3], n[4], n[5] };
	else if (IS("translate") && (count == 1 || count == 2))
		*m = bd_matrix_translate(n[0], count == 2 ? n[1] : 0);
	else if (IS("scale") && (count == 1 || count == 2))
		*m = bd_matrix_scale(n[0], n[count - 1]);
	else if (IS("rotate") && (count == 1 || count == 3))
		*m = count == 1 ? bd_matrix_rotate(n[0])
				: bd_matrix_multiply(
					  bd_matrix_multiply(bd_matrix_translate(n[1], n[2]),
							     bd_matrix_rotate(n[0])),
					  bd_matrix_translate(-n[1], -n[2]));
	else if (IS("skewX") && count == 1)
		m->c = tan(n[0] * M_PI / 180);
	else if (IS("skewY") && count == 1)
		m->b = tan(n[0] * M_PI / 180);
	else
		return false;
	return true;
#undef IS
}

bool bd_svg_transform(const char *text, bd_matrix *matrix)
{
	*matrix = BD_IDENTITY;
	for (text = text ? text : ""; *(text += strspn(text, " \t\r\n,"));) {
		size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyzXY");
		const char *open = skip_blanks(text + length), *close = strchr(open, ')');
		if (*open != '(' || !close)
			return false;
		double numbers[6];
		bd_matrix m;
		if (!function_matrix(text, length, numbers, bd_svg_numbers(open + 1, numbers, 6),
				     &m))
			return false;
		*matrix = bd_matrix_multiply(*matrix, m);
		text = close + 1;
	}
	return true;
}

const char *bd_svg_reference(bd_arena *arena, const char *text)
{
	text = skip_blanks(text);
	if (*text == '#')
		return bd_strdup(arena, text + 1);
	if (strncmp(text, "url(", 4))
		return NULL;
	text += 4 + strspn(text + 4, " '\"");
	if (*text++ != '#')
		return NULL;
	return bd_strndup(arena, text, strcspn(text, " '\")"));
}
