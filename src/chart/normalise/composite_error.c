/* composite_error.c - error bars and error bands (composite.h): an interval around a mean or
 * median, computed from the rows, or given as two ends or as an error. */
#include "chart/normalise/composite.h"

#include "base/str.h"

static const char *quoted_field(const bd_composite *c, const bd_json *def)
{
	const char *field = bd_json_string(bd_json_get(def, "field"), NULL);
	bd_composite of = *c;
	of.field = field;
	return field ? bd_composite_datum(&of, NULL) : NULL;
}

/* A column by name, or a constant. */
static const char *error_of(const bd_composite *c, const bd_json *def)
{
	const char *field = quoted_field(c, def);
	const bd_json *value = bd_json_get(def, "value");
	value = value ? value : bd_json_get(def, "datum");
	return field ? field : value ? bd_json_print(c->arena, value) : NULL;
}

static const char *calculate(const bd_composite *c, const char *as, const char *left,
			     const char *sign, const char *right)
{
	return bd_printf(c->arena, "{\"calculate\":\"%s%s%s\",\"as\":%s}", left, sign, right,
			 bd_composite_name(c, as));
}

static const char *ops(const bd_composite *c, const char *first, const char *first_as,
		       const char *second, const char *second_as)
{
	const char *field = bd_composite_name(c, NULL);
	return bd_printf(
		c->arena,
		"{\"op\":\"%s\",\"field\":%s,\"as\":%s},{\"op\":\"%s\",\"field\":%s,\"as\":%s}",
		first, field, bd_composite_name(c, first_as), second, field,
		bd_composite_name(c, second_as));
}

/* Of rows: mean or median, and how far around it. */
static const bd_json *from_rows(const bd_composite *c)
{
	const bd_json *said = bd_json_get(c->mark, "extent");
	said = said ? said : bd_json_get(c->config, "extent");
	const char *center = bd_json_string(bd_json_get(c->mark, "center"), NULL);
	if (!center)
		center = said ? bd_json_equals_string(said, "iqr") ? "median" : "mean"
			      : bd_json_string(bd_json_get(c->config, "center"), "mean");
	const char *extent = bd_json_string(said, bd_streq(center, "median") ? "iqr" : "stderr");
	bool quartiles = bd_streq(extent, "iqr"), interval = bd_streq(extent, "ci");
	if (quartiles || interval)
		return bd_composite_parse(c, "[%s{\"aggregate\":[%s],\"groupby\":%s}]", c->prepared,
					  ops(c, quartiles ? "q1" : "ci0", "lower",
					      quartiles ? "q3" : "ci1", "upper"),
					  c->groupby);
	const char *middle = bd_composite_datum(c, "center"), *by = bd_composite_datum(c, "extent");
	return bd_composite_parse(c, "[%s{\"aggregate\":[%s],\"groupby\":%s},%s,%s]", c->prepared,
				  ops(c, extent, "extent", center, "center"), c->groupby,
				  calculate(c, "upper", middle, " + ", by),
				  calculate(c, "lower", middle, " - ", by));
}

/* The transforms that make the columns lower_field and upper_field. */
static const bd_json *interval(const bd_composite *c)
{
	const char *own = bd_composite_datum(c, NULL);
	const char *end = quoted_field(c, bd_json_get(c->encoding, c->axis2));
	const char *error =
		error_of(c, bd_json_get(c->encoding, bd_printf(c->arena, "%sError", c->axis)));
	const char *error2 =
		error_of(c, bd_json_get(c->encoding, bd_printf(c->arena, "%sError2", c->axis)));
	if (end)
		return bd_composite_parse(c, "[%s%s,%s]", c->prepared,
					  calculate(c, "upper", end, "", ""),
					  calculate(c, "lower", own, "", ""));
	if (error)
		return bd_composite_parse(c, "[%s%s,%s]", c->prepared,
					  calculate(c, "upper", own, " + ", error),
					  calculate(c, "lower", own, error2 ? " + " : " - ",
						    error2 ? error2 : error));
	return from_rows(c);
}

static const bd_json *with_member(const bd_composite *c, const bd_json *mark, const char *name,
				  const char *from)
{
	const bd_json *value = bd_json_get(c->mark, from);
	return value ? bd_json_with(c->arena, mark, name, value) : mark;
}

static void add_bars(const bd_composite *c, bd_composite_list *layers)
{
	const bd_json *tick =
		bd_composite_parse(c, "{\"type\":\"tick\",\"orient\":\"%s\",\"aria\":false}",
				   c->horizontal ? "vertical" : "horizontal");
	const bd_json *rule = bd_composite_parse(c, "{\"type\":\"rule\"}");
	tick = with_member(c, with_member(c, tick, "thickness", "thickness"), "size", "size");
	rule = with_member(c, rule, "size", "thickness");
	bd_composite_part(c, layers, "ticks", tick, "lower", NULL, c->shared);
	bd_composite_part(c, layers, "ticks", tick, "upper", NULL, c->shared);
	bd_composite_part(c, layers, "rule", rule, "lower", "upper", c->shared);
}

/* Along another axis a band is an area; alone it is a rectangle across the whole plot. */
static void add_band(const bd_composite *c, bd_composite_list *layers)
{
	bool both = bd_json_get(c->encoding, "x") && bd_json_get(c->encoding, "y");
	const bd_json *band = bd_composite_parse(c, "{\"type\":\"%s\"}", both ? "area" : "rect");
	const bd_json *border = bd_composite_parse(c, "{\"type\":\"%s\"}", both ? "line" : "rule");
	if (both) {
		band = with_member(c, band, "interpolate", "interpolate");
		band = with_member(c, band, "tension", "tension");
		border = with_member(c, border, "interpolate", "interpolate");
		border = with_member(c, border, "tension", "tension");
	}
	bd_composite_part(c, layers, "band", band, "lower", "upper", c->shared);
	bd_composite_part(c, layers, "borders", border, "lower", NULL, c->shared);
	bd_composite_part(c, layers, "borders", border, "upper", NULL, c->shared);
}

const bd_json *bd_composite_error(bd_composite *c)
{
	bd_composite_list layers = { 0 };
	if (bd_streq(c->type, "errorbar"))
		add_bars(c, &layers);
	else
		add_band(c, &layers);
	return bd_composite_view(c, c->spec, interval(c), &layers);
}
