/* composite_parts.c - what box plots, error bars and error bands have in common (composite.h):
 * which axis is summarised, by what it is grouped, and how a part is made. */
#include "chart/normalise/composite.h"

#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *bd_composite_quote(bd_arena *arena, const char *text)
{
	return bd_json_print(arena, bd_json_new_string(arena, text, NULL));
}

const bd_json *bd_composite_parse(const bd_composite *c, const char *format, ...)
{
	char *text;
	va_list args;
	va_start(args, format);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = BD_ARRAY(c->arena, (size_t)length + 1, char);
	va_start(args, format);
	vsnprintf(text, (size_t)length + 1, format, args);
	va_end(args);
	bd_source *source = BD_NEW(c->arena, bd_source);
	*source = (bd_source){ .name = c->type, .text = text, .length = (size_t)length };
	return bd_json_parse(c->arena, source, c->diags);
}

static const char *column(const bd_composite *c, const char *prefix)
{
	return prefix ? bd_printf(c->arena, "%s_%s", prefix, c->field) : c->field;
}

const char *bd_composite_name(const bd_composite *c, const char *prefix)
{
	return bd_composite_quote(c->arena, column(c, prefix));
}

const char *bd_composite_datum(const bd_composite *c, const char *prefix)
{
	const char *quoted = bd_composite_name(c, prefix); /* JSON's escapes are the expression's */
	bd_str text = bd_str_new(c->arena);
	bd_str_add(&text, "datum['");
	for (const char *p = quoted + 1; p[1]; p++) {
		if (*p == '\'') /* twice: once for the expression, once for JSON */
			bd_str_add(&text, "\\\\");
		bd_str_add_char(&text, *p);
	}
	bd_str_add(&text, "']");
	return bd_str_text(&text);
}

static const bd_json *or_empty(bd_arena *arena, const bd_json *node, const bd_json *like)
{
	return bd_json_is(node, BD_JSON_OBJECT) ? node : bd_json_new_object(arena, like);
}

static const bd_json *set(const bd_composite *c, const bd_json *object, const char *name,
			  const bd_json *value)
{
	return value ? bd_json_with(c->arena, object, name, value) : object;
}

static const bd_json *set_string(const bd_composite *c, const bd_json *object, const char *name,
				 const char *text)
{
	return bd_json_with(c->arena, object, name, bd_json_new_string(c->arena, text, c->def));
}

/* --- parts --- */

/* Whether a part is drawn, and what is said of it; the spec wins over the config. */
static bool part_wanted(const bd_composite *c, const char *part)
{
	const bd_json *own = bd_json_get(c->mark, part), *base = bd_json_get(c->config, part);
	const bd_json *said = own ? own : base;
	return bd_json_is(said, BD_JSON_OBJECT) || bd_json_bool(said, false);
}

static const bd_json *part_mark(const bd_composite *c, const char *part, const bd_json *mark)
{
	static const char *const handed_down[] = { "clip", "color", "opacity" };
	const bd_json *base = bd_json_get(c->config, part), *own = bd_json_get(c->mark, part);
	const bd_json *out = or_empty(c->arena, base, c->mark);
	for (size_t i = 0; i < sizeof handed_down / sizeof *handed_down; i++)
		out = set(c, out, handed_down[i], bd_json_get(c->mark, handed_down[i]));
	out = bd_json_merge(c->arena, out, mark, false);
	out = set_string(c, out, "style", bd_printf(c->arena, "%s-%s", c->type, part));
	return bd_json_is(own, BD_JSON_OBJECT) ? bd_json_merge(c->arena, out, own, false) : out;
}

void bd_composite_part(const bd_composite *c, bd_composite_list *layers, const char *part,
		       const bd_json *mark, const char *from, const char *to,
		       const bd_json *encoding)
{
	if (!part_wanted(c, part))
		return;
	const bd_json *place = bd_json_new_object(c->arena, c->def);
	place = set_string(c, place, "field", column(c, from));
	place = set(c, place, "type", bd_json_get(c->def, "type"));
	if (!bd_json_get(c->def, "type"))
		place = set_string(c, place, "type", "quantitative");
	place = c->title ? set_string(c, place, "title", c->title)
			 : set(c, place, "title", bd_json_get(c->def, "title"));
	place = set(c, place, "scale", bd_json_get(c->def, "scale"));
	place = set(c, place, "axis", bd_json_get(c->def, "axis"));
	const bd_json *all = or_empty(c->arena, encoding, c->def);
	all = bd_json_with(c->arena, all, c->axis, place);
	if (to)
		all = bd_json_with(c->arena, all, c->axis2,
				   set_string(c, bd_json_new_object(c->arena, c->def), "field",
					      column(c, to)));
	const bd_json *layer = bd_json_new_object(c->arena, c->mark);
	layer = bd_json_with(c->arena, layer, "mark", part_mark(c, part, mark));
	bd_push(c->arena, layers, bd_json_with(c->arena, layer, "encoding", all));
}

