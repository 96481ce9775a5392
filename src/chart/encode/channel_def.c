/* channel_def.c - one channel's definition, read: its field, type and the column it will find its
 * values in. Defaults follow Vega-Lite's documentation of encodings (encode.h). */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "json/rewrite.h"

#include <math.h>
#include <string.h>

static bool type_of_name(const char *name, bd_field_type *type)
{
	static const char *const names[] = { "quantitative", "nominal", "ordinal", "temporal",
					     "geojson" };
	for (int i = 0; name && i < 5; i++)
		if (bd_streq(name, names[i])) {
			*type = (bd_field_type)i;
			return true;
		}
	return false;
}

/* The type that goes without saying, for a datum or a field. */
static bd_field_type default_type(const bd_channel_def *def, bd_channel channel)
{
	switch (channel) {
	case CH_LONGITUDE:
	case CH_LATITUDE:
	case CH_LONGITUDE2:
	case CH_LATITUDE2: return BD_QUANTITATIVE;
	case CH_ROW:
	case CH_COLUMN:
	case CH_FACET:
	case CH_SHAPE:
	case CH_STROKE_DASH: return BD_NOMINAL;
	case CH_ORDER: return BD_ORDINAL;
	default: break;
	}
	if (bd_json_is(def->sort, BD_JSON_ARRAY))
		return BD_ORDINAL;
	if (def->unit)
		return BD_TEMPORAL;
	if (def->bin != BD_BIN_NONE || (def->aggregate && !def->arg_field))
		return BD_QUANTITATIVE;
	const char *scale = bd_json_string(bd_json_find(def->json, "scale", "type", NULL), NULL);
	bd_scale_type type = scale ? bd_scale_type_find(scale) : BD_SCALE_TYPE_COUNT;
	if (type < BD_SCALE_TYPE_COUNT) {
		if (bd_scale_type_is_time(type))
			return BD_TEMPORAL;
		if (bd_scale_type_is_continuous(type) || bd_scale_type_is_discretizing(type))
			return BD_QUANTITATIVE;
	}
	return BD_NOMINAL;
}

static bd_field_type datum_type(const bd_json *datum)
{
	if (bd_json_is(datum, BD_JSON_NUMBER))
		return BD_QUANTITATIVE;
	if (bd_json_is(datum, BD_JSON_OBJECT) && !bd_json_get(datum, "expr"))
		return BD_TEMPORAL;
	return bd_json_is(datum, BD_JSON_OBJECT) ? BD_QUANTITATIVE : BD_NOMINAL;
}

/* A column's name must not read as a path: dots and brackets give way. */
static const char *plain_name(bd_compiler *c, const char *text)
{
	char *out = bd_strdup(c->arena, text);
	size_t n = 0;
	for (const char *p = text; *p; p++)
		if (*p != '\\')
			out[n++] = strchr(".[]'\"", *p) ? '_' : *p;
	out[n] = 0;
	return out;
}

static double auto_maxbins(bd_channel channel)
{
	switch (channel) {
	case CH_ROW:
	case CH_COLUMN:
	case CH_SIZE:
	case CH_COLOR:
	case CH_FILL:
	case CH_STROKE:
	case CH_STROKE_WIDTH:
	case CH_OPACITY:
	case CH_FILL_OPACITY:
	case CH_STROKE_OPACITY:
	case CH_SHAPE: return 6;
	case CH_STROKE_DASH: return 4;
	default: return 10;
	}
}

static void read_bin(bd_compiler *c, bd_channel_def *def, bd_channel channel)
{
	const bd_json *bin = bd_json_get(def->json, "bin");
	if (bd_json_equals_string(bin, "binned") ||
	    bd_json_bool(bd_json_get(bin, "binned"), false)) {
		def->bin = BD_BIN_BINNED;
		def->bin_params = bin;
		return;
	}
	if (!bd_json_is(bin, BD_JSON_OBJECT) && !bd_json_bool(bin, false))
		return;
	def->bin = BD_BIN_PARAMS;
	def->bin_params = bd_json_is(bin, BD_JSON_OBJECT) ? bin : bd_json_new_object(c->arena, bin);
	if (!bd_json_get(bin, "maxbins") && !bd_json_get(bin, "step"))
		def->bin_params = bd_rewrite_number(c->arena, def->bin_params, "maxbins",
						    auto_maxbins(channel));
	bd_str key = bd_str_new(c->arena);
	bd_str_add(&key, "bin");
	bd_each_member (member, def->bin_params) {
		const char *value = bd_json_print(c->arena, member->value);
		bd_str_printf(&key, "_%s_", member->name);
		for (; *value; value++)
			bd_str_add_char(&key, (*value >= '0' && *value <= '9') ||
							      (*value >= 'a' && *value <= 'z') ||
							      (*value >= 'A' && *value <= 'Z')
						      ? *value
						      : '_');
	}
	def->bin_key = bd_str_text(&key);
}

static void read_unit(bd_compiler *c, bd_channel_def *def)
{
	const bd_json *unit = bd_json_get(def->json, "timeUnit");
	const char *name = bd_json_string(unit, NULL);
	if (bd_json_is(unit, BD_JSON_OBJECT)) {
		name = bd_json_string(bd_json_get(unit, "unit"), NULL);
		def->unit_params = unit;
		if (bd_json_bool(bd_json_get(unit, "utc"), false) && name)
			name = bd_printf(c->arena, "utc%s", name);
		def->unit_binned = bd_json_bool(bd_json_get(unit, "binned"), false);
		if (name == NULL)
			name = "";
	}
	if (name && bd_starts_with(name, "binned")) {
		def->unit_binned = true;
		name += 6;
	}
	def->unit = name;
}

