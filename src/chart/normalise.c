/* normalise.c - the many ways to write a Vega-Lite spec, reduced to four: unit, layer, facet and
 * concat.
 *
 * Everything here rewrites JSON and knows nothing of data: later stages meet no shorthand. Nodes
 * that are made keep the place of what they stand for, so complaints point at the author's text. */
#include "base/str.h"
#include "chart/composite.h"
#include "chart/model.h"
#include "chart/rewrite.h"

typedef struct repetition {
	const bd_json *repeat, *row, *column, *layer;
} repetition;

typedef struct inherited {
	const bd_json *encoding, *projection;
	repetition repeater;
	int depth;
} inherited;

static const bd_json *normalise(bd_compiler *c, const bd_json *spec, inherited in);

/* --- repeat --- */

static const bd_json *repeated_value(const bd_json *name, const repetition *repeater)
{
	const char *which = bd_json_string(name, "");
	return bd_streq(which, "repeat")   ? repeater->repeat
	       : bd_streq(which, "row")    ? repeater->row
	       : bd_streq(which, "column") ? repeater->column
	       : bd_streq(which, "layer")  ? repeater->layer
					   : NULL;
}

/* {"repeat": "row"} wherever it stands in an encoding becomes what it stands for. */
static const bd_json *fill_repeats(bd_compiler *c, const bd_json *node, const repetition *repeater)
{
	const bd_json *reference = node && node->count == 1 ? bd_json_get(node, "repeat") : NULL;
	if (bd_json_is(reference, BD_JSON_STRING)) {
		const bd_json *value = repeated_value(reference, repeater);
		if (value != NULL)
			return value;
		bd_error(c->env->diags, &reference->place, BD_UNKNOWN_NAME, "repeat",
			 reference->string);
		return NULL;
	}
	if (bd_json_is(node, BD_JSON_OBJECT)) {
		bd_each_member (member, node) {
			const bd_json *filled = fill_repeats(c, member->value, repeater);
			if (filled != member->value)
				node = bd_json_with(c->arena, node, member->name, filled);
		}
	} else if (bd_json_is(node, BD_JSON_ARRAY) && node->count > 0) {
		const bd_json **items = BD_ARRAY(c->arena, node->count, const bd_json *);
		bool changed = false;
		for (size_t i = 0; i < node->count; i++) {
			items[i] = fill_repeats(c, node->items[i], repeater);
			changed |= items[i] != node->items[i];
		}
		if (changed)
			return bd_json_new_array(c->arena, items, node->count, node);
	}
	return node;
}

static const bd_json *repeat_child(bd_compiler *c, const bd_json *spec, inherited in)
{
	return normalise(c, bd_json_get(spec, "spec"), in);
}

/* What is no list was complained of when the names were checked. */
static const bd_json *list_of(const bd_json *node)
{
	return bd_json_is(node, BD_JSON_ARRAY) ? node : NULL;
}

static const bd_json *normalise_repeat(bd_compiler *c, const bd_json *spec, inherited in)
{
	const bd_json *repeat = bd_json_get(spec, "repeat");
	const bd_json *layer = bd_json_get(repeat, "layer"), *item;
	bd_json_list children = { 0 };
	if (layer != NULL) {
		const bd_json *rest = bd_json_with(c->arena, repeat, "layer", NULL);
		bd_each (item, layer) {
			in.repeater.layer = item;
			bd_push(c->arena, &children, repeat_child(c, spec, in));
		}
		const bd_json *out = bd_rewrite_without(c, spec, "repeat", "spec", NULL);
		out = bd_json_with(c->arena, out, "layer", bd_rewrite_array(c, &children, layer));
		if (rest->count == 0)
			return out;
		out = bd_rewrite_set(c, bd_json_new_object(c->arena, spec), "spec", out);
		return normalise_repeat(c, bd_json_with(c->arena, out, "repeat", rest), in);
	}
	const bd_json *none[1] = { NULL };
	const bd_json *lone = list_of(repeat), *row = list_of(bd_json_get(repeat, "row"));
	const bd_json *column = list_of(bd_json_get(repeat, "column"));
	const bd_json *const *rows = row ? row->items : none;
	const bd_json *const *columns = column ? column->items : none;
	const bd_json *const *lones = lone ? lone->items : none;
	for (size_t k = 0; k < (lone ? lone->count : 1); k++)
		for (size_t i = 0; i < (row ? row->count : 1); i++)
			for (size_t j = 0; j < (column ? column->count : 1); j++) {
				in.repeater.repeat = lones[k] ? lones[k] : in.repeater.repeat;
				in.repeater.row = rows[i] ? rows[i] : in.repeater.row;
				in.repeater.column = columns[j] ? columns[j] : in.repeater.column;
				bd_push(c->arena, &children, repeat_child(c, spec, in));
			}
	const bd_json *out = bd_rewrite_without(c, spec, "repeat", "spec", NULL);
	if (!lone)
		out = bd_json_with(
			c->arena, out, "columns",
			bd_json_new_number(c->arena, column ? (double)column->count : 1, repeat));
	if (bd_json_get(out, "align") == NULL)
		out = bd_rewrite_string(c, out, "align", "all");
	return bd_json_with(c->arena, out, "concat", bd_rewrite_array(c, &children, repeat));
}

