/* encode.c - a unit's encoding, read: which channels it has (encode.h). */
#include "chart/encode/encode.h"

/* A condition that encodes a field of its own is read as if it were the channel's. */
static void adopt_conditional(bd_compiler *c, bd_channel_def *def, bd_channel channel)
{
	const bd_json *item;
	bd_each (item, def->condition) {
		if (!bd_json_get(item, "field") && !bd_json_get(item, "aggregate") &&
		    !bd_json_get(item, "datum"))
			continue;
		bd_channel_def inner;
		if (!bd_channel_def_read(c, item, channel, &inner))
			continue;
		bd_channel_def outer = *def;
		*def = inner;
		def->json = outer.json;
		def->conditional_field = item;
		def->condition = outer.condition;
		def->has_value = outer.has_value;
		return;
	}
}

static void read_list(bd_compiler *c, const bd_json *json, bd_channel channel,
		      bd_channel_def **list, size_t *count)
{
	size_t most = bd_json_is(json, BD_JSON_ARRAY) ? json->count : 1;
	bd_channel_def *defs = BD_ARRAY(c->arena, most, bd_channel_def);
	*count = 0;
	for (size_t i = 0; i < most; i++) {
		const bd_json *item = bd_json_is(json, BD_JSON_ARRAY) ? json->items[i] : json;
		/* a detail without a field groups nothing */
		if (bd_channel_def_read(c, item, channel, &defs[*count]) &&
		    (channel != CH_DETAIL || bd_channel_def_has_field(&defs[*count])))
			++*count;
	}
	*list = defs;
}

void bd_encoding_read(bd_view *unit, const bd_json *encoding)
{
	bd_compiler *c = unit->c;
	bd_each_member (member, encoding) {
		bd_channel channel = bd_channel_find(member->name);
		if (channel == CH_COUNT || channel == CH_TIME ||
		    !bd_channel_suits(channel, unit->mark_type, encoding))
			continue;
		if (channel == CH_TOOLTIP) {
			read_list(c, member->value, channel, &unit->tooltips, &unit->tooltip_count);
			continue;
		}
		if (channel == CH_DETAIL) {
			read_list(c, member->value, channel, &unit->details, &unit->detail_count);
			continue;
		}
		if (channel == CH_ORDER) {
			read_list(c, member->value, channel, &unit->orders, &unit->order_count);
			continue;
		}
		bd_channel_def *def = &unit->channels[channel];
		if (bd_channel_def_read(c, member->value, channel, def) && def->condition)
			adopt_conditional(c, def, channel);
	}
	/* An offset within a continuous axis has nothing to stand in. */
	static const bd_channel seconds[] = { CH_X2, CH_Y2, CH_THETA2, CH_RADIUS2 };
	for (size_t i = 0; i < 4; i++) {
		bd_channel_def *def = &unit->channels[seconds[i]];
		if (def->json)
			def->type = unit->channels[bd_channel_main(seconds[i])].json
					    ? unit->channels[bd_channel_main(seconds[i])].type
					    : BD_QUANTITATIVE;
	}
}

bool bd_unit_is_aggregate(const bd_view *unit)
{
	for (int i = 0; i < CH_COUNT; i++)
		if (unit->channels[i].json && unit->channels[i].aggregate)
			return true;
	for (size_t i = 0; i < unit->order_count; i++)
		if (unit->orders[i].aggregate)
			return true;
	for (size_t i = 0; i < unit->detail_count; i++)
		if (unit->details[i].aggregate)
			return true;
	for (size_t i = 0; i < unit->tooltip_count; i++)
		if (unit->tooltips[i].aggregate)
			return true;
	return false;
}