static void read_aggregate(bd_channel_def *def)
{
	const bd_json *aggregate = bd_json_get(def->json, "aggregate");
	def->aggregate = bd_json_string(aggregate, NULL);
	if (bd_json_get(aggregate, "argmax")) {
		def->aggregate = "argmax";
		def->arg_field = bd_json_string(bd_json_get(aggregate, "argmax"), "");
	} else if (bd_json_get(aggregate, "argmin")) {
		def->aggregate = "argmin";
		def->arg_field = bd_json_string(bd_json_get(aggregate, "argmin"), "");
	}
}

/* The column in which the field's values will stand once tables.c has made them. */
static void name_columns(bd_compiler *c, bd_channel_def *def)
{
	const char *field = def->field ? def->field : "";
	if (def->aggregate && bd_streq(def->aggregate, "count")) {
		def->name = "__count";
	} else if (def->arg_field) {
		def->name = bd_printf(c->arena, "%s_%s['%s']", def->aggregate,
				      plain_name(c, def->arg_field), field);
	} else if (def->aggregate) {
		def->name = bd_printf(c->arena, "%s_%s", def->aggregate, plain_name(c, field));
	} else if (def->bin == BD_BIN_PARAMS && def->field) {
		def->name = bd_printf(c->arena, "%s_%s", def->bin_key, plain_name(c, field));
		def->end = bd_printf(c->arena, "%s_end", def->name);
	} else if (def->unit && !def->unit_binned && def->field) {
		const char *step = bd_json_print(c->arena, bd_json_get(def->unit_params, "step"));
		bool stepped = bd_json_get(def->unit_params, "step") != NULL;
		bool capped = bd_json_get(def->unit_params, "maxbins") != NULL;
		def->name = bd_printf(c->arena, "%s%s%s_%s", def->unit, stepped ? "_step_" : "",
				      stepped  ? step
				      : capped ? "_maxbins"
					       : "",
				      plain_name(c, field));
		def->end = bd_printf(c->arena, "%s_end", def->name);
	} else {
		def->name = def->field;
		if (def->unit_binned)
			def->end = bd_printf(c->arena, "__end_%s", plain_name(c, field));
	}
}

bool bd_channel_def_read(bd_compiler *c, const bd_json *json, bd_channel channel,
			 bd_channel_def *def)
{
	*def = (bd_channel_def){ .json = json, .band_position = NAN, .type = BD_NOMINAL };
	if (!bd_json_is(json, BD_JSON_OBJECT)) {
		def->json = NULL;
		return false;
	}
	const bd_json *condition = bd_json_get(json, "condition");
	if (bd_json_is(condition, BD_JSON_OBJECT))
		condition = bd_json_new_array(c->arena, &condition, 1, condition);
	def->condition = condition;
	def->field = bd_json_string(bd_json_get(json, "field"), NULL);
	def->has_datum = bd_json_get(json, "datum") != NULL;
	def->has_value = bd_json_get(json, "value") != NULL;
	def->sort = bd_json_get(json, "sort");
	def->band_position = bd_json_number(bd_json_get(json, "bandPosition"), NAN);
	def->no_scale = bd_json_is(bd_json_get(json, "scale"), BD_JSON_NULL);
	read_aggregate(def);
	read_bin(c, def, channel);
	read_unit(c, def);
	if (def->field && bd_streq(def->field, "*") && def->aggregate &&
	    bd_streq(def->aggregate, "count"))
		def->field = NULL; /* counts rows */
	if (def->has_datum && !def->field)
		def->type = datum_type(bd_json_get(json, "datum"));
	else
		def->type = default_type(def, channel);
	/* the vocabulary has complained of what is no type */
	(void)type_of_name(bd_json_string(bd_json_get(json, "type"), NULL), &def->type);
	/* Counting makes numbers of anything. */
	if (def->aggregate &&
	    (bd_streq(def->aggregate, "count") || bd_streq(def->aggregate, "distinct") ||
	     bd_streq(def->aggregate, "valid") || bd_streq(def->aggregate, "missing")))
		def->type = BD_QUANTITATIVE;
	if (bd_channel_def_has_field(def))
		name_columns(c, def);
	else if (!def->has_datum && !def->has_value && !def->condition && channel < CH_COUNT)
		def->json = NULL; /* says nothing */
	return def->json != NULL;
}

bool bd_channel_def_has_field(const bd_channel_def *def)
{
	return def->json && (def->field || (def->aggregate && bd_streq(def->aggregate, "count")));
}

bool bd_channel_def_is_scaled(const bd_channel_def *def)
{
	return def->json && !def->no_scale && (bd_channel_def_has_field(def) || def->has_datum);
}

bool bd_channel_def_is_discrete(const bd_channel_def *def)
{
	return def->type == BD_NOMINAL || def->type == BD_ORDINAL || def->bin != BD_BIN_NONE;
}

bool bd_channel_def_is_measure(const bd_channel_def *def)
{
	return bd_channel_def_is_scaled(def) && def->type == BD_QUANTITATIVE &&
	       def->bin == BD_BIN_NONE;
}

const bd_json *bd_channel_def_member(const bd_channel_def *def, const char *name)
{
	const bd_json *value = bd_json_get(def->conditional_field, name);
	return value ? value : bd_json_get(def->json, name);
}
