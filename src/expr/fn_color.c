/* fn_color.c - colours: made of parts in rgb, hsl, lab and hcl, and measured. A colour is an object
 * with its parts, whose text is CSS. */
#include "expr/functions.h"

#include "base/color.h"
#include "base/str.h"
#include <math.h>

static bd_value new_color(bd_arena *arena, const char *const names[3], const double parts[3],
			  bd_color color)
{
	int r = (int)lround(color.r * 255), g = (int)lround(color.g * 255),
	    b = (int)lround(color.b * 255);
	const char *text = color.a < 1 ? bd_printf(arena, "rgba(%d, %d, %d, %s)", r, g, b,
						   bd_number_text(arena, color.a))
				       : bd_printf(arena, "rgb(%d, %d, %d)", r, g, b);
	bd_value_member *members = BD_ARRAY(arena, 5, bd_value_member);
	for (int i = 0; i < 3; i++)
		members[i] = (bd_value_member){ names[i], bd_v_number(parts[i]) };
	members[3] = (bd_value_member){ "opacity", bd_v_number(color.a) };
	members[4] = (bd_value_member){ "toString", bd_v_string(text) };
	return (bd_value){ .kind = BD_V_OBJECT, .length = 5, .members = members };
}

static double unit(double x)
{
	return x > 0 ? fmin(x, 1) : 0; /* NaN is 0 */
}

static bd_color clamped(double r, double g, double b, double a)
{
	return (bd_color){ unit(r), unit(g), unit(b), unit(a), NULL };
}

/* --- spaces --- */

