#include "base/color.h"

#include "base/number.h"
#include "base/str.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int bd_color_byte(double channel)
{
	return channel <= 0 ? 0 : channel >= 1 ? 255 : (int)lround(channel * 255);
}

bd_color bd_color_from_bytes(int r, int g, int b)
{
	return (bd_color){ r / 255.0, g / 255.0, b / 255.0, 1, NULL };
}

static int hex_digit(char c)
{
	const char *digits = "0123456789abcdef", *at = c ? strchr(digits, tolower(c)) : NULL;
	return at ? (int)(at - digits) : -1;
}

static bool parse_hex(const char *text, size_t length, bd_color *color)
{
	int digits[8];
	if (length != 3 && length != 4 && length != 6 && length != 8)
		return false;
	for (size_t i = 0; i < length; i++)
		if ((digits[i] = hex_digit(text[i])) < 0)
			return false;
	double channels[4] = { 0, 0, 0, 1 };
	size_t width = length > 4 ? 2 : 1;
	for (size_t i = 0; i < length / width; i++)
		channels[i] =
			(width == 2 ? digits[2 * i] * 16 + digits[2 * i + 1] : digits[i] * 17) /
			255.0;
	*color = (bd_color){ channels[0], channels[1], channels[2], channels[3], NULL };
	return true;
}

static const struct css_name {
	const char *name;
	unsigned rgb;
} css_names[] = {
#define NAME(name, rgb) { name, rgb },
#include "base/css_colors.def"
#undef NAME
};

static int compare_names(const void *name, const void *entry)
{
	return strcmp(name, ((const struct css_name *)entry)->name);
}

const char *bd_color_name(bd_color color)
{
	unsigned bits = (unsigned)bd_color_byte(color.r) << 16 |
			(unsigned)bd_color_byte(color.g) << 8 | (unsigned)bd_color_byte(color.b);
	/* Of two names the last: cyan and magenta, not aqua and fuchsia; but gray, not grey. */
	for (size_t i = sizeof css_names / sizeof *css_names; i-- > 0;)
		if (css_names[i].rgb == bits && !strstr(css_names[i].name, "grey"))
			return css_names[i].name;
	return NULL;
}

static bool parse_name(const char *name, bd_color *color)
{
	const struct css_name *found =
		bsearch(name, css_names, sizeof css_names / sizeof *css_names, sizeof *css_names,
			compare_names);
	if (found)
		*color = bd_color_from_bytes(found->rgb >> 16 & 255, found->rgb >> 8 & 255,
					     found->rgb & 255);
	else if (!strcmp(name, "transparent"))
		*color = BD_TRANSPARENT;
	return found || !strcmp(name, "transparent");
}

/* One argument of rgb() or hsl(): a number and its unit, '%' for per cent, 'd' for an angle
 * (brought to degrees), 0 for none. */
struct argument {
	double number;
	char unit;
};

static bool read_argument(const char **at, struct argument *out)
{
	static const struct {
		const char *name;
		double degrees;
	} angles[] = { { "deg", 1 }, { "grad", 0.9 }, { "rad", 180 / M_PI }, { "turn", 360 } };
	const char *end;
	double number = bd_number_parse(*at, strlen(*at), &end);
	if (end == *at || !isfinite(number))
		return false;
	*out = (struct argument){ number, 0 };
	if (*end == '%') {
		out->unit = '%';
		end++;
	}
	for (size_t i = 0; i < sizeof angles / sizeof *angles; i++)
		if (bd_starts_with(end, angles[i].name)) {
			*out = (struct argument){ number * angles[i].degrees, 'd' };
			end += strlen(angles[i].name);
			break;
		}
	*at = end;
	return true;
}

