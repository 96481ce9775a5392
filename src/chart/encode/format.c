/* format.c - values as text (format.h), in d3's formats and the chart's locale. */
#include "chart/encode/format.h"
#include "base/str.h"
#include "chart/encode/props.h"

#include <math.h>

static const char *format_type(const bd_json *from)
{
	return bd_json_string(bd_json_get(from, "formatType"), NULL);
}

bool bd_is_time_field(const bd_channel_def *def, const bd_json *from)
{
	const char *type = format_type(from);
	if (type)
		return bd_streq(type, "time") || bd_streq(type, "utc");
	return def->type == BD_TEMPORAL || (def->unit && !def->aggregate);
}

const bd_time_formats *bd_time_formats_of(bd_view *view, const bd_json *from)
{
	const bd_json *format = bd_chart_resolve(view, bd_json_get(from, "format"));
	if (!bd_json_is(format, BD_JSON_OBJECT))
		return NULL;
	bd_time_formats *formats = BD_NEW(view->c->arena, bd_time_formats);
	for (int i = 0; i < BD_UNIT_COUNT; i++)
		formats->of[i] = bd_json_string(bd_json_get(format, bd_time_unit_names[i]), NULL);
	return formats;
}

const char *bd_time_format_of(bd_view *view, const bd_channel_def *def, const bd_json *from)
{
	const bd_json *said = bd_chart_resolve(view, bd_json_get(from, "format"));
	if (bd_json_is(said, BD_JSON_STRING))
		return said->string;
	if (said)
		return NULL;
	if (def->unit) {
		const char *name = bd_starts_with(def->unit, "utc") ? def->unit + 3 : def->unit;
		unsigned units = bd_time_units_parse(name);
		return units ? bd_time_unit_label_format(view->c->arena, view->c->locale, units)
			     : NULL;
	}
	return NULL;
}

const char *bd_number_format_of(bd_view *view, const bd_channel_def *def, const bd_json *from)
{
	/* Shares of a whole are per cent, whatever format is asked for. */
	if (def && bd_json_equals_string(bd_json_get(def->json, "stack"), "normalize")) {
		const bd_json *shares = bd_json_get(view->c->config, "normalizedNumberFormat");
		return bd_chart_string(view, shares, ".0%");
	}
	const char *said = bd_chart_string(view, bd_json_get(from, "format"), NULL);
	if (said)
		return said;
	if (def && def->type != BD_QUANTITATIVE)
		return NULL;
	return bd_chart_string(view, bd_json_get(view->c->config, "numberFormat"), NULL);
}

const char *bd_plain_label(bd_arena *arena, bd_value value)
{
	if (value.kind == BD_V_UNDEFINED)
		return "undefined";
	if (value.kind != BD_V_ARRAY)
		return bd_strdup(arena, bd_value_to_string(arena, value));
	bd_str out = bd_str_new(arena);
	for (uint32_t i = 0; i < value.length; i++) {
		if (i)
			bd_str_add_char(&out, '\n');
		bd_str_add(&out, bd_value_to_string(arena, value.items[i]));
	}
	return bd_str_text(&out);
}

static const char *number(bd_view *view, bd_arena *arena, const char *format, double value)
{
	return bd_format_number(arena, view->c->locale, format ? format : "", value);
}

/* "10 – 20": the range of a bin. */
static const char *bin_text(bd_view *view, bd_arena *arena, const bd_channel_def *def,
			    const char *format, double start)
{
	double step = def->bins ? def->bins->step : 0;
	return bd_printf(arena, "%s – %s", number(view, arena, format, start),
			 number(view, arena, format, start + step));
}

const char *bd_format_field(bd_view *view, bd_arena *arena, const bd_channel_def *def,
			    const bd_json *from, bd_value value)
{
	const char *type = format_type(from);
	if (bd_is_time_field(def, from)) {
		if (bd_value_is_missing(value))
			return bd_plain_label(arena, value);
		double ms = bd_value_to_number(value);
		const char *format = bd_time_format_of(view, def, from);
		if (!format)
			format = bd_chart_string(view, bd_json_get(view->c->config, "timeFormat"),
						 "%b %d, %Y");
		return bd_format_time(arena, view->c->locale, format, ms);
	}
	const char *format = bd_number_format_of(view, def, from);
	bool numeric = def->type == BD_QUANTITATIVE || (type && bd_streq(type, "number")) ||
		       (format && bd_json_get(from, "format"));
	/* A file's text counts as the number that it says, as it does for scales. */
	bool words = value.kind == BD_V_STRING && isnan(bd_value_to_number(value));
	if (def->bin == BD_BIN_PARAMS && def->bins && !bd_value_is_missing(value))
		return bin_text(view, arena, def, format, bd_value_to_number(value));
	if (!numeric || words || (def->bin == BD_BIN_PARAMS && bd_value_is_missing(value)))
		return bd_plain_label(arena, value);
	return number(view, arena, format,
		      value.kind == BD_V_UNDEFINED ? NAN : bd_value_to_number(value));
}