const bd_json *bd_composite_view(const bd_composite *c, const bd_json *base,
				 const bd_json *transforms, const bd_composite_list *layers)
{
	bd_composite_list all = { 0 };
	const bd_json *own = bd_json_get(base, "transform"), *item;
	bd_each (item, own)
		bd_push(c->arena, &all, item);
	bd_each (item, transforms)
		bd_push(c->arena, &all, item);
	if (all.count)
		base = bd_json_with(c->arena, base, "transform",
				    bd_json_new_array(c->arena, all.items, all.count, c->mark));
	return bd_json_with(c->arena, base, "layer",
			    bd_json_new_array(c->arena, layers->items, layers->count, c->mark));
}

/* --- the axis --- */

static bool is_type(const bd_json *def, const char *type)
{
	return bd_json_equals_string(bd_json_get(def, "type"), type);
}

static bool is_temporal(const bd_json *def)
{
	return is_type(def, "temporal") ||
	       (!bd_json_get(def, "type") && bd_json_get(def, "timeUnit"));
}

static bool is_binned(const bd_json *def)
{
	const bd_json *bin = bd_json_get(def, "bin");
	return bd_json_is(bin, BD_JSON_OBJECT) || bd_json_bool(bin, false);
}

static bool is_continuous(const bd_json *def)
{
	return is_temporal(def) ||
	       ((is_type(def, "quantitative") ||
		 (!bd_json_get(def, "type") && bd_json_get(def, "aggregate"))) &&
		!is_binned(def));
}

/* False where neither axis can be summarised. */
static bool find_axis(bd_composite *c, const bd_json *encoding)
{
	const bd_json *x = bd_json_get(encoding, "x"), *y = bd_json_get(encoding, "y");
	const bd_json *orient = bd_json_get(c->mark, "orient");
	bool along_x = is_continuous(x), along_y = is_continuous(y);
	if (bd_json_is(orient, BD_JSON_STRING))
		c->horizontal = bd_streq(orient->string, "horizontal");
	else if (along_x && along_y)
		c->horizontal = is_temporal(y) && !is_temporal(x);
	else
		c->horizontal = along_x;
	c->axis = c->horizontal ? "x" : "y";
	c->axis2 = c->horizontal ? "x2" : "y2";
	c->def = bd_json_get(encoding, c->axis);
	c->field = bd_json_string(bd_json_get(c->def, "field"), NULL);
	const bd_json *title = bd_json_get(c->def, "title");
	c->title = bd_json_string(title, title ? NULL : c->field);
	if (c->field && is_continuous(c->def))
		return true;
	bd_error(c->diags, &c->mark->place, BD_COMPOSITE_AXIS, c->type);
	return false;
}

/* --- the other channels: groups --- */

static bool has_prefix(const char *name, const char *axis)
{
	return bd_starts_with(name, axis) && !strstr(name, "Offset");
}

/* "yearmonth" of a field called Năm is shown as "Năm (year-month)". */
static const char *unit_words(bd_arena *arena, const char *unit)
{
	static const char *const parts[] = { "year",      "quarter", "month",       "week",
					     "dayofyear", "date",    "day",         "hours",
					     "minutes",   "seconds", "milliseconds" };
	bd_str words = bd_str_new(arena);
	const char *at = bd_starts_with(unit, "utc") ? unit + 3 : unit;
	while (*at) {
		const char *part = NULL;
		for (size_t i = 0; !part && i < sizeof parts / sizeof *parts; i++)
			part = bd_starts_with(at, parts[i]) ? parts[i] : NULL;
		if (!part)
			return unit;
		bd_str_printf(&words, "%s%s", words.length ? "-" : "", part);
		at += strlen(part);
	}
	return bd_str_text(&words);
}

/* Times that stand for themselves, not on a scale of time, are still written as times. */
static const bd_json *write_as_time(bd_composite *c, const bd_json *def, const char *channel)
{
	if (!bd_json_get(def, "type") || is_type(def, "temporal"))
		return def;
	const char *guide = bd_streq(channel, "x") || bd_streq(channel, "y") ? "axis" : "legend";
	const bd_json *own = bd_json_get(def, guide);
	if (bd_json_get(own, "formatType") || (own && own->kind == BD_JSON_NULL))
		return def;
	return bd_json_with(c->arena, def, guide,
			    set_string(c, or_empty(c->arena, own, def), "formatType", "time"));
}

