#include "chart/normalise/normalise.h"
#include "base/limits.h"
#include "base/str.h"
#include "chart/normalise/composite.h"

typedef struct repetition {
	const bd_json *repeat, *row, *column, *layer;
	bool any;
} repetition;

typedef struct inherited {
	const bd_json *encoding, *projection;
	repetition repeater;
	int depth;
} inherited;

static const bd_json *normalise(const bd_normaliser *n, const bd_json *spec, inherited in);

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

/* What is no word for a repetition was complained of when the names were checked; so was a
 * repetition of nothing. */
static void unknown_repetition(const bd_normaliser *n, const bd_json *name,
			       const repetition *repeater)
{
	static const char *const words[] = { "repeat", "row", "column", "layer" };
	const bd_json *given[] = { repeater->repeat, repeater->row, repeater->column,
				   repeater->layer };
	const char *names[4];
	size_t count = 0;
	bool is_word = false;
	for (int i = 0; i < 4; i++) {
		is_word |= bd_streq(name->string, words[i]);
		if (given[i])
			names[count++] = words[i];
	}
	if (is_word && count)
		bd_unknown_name(n->diags, &name->place, BD_TERM_REPETITION, name->string, names,
				count, sizeof *names);
	else if (is_word && !repeater->any)
		bd_error(n->diags, &name->place, BD_UNKNOWN_NAME, BD_TERM_REPETITION, name->string);
}

/* {"repeat": "row"} wherever it stands in an encoding becomes what it stands for. */
static const bd_json *fill_repeats(const bd_normaliser *n, const bd_json *node,
				   const repetition *repeater)
{
	const bd_json *reference = node && node->count == 1 ? bd_json_get(node, "repeat") : NULL;
	if (bd_json_is(reference, BD_JSON_STRING)) {
		const bd_json *value = repeated_value(reference, repeater);
		if (value != NULL)
			return value;
		unknown_repetition(n, reference, repeater);
		return NULL;
	}
	if (bd_json_is(node, BD_JSON_OBJECT)) {
		bd_each_member (member, node) {
			const bd_json *filled = fill_repeats(n, member->value, repeater);
			if (filled != member->value)
				node = bd_json_with(n->arena, node, member->name, filled);
		}
	} else if (bd_json_is(node, BD_JSON_ARRAY) && node->count > 0) {
		const bd_json **items = BD_ARRAY(n->arena, node->count, const bd_json *);
		bool changed = false;
		for (size_t i = 0; i < node->count; i++) {
			items[i] = fill_repeats(n, node->items[i], repeater);
			changed |= items[i] != node->items[i];
		}
		if (changed)
			return bd_json_new_array(n->arena, items, node->count, node);
	}
	return node;
}

static const bd_json *repeat_child(const bd_normaliser *n, const bd_json *spec, inherited in)
{
	return normalise(n, bd_json_get(spec, "spec"), in);
}

/* What is no list was complained of when the names were checked. */
static const bd_json *list_of(const bd_json *node)
{
	return bd_json_is(node, BD_JSON_ARRAY) ? node : NULL;
}

static const bd_json *normalise_repeat(const bd_normaliser *n, const bd_json *spec, inherited in)
{
	const bd_json *repeat = bd_json_get(spec, "repeat");
	const bd_json *layer = bd_json_get(repeat, "layer"), *item;
	bd_json_list children = { 0 };
	if (layer != NULL) {
		const bd_json *rest = bd_json_with(n->arena, repeat, "layer", NULL);
		bd_each (item, layer) {
			in.repeater.layer = item;
			bd_push(n->arena, &children, repeat_child(n, spec, in));
		}
		const bd_json *out = bd_rewrite_without(n->arena, spec, "repeat", "spec", NULL);
		out = bd_json_with(n->arena, out, "layer",
				   bd_rewrite_array(n->arena, &children, layer));
		if (rest->count == 0)
			return out;
		out = bd_rewrite_set(n->arena, bd_json_new_object(n->arena, spec), "spec", out);
		return normalise_repeat(n, bd_json_with(n->arena, out, "repeat", rest), in);
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
				bd_push(n->arena, &children, repeat_child(n, spec, in));
			}
	const bd_json *out = bd_rewrite_without(n->arena, spec, "repeat", "spec", NULL);
	if (!lone)
		out = bd_json_with(
			n->arena, out, "columns",
			bd_json_new_number(n->arena, column ? (double)column->count : 1, repeat));
	if (bd_json_get(out, "align") == NULL)
		out = bd_rewrite_string(n->arena, out, "align", "all");
	return bd_json_with(n->arena, out, "concat", bd_rewrite_array(n->arena, &children, repeat));
}

