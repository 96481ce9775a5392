/* source.c - the data of each view: read once, with the columns read as dates or numbers that the
 * encodings below it mean as such, then its transforms (tables.h). */
#include "base/str.h"
#include "chart/encode/check_data.h"
#include "chart/encode/encode.h"
#include "chart/encode/selection.h"
#include "chart/encode/tables.h"

#include <math.h>

typedef struct parse_plan {
	BD_LIST(bd_read_column) columns;
} parse_plan;

static void read_as(bd_compiler *c, parse_plan *parse, const char *field, bd_read_as as,
		    const bd_place *place)
{
	for (size_t i = 0; field && i < parse->columns.count; i++)
		if (bd_streq(parse->columns.items[i].field, field))
			return;
	if (field)
		bd_push(c->arena, &parse->columns,
			((bd_read_column){ .field = field, .as = as, .place = place }));
}

static void read_as_date(bd_compiler *c, parse_plan *parse, const char *field,
			 const bd_place *place)
{
	read_as(c, parse, field, BD_AS_DATE, place);
}

/* Aggregates that look at text as it is. */
static bool takes_text(const char *aggregate)
{
	static const char *const names[] = { "count", "distinct", "valid", "missing", "values" };
	for (size_t i = 0; aggregate && i < sizeof names / sizeof *names; i++)
		if (bd_streq(aggregate, names[i]))
			return true;
	return false;
}

/* Quantitative columns are read as numbers from the file itself, without text in between; in a
 * poster as people write them. */
static void add_quantitative(bd_view *unit, bd_channel_def *def, void *user)
{
	parse_plan *parse = user;
	if (def->type != BD_QUANTITATIVE || !def->field || takes_text(def->aggregate))
		return;
	for (size_t i = 0; i < parse->columns.count; i++)
		if (bd_streq(parse->columns.items[i].field, def->field))
			return;
	bd_push(unit->c->arena, &parse->columns,
		((bd_read_column){
			.field = def->field, .as = BD_AS_NUMBER, .place = &def->json->place }));
}

static void add_temporal(bd_view *unit, bd_channel_def *def, void *user)
{
	bool counts = def->aggregate && bd_streq(def->aggregate, "count");
	if ((def->type == BD_TEMPORAL || def->unit) && !counts)
		read_as_date(unit->c, user, def->field, &def->json->place);
	/* Text has a least and a greatest too: of numbers, they must be read as such. */
	else if (def->aggregate &&
		 (bd_streq(def->aggregate, "min") || bd_streq(def->aggregate, "max")))
		read_as(unit->c, user, def->field, BD_AS_NUMBER, &def->json->place);
}

/* Fields that a predicate compares as dates. */
static void add_predicate(bd_compiler *c, parse_plan *parse, const bd_json *predicate)
{
	const bd_json *item;
	if (bd_json_get(predicate, "timeUnit") && bd_json_get(predicate, "field"))
		read_as_date(c, parse, bd_json_string(bd_json_get(predicate, "field"), NULL),
			     &predicate->place);
	static const char *const operands[] = {
		"equal", "lt", "lte", "gt", "gte", "range", "oneOf"
	};
	for (int i = 0; i < 7; i++) {
		const bd_json *operand = bd_json_get(predicate, operands[i]);
		const bd_json *first =
			bd_json_is(operand, BD_JSON_ARRAY) ? bd_json_at(operand, 0) : operand;
		if (bd_json_get(first, "year") || bd_json_get(first, "month"))
			read_as_date(c, parse,
				     bd_json_string(bd_json_get(predicate, "field"), NULL),
				     &predicate->place);
	}
	static const char *const logical[] = { "and", "or" };
	for (int i = 0; i < 2; i++)
		bd_each (item, bd_json_get(predicate, logical[i]))
			add_predicate(c, parse, item);
	if (bd_json_get(predicate, "not"))
		add_predicate(c, parse, bd_json_get(predicate, "not"));
}

