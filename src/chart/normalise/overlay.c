/* overlay.c - lines and areas with points or an edge on them become layers, and ranged lines
 * rules (normalise.c). */
#include "base/str.h"
#include "chart/normalise/normalise.h"

const bd_json *bd_normalise_mark(const bd_normaliser *n, const bd_json *spec)
{
	const bd_json *mark = bd_json_get(spec, "mark");
	if (!bd_json_is(mark, BD_JSON_STRING))
		return mark;
	return bd_json_with(n->arena, bd_json_new_object(n->arena, mark), "type", mark);
}

/* What the mark or its config says of an overlay: an object of properties, or NULL for none. */
static const bd_json *overlay_of(const bd_normaliser *n, const bd_json *mark, const char *name)
{
	const bd_json *said = bd_json_get(mark, name);
	if (said == NULL) {
		const char *type = bd_json_string(bd_json_get(mark, "type"), "");
		said = bd_json_find(n->config, type, name, NULL);
	}
	if (bd_json_equals_string(said, "transparent"))
		return bd_rewrite_number(n->arena, bd_json_new_object(n->arena, said), "opacity",
					 0);
	if (bd_json_is(said, BD_JSON_OBJECT))
		return said;
	return bd_json_bool(said, false) ? bd_json_new_object(n->arena, said) : NULL;
}

/* By the mark or by the config of its type, or of all marks. */
static bool is_said(const bd_normaliser *n, const bd_json *mark, const char *name)
{
	const char *type = bd_json_string(bd_json_get(mark, "type"), "");
	return bd_json_get(mark, name) || bd_json_find(n->config, type, name, NULL) ||
	       bd_json_find(n->config, "mark", name, NULL);
}

static const bd_json *pick(const bd_normaliser *n, const bd_json *from, const bd_json *into,
			   const char *const *names)
{
	for (; *names; names++)
		if (bd_json_get(from, *names) != NULL)
			into = bd_json_with(n->arena, into, *names, bd_json_get(from, *names));
	return into;
}

/* The encoding of an overlay: on the edge of the area, stacked as the area is. */
static const bd_json *overlay_encoding(const bd_normaliser *n, const bd_json *spec,
				       const bd_json *mark)
{
	const bd_json *encoding = bd_json_get(spec, "encoding");
	const char *offset = NULL;
	const char *name = n->find_stack(n->user, mark, encoding, &offset);
	if (name != NULL && offset != NULL) {
		const bd_json *def = bd_json_get(encoding, name);
		encoding = bd_json_with(n->arena, encoding, name,
					bd_rewrite_string(n->arena, def, "stack", offset));
	}
	return bd_rewrite_without(n->arena, encoding, "x2", "y2", NULL);
}

static const bd_json *overlay_layer(const bd_normaliser *n, const bd_json *mark, const char *type,
				    const bd_json *properties, const bd_json *encoding)
{
	static const char *const line_members[] = { "clip", "interpolate", "tension", NULL };
	static const char *const point_members[] = { "clip", NULL };
	bool line = bd_streq(type, "line");
	const bd_json *own =
		bd_rewrite_string(n->arena, bd_json_new_object(n->arena, mark), "type", type);
	own = pick(n, mark, own, line ? line_members : point_members);
	if (!line) {
		own = bd_rewrite_number(n->arena, own, "opacity", 1);
		own = bd_rewrite_bool(n->arena, own, "filled", true);
	}
	own = bd_json_merge(n->arena, own, properties, false);
	const bd_json *layer = bd_rewrite_set(n->arena, NULL, "mark", own);
	return bd_json_with(n->arena, layer, "encoding", encoding);
}

const bd_json *bd_normalise_overlay(const bd_normaliser *n, const bd_json *spec)
{
	const bd_json *mark = bd_normalise_mark(n, spec);
	const char *type = bd_json_string(bd_json_get(mark, "type"), "");
	bool area = bd_streq(type, "area");
	if (!area && !bd_streq(type, "line") && !bd_streq(type, "trail"))
		return NULL;
	const bd_json *point = overlay_of(n, mark, "point");
	/* A shape is for points: so the line has some. */
	const bd_json *shape = bd_json_find(spec, "encoding", "shape", NULL);
	if (!point && shape && !bd_json_get(mark, "point"))
		point = bd_json_new_object(n->arena, shape);
	const bd_json *line = area ? overlay_of(n, mark, "line") : NULL;
	if (point == NULL && line == NULL)
		return NULL;
	const bd_json *plain =
		bd_json_with(n->arena, mark, "point", bd_json_new_bool(n->arena, false, mark));
	if (area)
		plain = bd_json_with(n->arena, plain, "line",
				     bd_json_new_bool(n->arena, false, mark));
	if (area && !is_said(n, mark, "opacity") && !is_said(n, mark, "fillOpacity"))
		plain = bd_rewrite_number(n->arena, plain, "opacity", 0.7);
	const bd_json *encoding = bd_json_get(spec, "encoding");
	const bd_json *on_top = overlay_encoding(n, spec, plain);
	bd_json_list layers = { 0 };
	const bd_json *base = bd_rewrite_set(n->arena, NULL, "mark", plain);
	if (bd_json_get(spec, "params"))
		base = bd_json_with(n->arena, base, "params", bd_json_get(spec, "params"));
	base = bd_json_with(n->arena, base, "encoding",
			    bd_rewrite_without(n->arena, encoding, "shape", NULL));
	bd_push(n->arena, &layers, base);
	if (line != NULL)
		bd_push(n->arena, &layers, overlay_layer(n, mark, "line", line, on_top));
	if (point != NULL)
		bd_push(n->arena, &layers, overlay_layer(n, mark, "point", point, on_top));
	const bd_json *out = bd_rewrite_without(n->arena, spec, "mark", "encoding", "params", NULL);
	return bd_json_with(n->arena, out, "layer", bd_rewrite_array(n->arena, &layers, mark));
}

const bd_json *bd_normalise_ranged_line(const bd_normaliser *n, const bd_json *spec)
{
	const bd_json *mark = bd_normalise_mark(n, spec);
	const bd_json *encoding = bd_json_get(spec, "encoding");
	if (bd_json_equals_string(bd_json_get(mark, "type"), "line") &&
	    (bd_json_get(encoding, "x2") || bd_json_get(encoding, "y2")))
		mark = bd_rewrite_string(n->arena, mark, "type", "rule");
	return bd_json_with(n->arena, spec, "mark", mark);
}
