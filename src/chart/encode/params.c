/* params.c - parameters in their first state (params.h). */
#include "chart/encode/params.h"
#include "base/limits.h"
#include "base/str.h"
#include "chart/encode/views.h"
#include "json/rewrite.h"

#include <math.h>
#include <string.h>

static void gather(bd_compiler *c, const bd_json *node, int depth)
{
	const bd_json *param;
	if (!bd_json_is(node, BD_JSON_OBJECT) || depth > BD_MAX_DEPTH)
		return;
	bd_each (param, bd_json_get(node, "params")) {
		const char *name = bd_json_string(bd_json_get(param, "name"), NULL);
		if (name)
			c->params = bd_rewrite_set(c->arena, c->params, name, param);
	}
	static const char *const lists[] = { "layer", "concat", "hconcat", "vconcat" };
	for (int i = 0; i < 4; i++) {
		const bd_json *child;
		bd_each (child, bd_json_get(node, lists[i]))
			gather(c, child, depth + 1);
	}
	gather(c, bd_json_get(node, "spec"), depth + 1);
}

/* A plot's size while its guides and marks are made. */
static bool find_size(bd_compiler *c, const char *name, bd_value *value)
{
	bool width = bd_streq(name, "width");
	if (!width && !bd_streq(name, "height"))
		return false;
	if (!c->at)
		return false;
	const bd_view *plot = bd_view_plot(c->at);
	*value = bd_v_number(width ? plot->width : plot->height);
	return true;
}

/* The value of a parameter in its first state; an interval says its channels: {"x": [55, 160]}. */
static bool find(void *user, const char *name, bd_value *value)
{
	bd_compiler *c = user;
	const bd_json *param = bd_json_get(c->params, name);
	if (!param)
		return find_size(c, name, value);
	const bd_json *said = bd_json_get(param, "value"), *text = bd_json_get(param, "expr");
	*value = bd_v_undefined();
	if (said) {
		*value = bd_json_value(c->arena, said);
	} else if (bd_json_is(text, BD_JSON_STRING) && c->depth < 16) {
		c->depth++;
		const bd_expr *expr = bd_expr_parse(c->env, text->string, &text->place, &c->names);
		*value = expr ? bd_expr_eval(expr, c->arena, bd_v_undefined()) : bd_v_null();
		c->depth--;
	} else if (bd_json_get(param, "select")) {
		*value = (bd_value){ .kind = BD_V_OBJECT };
	} else {
		*value = bd_v_null();
	}
	return true;
}

void bd_params_gather(bd_compiler *c, const bd_json *spec)
{
	const bd_json *param;
	bd_each (param, bd_json_get(c->config, "params")) {
		const char *name = bd_json_string(bd_json_get(param, "name"), NULL);
		if (name)
			c->params = bd_rewrite_set(c->arena, c->params, name, param);
	}
	gather(c, spec, 0);
	c->names = (bd_names){ .find = find, .user = c };
}