static void collect_parse(bd_view *view, parse_plan *parse, bool top)
{
	const bd_json *item;
	if (!top && bd_json_get(view->spec, "data"))
		return;
	bd_each (item, bd_json_get(view->spec, "transform")) {
		if (bd_json_get(item, "filter"))
			add_predicate(view->c, parse, bd_json_get(item, "filter"));
		if (bd_json_get(item, "timeUnit"))
			read_as_date(view->c, parse,
				     bd_json_string(bd_json_get(item, "field"), NULL),
				     &item->place);
	}
	for (int i = 0; view->kind == BD_VIEW_FACET && i < 3; i++)
		if (view->facets[i].json)
			add_temporal(view, &view->facets[i], parse);
	if (view->kind == BD_VIEW_UNIT)
		bd_unit_each_field(view, add_temporal, parse);
	if (view->kind == BD_VIEW_UNIT)
		bd_unit_each_field(view, add_quantitative, parse);
	for (size_t i = 0; i < view->child_count; i++)
		collect_parse(view->children[i], parse, false);
}

static void say_empty(bd_view *view, const bd_json *data)
{
	static const char *const sources[] = { "url", "values", "name", "sequence" };
	for (int i = 0; i < 4; i++) {
		const bd_json *source = bd_json_get(data, sources[i]);
		if (!source)
			continue;
		bd_warning(view->c->env->diags, &source->place, BD_NO_ROWS,
			   bd_json_string(source, sources[i]));
		return;
	}
}

static bool names_rows(const bd_json *data)
{
	return bd_json_get(data, "url") || bd_json_get(data, "values") ||
	       bd_json_get(data, "name") || bd_json_get(data, "sequence");
}

static bd_table *read_source(bd_view *view)
{
	const bd_json *data = bd_json_get(view->spec, "data");
	if (bd_json_is(data, BD_JSON_NULL) || (!data && !view->parent)) {
		bd_value one = { .kind = BD_V_OBJECT };
		return bd_table_from_values(view->c->arena, &one, 1);
	}
	if (!data)
		return view->parent->source;
	if (!names_rows(data)) /* the vocabulary has complained */
		return bd_table_new(view->c->arena, 0);
	parse_plan parse = { 0 };
	collect_parse(view, &parse, true);
	bd_read_options options = { .columns = parse.columns.items,
				    .count = parse.columns.count,
				    .others = BD_AS_IS,
				    .office = view->c->in_poster };
	int errors = view->c->env->diags->errors;
	bd_table *table = bd_data_read(view->c->env, data, view->c->datasets, &options);
	if (!table->rows && view->c->env->diags->errors == errors)
		say_empty(view, data);
	return table;
}

static const bd_json *with_group(bd_compiler *c, const bd_json *item, const char *field)
{
	const bd_json *groups = bd_json_get(item, "groupby"), *group;
	BD_LIST(const bd_json *) all = { 0 };
	bd_each (group, groups) {
		if (bd_json_equals_string(group, field))
			return item;
		bd_push(c->arena, &all, group);
	}
	bd_push(c->arena, &all, bd_json_new_string(c->arena, field, item));
	return bd_json_with(c->arena, item, "groupby",
			    bd_json_new_array(c->arena, all.items, all.count, item));
}

/* Inside a facet each cell summarises its own rows. Vega-Lite moves what a facet's one child does
 * before the facet, where only aggregates and stacks still tell the cells apart; so do we. */
static const bd_json *by_cells(bd_view *view, const bd_json *item)
{
	static const char *const always[] = { "aggregate", "stack" };
	static const char *const inside[] = { "joinaggregate", "window",     "impute", "density",
					      "quantile",      "regression", "loess",  "pivot" };
	bool first = view->parent && view->parent->kind == BD_VIEW_FACET, groups = false;
	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		groups = groups || bd_json_get(item, always[i]);
	for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
		groups = groups || (!first && bd_json_get(item, inside[i]));
	for (bd_view *at = view; groups && at->parent && !bd_json_get(at->spec, "data");
	     at = at->parent)
		for (int i = 0; at->parent->kind == BD_VIEW_FACET && i < 3; i++) {
			const bd_channel_def *facet = &at->parent->facets[i];
			if (!bd_channel_def_has_field(facet))
				continue;
			item = with_group(view->c, item, facet->name);
			if (facet->end)
				item = with_group(view->c, item, facet->end);
		}
	return item;
}