/* --- encodings handed down by a layer --- */

static bool has_field_or_datum(const bd_json *def)
{
	return bd_json_get(def, "field") || bd_json_get(def, "datum") ||
	       bd_json_get(def, "aggregate");
}

static const bd_json *merge_channel(bd_compiler *c, const bd_json *under, const bd_json *own)
{
	if (own == NULL)
		return under;
	if (under == NULL || !bd_json_is(own, BD_JSON_OBJECT))
		return own;
	if (has_field_or_datum(own))
		return bd_json_is(under, BD_JSON_OBJECT)
			       ? bd_json_merge(c->arena, under, own, false)
			       : own;
	const bd_json *condition = bd_json_get(own, "condition");
	if (has_field_or_datum(condition))
		return bd_json_with(c->arena, own, "condition",
				    bd_json_merge(c->arena, under, condition, false));
	return own;
}

static const bd_json *merge_encoding(bd_compiler *c, const bd_json *under, const bd_json *own,
				     bool for_layer)
{
	if (under == NULL)
		return own;
	const bd_json *out = own ? own : bd_json_new_object(c->arena, under);
	bd_each_member (member, under) {
		const bd_json *mine = bd_json_get(own, member->name);
		(void)for_layer;
		out = bd_json_with(c->arena, out, member->name,
				   merge_channel(c, member->value, mine));
	}
	return out;
}

static const bd_json *normalise_layer(bd_compiler *c, const bd_json *spec, inherited in)
{
	const bd_json *encoding = fill_repeats(c, bd_json_get(spec, "encoding"), &in.repeater);
	const bd_json *projection = bd_json_get(spec, "projection"), *item;
	in.encoding = merge_encoding(c, in.encoding, encoding, true);
	if (projection != NULL)
		in.projection = projection;
	bd_json_list children = { 0 };
	bd_each (item, bd_json_get(spec, "layer")) {
		const bd_json *child = item;
		/* A size that the layer gives is its children's. */
		if (bd_json_get(spec, "width") != NULL)
			child = bd_rewrite_set(c, child, "width", bd_json_get(spec, "width"));
		if (bd_json_get(spec, "height") != NULL)
			child = bd_rewrite_set(c, child, "height", bd_json_get(spec, "height"));
		bd_push(c->arena, &children, normalise(c, child, in));
	}
	const bd_json *out = bd_rewrite_without(c, spec, "encoding", "projection", NULL);
	return bd_json_with(c->arena, out, "layer",
			    bd_rewrite_array(c, &children, bd_json_get(spec, "layer")));
}

/* --- facet channels in a unit's encoding --- */

static const bd_json *facet_layout(bd_compiler *c, const bd_json *out, const bd_json *def,
				   const char *direction)
{
	static const char *const members[] = { "align", "center", "spacing", "columns" };
	for (size_t i = 0; i < 4; i++) {
		const bd_json *value = bd_json_get(def, members[i]);
		if (value == NULL || (direction && bd_streq(members[i], "columns")))
			continue;
		if (direction == NULL) {
			out = bd_rewrite_set(c, out, members[i], value);
			continue;
		}
		const bd_json *both = bd_json_get(out, members[i]);
		if (!bd_json_is(both, BD_JSON_OBJECT))
			both = bd_json_new_object(c->arena, value);
		out = bd_rewrite_set(c, out, members[i],
				     bd_json_with(c->arena, both, direction, value));
	}
	return out;
}