static double linear(double c)
{
	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double gamma_of(double c)
{
	return c <= 0.0031308 ? 12.92 * c : 1.055 * pow(c, 1 / 2.4) - 0.055;
}

/* CIE L*a*b* under D50, by the matrices of CSS Color 4 (17.3); e and k are the CIE's. */
static const double white[3] = { 0.96422, 1, 0.82521 };

static double f_of(double t)
{
	return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static double f_inverse(double t)
{
	return t > 6.0 / 29 ? t * t * t : (116 * t - 16) * 27 / 24389;
}

static void to_lab(bd_color c, double lab[3])
{
	double r = linear(c.r), g = linear(c.g), b = linear(c.b);
	double x = f_of((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / white[0]);
	double y = f_of((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / white[1]);
	double z = f_of((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / white[2]);
	lab[0] = 116 * y - 16;
	lab[1] = 500 * (x - y);
	lab[2] = 200 * (y - z);
}

static bd_color from_lab(const double lab[3], double opacity)
{
	double fy = (lab[0] + 16) / 116;
	double x = white[0] * f_inverse(fy + lab[1] / 500), y = white[1] * f_inverse(fy);
	double z = white[2] * f_inverse(fy - lab[2] / 200);
	return clamped(gamma_of(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
		       gamma_of(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
		       gamma_of(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), opacity);
}

static double degrees(double radians)
{
	double d = radians * 180 / 3.14159265358979323846;
	return d < 0 ? d + 360 : d;
}

static void to_hsl(bd_color c, double hsl[3])
{
	double high = fmax(c.r, fmax(c.g, c.b)), low = fmin(c.r, fmin(c.g, c.b));
	double range = high - low, l = (high + low) / 2;
	hsl[0] = hsl[1] = NAN;
	hsl[2] = l;
	if (range <= 0) {
		hsl[1] = l > 0 && l < 1 ? 0 : NAN;
		return;
	}
	hsl[1] = range / (l < 0.5 ? high + low : 2 - high - low);
	double h = c.r == high   ? (c.g - c.b) / range + (c.g < c.b ? 6 : 0)
		   : c.g == high ? (c.b - c.r) / range + 2
				 : (c.r - c.g) / range + 4;
	hsl[0] = h * 60;
}

static double hue_part(double h, double m1, double m2)
{
	h = fmod(fmod(h, 360) + 360, 360);
	return h < 60    ? m1 + (m2 - m1) * h / 60
	       : h < 180 ? m2
	       : h < 240 ? m1 + (m2 - m1) * (240 - h) / 60
			 : m1;
}

static bd_color from_hsl(const double hsl[3], double opacity)
{
	double h = isnan(hsl[0]) ? 0 : hsl[0], s = isnan(hsl[0]) || isnan(hsl[1]) ? 0 : hsl[1];
	double l = hsl[2], m2 = l + (l < 0.5 ? l : 1 - l) * s, m1 = 2 * l - m2;
	return clamped(hue_part(h + 120, m1, m2), hue_part(h, m1, m2), hue_part(h - 120, m1, m2),
		       opacity);
}

/* --- functions --- */

/* One argument is a colour's text or object; more are its parts. */
static bool given_color(const bd_call *call, size_t i, bd_color *color)
{
	*color = BD_BLACK;
	return bd_color_parse(bd_value_to_string(call->arena, bd_arg(call, i)), color);
}

static bd_value fn_rgb(bd_call *call)
{
	static const char *const names[] = { "r", "g", "b" };
	bd_color c;
	if (call->count < 3) {
		if (!given_color(call, 0, &c))
			return bd_v_null();
	} else {
		c = clamped(bd_arg_number(call, 0, 0) / 255, bd_arg_number(call, 1, 0) / 255,
			    bd_arg_number(call, 2, 0) / 255, bd_arg_number(call, 3, 1));
	}
	const double parts[] = { c.r * 255, c.g * 255, c.b * 255 };
	return new_color(call->arena, names, parts, c);
}

static bd_value fn_hsl(bd_call *call)
{
	static const char *const names[] = { "h", "s", "l" };
	double parts[3] = { bd_arg_number(call, 0, 0), bd_arg_number(call, 1, 0),
			    bd_arg_number(call, 2, 0) };
	bd_color c;
	if (call->count >= 3)
		c = from_hsl(parts, bd_arg_number(call, 3, 1));
	else if (given_color(call, 0, &c))
		to_hsl(c, parts);
	else
		return bd_v_null();
	return new_color(call->arena, names, parts, c);
}

static bd_value fn_lab(bd_call *call)
{
	static const char *const names[] = { "l", "a", "b" };
	double parts[3] = { bd_arg_number(call, 0, 0), bd_arg_number(call, 1, 0),
			    bd_arg_number(call, 2, 0) };
	bd_color c;
	if (call->count >= 3)
		c = from_lab(parts, bd_arg_number(call, 3, 1));
	else if (given_color(call, 0, &c))
		to_lab(c, parts);
	else
		return bd_v_null();
	return new_color(call->arena, names, parts, c);
}

static bd_value fn_hcl(bd_call *call)
{
	static const char *const names[] = { "h", "c", "l" };
	double parts[3] = { bd_arg_number(call, 0, 0), bd_arg_number(call, 1, 0),
			    bd_arg_number(call, 2, 0) };
	double lab[3];
	bd_color c;
	if (call->count >= 3) {
		double angle = isnan(parts[0]) ? 0 : parts[0] * 3.14159265358979323846 / 180;
		lab[0] = parts[2];
		lab[1] = cos(angle) * parts[1];
		lab[2] = sin(angle) * parts[1];
		c = from_lab(lab, bd_arg_number(call, 3, 1));
	} else if (given_color(call, 0, &c)) {
		to_lab(c, lab);
		parts[0] = degrees(atan2(lab[2], lab[1]));
		parts[1] = hypot(lab[1], lab[2]);
		parts[2] = lab[0];
	} else {
		return bd_v_null();
	}
	return new_color(call->arena, names, parts, c);
}

static bd_value fn_luminance(bd_call *call)
{
	bd_color c;
	return given_color(call, 0, &c) ? bd_v_number(bd_color_luminance(c)) : bd_v_number(NAN);
}

static bd_value fn_contrast(bd_call *call)
{
	bd_color a, b;
	bool both = given_color(call, 0, &a) && given_color(call, 1, &b);
	return bd_v_number(both ? bd_color_contrast(a, b) : NAN);
}

const bd_function bd_functions_color[] = {
	{ "rgb", 1, 4, .call = fn_rgb, .doc = "A colour of red, green, blue (0-255), opacity." },
	{ "hsl", 1, 4, .call = fn_hsl, .doc = "A colour of hue, saturation, lightness, opacity." },
	{ "lab", 1, 4, .call = fn_lab, .doc = "A colour of CIE lightness, a, b, opacity." },
	{ "hcl", 1, 4, .call = fn_hcl, .doc = "A colour of hue, chroma, luminance, opacity." },
	{ "luminance", 1, 1, .call = fn_luminance,
	  .doc = "A colour's relative luminance, 0 to 1." },
	{ "contrast", 2, 2, .call = fn_contrast, .doc = "The contrast of two colours, 1 to 21." },
	{ .name = NULL },
};
