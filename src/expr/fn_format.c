/* fn_format.c - numbers and dates as text, and back, in the document's locale. */
#include "expr/functions.h"
#include "expr/time_unit.h"

#include "base/array.h"
#include "base/time_read.h"
#include <math.h>
#include <string.h>

static const bd_locale *locale_of(const bd_call *call)
{
	return call->env->locale ? call->env->locale : bd_locale_find("en-US");
}

static bd_value fn_format(bd_call *call)
{
	double number = bd_arg_number(call, 0, NAN);
	return bd_v_string(
		bd_format_number(call->arena, locale_of(call), bd_arg_string(call, 1, ""), number));
}

static double instant(bd_value v)
{
	double ms;
	if (v.kind != BD_V_STRING)
		return bd_value_to_number(v);
	return bd_time_read(v.string, v.length, &ms) ? ms : NAN;
}

static bd_value fn_time_format(bd_call *call)
{
	double ms = instant(bd_arg(call, 0));
	bd_value spec = bd_arg(call, 1);
	if (spec.kind == BD_V_STRING)
		return bd_v_string(bd_format_time(call->arena, locale_of(call), spec.string, ms));
	bd_time_formats formats = { 0 };
	for (uint32_t i = 0; spec.kind == BD_V_OBJECT && i < spec.length; i++) {
		bd_time_unit unit = bd_time_unit_find(spec.members[i].name);
		if (unit != BD_UNIT_COUNT && spec.members[i].value.kind == BD_V_STRING)
			formats.of[unit] = spec.members[i].value.string;
	}
	return bd_v_string(bd_format_time_multi(call->arena, locale_of(call), &formats, ms));
}

static bd_value fn_time_parse(bd_call *call)
{
	double ms;
	bool read = bd_time_parse(locale_of(call), bd_arg_string(call, 1, ""),
				  bd_arg_string(call, 0, ""), &ms);
	return read ? bd_v_date(ms) : bd_v_null();
}

/* A name out of a list, by its number. */
static bd_value named(const bd_call *call, const char *const *names, int count)
{
	double i = bd_arg_number(call, 0, NAN);
	return i >= 0 && i < count ? bd_v_string(names[(int)i]) : bd_v_string("undefined");
}

static bd_value fn_month(bd_call *call)
{
	return named(call, locale_of(call)->months, 12);
}

static bd_value fn_short_month(bd_call *call)
{
	return named(call, locale_of(call)->short_months, 12);
}

static bd_value fn_day(bd_call *call)
{
	return named(call, locale_of(call)->days, 7);
}

static bd_value fn_short_day(bd_call *call)
{
	return named(call, locale_of(call)->short_days, 7);
}

static bd_value fn_specifier(bd_call *call)
{
	bd_value units = bd_arg(call, 0), more = bd_arg(call, 1);
	unsigned bits = 0;
	for (uint32_t i = 0; units.kind == BD_V_ARRAY && i < units.length; i++) {
		bd_time_unit unit =
			bd_time_unit_find(bd_value_to_string(call->arena, units.items[i]));
		bits |= unit == BD_UNIT_COUNT ? 0 : BD_UNIT_BIT(unit);
	}
	if (units.kind == BD_V_STRING)
		bits = bd_time_units_parse(units.string);
	BD_LIST(const char *) overrides = { 0 };
	for (uint32_t i = 0; more.kind == BD_V_OBJECT && i < more.length; i++) {
		bd_value format = more.members[i].value;
		bd_push(call->arena, &overrides, more.members[i].name);
		bd_push(call->arena, &overrides, format.kind == BD_V_STRING ? format.string : "");
	}
	bd_push(call->arena, &overrides, NULL);
	return bd_v_string(bd_time_unit_specifier(call->arena, bits, overrides.items));
}

static bd_value fn_log(bd_call *call)
{
	return bd_arg(call, call->count - 1);
}

const bd_function bd_functions_format[] = {
	{ "format", 1, 2, .call = fn_format, .doc = "number, d3 format: ',.1f'." },
	{ "timeFormat", 1, 2, .call = fn_time_format, .doc = "date, d3 format: '%d/%m/%Y'." },
	{ "utcFormat", 1, 2, .call = fn_time_format, .doc = "As timeFormat." },
	{ "timeParse", 2, 2, .call = fn_time_parse, .doc = "text, d3 format: the date." },
	{ "utcParse", 2, 2, .call = fn_time_parse, .doc = "As timeParse." },
	{ "monthFormat", 1, 1, .call = fn_month, .doc = "The name of a month, counted from 0." },
	{ "monthAbbrevFormat", 1, 1, .call = fn_short_month, .doc = "The short name of a month." },
	{ "dayFormat", 1, 1, .call = fn_day, .doc = "The name of a weekday, 0 for Sunday." },
	{ "dayAbbrevFormat", 1, 1, .call = fn_short_day, .doc = "The short name of a weekday." },
	{ "timeUnitSpecifier", 1, 2, .call = fn_specifier,
	  .doc = "units, formats: the format that Vega chooses for them." },
	{ "warn", 1, -1, .call = fn_log, .doc = "Its last argument." },
	{ "info", 1, -1, .call = fn_log, .doc = "Its last argument." },
	{ "debug", 1, -1, .call = fn_log, .doc = "Its last argument." },
	{ .name = NULL },
};
