/* check_unit.c - see check_unit.h. */
#include "chart/encode/check_unit.h"
#include "base/str.h"
#include "chart/encode/check_scale.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/tables.h"

static bool has(const bd_json *node, const char *name)
{
	const bd_json *member = bd_json_get(node, name);
	return member && member->kind != BD_JSON_NULL;
}

static bool names_something(const bd_json *def)
{
	return has(def, "field") || has(def, "datum") || bd_json_get(def, "value");
}

static void missing(bd_view *unit, const bd_json *node, const char *member)
{
	bd_error(unit->c->env->diags, &node->place, BD_MISSING_FIELD, member);
}

/* What is counted, put into bins or cut to units must be named. */
static bool lacks_field(const bd_json *def)
{
	const bd_json *aggregate = bd_json_get(def, "aggregate"), *bin = bd_json_get(def, "bin");
	if (has(def, "field"))
		return false;
	bool binned = bin && (bd_json_is(bin, BD_JSON_OBJECT) || bd_json_bool(bin, false));
	return (has(def, "aggregate") && !bd_json_equals_string(aggregate, "count")) || binned ||
	       has(def, "timeUnit");
}

/* {"param": …} or {"test": …}, and then a value or a field. */
static void check_condition(bd_view *unit, const bd_json *condition)
{
	if (!bd_json_is(condition, BD_JSON_OBJECT))
		return;
	if (!has(condition, "test") && !has(condition, "param") && !has(condition, "selection"))
		missing(unit, condition, "test");
	if (!names_something(condition) && !has(condition, "aggregate") && !has(condition, "expr"))
		missing(unit, condition, "value");
}

/* A type alone is no use; a title or an axis may be meant for the other layers. */
static bool says_nothing(const bd_json *def)
{
	return def->count == 0 || (def->count == 1 && has(def, "type"));
}

static void check_def(bd_view *unit, const char *name, const bd_json *def)
{
	const bd_json *condition = bd_json_get(def, "condition"), *item;
	if (!bd_json_is(def, BD_JSON_OBJECT))
		return;
	check_condition(unit, condition);
	bd_each (item, condition)
		check_condition(unit, item);
	if (lacks_field(def))
		missing(unit, def, "field");
	else if (says_nothing(def))
		bd_warning(unit->c->env->diags, &def->place, BD_CHANNEL_EMPTY, name);
}

static void check_encoding(bd_view *unit)
{
	bd_each_member (member, bd_json_get(unit->spec, "encoding")) {
		const bd_json *item;
		if (bd_channel_find(member->name) == CH_COUNT)
			continue;
		check_def(unit, member->name, member->value);
		bd_each (item, member->value)
			check_def(unit, member->name, item);
	}
}

/* --- what a mark lives by --- */

static bool shows(const bd_view *unit, bd_channel channel)
{
	return unit->channels[channel].json || bd_mark_property(unit, bd_channel_name(channel));
}

static void check_mark(bd_view *unit)
{
	static const struct {
		const char *mark;
		bd_channel first, or ;
	} needs[] = { { "text", CH_TEXT, CH_TEXT },
		      { "image", CH_URL, CH_URL },
		      { "arc", CH_THETA, CH_RADIUS } };
	for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
		if (bd_streq(unit->mark_type, needs[i].mark) && !shows(unit, needs[i].first) &&
		    !shows(unit, needs[i].or))
			bd_warning(unit->c->env->diags, &unit->mark->place, BD_MARK_NEEDS,
				   needs[i].mark, bd_channel_name(needs[i].first));
}

/* The other end of a range that has no first. */
static void check_ranges(bd_view *unit)
{
	static const bd_channel seconds[] = { CH_X2, CH_Y2, CH_THETA2, CH_RADIUS2 };
	for (int i = 0; i < 4; i++) {
		bd_channel first = bd_channel_main(seconds[i]);
		const bd_json *second = unit->channels[seconds[i]].json;
		if (!second || shows(unit, first))
			continue;
		bd_diag *diag = bd_warning(unit->c->env->diags, &second->place, BD_RANGE_NEEDS,
					   bd_channel_name(seconds[i]), bd_channel_name(first));
		diag->at_key = true;
	}
}

/* --- data --- */

static void note_field(bd_view *unit, bd_channel_def *def, void *user)
{
	(void)unit;
	const bd_json **first = user;
	if (def->field && !*first)
		*first = def->json;
}

/* Fields of no data at all; told once for the whole chart. */
static void check_source(bd_view *unit)
{
	const bd_view *top = unit;
	const bd_json *first = NULL;
	bool named = bd_json_get(unit->spec, "data") != NULL;
	for (; top->parent; top = top->parent)
		named = named || bd_json_get(top->parent->spec, "data");
	bd_unit_each_field(unit, note_field, &first);
	if (named || !first || unit->source->count || unit->c->lacks_data)
		return;
	unit->c->lacks_data = true;
	bd_error(unit->c->env->diags, &top->spec->place, BD_MISSING_FIELD, "data");
}

static void check_scale(bd_view *unit, bd_channel_def *def, void *user)
{
	(void)user;
	bd_channel_check_scale(unit, def);
}

void bd_unit_check(bd_view *unit)
{
	check_encoding(unit);
	check_mark(unit);
	check_ranges(unit);
	check_source(unit);
	bd_unit_each_field(unit, check_scale, NULL);
}
