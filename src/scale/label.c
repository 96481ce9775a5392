/* label.c - what a tick says (vega-scale tickFormat; vega-format formatSpan and formatFloat). */
#include "base/str.h"
#include "scale/internal.h"
#include <ctype.h>
#include <math.h>
#include <string.h>

/* The number with as many digits as tell steps apart when `count` of them go from start to stop. */
const char *bd_format_span(bd_arena *arena, const bd_locale *locale, double start, double stop,
			   double count, const char *format, double number)
{
	bd_number_spec spec;
	bd_number_spec_parse(format ? format : ",f", &spec);
	if (spec.precision >= 0)
		return bd_number_spec_format(arena, locale, &spec, number);
	double step = bd_tick_step(start, stop, count), most = fmax(fabs(start), fabs(stop));
	int precision = -1;
	switch (spec.type) {
	case 's':
		spec.precision = bd_precision_prefix(step, most);
		return bd_number_spec_format_prefix(arena, locale, &spec, most, number);
	case 0:
	case 'e':
	case 'g':
	case 'p':
	case 'r':
		precision = bd_precision_round(step, most);
		if (precision >= 0 && spec.type == 'e')
			precision--;
		break;
	case 'f': precision = bd_precision_fixed(step); break;
	case '%':
		precision = bd_precision_fixed(step);
		if (precision >= 0)
			precision = precision > 2 ? precision - 2 : 0;
		break;
	default: break;
	}
	spec.precision = precision;
	return bd_number_spec_format(arena, locale, &spec, number);
}

/* Without the zeros that end its decimals, and the point where none are left. */
static const char *without_zeros(bd_arena *arena, const bd_locale *locale, const char *text)
{
	const char *point = strstr(text, locale->decimal);
	if (!point)
		return text;
	const char *end = strrchr(text, 'e');
	if (!end || end < point) {
		end = text + strlen(text);
		while (end > point && !isdigit((unsigned char)end[-1]))
			end--;
	}
	const char *last = end, *first = point + strlen(locale->decimal);
	while (last > first && last[-1] == '0')
		last--;
	if (last <= first)
		last = point;
	return bd_printf(arena, "%.*s%s", (int)(last - text), text, end);
}

/* Twelve digits, or the format's own. */
static const char *format_float(bd_arena *arena, const bd_locale *locale, const char *format,
				double number)
{
	bd_number_spec spec;
	bd_number_spec_parse(format ? format : ",", &spec);
	if (spec.precision >= 0)
		return bd_number_spec_format(arena, locale, &spec, number);
	spec.precision = spec.type == '%' ? 10 : spec.type == 'e' ? 11 : 12;
	return without_zeros(arena, locale, bd_number_spec_format(arena, locale, &spec, number));
}

static const char *log_label(bd_arena *arena, const bd_label_format *f, double number)
{
	double count = bd_tick_count_number(f->scale, f->tick_count, f->min_step);
	if (!f->no_skip && !f->scale->has_bins) {
		size_t n;
		bd_log_ticks(arena, f->scale, count, &n);
		if (!bd_log_is_labelled(f->scale, number, count, n))
			return "";
	}
	return format_float(arena, f->locale, f->format, number);
}

/* A value as it is; a number with the language's decimal sign. */
static const char *plain_label(bd_arena *arena, const bd_locale *locale, bd_value value)
{
	const char *text = bd_value_to_string(arena, value);
	const char *point = value.kind == BD_V_NUMBER ? strchr(text, '.') : NULL;
	if (!point)
		return text;
	return bd_printf(arena, "%.*s%s%s", (int)(point - text), text, locale->decimal, point + 1);
}

static bool has_tick_format(const bd_scale *scale)
{
	return scale->mapping != BD_MAP_LIST && scale->type != BD_SCALE_QUANTILE &&
	       scale->type != BD_SCALE_THRESHOLD;
}

const char *bd_scale_label(bd_arena *arena, const bd_label_format *f, bd_value tick)
{
	const bd_scale *scale = f->scale;
	if (f->type == BD_FORMAT_TIME || bd_scale_type_is_time(scale->type)) {
		double ms = bd_value_to_number(tick);
		return f->format ? bd_format_time(arena, f->locale, f->format, ms)
				 : bd_format_time_multi(arena, f->locale, f->formats, ms);
	}
	double number = bd_value_to_number(tick);
	if (scale->transform.kind == BD_TR_LOG)
		return log_label(arena, f, number);
	if (has_tick_format(scale))
		return bd_format_span(
			arena, f->locale, scale->domain[0], scale->domain[scale->domain_count - 1],
			bd_tick_count_number(scale, f->tick_count, f->min_step), f->format, number);
	return f->format ? bd_format_number(arena, f->locale, f->format, number)
			 : plain_label(arena, f->locale, tick);
}
