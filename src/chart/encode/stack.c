/* stack.c - which channel of a unit is stacked, on what and by what. Follows Vega-Lite's
 * documentation of `stack`: bars, areas and arcs stack their measure by default. */
#include "base/str.h"
#include "chart/encode/encode.h"

static bool is_one_of(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (bd_streq(name, *names))
			return true;
	return false;
}

static bd_channel by_direction(const bd_view *unit, bd_channel along, bd_channel across)
{
	static const char *const marks[] = { "bar", "area", NULL };
	if (along != CH_X || !is_one_of(unit->mark_type, marks) || !unit->orient)
		return CH_NONE;
	return bd_streq(unit->orient, "vertical") ? across : along;
}

static bool stack_said(const bd_channel_def *def)
{
	const bd_json *said = bd_json_get(def->json, "stack");
	return said && said->kind != BD_JSON_NULL && bd_json_bool(said, true);
}

static bd_channel candidate(const bd_view *unit, bd_channel first, bd_channel second)
{
	const bd_channel_def *a = &unit->channels[first], *b = &unit->channels[second];
	bool a_field = bd_channel_def_has_field(a), b_field = bd_channel_def_has_field(b);
	bool a_measure = a_field && bd_channel_def_is_measure(a);
	bool b_measure = b_field && bd_channel_def_is_measure(b);
	if (a_measure && b_measure) {
		if (stack_said(a))
			return first;
		if (stack_said(b))
			return second;
		if (!a->aggregate != !b->aggregate)
			return a->aggregate ? first : second;
		return by_direction(unit, first, second);
	}
	if (a_measure)
		return !b_field && by_direction(unit, first, second) == second ? CH_NONE : first;
	if (b_measure)
		return !a_field && by_direction(unit, first, second) == first ? CH_NONE : second;
	return CH_NONE;
}

static const char *offset_of(const bd_view *unit, const bd_channel_def *def)
{
	static const char *const by_default[] = { "bar", "area", "arc", NULL };
	static const char *const offsets[] = { "zero", "center", "normalize" };
	const bd_json *said = bd_json_get(def->json, "stack");
	if (said == NULL)
		return is_one_of(unit->mark_type, by_default) ? "zero" : NULL;
	if (bd_json_is(said, BD_JSON_BOOL))
		return said->boolean ? "zero" : NULL;
	for (int i = 0; i < 3; i++)
		if (bd_json_equals_string(said, offsets[i]))
			return offsets[i];
	return NULL;
}

static bool groups_by(const bd_view *unit, const char *name)
{
	for (size_t i = 0; i < unit->stack.group_count; i++)
		if (bd_streq(unit->channels[unit->stack.group_channels[i]].name, name))
			return true;
	return false;
}

static void add_group(bd_view *unit, bd_channel channel, const char *stacked)
{
	const bd_channel_def *def = &unit->channels[channel];
	if (bd_channel_def_has_field(def) && !bd_streq(def->name, stacked))
		unit->stack.group_channels[unit->stack.group_count++] = channel;
}

static void add_by(bd_view *unit, const bd_channel_def *def, bd_channel channel)
{
	bd_stacking *stack = &unit->stack;
	if (!bd_channel_def_has_field(def) || def->aggregate || groups_by(unit, def->name) ||
	    stack->by_count == 16)
		return;
	stack->by[stack->by_count] = channel;
	stack->by_names[stack->by_count++] = def->name;
}

/* What tells the pieces of a stack apart: fields of the channels that give no position. */
static void find_by(bd_view *unit)
{
	for (int i = CH_COLOR; i < CH_KEY; i++)
		if (i != CH_DETAIL && unit->channels[i].json)
			add_by(unit, &unit->channels[i], (bd_channel)i);
	for (size_t i = 0; i < unit->detail_count; i++)
		add_by(unit, &unit->details[i], CH_DETAIL);
	for (size_t i = 0; i < unit->order_count; i++)
		add_by(unit, &unit->orders[i], CH_ORDER);
}

void bd_stack_decide(bd_view *unit)
{
	static const char *const stackable[] = { "arc",   "bar",    "area",   "rule",
						 "point", "circle", "square", "line",
						 "text",  "tick",   NULL };
	bd_stacking *stack = &unit->stack;
	*stack = (bd_stacking){ .field_channel = CH_NONE };
	if (!is_one_of(unit->mark_type, stackable))
		return;
	bd_channel channel = candidate(unit, CH_X, CH_Y);
	bool polar = channel == CH_NONE;
	if (polar)
		channel = candidate(unit, CH_THETA, CH_RADIUS);
	if (channel == CH_NONE)
		return;
	bd_channel_def *def = &unit->channels[channel];
	stack->field_channel = channel;
	stack->offset = offset_of(unit, def);
	bd_channel across = channel == CH_X       ? CH_Y
			    : channel == CH_Y     ? CH_X
			    : channel == CH_THETA ? CH_RADIUS
						  : CH_THETA;
	add_group(unit, across, def->name);
	if (!polar)
		add_group(unit, bd_channel_offset(across), def->name);
	find_by(unit);
	if (!stack->offset || (bd_unit_is_aggregate(unit) && stack->by_count == 0) ||
	    bd_channel_def_is_scaled(&unit->channels[bd_channel_secondary(channel)]))
		return;
	const bd_json *impute = bd_json_get(def->json, "impute");
	static const char *const paths[] = { "area", "line", "trail", NULL };
	stack->on = true;
	stack->impute = is_one_of(unit->mark_type, paths) && !bd_json_is(impute, BD_JSON_NULL);
	stack->start = bd_printf(unit->c->arena, "%s_start", def->name);
	stack->end = bd_printf(unit->c->arena, "%s_end", def->name);
}

const char *bd_stack_find(void *compiler, const bd_json *mark, const bd_json *encoding,
			  const char **offset)
{
	bd_compiler *c = compiler;
	bd_view *unit = BD_NEW(c->arena, bd_view);
	unit->c = c;
	unit->mark = mark;
	unit->mark_type = bd_json_string(bd_json_get(mark, "type"), "");
	bd_encoding_read(unit, encoding);
	unit->orient = bd_mark_orient(unit);
	bd_stack_decide(unit);
	*offset = unit->stack.offset;
	return unit->stack.on ? bd_channel_name(unit->stack.field_channel) : NULL;
}
