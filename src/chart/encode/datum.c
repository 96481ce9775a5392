#include "chart/encode/datum.h"
#include "base/str.h"
#include "chart/encode/props.h"
#include "data/date_time.h"

#include <math.h>
#include <string.h>

bd_value bd_datum_value(const bd_view *view, const bd_json *node, const bd_channel_def *def)
{
	bd_compiler *c = view->c;
	node = bd_chart_resolve(view, node);
	if (!node)
		return bd_v_undefined();
	if (bd_json_is(node, BD_JSON_OBJECT) && bd_is_date_time(node))
		return bd_v_date(bd_date_time(node));
	bd_value value = bd_json_value(c->arena, node);
	bool temporal = def && (def->type == BD_TEMPORAL || def->unit);
	const char *unit = def && def->unit ? def->unit : "";
	bd_time_unit one = bd_time_unit_find(bd_starts_with(unit, "utc") ? unit + 3 : unit);
	/* A lone number or name is a part of the unit: "mon", month 1 to 12, a year. */
	if (temporal && one < BD_UNIT_COUNT &&
	    (value.kind == BD_V_NUMBER || value.kind == BD_V_STRING)) {
		double ms = bd_date_time_of(one, node);
		if (!isnan(ms))
			return bd_v_date(ms);
	}
	if (temporal && value.kind == BD_V_STRING) {
		bd_column *text = bd_column_new_constant(c->arena, "", value, 1);
		bd_column *dates = bd_column_read(c->env, text, BD_AS_DATE, NULL);
		return bd_column_value(dates, 0);
	}
	if (temporal && value.kind == BD_V_NUMBER)
		return bd_v_date(value.number);
	return value;
}

const bd_json *bd_sort_list(const bd_channel_def *def)
{
	if (bd_json_is(def->sort, BD_JSON_ARRAY))
		return def->sort;
	const bd_json *domain = bd_json_find(def->json, "scale", "domain", NULL);
	return bd_json_is(domain, BD_JSON_ARRAY) ? domain : NULL;
}

const char *bd_sort_index_name(bd_compiler *c, const bd_channel_def *def)
{
	if (!def || !def->json || !def->field || def->aggregate || !bd_sort_list(def))
		return NULL;
	bd_str name = bd_str_new(c->arena);
	bd_str_printf(&name, "_%s_sort_index_%zu", def->field, bd_sort_list(def)->count);
	for (const char *p = name.bytes; *p; p++)
		if (strchr(".[]'\"\\", *p))
			name.bytes[p - name.bytes] = '_';
	return bd_str_text(&name);
}
