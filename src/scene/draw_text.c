/* draw_text.c - texts of marks and guides, placed as Vega places them (draw.h).
 *
 * The baseline is set from the font size alone, rounded to whole px, so that equal sizes stand
 * alike whatever the letters are. An angle turns the text around its x, y; dx and dy turn with it.
 */
#include "base/number.h"
#include "scene/draw.h"
#include "text/breaks.h"

#include <math.h>
#include <string.h>

static double line_height(const bd_draw_text *t)
{
	return t->line_height > 0 ? t->line_height : t->font.size + 2;
}

double bd_baseline_offset(bd_text_baseline baseline, double em, double height)
{
	double offset = 0;
	switch (baseline) {
	case BD_BASELINE_ALPHABETIC: break;
	case BD_BASELINE_TOP: offset = 0.79 * em; break;
	case BD_BASELINE_MIDDLE: offset = 0.3 * em; break;
	case BD_BASELINE_BOTTOM: offset = -0.21 * em; break;
	case BD_BASELINE_LINE_TOP: offset = 0.29 * em + 0.5 * height; break;
	case BD_BASELINE_LINE_BOTTOM: offset = 0.29 * em - 0.5 * height; break;
	}
	return floor(offset + 0.5);
}

/* The text cut between two letters so that it fits with the ellipsis behind it. */
static const char *limited(bd_env *env, const bd_draw_text *t, const char *line)
{
	const char *ellipsis = t->ellipsis ? t->ellipsis : "…";
	if (!(t->limit > 0) || bd_text_width(env, line, &t->font) <= t->limit)
		return line;
	double room = t->limit - bd_text_width(env, ellipsis, &t->font);
	size_t length = strlen(line), low = 0, high = length;
	const uint8_t *levels = bd_breaks(env, line, length, NULL);
	while (low < high) { /* the longest head that fits; widths grow with it */
		size_t middle = low + (high - low + 1) / 2;
		while (middle > low && middle < length && levels[middle] == BD_BREAK_NEVER)
			middle--;
		if (middle == low)
			break;
		const char *head = bd_strndup(env->scratch, line, middle);
		if (bd_text_width(env, head, &t->font) < room)
			low = middle;
		else
			high = middle - 1;
	}
	while (low > 0 && low < length && levels[low] == BD_BREAK_NEVER)
		low--;
	return bd_printf(env->arena, "%.*s%s", (int)low, line, ellipsis);
}

/* The same from the other end. */
static const char *limited_at_head(bd_env *env, const bd_draw_text *t, const char *line)
{
	const char *ellipsis = t->ellipsis ? t->ellipsis : "…";
	if (!(t->limit > 0) || bd_text_width(env, line, &t->font) <= t->limit)
		return line;
	double room = t->limit - bd_text_width(env, ellipsis, &t->font);
	size_t length = strlen(line), from = 0;
	const uint8_t *levels = bd_breaks(env, line, length, NULL);
	while (from < length &&
	       (levels[from] == BD_BREAK_NEVER || bd_text_width(env, line + from, &t->font) > room))
		from++;
	return bd_printf(env->arena, "%s%s", ellipsis, line + from);
}

static void add_line(bd_env *env, const bd_draw_text *t, const char *text, bd_point at,
		     bd_node *group)
{
	bd_line line = bd_text_line(
		env, t->from_right ? limited_at_head(env, t, text) : limited(env, t, text),
		&t->font, t->place);
	double share = t->align == BD_TEXT_RIGHT ? 1 : t->align == BD_TEXT_CENTER ? 0.5 : 0;
	bd_node *before = group->group.last;
	bd_add_line(group, &line, at.x - line.width * share, at.y, t->fill);
	for (bd_node *n = before ? before->next : group->group.first; n; n = n->next)
		n->glyphs.stroke = t->stroke;
}

void bd_draw_text_add(bd_env *env, const bd_draw_text *t, bd_node *group)
{
	bool stroked = t->stroke.paint.kind != BD_PAINT_NONE && t->stroke.width > 0;
	bool finite = isfinite(t->x) && isfinite(t->y) && isfinite(t->dx) && isfinite(t->dy);
	if (!t->text || !finite || !(t->font.size > 0) ||
	    (t->fill.kind == BD_PAINT_NONE && !stroked))
		return;
	bd_point at = { t->x + t->dx,
			t->y + t->dy +
				bd_baseline_offset(t->baseline, t->font.size, line_height(t)) };
	if (isfinite(t->angle) && fmod(t->angle, 360) != 0) {
		group = bd_add_group(group);
		group->group.transform = bd_matrix_multiply(bd_matrix_translate(t->x, t->y),
							    bd_matrix_rotate(t->angle));
		at.x -= t->x;
		at.y -= t->y;
	}
	for (const char *line = t->text; line; at.y += line_height(t)) {
		const char *end = strchr(line, '\n');
		const char *text =
			end ? bd_strndup(env->scratch, line, (size_t)(end - line)) : line;
		if (*text)
			add_line(env, t, text, at, group);
		line = end ? end + 1 : NULL;
	}
}

void bd_draw_guide_text(bd_env *env, const bd_guide_text *text, bd_node *group)
{
	if (!text->text || text->hidden)
		return;
	bd_draw_text t = { .text = text->text,
			   .x = text->x,
			   .y = text->y,
			   .angle = text->angle,
			   .align = text->align,
			   .baseline = text->baseline,
			   .font = text->font,
			   .limit = text->limit,
			   .line_height = text->line_height,
			   .fill = bd_draw_dimmed(bd_solid(text->color), text->opacity) };
	bd_draw_text_add(env, &t, group);
}

static double or_zero(double number)
{
	return isnan(number) ? 0 : number;
}

static bd_draw_text text_item(const bd_items *m, size_t i)
{
	double radius = or_zero(bd_number_at(m->radius, i));
	double theta = or_zero(bd_number_at(m->theta, i)) - M_PI / 2; /* 0 is upwards */
	double size = bd_number_at(m->font_size, i), weight = bd_number_at(m->font_weight, i);
	return (bd_draw_text){
		.text = bd_string_at(m->text, i),
		.x = or_zero(bd_number_at(m->x, i)) + radius * cos(theta),
		.y = or_zero(bd_number_at(m->y, i)) + radius * sin(theta),
		.angle = or_zero(bd_number_at(m->angle, i)),
		.dx = or_zero(bd_number_at(m->dx, i)),
		.dy = or_zero(bd_number_at(m->dy, i)),
		.align = m->aligns ? (bd_text_align)m->aligns[i] : m->align,
		.baseline = m->baselines ? (bd_text_baseline)m->baselines[i] : m->baseline,
		.font = { .family = m->font ? m->font : "sans-serif",
			  .size = isnan(size) ? 11 : fmin(size, 1000),
			  .weight = isnan(weight) ? 400 : bd_int(weight),
			  .italic = m->italic },
		.limit = or_zero(bd_number_at(m->limit, i)),
		.line_height = m->line_height,
		.ellipsis = m->ellipsis,
		.from_right = m->from_right,
		.fill = bd_draw_fill(m, i),
		.stroke = bd_draw_stroke(m, i),
		.place = m->place,
	};
}

void bd_draw_texts(bd_env *env, const bd_items *mark, bd_node *group)
{
	for (size_t i = 0; i < mark->count; i++) {
		bd_draw_text text = text_item(mark, i);
		bd_draw_text_add(env, &text, bd_draw_link(mark, i, group));
	}
}
