#include "base/geom.h"

#include <math.h>

bd_rect bd_rect_union(bd_rect a, bd_rect b)
{
	if (a.width <= 0 && a.height <= 0)
		return b;
	if (b.width <= 0 && b.height <= 0)
		return a;
	double x = fmin(a.x, b.x), y = fmin(a.y, b.y);
	return (bd_rect){ x, y, fmax(a.x + a.width, b.x + b.width) - x,
			  fmax(a.y + a.height, b.y + b.height) - y };
}

bd_rect bd_rect_inset(bd_rect r, double by)
{
	return (bd_rect){ r.x + by, r.y + by, fmax(0, r.width - 2 * by),
			  fmax(0, r.height - 2 * by) };
}

bool bd_rect_overlaps(bd_rect a, bd_rect b)
{
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
	       b.y < a.y + a.height;
}

bool bd_rect_contains(bd_rect outer, bd_rect inner, double slack)
{
	return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
	       inner.x + inner.width <= outer.x + outer.width + slack &&
	       inner.y + inner.height <= outer.y + outer.height + slack;
}

bd_matrix bd_matrix_translate(double x, double y)
{
	return (bd_matrix){ 1, 0, 0, 1, x, y };
}

bd_matrix bd_matrix_scale(double x, double y)
{
	return (bd_matrix){ x, 0, 0, y, 0, 0 };
}

bd_matrix bd_matrix_rotate(double degrees)
{
	double s = sin(degrees * M_PI / 180), c = cos(degrees * M_PI / 180);
	return (bd_matrix){ c, s, -s, c, 0, 0 };
}

bd_matrix bd_matrix_multiply(bd_matrix o, bd_matrix i)
{
	return (bd_matrix){ o.a * i.a + o.c * i.b,       o.b * i.a + o.d * i.b,
			    o.a * i.c + o.c * i.d,       o.b * i.c + o.d * i.d,
			    o.a * i.e + o.c * i.f + o.e, o.b * i.e + o.d * i.f + o.f };
}

bd_point bd_matrix_apply(bd_matrix m, bd_point p)
{
	return (bd_point){ m.a * p.x + m.c * p.y + m.e, m.b * p.x + m.d * p.y + m.f };
}

bool bd_matrix_is_identity(bd_matrix m)
{
	return m.a == 1 && m.b == 0 && m.c == 0 && m.d == 1 && m.e == 0 && m.f == 0;
}