/* --- encodings handed down by a layer --- */

static bool has_field_or_datum(const bd_json *def)
{
	return bd_json_get(def, "field") || bd_json_get(def, "datum") ||
	       bd_json_get(def, "aggregate");
}

static const bd_json *merge_channel(const bd_normaliser *n, const bd_json *under,
				    const bd_json *own)
{
	if (own == NULL)
		return under;
	if (under == NULL || !bd_json_is(own, BD_JSON_OBJECT))
		return own;
	if (has_field_or_datum(own))
		return bd_json_is(under, BD_JSON_OBJECT)
			       ? bd_json_merge(n->arena, under, own, false)
			       : own;
	const bd_json *condition = bd_json_get(own, "condition");
	if (has_field_or_datum(condition))
		return bd_json_with(n->arena, own, "condition",
				    bd_json_merge(n->arena, under, condition, false));
	return own;
}

static const bd_json *merge_encoding(const bd_normaliser *n, const bd_json *under,
				     const bd_json *own)
{
	if (under == NULL)
		return own;
	const bd_json *out = own ? own : bd_json_new_object(n->arena, under);
	bd_each_member (member, under) {
		const bd_json *mine = bd_json_get(own, member->name);
		out = bd_json_with(n->arena, out, member->name,
				   merge_channel(n, member->value, mine));
	}
	return out;
}

static const bd_json *normalise_layer(const bd_normaliser *n, const bd_json *spec, inherited in)
{
	const bd_json *encoding = fill_repeats(n, bd_json_get(spec, "encoding"), &in.repeater);
	const bd_json *projection = bd_json_get(spec, "projection"), *item;
	in.encoding = merge_encoding(n, in.encoding, encoding);
	if (projection != NULL)
		in.projection = projection;
	bd_json_list children = { 0 };
	bd_each (item, bd_json_get(spec, "layer")) {
		const bd_json *child = item;
		/* A size that the layer gives is its children's. */
		if (bd_json_get(spec, "width") != NULL)
			child = bd_rewrite_set(n->arena, child, "width",
					       bd_json_get(spec, "width"));
		if (bd_json_get(spec, "height") != NULL)
			child = bd_rewrite_set(n->arena, child, "height",
					       bd_json_get(spec, "height"));
		bd_push(n->arena, &children, normalise(n, child, in));
	}
	const bd_json *out = bd_rewrite_without(n->arena, spec, "encoding", "projection", NULL);
	return bd_json_with(n->arena, out, "layer",
			    bd_rewrite_array(n->arena, &children, bd_json_get(spec, "layer")));
}

/* --- facet channels in a unit's encoding --- */

static const bd_json *facet_layout(const bd_normaliser *n, const bd_json *out, const bd_json *def,
				   const char *direction)
{
	static const char *const members[] = { "align", "center", "spacing", "columns" };
	for (size_t i = 0; i < 4; i++) {
		const bd_json *value = bd_json_get(def, members[i]);
		if (value == NULL || (direction && bd_streq(members[i], "columns")))
			continue;
		if (direction == NULL) {
			out = bd_rewrite_set(n->arena, out, members[i], value);
			continue;
		}
		const bd_json *both = bd_json_get(out, members[i]);
		if (!bd_json_is(both, BD_JSON_OBJECT))
			both = bd_json_new_object(n->arena, value);
		out = bd_rewrite_set(n->arena, out, members[i],
				     bd_json_with(n->arena, both, direction, value));
	}
	return out;
}

