/* items_bounds.c - what marks cover, before they are drawn: a chart grows so that a label beyond
 * its plot is not cut off (items.h). Texts count with their line boxes, as in Vega; strokes with
 * half their width. */
#include "base/number.h"
#include "base/number_span.h"
#include "base/str.h"
#include "scene/items.h"

#include <math.h>
#include <string.h>

typedef struct coverage {
	double left, top, right, bottom;
} coverage;

static void widen(coverage *c, double left, double top, double right, double bottom)
{
	if (!isfinite(left + top + right + bottom))
		return;
	c->left = fmin(c->left, left);
	c->top = fmin(c->top, top);
	c->right = fmax(c->right, right);
	c->bottom = fmax(c->bottom, bottom);
}

static double or_else(bd_numbers numbers, size_t i, double otherwise)
{
	double number = bd_number_at(numbers, i);
	return isnan(number) ? otherwise : number;
}

static double half_stroke(const bd_items *m, size_t i)
{
	return bd_paint_at(&m->stroke, i).kind == BD_PAINT_NONE
		       ? 0
		       : or_else(m->stroke_width, i, 1) / 2;
}

/* Where an outline turns sharply, the tip of its stroke stands out farther. */
static double tip(const bd_items *m, size_t i)
{
	double limit = m->miter_limit > 0 ? m->miter_limit : BD_MITER_LIMIT;
	return half_stroke(m, i) * (m->join == BD_JOIN_MITER ? fmax(1, limit) : 1);
}

/* The widest line and the number of lines. */
static double text_width(bd_env *env, const char *text, const bd_font *font, int *lines)
{
	double widest = 0;
	*lines = 0;
	for (const char *line = text; line; (*lines)++) {
		const char *end = strchr(line, '\n');
		const char *one = end ? bd_strndup(env->scratch, line, (size_t)(end - line)) : line;
		widest = fmax(widest, bd_text_width(env, one, font));
		line = end ? end + 1 : NULL;
	}
	return widest;
}

static void cover_text(bd_env *env, const bd_items *m, size_t i, coverage *cover)
{
	const char *text = bd_string_at(m->text, i);
	double em = or_else(m->font_size, i, 11), limit = or_else(m->limit, i, 0);
	if (!text || !*text || !(em > 0) || em > 1000)
		return;
	bd_font font = { .family = m->font ? m->font : "sans-serif",
			 .size = em,
			 .weight = bd_int(or_else(m->font_weight, i, 400)),
			 .italic = m->italic };
	int lines;
	double width = text_width(env, text, &font, &lines);
	width = limit > 0 ? fmin(width, limit) : width;
	double line_height = m->line_height > 0 ? m->line_height : em + 2;
	bd_text_align align = m->aligns ? (bd_text_align)m->aligns[i] : m->align;
	bd_text_baseline base = m->baselines ? (bd_text_baseline)m->baselines[i] : m->baseline;
	double radius = or_else(m->radius, i, 0), theta = or_else(m->theta, i, 0) - M_PI / 2;
	double share = align == BD_TEXT_RIGHT ? 1 : align == BD_TEXT_CENTER ? 0.5 : 0;
	double x = or_else(m->dx, i, 0) - width * share;
	double y =
		or_else(m->dy, i, 0) + bd_baseline_offset(base, em, line_height) - bd_text_rise(em);
	double height = em + (lines - 1) * line_height;
	bd_matrix at =
		bd_matrix_multiply(bd_matrix_translate(or_else(m->x, i, 0) + radius * cos(theta),
						       or_else(m->y, i, 0) + radius * sin(theta)),
				   bd_matrix_rotate(or_else(m->angle, i, 0)));
	for (int corner = 0; corner < 4; corner++) {
		bd_point p = bd_matrix_apply(at, (bd_point){ x + (corner & 1 ? width : 0),
							     y + (corner & 2 ? height : 0) });
		widen(cover, p.x, p.y, p.x, p.y);
	}
}

static void cover_box(const bd_items *m, size_t i, coverage *cover)
{
	double x = or_else(m->x, i, 0), y = or_else(m->y, i, 0), half = half_stroke(m, i);
	double right = x + or_else(m->width, i, 0), bottom = y + or_else(m->height, i, 0);
	widen(cover, fmin(x, right) - half, fmin(y, bottom) - half, fmax(x, right) + half,
	      fmax(y, bottom) + half);
}

/* The box of a shape of 1 px², turned: asked for again and again of the same few shapes. */
typedef struct shape_box {
	const char *shape;
	double angle;
	bd_rect box;
	bool known;
} shape_box;
enum { KNOWN_SHAPES = 16 };

/* The box, which takes the place of another one where there are more. */
static bd_rect box_of_shape(const char *shape, double angle, shape_box known[KNOWN_SHAPES])
{
	shape_box *k = known;
	while (k < known + KNOWN_SHAPES && k->known && (k->shape != shape || k->angle != angle))
		k++;
	if (k == known + KNOWN_SHAPES)
		k = known;
	if (k->known && k->shape == shape && k->angle == angle)
		return k->box;
	*k = (shape_box){ shape, angle, { -0.5, -0.5, 1, 1 }, true };
	bd_arena passing = { 0 };
	bd_path upright = bd_path_new(&passing), turned = upright;
	if (shape && !bd_streq(shape, "circle") && bd_symbol_path(&upright, shape, 1)) {
		bd_path_add(&turned, &upright, bd_matrix_rotate(angle));
		k->box = bd_path_bounds(&turned);
	}
	bd_arena_free(&passing);
	return k->box;
}

