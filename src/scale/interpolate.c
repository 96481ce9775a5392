/* interpolate.c - colours between two colours, in the spaces of d3-interpolate
 * (https://d3js.org/d3-interpolate/color). An undefined hue or saturation is NaN, and takes the
 * other colour's. Colours come out in whole bytes, as d3 writes them. The matrices are those of CSS
 * Color for sRGB and D50; cubehelix is Dave Green's. */
#include "scale/scale.h"
#include <math.h>
#include <strings.h>

/* Three components in some space; which of them is an angle in degrees is the space's business. */
struct triple {
	double v[3];
};

/* D50, CIE 15 */
static const double white_x = 0.96422, white_z = 0.82521;
static const double t0 = 4.0 / 29, t1 = 6.0 / 29;

static double to_linear(double c)
{
	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double from_linear(double c)
{
	return c <= 0.0031308 ? 12.92 * c : 1.055 * pow(c, 1 / 2.4) - 0.055;
}

static double lab_curve(double t)
{
	return t > t1 * t1 * t1 ? cbrt(t) : t / (3 * t1 * t1) + t0;
}

static double lab_uncurve(double t)
{
	return t > t1 ? t * t * t : 3 * t1 * t1 * (t - t0);
}

/* In bytes, as d3 does, so that halves round the same way. */
static struct triple to_rgb(bd_color c)
{
	return (struct triple){ { round(c.r * 255e6) / 1e6, round(c.g * 255e6) / 1e6,
				  round(c.b * 255e6) / 1e6 } };
}

static struct triple from_rgb(struct triple t)
{
	return t;
}

static struct triple to_hsl(bd_color c)
{
	double max = fmax(c.r, fmax(c.g, c.b)), min = fmin(c.r, fmin(c.g, c.b));
	double h = NAN, s = max - min, l = (max + min) / 2;
	if (s > 0) {
		h = c.r == max   ? (c.g - c.b) / s + (c.g < c.b ? 6 : 0)
		    : c.g == max ? (c.b - c.r) / s + 2
				 : (c.r - c.g) / s + 4;
		s /= l < 0.5 ? max + min : 2 - max - min;
	} else {
		s = l > 0 && l < 1 ? 0 : NAN;
	}
	return (struct triple){ { h * 60, s, l } };
}

static struct triple in_bytes(double r, double g, double b)
{
	return (struct triple){ { r * 255, g * 255, b * 255 } };
}

static struct triple from_hsl(struct triple t)
{
	bool gray = isnan(t.v[0]) || isnan(t.v[1]);
	bd_color c = bd_color_from_hsl(gray ? 0 : fmod(t.v[0], 360), gray ? 0 : t.v[1], t.v[2]);
	return in_bytes(c.r, c.g, c.b);
}

static struct triple to_lab(bd_color c)
{
	double r = to_linear(c.r), g = to_linear(c.g), b = to_linear(c.b);
	double y = lab_curve(0.2225045 * r + 0.7168786 * g + 0.0606169 * b), x = y, z = y;
	if (r != g || g != b) {
		x = lab_curve((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / white_x);
		z = lab_curve((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / white_z);
	}
	return (struct triple){ { 116 * y - 16, 500 * (x - y), 200 * (y - z) } };
}

static struct triple from_lab(struct triple t)
{
	double fy = (t.v[0] + 16) / 116, fx = isnan(t.v[1]) ? fy : fy + t.v[1] / 500,
	       fz = isnan(t.v[2]) ? fy : fy - t.v[2] / 200;
	double x = white_x * lab_uncurve(fx), y = lab_uncurve(fy), z = white_z * lab_uncurve(fz);
	return in_bytes(from_linear(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
			from_linear(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
			from_linear(0.0719453 * x - 0.2289914 * y + 1.4052427 * z));
}

static double degrees(double y, double x)
{
	double angle = atan2(y, x) * 180 / M_PI;
	return angle < 0 ? angle + 360 : angle;
}

static struct triple to_hcl(bd_color c)
{
	struct triple lab = to_lab(c);
	double l = lab.v[0], a = lab.v[1], b = lab.v[2];
	if (a == 0 && b == 0)
		return (struct triple){ { NAN, l > 0 && l < 100 ? 0 : NAN, l } };
	return (struct triple){ { degrees(b, a), hypot(a, b), l } };
}

static struct triple from_hcl(struct triple t)
{
	double h = t.v[0] * M_PI / 180, c = t.v[1], l = t.v[2];
	if (isnan(h) || isnan(c))
		return from_lab((struct triple){ { l, 0, 0 } });
	return from_lab((struct triple){ { l, cos(h) * c, sin(h) * c } });
}

static const double ch_a = -0.14861, ch_b = 1.78277, ch_c = -0.29227, ch_d = -0.90649,
		    ch_e = 1.97294;

static struct triple to_cubehelix(bd_color c)
{
	double ed = ch_e * ch_d, eb = ch_e * ch_b, bc_da = ch_b * ch_c - ch_d * ch_a;
	double l = (bc_da * c.b + ed * c.r - eb * c.g) / (bc_da + ed - eb);
	double bl = c.b - l, k = (ch_e * (c.g - l) - ch_c * bl) / ch_d;
	double s = sqrt(k * k + bl * bl) / (ch_e * l * (1 - l));
	double h = isnan(s) || s == 0 ? NAN : atan2(k, bl) * 180 / M_PI - 120;
	return (struct triple){ { h < 0 ? h + 360 : h, s, l } };
}

static struct triple from_cubehelix(struct triple t)
{
	double h = isnan(t.v[0]) ? 0 : (t.v[0] + 120) * M_PI / 180, l = t.v[2];
	double a = isnan(t.v[1]) ? 0 : t.v[1] * l * (1 - l), cosine = cos(h), sine = sin(h);
	return in_bytes(l + a * (ch_a * cosine + ch_b * sine),
			l + a * (ch_c * cosine + ch_d * sine), l + a * (ch_e * cosine));
}

static const struct space {
	const char *name;
	struct triple (*to)(bd_color);
	struct triple (*from)(struct triple);
	bool hue;  /* the first component is one, and goes the shorter way */
	int gamma; /* 0 takes none; 1 of each channel; 2 of the lightness's position */
} spaces[] = {
	{ "rgb", to_rgb, from_rgb, false, 1 },
	{ "hsl", to_hsl, from_hsl, true, 0 },
	{ "hsl-long", to_hsl, from_hsl, false, 0 },
	{ "lab", to_lab, from_lab, false, 0 },
	{ "hcl", to_hcl, from_hcl, true, 0 },
	{ "hcl-long", to_hcl, from_hcl, false, 0 },
	{ "cubehelix", to_cubehelix, from_cubehelix, true, 2 },
	{ "cubehelix-long", to_cubehelix, from_cubehelix, false, 2 },
};

static const struct space *find_space(const char *name)
{
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if (!strcasecmp(spaces[i].name, name))
			return &spaces[i];
	return NULL;
}

bool bd_interpolate_exists(const char *space)
{
	return find_space(space);
}

static double between(double a, double b, double t)
{
	if (isnan(a) || isnan(b))
		return isnan(a) ? b : a;
	return a == b ? a : a + t * (b - a);
}

static double between_hues(double a, double b, double t)
{
	double d = b - a;
	if (d > 180 || d < -180)
		d -= 360 * floor(d / 360 + 0.5);
	return isnan(d) ? (isnan(a) ? b : a) : a + t * d;
}

static double between_powers(double a, double b, double t, double gamma)
{
	double low = pow(a, gamma), high = pow(b, gamma);
	return pow(low + t * (high - low), 1 / gamma);
}

bd_color bd_color_interpolate(bd_color a, bd_color b, double t, const char *name, double gamma)
{
	const struct space *space = find_space(name ? name : "rgb");
	if (!space)
		space = spaces;
	struct triple from = space->to(a), to = space->to(b), out;
	for (int i = 0; i < 3; i++) {
		double at = space->gamma == 2 && i == 2 ? pow(t, gamma) : t;
		if (i == 0 && space->hue)
			out.v[i] = between_hues(from.v[i], to.v[i], at);
		else if (space->gamma == 1 && gamma != 1)
			out.v[i] = between_powers(from.v[i], to.v[i], at, gamma);
		else
			out.v[i] = between(from.v[i], to.v[i], at);
	}
	struct triple bytes = space->from(out);
	for (int i = 0; i < 3; i++) /* NaN is 0 */
		bytes.v[i] = bytes.v[i] > 0 ? fmin(floor(bytes.v[i] + 0.5), 255) : 0;
	bd_color color = bd_color_from_bytes((int)bytes.v[0], (int)bytes.v[1], (int)bytes.v[2]);
	double alpha = between(a.a, b.a, t);
	color.a = alpha > 0 ? fmin(alpha, 1) : 0;
	return color;
}