static const bd_json *normalise_faceted_unit(const bd_normaliser *n, const bd_json *spec,
					     inherited in)
{
	const bd_json *encoding = fill_repeats(
		n, merge_encoding(n, in.encoding, bd_json_get(spec, "encoding")), &in.repeater);
	const bd_json *facet = bd_json_get(encoding, "facet");
	const bd_json *row = bd_json_get(encoding, "row");
	const bd_json *column = bd_json_get(encoding, "column");
	static const char *const inner_members[] = { "mark",   "width", "height",
						     "params", "view",  "projection" };
	const bd_json *inner = bd_json_new_object(n->arena, spec);
	const bd_json *outer = bd_rewrite_without(n->arena, spec, "encoding", NULL);
	for (size_t i = 0; i < sizeof inner_members / sizeof inner_members[0]; i++) {
		const bd_json *value = bd_json_get(spec, inner_members[i]);
		if (value == NULL)
			continue;
		inner = bd_json_with(n->arena, inner, inner_members[i], value);
		outer = bd_json_with(n->arena, outer, inner_members[i], NULL);
	}
	encoding = bd_rewrite_without(n->arena, encoding, "row", "column", "facet", NULL);
	inner = bd_json_with(n->arena, inner, "encoding", encoding);
	const bd_json *fields = facet;
	if (row == NULL && column == NULL) {
		outer = facet_layout(n, outer, facet, NULL);
	} else {
		fields = bd_json_new_object(n->arena, row ? row : column);
		if (row != NULL) {
			fields = bd_json_with(n->arena, fields, "row", row);
			outer = facet_layout(n, outer, row, "row");
		}
		if (column != NULL) {
			fields = bd_json_with(n->arena, fields, "column", column);
			outer = facet_layout(n, outer, column, "column");
		}
	}
	in.encoding = NULL;
	outer = bd_json_with(n->arena, outer, "facet", fields);
	return bd_json_with(n->arena, outer, "spec", normalise(n, inner, in));
}

/* --- units --- */

static const bd_json *normalise_unit(const bd_normaliser *n, const bd_json *spec, inherited in)
{
	const bd_json *encoding = merge_encoding(n, in.encoding, bd_json_get(spec, "encoding"));
	if (bd_json_get(encoding, "row") || bd_json_get(encoding, "column") ||
	    bd_json_get(encoding, "facet"))
		return normalise_faceted_unit(n, spec, in);
	if (encoding != NULL) {
		encoding = fill_repeats(n, encoding, &in.repeater);
		spec = bd_rewrite_set(n->arena, spec, "encoding", encoding);
	}
	if (in.projection != NULL && bd_json_get(spec, "projection") == NULL)
		spec = bd_json_with(n->arena, spec, "projection", in.projection);
	bool good = true;
	const bd_json *composite = bd_composite_layers(n->arena, n->diags, n->config, spec, &good);
	if (!good)
		return bd_json_new_object(n->arena, spec);
	if (composite == NULL)
		composite = bd_normalise_overlay(n, spec);
	if (composite != NULL) {
		in.encoding = in.projection = NULL;
		return normalise(n, composite, in);
	}
	return bd_normalise_ranged_line(n, spec);
}

static const bd_json *normalise_facet(const bd_normaliser *n, const bd_json *spec, inherited in)
{
	const bd_json *facet = fill_repeats(n, bd_json_get(spec, "facet"), &in.repeater);
	spec = bd_json_with(n->arena, spec, "facet", facet);
	return bd_json_with(n->arena, spec, "spec", normalise(n, bd_json_get(spec, "spec"), in));
}

static const bd_json *normalise_concat(const bd_normaliser *n, const bd_json *spec,
				       const char *member, inherited in)
{
	bd_json_list children = { 0 };
	const bd_json *item;
	bd_each (item, bd_json_get(spec, member))
		bd_push(n->arena, &children, normalise(n, item, in));
	return bd_json_with(n->arena, spec, member,
			    bd_rewrite_array(n->arena, &children, bd_json_get(spec, member)));
}

static const bd_json *normalise(const bd_normaliser *n, const bd_json *spec, inherited in)
{
	static const char *const concats[] = { "concat", "hconcat", "vconcat" };
	if (++in.depth > BD_MAX_DEPTH)
		return bd_json_new_object(n->arena, spec);
	if (bd_json_get(spec, "facet"))
		return normalise_facet(n, spec, in);
	if (bd_json_get(spec, "repeat")) {
		in.repeater.any = true;
		return normalise_repeat(n, spec, in);
	}
	if (bd_json_get(spec, "layer"))
		return normalise_layer(n, spec, in);
	for (size_t i = 0; i < 3; i++)
		if (bd_json_get(spec, concats[i]))
			return normalise_concat(n, spec, concats[i], in);
	if (bd_json_get(spec, "mark"))
		return normalise_unit(n, spec, in);
	if (bd_json_is(spec, BD_JSON_OBJECT))
		bd_error(n->diags, &spec->place, BD_MISSING_FIELD, "mark");
	return bd_json_new_object(n->arena, spec);
}

const bd_json *bd_normalise(const bd_normaliser *n, const bd_json *spec)
{
	return normalise(n, spec, (inherited){ 0 });
}