static void cover_symbol(const bd_items *m, size_t i, shape_box *known, coverage *cover)
{
	double angle = or_else(m->angle, i, 0), side = sqrt(fmax(0, or_else(m->size, i, 64)));
	bd_rect box = box_of_shape(bd_string_at(m->shape, i), isfinite(angle) ? angle : 0, known);
	double x = or_else(m->x, i, 0) + side * box.x, beyond = tip(m, i);
	double y = or_else(m->y, i, 0) + side * box.y;
	widen(cover, x - beyond, y - beyond, x + side * box.width + beyond,
	      y + side * box.height + beyond);
}

static void cover_arc(bd_env *env, const bd_items *m, size_t i, coverage *cover)
{
	bd_arc arc = { .start = or_else(m->start_angle, i, 0),
		       .end = or_else(m->end_angle, i, 0),
		       .inner = or_else(m->inner_radius, i, 0),
		       .outer = or_else(m->outer_radius, i, 0) };
	bd_path path = bd_path_new(env->scratch);
	bd_arc_add(&path, &arc, or_else(m->x, i, 0), or_else(m->y, i, 0));
	bd_rect box = bd_path_bounds(&path);
	double half = tip(m, i);
	if (path.verb_count)
		widen(cover, box.x - half, box.y - half, box.x + box.width + half,
		      box.y + box.height + half);
}

static void cover_points(const bd_items *m, size_t i, coverage *cover)
{
	bool trail = m->type == BD_ITEM_TRAIL;
	double half = trail ? or_else(m->size, i, 1) / 2 : half_stroke(m, i);
	double x = or_else(m->x, i, 0), y = or_else(m->y, i, 0);
	if (m->defined && !m->defined[i])
		return;
	widen(cover, x - half, y - half, x + half, y + half);
	if (!trail) {
		x = or_else(m->x2, i, x);
		y = or_else(m->y2, i, y);
		widen(cover, x - half, y - half, x + half, y + half);
	}
}

/* Where all points are finite and none is a gap. */
static bool cover_finite_points(const bd_items *m, bd_numbers xs, bd_numbers ys, double half,
				coverage *cover)
{
	if (m->defined || !xs.each || !ys.each)
		return false;
	bd_number_span x = bd_numbers_span(xs.each, m->count);
	bd_number_span y = bd_numbers_span(ys.each, m->count);
	if (!x.finite || !y.finite)
		return false;
	widen(cover, x.min - half, y.min - half, x.max + half, y.max + half);
	return true;
}

/* All points of a line or an area, whose stroke is one for all. */
static void cover_all_points(const bd_items *m, bd_numbers xs, bd_numbers ys, coverage *cover)
{
	coverage c = { INFINITY, INFINITY, -INFINITY, -INFINITY };
	double half = m->count ? tip(m, 0) : 0;
	if (cover_finite_points(m, xs, ys, half, cover))
		return;
	for (size_t i = 0; i < m->count; i++) {
		double x = bd_number_at(xs, i), y = bd_number_at(ys, i);
		x = isnan(x) ? or_else(m->x, i, 0) : x;
		y = isnan(y) ? or_else(m->y, i, 0) : y;
		if ((m->defined && !m->defined[i]) || !isfinite(x + y))
			continue;
		c.left = x < c.left ? x : c.left;
		c.right = x > c.right ? x : c.right;
		c.top = y < c.top ? y : c.top;
		c.bottom = y > c.bottom ? y : c.bottom;
	}
	widen(cover, c.left - half, c.top - half, c.right + half, c.bottom + half);
}

static void cover_outline(const bd_items *m, size_t i, coverage *cover)
{
	if (!m->paths || !m->paths[i] || m->paths[i]->verb_count == 0)
		return;
	bd_rect box = bd_path_bounds(m->paths[i]);
	double x = or_else(m->x, i, 0) + box.x, y = or_else(m->y, i, 0) + box.y;
	double half = tip(m, i);
	widen(cover, x - half, y - half, x + box.width + half, y + box.height + half);
}

static void cover_item(bd_env *env, const bd_items *m, size_t i, shape_box *known, coverage *cover)
{
	switch (m->type) {
	case BD_ITEM_ARC: cover_arc(env, m, i, cover); break;
	case BD_ITEM_RECT:
	case BD_ITEM_IMAGE: cover_box(m, i, cover); break;
	case BD_ITEM_SYMBOL: cover_symbol(m, i, known, cover); break;
	case BD_ITEM_TEXT: cover_text(env, m, i, cover); break;
	case BD_ITEM_TRAIL:
	case BD_ITEM_RULE: cover_points(m, i, cover); break;
	case BD_ITEM_SHAPE:
	case BD_ITEM_PATH: cover_outline(m, i, cover); break;
	case BD_ITEM_LINE:
	case BD_ITEM_AREA:
	case BD_ITEM_TYPES: break;
	}
}

bd_rect bd_items_bounds(bd_env *env, const bd_items *mark)
{
	coverage cover = { INFINITY, INFINITY, -INFINITY, -INFINITY };
	if (mark->type == BD_ITEM_LINE || mark->type == BD_ITEM_AREA) {
		cover_all_points(mark, mark->x, mark->y, &cover);
		if (mark->type == BD_ITEM_AREA)
			cover_all_points(mark, mark->x2, mark->y2, &cover);
	} else {
		shape_box known[KNOWN_SHAPES] = { 0 };
		for (size_t i = 0; i < mark->count; i++)
			cover_item(env, mark, i, known, &cover);
	}
	if (!(cover.left <= cover.right))
		return (bd_rect){ 0 };
	return (bd_rect){ cover.left, cover.top, cover.right - cover.left,
			  cover.bottom - cover.top };
}
