/* guide.c - properties and texts that axes, legends and headers have in common (guide.h). */
#include "chart/guides/guide.h"
#include "base/number.h"
#include "base/str.h"
#include "chart/encode/params.h"
#include "chart/encode/props.h"

#include <math.h>
#include <string.h>

static const bd_json *styled(const bd_guide_plan *plan, const char *name)
{
	const bd_json *style = NULL, *item;
	for (size_t i = 0; i < plan->said_count && !style; i++)
		style = bd_json_get(plan->said[i], "style");
	if (bd_json_is(style, BD_JSON_STRING))
		return bd_json_find(plan->view->c->config, "style", style->string, name, NULL);
	const bd_json *found = NULL;
	bd_each (item, style) {
		const bd_json *value = bd_json_find(plan->view->c->config, "style",
						    bd_json_string(item, ""), name, NULL);
		found = value ? value : found;
	}
	return found;
}

static const bd_json *raw_property(const bd_guide_plan *plan, const char *name)
{
	for (size_t i = 0; i < plan->said_count; i++) {
		const bd_json *value = bd_json_get(plan->said[i], name);
		if (value)
			return value;
	}
	const bd_json *value = styled(plan, name);
	for (size_t i = 0; !value && i < plan->config_count; i++)
		value = bd_json_find(plan->view->c->config, plan->configs[i], name, NULL);
	return value;
}

const bd_json *bd_guide_property(const bd_guide_plan *plan, const char *name)
{
	const bd_json *value = bd_chart_resolve(plan->view, raw_property(plan, name));
	if (bd_json_get(value, "condition"))
		return bd_json_get(value, "value");
	return value;
}

const bd_json *bd_guide_property_for(const bd_guide_plan *plan, const char *name, bd_value datum)
{
	const bd_json *value = raw_property(plan, name), *item;
	const bd_json *condition = bd_json_get(value, "condition");
	if (!condition)
		return bd_chart_resolve(plan->view, value);
	bd_compiler *c = plan->view->c;
	if (!bd_json_is(condition, BD_JSON_ARRAY))
		condition = bd_json_new_array(c->arena, &condition, 1, condition);
	bd_table *table = bd_table_from_values(c->arena, &datum, 1);
	bd_each (item, condition) {
		const uint8_t *holds = bd_condition_rows(plan->view, table, item);
		if (holds && holds[0])
			return bd_chart_resolve(plan->view, bd_json_get(item, "value")
								    ? bd_json_get(item, "value")
								    : item);
	}
	return bd_chart_resolve(plan->view,
				bd_json_get(value, "value") ? bd_json_get(value, "value") : NULL);
}

double bd_guide_number(const bd_guide_plan *plan, const char *name, double otherwise)
{
	return bd_json_number(bd_guide_property(plan, name), otherwise);
}

bool bd_guide_bool(const bd_guide_plan *plan, const char *name, bool otherwise)
{
	return bd_json_bool(bd_guide_property(plan, name), otherwise);
}

const char *bd_guide_string(const bd_guide_plan *plan, const char *name, const char *otherwise)
{
	return bd_json_string(bd_guide_property(plan, name), otherwise);
}

bd_color bd_guide_color(const bd_guide_plan *plan, const char *name, const char *otherwise)
{
	const bd_json *value = bd_guide_property(plan, name);
	bd_color color = BD_TRANSPARENT;
	if (bd_json_is(value, BD_JSON_STRING)) {
		bd_paint paint = bd_chart_paint(plan->view, value);
		return paint.kind == BD_PAINT_SOLID ? paint.color : BD_TRANSPARENT;
	}
	if (value && value->kind == BD_JSON_NULL)
		return BD_TRANSPARENT;
	if (otherwise)
		bd_color_parse(otherwise, &color);
	return color;
}

bd_dash bd_guide_dash(const bd_guide_plan *plan, const char *name)
{
	const bd_json *value = bd_guide_property(plan, name), *item;
	if (!bd_json_is(value, BD_JSON_ARRAY) || value->count == 0)
		return (bd_dash){ 0 };
	double *lengths = BD_ARRAY(plan->view->c->env->arena, value->count, double);
	bd_each (item, value)
		lengths[bd_i_item] = bd_json_number(item, 0);
	return (bd_dash){ lengths, value->count };
}

/* --- texts --- */

int bd_font_weight_of(const bd_json *node)
{
	const char *word = bd_json_string(node, NULL);
	if (word)
		return bd_streq(word, "bold") || bd_streq(word, "bolder") ? 700
		       : bd_streq(word, "lighter")                        ? 300
									  : 400;
	return bd_int(bd_json_number(node, 400));
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

double bd_text_measure(bd_compiler *c, const bd_guide_text *text)
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

double bd_text_height(const bd_guide_text *text)
{
	double line = isnan(text->line_height) || text->line_height <= 0 ? text->font.size + 2
									 : text->line_height;
	double lines = 1;
	for (const char *p = text->text; p && *p; p++)
		lines += *p == '\n';
	return text->font.size + (lines - 1) * line;
}