static const bd_json *normalise_faceted_unit(bd_compiler *c, const bd_json *spec, inherited in)
{
	const bd_json *encoding = fill_repeats(
		c, merge_encoding(c, in.encoding, bd_json_get(spec, "encoding"), false),
		&in.repeater);
	const bd_json *facet = bd_json_get(encoding, "facet");
	const bd_json *row = bd_json_get(encoding, "row");
	const bd_json *column = bd_json_get(encoding, "column");
	static const char *const inner_members[] = { "mark",   "width", "height",
						     "params", "view",  "projection" };
	const bd_json *inner = bd_json_new_object(c->arena, spec);
	const bd_json *outer = bd_rewrite_without(c, spec, "encoding", NULL);
	for (size_t i = 0; i < sizeof inner_members / sizeof inner_members[0]; i++) {
		const bd_json *value = bd_json_get(spec, inner_members[i]);
		if (value == NULL)
			continue;
		inner = bd_json_with(c->arena, inner, inner_members[i], value);
		outer = bd_json_with(c->arena, outer, inner_members[i], NULL);
	}
	encoding = bd_rewrite_without(c, encoding, "row", "column", "facet", NULL);
	inner = bd_json_with(c->arena, inner, "encoding", encoding);
	const bd_json *fields = facet;
	if (row == NULL && column == NULL) {
		outer = facet_layout(c, outer, facet, NULL);
	} else {
		fields = bd_json_new_object(c->arena, row ? row : column);
		if (row != NULL) {
			fields = bd_json_with(c->arena, fields, "row", row);
			outer = facet_layout(c, outer, row, "row");
		}
		if (column != NULL) {
			fields = bd_json_with(c->arena, fields, "column", column);
			outer = facet_layout(c, outer, column, "column");
		}
	}
	in.encoding = NULL;
	outer = bd_json_with(c->arena, outer, "facet", fields);
	return bd_json_with(c->arena, outer, "spec", normalise(c, inner, in));
}

/* --- units --- */

static const bd_json *normalise_unit(bd_compiler *c, const bd_json *spec, inherited in)
{
	const bd_json *encoding =
		merge_encoding(c, in.encoding, bd_json_get(spec, "encoding"), false);
	if (bd_json_get(encoding, "row") || bd_json_get(encoding, "column") ||
	    bd_json_get(encoding, "facet"))
		return normalise_faceted_unit(c, spec, in);
	if (encoding != NULL) {
		encoding = fill_repeats(c, encoding, &in.repeater);
		spec = bd_rewrite_set(c, spec, "encoding", encoding);
	}
	if (in.projection != NULL && bd_json_get(spec, "projection") == NULL)
		spec = bd_json_with(c->arena, spec, "projection", in.projection);
	bool good = true;
	const bd_json *composite =
		bd_composite_layers(c->arena, c->env->diags, c->config, spec, &good);
	if (!good)
		return bd_json_new_object(c->arena, spec);
	if (composite == NULL)
		composite = bd_normalise_overlay(c, spec);
	if (composite != NULL) {
		in.encoding = in.projection = NULL;
		return normalise(c, composite, in);
	}
	return bd_normalise_ranged_line(c, spec);
}

static const bd_json *normalise_facet(bd_compiler *c, const bd_json *spec, inherited in)
{
	const bd_json *facet = fill_repeats(c, bd_json_get(spec, "facet"), &in.repeater);
	spec = bd_json_with(c->arena, spec, "facet", facet);
	return bd_json_with(c->arena, spec, "spec", normalise(c, bd_json_get(spec, "spec"), in));
}

static const bd_json *normalise_concat(bd_compiler *c, const bd_json *spec, const char *member,
				       inherited in)
{
	bd_json_list children = { 0 };
	const bd_json *item;
	bd_each (item, bd_json_get(spec, member))
		bd_push(c->arena, &children, normalise(c, item, in));
	return bd_json_with(c->arena, spec, member,
			    bd_rewrite_array(c, &children, bd_json_get(spec, member)));
}

static const bd_json *normalise(bd_compiler *c, const bd_json *spec, inherited in)
{
	static const char *const concats[] = { "concat", "hconcat", "vconcat" };
	if (++in.depth > BD_MAX_DEPTH)
		return bd_json_new_object(c->arena, spec);
	if (bd_json_get(spec, "facet"))
		return normalise_facet(c, spec, in);
	if (bd_json_get(spec, "repeat"))
		return normalise_repeat(c, spec, in);
	if (bd_json_get(spec, "layer"))
		return normalise_layer(c, spec, in);
	for (size_t i = 0; i < 3; i++)
		if (bd_json_get(spec, concats[i]))
			return normalise_concat(c, spec, concats[i], in);
	if (bd_json_get(spec, "mark"))
		return normalise_unit(c, spec, in);
	if (bd_json_is(spec, BD_JSON_OBJECT))
		bd_error(c->env->diags, &spec->place, BD_MISSING_FIELD, "mark");
	return bd_json_new_object(c->arena, spec);
}

const bd_json *bd_chart_normalise(bd_compiler *c, const bd_json *spec)
{
	return normalise(c, spec, (inherited){ 0 });
}
