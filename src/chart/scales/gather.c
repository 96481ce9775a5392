/* gather.c - one scale for all units that share it: from the units up to the highest view
 * whose `resolve` lets them share, and whose types go together. */
#include "chart/encode/encode.h"
#include "chart/scales/scales.h"

#include <math.h>

static bool is_position(bd_channel channel)
{
	return channel == CH_X || channel == CH_Y || channel == CH_THETA || channel == CH_RADIUS;
}

static bool is_shared(const bd_view *view, bd_channel channel)
{
	const bd_json *said =
		bd_json_find(view->spec, "resolve", "scale", bd_channel_name(channel), NULL);
	if (said)
		return bd_json_equals_string(said, "shared");
	switch (view->kind) {
	case BD_VIEW_CONCAT: return !is_position(channel);
	case BD_VIEW_FACET: return channel != CH_THETA;
	default: return true;
	}
}

/* Kinds of scales that can be one. */
static int family(bd_scale_type type)
{
	if (type == BD_SCALE_BAND || type == BD_SCALE_POINT)
		return 1;
	if (bd_scale_type_is_time(type))
		return 2;
	if (type == BD_SCALE_ORDINAL)
		return 3;
	return bd_scale_type_is_discretizing(type) ? 4 : 0;
}

static bool go_together(bd_scale_type a, bd_scale_type b)
{
	int f = family(a), g = family(b);
	return f == g || (f == 1 && g == 2) || (f == 2 && g == 1);
}

static int precedence(bd_scale_type type)
{
	switch (type) {
	case BD_SCALE_LOG:
	case BD_SCALE_POW:
	case BD_SCALE_SQRT:
	case BD_SCALE_SYMLOG: return 1;
	case BD_SCALE_POINT: return 10;
	case BD_SCALE_BAND: return 11;
	default: return 0;
	}
}

static bd_scale_use *use_new(bd_view *unit, bd_channel channel)
{
	bd_compiler *c = unit->c;
	const bd_json *spec = bd_channel_def_member(&unit->channels[channel], "scale");
	bd_scale_use *use = BD_NEW(c->arena, bd_scale_use);
	use->channel = channel;
	use->owner = unit;
	use->type = bd_scale_type_of(unit, channel, &use->type_explicit);
	use->units = BD_NEW(c->arena, bd_view *);
	use->units[0] = unit;
	use->unit_count = 1;
	use->spec = bd_json_is(spec, BD_JSON_OBJECT) ? spec : NULL;
	return use;
}

/* x2 alone, or a datum on one of them, still needs the scale. */
static void gather_unit(bd_view *unit)
{
	for (int i = 0; i < CH_COUNT; i++) {
		bd_channel main = bd_channel_scale((bd_channel)i);
		if (main == CH_NONE || !bd_channel_def_is_scaled(&unit->channels[i]))
			continue;
		if (unit->channels[main].json && unit->channels[main].no_scale)
			continue;
		if (i != (int)main && !unit->channels[main].json) {
			if (unit->owned[main])
				continue;
			unit->owned[main] = use_new(unit, (bd_channel)i);
			unit->owned[main]->channel = main;
			continue;
		}
		if (!unit->owned[main] && bd_channel_def_is_scaled(&unit->channels[main]))
			unit->owned[main] = use_new(unit, main);
	}
}

static void absorb(bd_scale_use *into, const bd_scale_use *from, bd_arena *arena)
{
	bd_view **units = BD_ARRAY(arena, into->unit_count + from->unit_count, bd_view *);
	for (size_t i = 0; i < into->unit_count; i++)
		units[i] = into->units[i];
	for (size_t i = 0; i < from->unit_count; i++)
		units[into->unit_count + i] = from->units[i];
	into->units = units;
	into->unit_count += from->unit_count;
	if (into->type_explicit == from->type_explicit
		    ? precedence(from->type) > precedence(into->type)
		    : from->type_explicit) {
		into->type = from->type;
		into->type_explicit = from->type_explicit;
	}
	into->spec = !into->spec   ? from->spec
		     : !from->spec ? into->spec
				   : bd_json_merge(arena, from->spec, into->spec, false);
}

static void gather(bd_view *view)
{
	if (view->kind == BD_VIEW_UNIT) {
		gather_unit(view);
		return;
	}
	for (size_t i = 0; i < view->child_count; i++)
		gather(view->children[i]);
	for (int channel = 0; channel < CH_COUNT; channel++) {
		bd_scale_use *shared = NULL;
		bool together = is_shared(view, (bd_channel)channel);
		for (size_t i = 0; i < view->child_count && together; i++) {
			bd_scale_use *use = view->children[i]->owned[channel];
			if (use && shared && !go_together(shared->type, use->type))
				together = false;
			shared = shared ? shared : use;
		}
		if (!together || !shared)
			continue;
		for (size_t i = 0; i < view->child_count; i++) {
			bd_scale_use *use = view->children[i]->owned[channel];
			if (use && use != shared)
				absorb(shared, use, view->c->arena);
			view->children[i]->owned[channel] = NULL;
		}
		shared->owner = view;
		view->owned[channel] = shared;
	}
}

static void hand_down(bd_view *view)
{
	for (int channel = 0; channel < CH_COUNT; channel++) {
		bd_scale_use *use = view->owned[channel];
		for (size_t i = 0; use && i < use->unit_count; i++)
			use->units[i]->uses[channel] = use;
	}
	for (size_t i = 0; i < view->child_count; i++)
		hand_down(view->children[i]);
}

void bd_scales_gather(bd_view *root)
{
	gather(root);
	hand_down(root);
}

const bd_channel_def *bd_scale_use_def(const bd_scale_use *use)
{
	for (size_t i = 0; i < use->unit_count; i++) {
		const bd_view *unit = use->units[i];
		if (bd_channel_def_is_scaled(&unit->channels[use->channel]))
			return &unit->channels[use->channel];
	}
	for (size_t i = 0; i < use->unit_count; i++)
		for (int k = 0; k < CH_COUNT; k++)
			if (bd_channel_scale((bd_channel)k) == use->channel &&
			    bd_channel_def_is_scaled(&use->units[i]->channels[k]))
				return &use->units[i]->channels[k];
	return &use->units[0]->channels[use->channel];
}
