/* color.h - colours: sRGB with alpha, and the CSS text they are written in. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Each channel 0 to 1, not premultiplied. `ink` is the theme's name of the colour, if it has one
 * ("accent"): press output maps it to exact CMYK. Borrowed, may be NULL. */
typedef struct bd_color {
	double r, g, b, a;
	const char *ink;
} bd_color;

#define BD_BLACK       ((bd_color){ 0, 0, 0, 1, NULL })
#define BD_TRANSPARENT ((bd_color){ 0, 0, 0, 0, NULL })

/* CSS Color 4: #rgb, #rgba, #rrggbb, #rrggbbaa, names, rgb(), rgba(), hsl(), hsla(),
 * `transparent`. Case and outer blanks do not matter. False where `text` is no colour. */
bool bd_color_parse(const char *text, bd_color *color);

enum { BD_COLOR_ROOM = 16 };
/* "#rrggbb", or "#rrggbbaa" where it is not opaque. */
void bd_color_format(bd_color color, char text[BD_COLOR_ROOM]);

/* CSS's name of an opaque colour ("steelblue"); NULL where it has none. */
const char *bd_color_name(bd_color color);

/* 0 to 255, rounded as CSS does. */
int bd_color_byte(double channel);
bd_color bd_color_from_bytes(int r, int g, int b);
/* Hue in degrees (any), saturation and lightness 0 to 1 (cut). CSS Color 4, 7.1. */
bd_color bd_color_from_hsl(double hue, double saturation, double lightness);
bool bd_color_equal(bd_color a, bd_color b); /* channels, not ink */
bd_color bd_color_with_alpha(bd_color color, double alpha);

/* Relative luminance and contrast ratio, WCAG 2.1: 1 (none) to 21 (black on white). */
double bd_color_luminance(bd_color color);
double bd_color_contrast(bd_color a, bd_color b);