/* A channel with a time unit or bin: the transform makes a column, which the channel then shows. */
static const bd_json *prepare(bd_composite *c, const bd_json *def, const char *channel,
			      bd_str *transforms, const char **name)
{
	const char *field = *name;
	const bd_json *unit = bd_json_get(def, "timeUnit"), *bin = bd_json_get(def, "bin");
	const char *quoted = bd_composite_quote(c->arena, field), *title = field;
	if (unit) {
		const bd_json *word = bd_json_get(unit, "unit");
		const char *words = bd_json_string(word ? word : unit, "time");
		*name = bd_printf(c->arena, "%s_%s", words, field);
		title = bd_printf(c->arena, "%s (%s)", field, unit_words(c->arena, words));
		bd_str_printf(transforms, "{\"timeUnit\":%s,\"field\":%s,\"as\":%s},",
			      bd_json_print(c->arena, unit), quoted,
			      bd_composite_quote(c->arena, *name));
		def = write_as_time(c, bd_json_with(c->arena, def, "timeUnit", NULL), channel);
		if (!bd_json_get(def, "type"))
			def = set_string(c, def, "type", "temporal");
	} else {
		*name = bd_printf(c->arena, "bin_%s", field);
		title = bd_printf(c->arena, "%s (binned)", field);
		bd_str_printf(transforms, "{\"bin\":%s,\"field\":%s,\"as\":[%s,%s]},",
			      bd_json_print(c->arena, bin), quoted,
			      bd_composite_quote(c->arena, *name),
			      bd_composite_quote(c->arena, bd_printf(c->arena, "%s_end", *name)));
		def = set_string(c, def, "bin", "binned");
	}
	if (!bd_json_get(def, "title"))
		def = set_string(c, def, "title", title);
	return set_string(c, def, "field", *name);
}

static void add_group(bd_composite *c, bd_str *groups, const char *field)
{
	bd_str_printf(groups, "%s%s", groups->length > 1 ? "," : "",
		      bd_composite_quote(c->arena, field));
}

/* One definition of a channel: its field makes groups. */
static const bd_json *read_channel(bd_composite *c, const char *channel, const bd_json *def,
				   bd_str *groups, bd_str *transforms)
{
	const char *field = bd_json_string(bd_json_get(def, "field"), NULL);
	if (field && (bd_json_get(def, "timeUnit") || is_binned(def)))
		def = prepare(c, def, channel, transforms, &field);
	if (field && !bd_json_get(def, "aggregate"))
		add_group(c, groups, field);
	const char *conditional =
		bd_json_string(bd_json_find(def, "condition", "field", NULL), NULL);
	if (conditional)
		add_group(c, groups, conditional);
	return def;
}

static void read_channels(bd_composite *c, const bd_json *encoding)
{
	bd_str groups = bd_str_new(c->arena), transforms = bd_str_new(c->arena);
	const bd_json *shared = bd_json_new_object(c->arena, encoding), *item;
	bd_str_add(&groups, "[");
	bd_str_add(&transforms, "");
	bd_each_member (m, encoding) {
		if (has_prefix(m->name, c->axis) || bd_streq(m->name, "tooltip"))
			continue;
		const bd_json *def = m->value;
		if (def->kind == BD_JSON_OBJECT)
			def = read_channel(c, m->name, def, &groups, &transforms);
		bd_each (item, def)
			read_channel(c, m->name, item, &groups, &transforms);
		shared = bd_json_with(c->arena, shared, m->name, def);
	}
	bd_str_add(&groups, "]");
	c->groupby = bd_str_text(&groups);
	c->prepared = bd_str_text(&transforms);
	c->shared = shared;
}

const bd_json *bd_composite_layers(bd_arena *arena, bd_diags *diags, const bd_json *config,
				   const bd_json *spec, bool *good)
{
	static const char *const names[] = { "boxplot", "errorbar", "errorband" };
	const bd_json *mark = bd_json_get(spec, "mark");
	const bd_json *type = bd_json_is(mark, BD_JSON_OBJECT) ? bd_json_get(mark, "type") : mark;
	const bd_json *encoding = bd_json_get(spec, "encoding");
	bd_composite c = {
		.arena = arena, .diags = diags, .whole_config = config, .encoding = encoding
	};
	*good = true;
	for (size_t i = 0; i < 3; i++)
		if (bd_json_equals_string(type, names[i]))
			c.type = names[i];
	if (!c.type)
		return NULL;
	c.config = bd_json_get(config, c.type);
	c.mark = or_empty(arena, mark, mark);
	c.spec = bd_json_with(arena, bd_json_with(arena, spec, "mark", NULL), "encoding", NULL);
	*good = find_axis(&c, encoding);
	if (!*good)
		return NULL;
	read_channels(&c, encoding);
	return bd_streq(c.type, "boxplot") ? bd_composite_boxplot(&c) : bd_composite_error(&c);
}