/* Three arguments and perhaps alpha, after the bracket: "1, 2, 3, 0.5)" or "1 2 3 / 50%)". */
static bool read_arguments(const char *at, struct argument out[4])
{
	out[3] = (struct argument){ 1, 0 };
	bool commas = false;
	for (int i = 0; i < 4; i++) {
		at += strspn(at, " ");
		if (*at == ')' && i == 3)
			break;
		if (i > 0 && (i == 1 ? *at == ',' : commas)) {
			commas = true;
			if (*at++ != ',')
				return false;
		} else if (i == 3 && *at++ != '/') {
			return false;
		}
		at += strspn(at, " ");
		if (!read_argument(&at, &out[i]))
			return false;
	}
	at += strspn(at, " ");
	return !strcmp(at, ")");
}

static double clamp_unit(double x)
{
	return x < 0 ? 0 : x > 1 ? 1 : x;
}

bd_color bd_color_from_hsl(double hue, double saturation, double lightness)
{
	double s = clamp_unit(saturation), l = clamp_unit(lightness), channels[3];
	for (int i = 0; i < 3; i++) {
		static const int offsets[] = { 0, 8, 4 };
		double k = fmod(offsets[i] + hue / 30, 12);
		k = k < 0 ? k + 12 : k;
		double a = s * fmin(l, 1 - l);
		channels[i] = l - a * fmax(-1, fmin(fmin(k - 3, 9 - k), 1));
	}
	return (bd_color){ channels[0], channels[1], channels[2], 1, NULL };
}

static bool parse_function(const char *text, bd_color *color)
{
	bool hsl = bd_starts_with(text, "hsl");
	if (!hsl && !bd_starts_with(text, "rgb"))
		return false;
	text += 3;
	text += *text == 'a';
	struct argument args[4];
	if (*text != '(' || !read_arguments(text + 1, args) || args[3].unit == 'd')
		return false;
	if (hsl) {
		if (args[0].unit == '%' || args[1].unit != '%' || args[2].unit != '%')
			return false;
		*color = bd_color_from_hsl(fmod(args[0].number, 360), args[1].number / 100,
					   args[2].number / 100);
	} else {
		double channels[3];
		for (int i = 0; i < 3; i++) {
			if (args[i].unit == 'd' || args[i].unit != args[0].unit)
				return false;
			channels[i] = clamp_unit(args[i].number / (args[i].unit ? 100 : 255));
		}
		*color = (bd_color){ channels[0], channels[1], channels[2], 1, NULL };
	}
	color->a = clamp_unit(args[3].number / (args[3].unit ? 100 : 1));
	return true;
}

bool bd_color_parse(const char *text, bd_color *color)
{
	char lower[64];
	while (isspace((unsigned char)*text))
		text++;
	size_t length = strlen(text);
	while (length && isspace((unsigned char)text[length - 1]))
		length--;
	if (length >= sizeof lower)
		return false;
	for (size_t i = 0; i < length; i++)
		lower[i] =
			(char)(isspace((unsigned char)text[i]) ? ' '
							       : tolower((unsigned char)text[i]));
	lower[length] = 0;
	if (*lower == '#')
		return parse_hex(lower + 1, length - 1, color);
	return parse_name(lower, color) || parse_function(lower, color);
}

void bd_color_format(bd_color c, char text[BD_COLOR_ROOM])
{
	int n = snprintf(text, BD_COLOR_ROOM, "#%02x%02x%02x", bd_color_byte(c.r),
			 bd_color_byte(c.g), bd_color_byte(c.b));
	if (bd_color_byte(c.a) < 255)
		snprintf(text + n, (size_t)(BD_COLOR_ROOM - n), "%02x", bd_color_byte(c.a));
}

bool bd_color_equal(bd_color a, bd_color b)
{
	return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

bd_color bd_color_with_alpha(bd_color color, double alpha)
{
	color.a *= alpha;
	return color;
}

static double linear(double channel)
{
	return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

double bd_color_luminance(bd_color c)
{
	return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double bd_color_contrast(bd_color a, bd_color b)
{
	double x = bd_color_luminance(a), y = bd_color_luminance(b);
	return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}