/* Whether the spec itself has it: composite marks make filters of their own. */
static bool is_written(const bd_view *view, const bd_json *filter)
{
	while (view->parent)
		view = view->parent;
	return bd_place_source(&filter->place) == bd_place_source(&view->spec->place);
}

static bd_view *view_of_param(bd_view *view, const char *name)
{
	const bd_json *param;
	bd_each (param, bd_json_get(view->spec, "params"))
		if (bd_json_equals_string(bd_json_get(param, "name"), name) &&
		    bd_json_get(param, "select") && bd_json_get(param, "value"))
			return view;
	for (size_t i = 0; i < view->child_count; i++) {
		bd_view *found = view_of_param(view->children[i], name);
		if (found)
			return found;
	}
	return NULL;
}

/* The rows that a lookup's selection selects at first; NULL where that is nothing, or where it
 * stands in a view that comes later. */
static bd_table *selected_rows(bd_view *view, const bd_json *from)
{
	const bd_json *param = bd_json_get(from, "param");
	bd_view *root = view;
	while (root->parent)
		root = root->parent;
	bd_view *owner =
		bd_json_is(param, BD_JSON_STRING) ? view_of_param(root, param->string) : NULL;
	if (!owner || !owner->source)
		return NULL;
	const bd_json *holds = bd_json_with(
		view->c->arena, bd_json_new_object(view->c->arena, from), "param", param);
	return bd_filter_by_param(owner, owner->source, holds);
}

static void transform(bd_view *view, const bd_json *item, bd_table **table,
		      const bd_data_context *context)
{
	item = by_cells(view, item);
	const bd_json *filter = bd_json_get(item, "filter");
	size_t rows = (*table)->rows;
	const bd_diags *said = view->c->env->diags, before = *said;
	if (bd_predicate_has_param(filter))
		*table = bd_filter_by_param(view, *table, filter);
	else {
		bd_data_context own = *context;
		own.selected = selected_rows(view, bd_json_get(item, "from"));
		bd_transform_apply(view->c->env, item, table, &own);
	}
	bool silent = said->errors == before.errors && said->warnings == before.warnings;
	if (filter && silent && rows && !(*table)->rows && !bd_predicate_has_param(filter) &&
	    is_written(view, filter))
		bd_warning(view->c->env->diags, &filter->place, BD_NONE_LEFT);
}

void bd_views_load(bd_view *view)
{
	const bd_json *item;
	bd_data_context context = { .datasets = view->c->datasets, .names = &view->c->names };
	view->source = read_source(view);
	if (view->parent && !bd_json_get(view->spec, "data"))
		view->frames = view->parent->frames;
	bd_each (item, bd_json_get(view->spec, "transform")) {
		bool timer = bd_predicate_has_timer(view->c, bd_json_get(item, "filter"));
		if (timer && !view->frames)
			view->frames = view->source;
		else if (view->frames && !timer)
			transform(view, item, &view->frames, &context);
		transform(view, item, &view->source, &context);
	}
	if (view->kind == BD_VIEW_FACET) {
		bd_step step = { .table = view->source };
		for (int i = 0; i < 3; i++)
			if (bd_channel_def_has_field(&view->facets[i])) {
				bd_field_check_data(view, &view->facets[i], step.table);
				bd_field_derive(view, &view->facets[i], &step);
			}
		view->source = step.table;
	}
	if (view->kind == BD_VIEW_UNIT)
		bd_unit_load(view);
	for (size_t i = 0; i < view->child_count; i++)
		bd_views_load(view->children[i]);
}
