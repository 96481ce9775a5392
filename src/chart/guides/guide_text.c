/* guide_text.c - texts of guides: their look, and what they measure (guide.h). */
#include "base/number.h"
#include "base/str.h"
#include "chart/encode/props.h"
#include "chart/guides/guide.h"

#include <math.h>
#include <string.h>

int bd_font_weight_of(const bd_json *node)
{
	const char *word = bd_json_string(node, NULL);
	return word ? bd_font_weight_find(word) : bd_int(bd_json_number(node, 400));
}

/* "labelFontSize" of the guide, else "fontSize" of the style. */
static const bd_json *text_property(const bd_guide_plan *plan, const char *style,
				    const char *prefix, const char *name, const char *style_name)
{
	const bd_json *value =
		bd_guide_property(plan, bd_printf(plan->view->c->arena, "%s%s", prefix, name));
	return value ? value
		     : bd_chart_resolve(plan->view, bd_json_find(plan->view->c->config, "style",
								 style, style_name, NULL));
}

bd_guide_text bd_guide_text_new(const bd_guide_plan *plan, const char *style, const char *prefix)
{
	bd_guide_text text = { .opacity = 1, .color = BD_BLACK, .line_height = NAN };
	bd_arena *arena = plan->view->c->env->arena;
	text.font.family =
		bd_strdup(arena, bd_json_string(text_property(plan, style, prefix, "Font", "font"),
						"sans-serif"));
	text.font.size =
		bd_json_number(text_property(plan, style, prefix, "FontSize", "fontSize"), 10);
	text.font.weight =
		bd_font_weight_of(text_property(plan, style, prefix, "FontWeight", "fontWeight"));
	text.font.tabular = bd_streq(prefix, "label");
	text.font.italic = bd_is_italic(
		bd_json_string(text_property(plan, style, prefix, "FontStyle", "fontStyle"), ""));
	text.opacity = bd_json_number(text_property(plan, style, prefix, "Opacity", "opacity"), 1);
	text.line_height =
		bd_json_number(text_property(plan, style, prefix, "LineHeight", "lineHeight"), NAN);
	text.limit = bd_json_number(text_property(plan, style, prefix, "Limit", "limit"), 0);
	const bd_json *color = text_property(plan, style, prefix, "Color", "fill");
	bd_paint paint = bd_chart_paint(plan->view, color);
	if (paint.kind == BD_PAINT_SOLID)
		text.color = paint.color;
	return text;
}

double bd_guide_text_measure(bd_compiler *c, const bd_guide_text *text)
{
	double widest = 0;
	for (const char *line = text->text; line && *line;) {
		const char *end = strchr(line, '\n');
		const char *one = end ? bd_strndup(c->arena, line, (size_t)(end - line)) : line;
		widest = fmax(widest, bd_text_width(c->env, one, &text->font));
		line = end ? end + 1 : NULL;
	}
	return text->limit > 0 ? fmin(widest, text->limit) : widest;
}

double bd_guide_text_height(const bd_guide_text *text)
{
	double line = isnan(text->line_height) || text->line_height <= 0 ? text->font.size + 2
									 : text->line_height;
	double lines = 1;
	for (const char *p = text->text; p && *p; p++)
		lines += *p == '\n';
	return text->font.size + (lines - 1) * line;
}

bd_rect bd_guide_text_cover(const bd_guide_text *label)
{
	double w = label->width, h = bd_guide_text_height(label);
	double x = label->align == BD_TEXT_LEFT ? 0 : label->align == BD_TEXT_RIGHT ? -w : -w / 2;
	double line = label->line_height > 0 ? label->line_height : label->font.size + 2;
	double y = bd_baseline_offset(label->baseline, label->font.size, line) -
		   bd_text_rise(label->font.size);
	bd_matrix turn = bd_matrix_multiply(bd_matrix_translate(label->x, label->y),
					    bd_matrix_rotate(label->angle));
	bd_rect all = { 0 };
	for (int i = 0; i < 4; i++) {
		bd_point p = bd_matrix_apply(
			turn, (bd_point){ x + (i & 1 ? w : 0), y + (i & 2 ? h : 0) });
		double right = i ? fmax(all.x + all.width, p.x) : p.x;
		double bottom = i ? fmax(all.y + all.height, p.y) : p.y;
		all.x = i ? fmin(all.x, p.x) : p.x;
		all.y = i ? fmin(all.y, p.y) : p.y;
		all.width = right - all.x;
		all.height = bottom - all.y;
	}
	return all;
}
