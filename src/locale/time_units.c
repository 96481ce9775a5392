/* time_units.c - Vega's units of time, and the formats that it chooses for them by itself
 * (https://vega.github.io/vega/docs/api/time/). */
#include "base/str.h"
#include "locale/words.h"
#include <ctype.h>
#include <math.h>
#include <string.h>

const char *const bd_time_unit_names[BD_UNIT_COUNT] = {
	"year",      "quarter", "month",   "week",    "date",         "day",
	"dayofyear", "hours",   "minutes", "seconds", "milliseconds",
};

unsigned bd_time_units_parse(const char *name)
{
	unsigned units = 0;
	const char *at = name;
	if (bd_starts_with(at, "binned"))
		at += strlen("binned");
	if (bd_starts_with(at, "utc"))
		at += strlen("utc");
	while (*at) {
		int found = -1;
		for (int u = 0; u < BD_UNIT_COUNT; u++) /* "dayofyear" goes on where "day" ends */
			if (bd_starts_with(at, bd_time_unit_names[u]) &&
			    (found < 0 ||
			     strlen(bd_time_unit_names[u]) > strlen(bd_time_unit_names[found])))
				found = u;
		if (found < 0 || units >> found) /* coarse to fine, none twice */
			return 0;
		units |= BD_UNIT_BIT(found);
		at += strlen(bd_time_unit_names[found]);
	}
	return units;
}

static const bd_time_formats vega_formats = { .of = { [BD_UNIT_MILLISECONDS] = ".%L",
						      [BD_UNIT_SECONDS] = ":%S",
						      [BD_UNIT_MINUTES] = "%I:%M",
						      [BD_UNIT_HOURS] = "%I %p",
						      [BD_UNIT_DATE] = "%a %d",
						      [BD_UNIT_WEEK] = "%b %d",
						      [BD_UNIT_MONTH] = "%B",
						      [BD_UNIT_QUARTER] = "%B",
						      [BD_UNIT_YEAR] = "%Y" } };

/* The coarsest unit at whose start an instant stands. */
static bd_time_unit unit_of(double ms)
{
	bd_date d = bd_time_to_date(ms);
	if (ms != floor(ms / 1000) * 1000)
		return BD_UNIT_MILLISECONDS;
	if (d.second)
		return BD_UNIT_SECONDS;
	if (d.minute)
		return BD_UNIT_MINUTES;
	if (d.hour)
		return BD_UNIT_HOURS;
	if (d.day > 1)
		return bd_time_weekday(ms) ? BD_UNIT_DATE : BD_UNIT_WEEK;
	if (d.month > 1)
		return (d.month - 1) % 3 ? BD_UNIT_MONTH : BD_UNIT_QUARTER;
	return BD_UNIT_YEAR;
}

const char *bd_format_time_multi(bd_arena *arena, const bd_locale *locale,
				 const bd_time_formats *formats, double ms)
{
	const bd_time_formats *fallback =
		locale->words && locale->words->multi ? locale->words->multi : &vega_formats;
	bd_time_unit unit = isfinite(ms) ? unit_of(ms) : BD_UNIT_YEAR;
	const char *spec = formats ? formats->of[unit] : NULL;
	if (!spec && formats && unit == BD_UNIT_DATE)
		spec = formats->of[BD_UNIT_DAY];
	return bd_format_time(arena, locale, spec ? spec : fallback->of[unit], ms);
}

static const char *const vega_specifiers[] = {
	"year",         "%Y ",           "quarter",    "Q%q ",    "month",
	"%b ",          "date",          "%d ",        "week",    "W%U ",
	"day",          "%a ",           "dayofyear",  "%j ",     "hours",
	"%H:00",        "minutes",       "00:%M",      "seconds", ":%S",
	"milliseconds", ".%L",           "year-month", "%Y-%m ",  "year-month-date",
	"%Y-%m-%d ",    "hours-minutes", "%H:%M",      NULL,
};

/* Vega-Lite's own, before Vega's. */
static const char *const vega_lite_specifiers[] = {
	"year-month", "%b %Y ", "year-month-date", "%b %d, %Y ", NULL,
};

static const char *lookup(const char *const *pairs, const char *key)
{
	for (; pairs && *pairs; pairs += 2)
		if (!strcmp(pairs[0], key))
			return pairs[1];
	return NULL;
}

/* The names of units[start..end) joined by "-". */
static const char *join_units(bd_arena *arena, const bd_time_unit *units, size_t start, size_t end)
{
	bd_str key = bd_str_new(arena);
	for (size_t i = start; i < end; i++) {
		bd_str_add(&key, i > start ? "-" : "");
		bd_str_add(&key, bd_time_unit_names[units[i]]);
	}
	return bd_str_text(&key);
}

/* The longest runs of units that a table knows, one after another; tables in order of rank. */
static const char *specifier_from(bd_arena *arena, unsigned set, const char *const *const tables[])
{
	bd_time_unit units[BD_UNIT_COUNT];
	size_t count = 0;
	for (int u = 0; u < BD_UNIT_COUNT; u++)
		if (set & BD_UNIT_BIT(u))
			units[count++] = (bd_time_unit)u;
	bd_str out = bd_str_new(arena);
	for (size_t start = 0, end; start < count; start = end) {
		const char *format = NULL;
		for (end = count; end > start; end--) {
			const char *key = join_units(arena, units, start, end);
			for (size_t t = 0; tables[t] && !format; t++)
				format = lookup(tables[t], key);
			if (format)
				break;
		}
		bd_str_add(&out, format ? format : "");
		end = format ? end : start + 1;
	}
	while (out.length && out.bytes[out.length - 1] == ' ')
		out.bytes[--out.length] = 0;
	return bd_str_text(&out);
}

const char *bd_time_unit_specifier(bd_arena *arena, unsigned units, const char *const *overrides)
{
	static const char *const none[] = { NULL };
	const char *const *tables[] = { overrides ? overrides : none, vega_specifiers, NULL };
	return specifier_from(arena, units, tables);
}

const char *bd_time_unit_label_format(bd_arena *arena, const bd_locale *locale, unsigned units)
{
	const char *const *tables[] = { vega_lite_specifiers, vega_specifiers, NULL, NULL };
	if (locale->words && locale->words->unit_formats) {
		tables[2] = tables[1];
		tables[1] = tables[0];
		tables[0] = locale->words->unit_formats;
	}
	return specifier_from(arena, units, tables);
}
