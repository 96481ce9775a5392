/* paint.c - paints as a spec writes them: CSS colours and gradients (props.h). */
#include "base/array.h"
#include "chart/encode/props.h"

static bd_color color_or_black(const bd_view *view, const bd_json *node)
{
	bd_color color = BD_BLACK;
	const char *text = bd_json_string(node, "");
	if (!bd_color_parse(text, &color))
		bd_error(view->c->env->diags, &node->place, BD_BAD_COLOR, text);
	return color;
}

static bd_color stop_color(const bd_view *view, const bd_json *stop)
{
	const bd_json *color = bd_json_get(stop, "color");
	if (color)
		return color_or_black(view, color);
	bd_error(view->c->env->diags, &stop->place, BD_MISSING_FIELD, "color");
	return BD_BLACK;
}

static bd_paint gradient_of(const bd_view *view, const bd_json *value)
{
	bd_arena *arena = view->c->env->arena;
	bd_gradient *gradient = BD_NEW(arena, bd_gradient);
	const bd_json *stops = bd_json_get(value, "stops"), *stop;
	gradient->radial = bd_json_equals_string(bd_json_get(value, "gradient"), "radial");
	gradient->x1 = bd_json_number(bd_json_get(value, "x1"), gradient->radial ? 0.5 : 0);
	gradient->y1 = bd_json_number(bd_json_get(value, "y1"), gradient->radial ? 0.5 : 0);
	gradient->x2 = bd_json_number(bd_json_get(value, "x2"), gradient->radial ? 0.5 : 1);
	gradient->y2 = bd_json_number(bd_json_get(value, "y2"), gradient->radial ? 0.5 : 0);
	gradient->r1 = bd_json_number(bd_json_get(value, "r1"), 0);
	gradient->r2 = bd_json_number(bd_json_get(value, "r2"), 0.5);
	BD_LIST(bd_gradient_stop) list = { 0 };
	bd_each (stop, stops)
		bd_push(arena, &list,
			((bd_gradient_stop){ bd_json_number(bd_json_get(stop, "offset"), 0),
					     stop_color(view, stop) }));
	gradient->stops = list.items;
	gradient->stop_count = list.count;
	return (bd_paint){ .kind = BD_PAINT_GRADIENT, .opacity = 1, .gradient = gradient };
}

bd_paint bd_chart_paint(const bd_view *view, const bd_json *value)
{
	value = bd_chart_resolve(view, value);
	if (bd_json_get(value, "gradient"))
		return gradient_of(view, value);
	if (!bd_json_is(value, BD_JSON_STRING))
		return BD_NO_PAINT;
	if (bd_json_equals_string(value, "none") || value->count == 0)
		return BD_NO_PAINT;
	return bd_solid(color_or_black(view, value));
}
