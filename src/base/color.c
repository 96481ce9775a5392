#include "base/color.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
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

bool bd_color_parse(const char *text, bd_color *color)
{
	while (isspace((unsigned char)*text))
		text++;
	size_t length = strlen(text);
	while (length && isspace((unsigned char)text[length - 1]))
		length--;
	if (*text == '#')
		return parse_hex(text + 1, length - 1, color);
	return false;
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
