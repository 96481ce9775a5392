/* composite_box.c - box plots (composite.h): quartiles as a box with a median line, whiskers to the
 * farthest values within 1.5 times the box (Tukey), or to the ends, and the outliers beyond. */
#include "chart/normalise/composite.h"

#include <math.h>

/* Ticks lie across the axis that is summarised. */
static const char *across(const bd_composite *c)
{
	return c->horizontal ? "vertical" : "horizontal";
}

static const bd_json *without(const bd_composite *c, const bd_json *encoding,
			      const char *const *names)
{
	for (; *names; names++)
		encoding = bd_json_with(c->arena, encoding, *names, NULL);
	return encoding;
}

static void add_whiskers(const bd_composite *c, bd_composite_list *layers)
{
	const bd_json *rule = bd_composite_parse(c, "{\"type\":\"rule\",\"aria\":false}");
	const bd_json *tick = bd_composite_parse(c,
						 "{\"type\":\"tick\",\"color\":\"black\","
						 "\"opacity\":1,\"orient\":\"%s\",\"aria\":false}",
						 across(c));
	const bd_json *encoding =
		without(c, c->shared, (const char *const[]){ "size", "color", NULL });
	bd_composite_part(c, layers, "rule", rule, "lower_whisker", "lower_box", encoding);
	bd_composite_part(c, layers, "rule", rule, "upper_box", "upper_whisker", encoding);
	bd_composite_part(c, layers, "ticks", tick, "lower_whisker", NULL, encoding);
	bd_composite_part(c, layers, "ticks", tick, "upper_whisker", NULL, encoding);
}

/* A median line in a box without height would be white on white: it then has the box's colour. */
static const bd_json *median_encoding(const bd_composite *c)
{
	const bd_json *color = bd_json_get(c->shared, "color");
	const bd_json *own = bd_json_get(c->mark, "color");
	const bd_json *fallback = bd_json_find(c->whole_config, "mark", "color", NULL);
	const bd_json *condition = color ? color : bd_json_new_object(c->arena, c->mark);
	if (!color)
		condition =
			bd_json_with(c->arena, condition, "value",
				     own        ? own
				     : fallback ? fallback
						: bd_json_new_string(c->arena, "#4c78a8", c->mark));
	const bd_json *test =
		bd_composite_parse(c, "[\"%s >= %s\"]", bd_composite_datum(c, "lower_box"),
				   bd_composite_datum(c, "upper_box"));
	condition = bd_json_with(c->arena, condition, "test", bd_json_at(test, 0));
	const bd_json *def = bd_json_with(c->arena, bd_json_new_object(c->arena, c->mark),
					  "condition", condition);
	return bd_json_with(c->arena, c->shared, "color", def);
}

static const bd_json *sized(const bd_composite *c, const bd_json *mark)
{
	const bd_json *size = bd_json_get(c->mark, "size");
	size = size ? size : bd_json_get(c->config, "size");
	return size ? bd_json_with(c->arena, mark, "size", size) : mark;
}

static void add_box(const bd_composite *c, bd_composite_list *layers)
{
	const bd_json *box =
		sized(c, bd_composite_parse(c, "{\"type\":\"bar\",\"orient\":\"%s\"}",
					    c->horizontal ? "horizontal" : "vertical"));
	const bd_json *median = sized(
		c, bd_composite_parse(c, "{\"type\":\"tick\",\"orient\":\"%s\",\"aria\":false}",
				      across(c)));
	const bd_json *color = bd_json_find(c->config, "median", "color", NULL);
	if (color)
		median = bd_json_with(c->arena, median, "color", color);
	bd_composite_part(c, layers, "box", box, "lower_box", "upper_box", c->shared);
	bd_composite_part(c, layers, "median", median, "mid_box", NULL, median_encoding(c));
}

static const char *op(const bd_composite *c, const char *name, const char *of, const char *as)
{
	return bd_printf(c->arena, "{\"op\":\"%s\",\"field\":%s,\"as\":%s}", name,
			 bd_composite_name(c, of), bd_composite_name(c, as));
}

static const bd_json *summary(const bd_composite *c, bool whiskers)
{
	return bd_composite_parse(c, "[%s{\"aggregate\":[%s,%s,%s,%s,%s],\"groupby\":%s}]",
				  c->prepared, op(c, "q1", NULL, "lower_box"),
				  op(c, "q3", NULL, "upper_box"), op(c, "median", NULL, "mid_box"),
				  op(c, "min", NULL, whiskers ? "lower_whisker" : "min"),
				  op(c, "max", NULL, whiskers ? "upper_whisker" : "max"),
				  c->groupby);
}

/* Whiskers and outliers look at single values, each beside its group's quartiles. */
static const bd_json *tukey(const bd_composite *c, double extent)
{
	const char *v = bd_composite_datum(c, NULL), *low = bd_composite_datum(c, "lower_box");
	const char *high = bd_composite_datum(c, "upper_box");
	const char *below = bd_printf(c->arena, "%s - %g * (%s - %s)", low, extent, high, low);
	const char *above = bd_printf(c->arena, "%s + %g * (%s - %s)", high, extent, high, low);
	bd_composite_list inner = { 0 }, whiskers = { 0 };
	bd_composite_part(c, &inner, "outliers", bd_composite_parse(c, "{\"type\":\"point\"}"),
			  NULL, NULL, without(c, c->shared, (const char *const[]){ "size", NULL }));
	if (inner.count)
		inner.items[0] = bd_json_with(
			c->arena, inner.items[0], "transform",
			bd_composite_parse(c, "[{\"filter\":\"(%s < %s) || (%s > %s)\"}]", v, below,
					   v, above));
	add_whiskers(c, &whiskers);
	const bd_json *kept = bd_composite_parse(
		c,
		"[{\"filter\":\"(%s <= %s) && (%s <= %s)\"},"
		"{\"aggregate\":[%s,%s,%s,%s],\"groupby\":%s}]",
		below, v, v, above, op(c, "min", NULL, "lower_whisker"),
		op(c, "max", NULL, "upper_whisker"), op(c, "min", "lower_box", "lower_box"),
		op(c, "max", "upper_box", "upper_box"), c->groupby);
	const bd_json *bare = bd_json_new_object(c->arena, c->mark);
	bd_push(c->arena, &inner, bd_composite_view(c, bare, kept, &whiskers));
	const bd_json *joined = bd_composite_parse(
		c, "[%s{\"joinaggregate\":[%s,%s],\"groupby\":%s}]", c->prepared,
		op(c, "q1", NULL, "lower_box"), op(c, "q3", NULL, "upper_box"), c->groupby);
	return bd_composite_view(c, bare, joined, &inner);
}

const bd_json *bd_composite_boxplot(bd_composite *c)
{
	const bd_json *extent = bd_json_get(c->mark, "extent");
	extent = extent ? extent : bd_json_get(c->config, "extent");
	bool to_ends = bd_json_equals_string(extent, "min-max");
	bd_composite_list layers = { 0 }, box = { 0 };
	if (to_ends) {
		add_whiskers(c, &layers);
		add_box(c, &layers);
		return bd_composite_view(c, c->spec, summary(c, true), &layers);
	}
	add_box(c, &box);
	bd_push(c->arena, &layers, tukey(c, bd_json_number(extent, 1.5)));
	bd_push(c->arena, &layers,
		bd_composite_view(c, bd_json_new_object(c->arena, c->mark), summary(c, false),
				  &box));
	return bd_composite_view(c, c->spec, NULL, &layers);
}
