/* check_data.c - see check_data.h. */
#include "chart/encode/check_data.h"
#include "base/str.h"
#include "chart/encode/check_scale.h"
#include "chart/encode/encode.h"

#include <ctype.h>
#include <string.h>

static const bd_place *place_in(const bd_json *from, const char *name)
{
	const bd_json *member = bd_json_get(from, name);
	return member ? &member->place : from ? &from->place : NULL;
}

/* A condition may name the field. */
static const bd_place *place_of(const bd_channel_def *def)
{
	return place_in(def->conditional_field ? def->conditional_field : def->json, "field");
}

/* --- formats --- */

/* A format of numbers that none can be written by. */
static void check_format(bd_view *unit, const bd_json *from)
{
	const bd_json *format = bd_json_get(from, "format"),
		      *type = bd_json_get(from, "formatType");
	bd_number_spec spec;
	if (!bd_json_is(format, BD_JSON_STRING) || (type && !bd_json_equals_string(type, "number")))
		return;
	if (!bd_number_spec_parse(format->string, &spec))
		bd_error(unit->c->env->diags, &format->place, BD_BAD_NUMBER_FORMAT, format->string);
}

/* "DD/MM/YYYY", as spreadsheets and other libraries write it, in d3's letters; NULL where there is
 * nothing of that kind in it. */
static const char *as_d3(bd_arena *arena, const char *format)
{
	static const char *const words[][2] = { { "YYYY", "%Y" }, { "yyyy", "%Y" }, { "YY", "%y" },
						{ "yy", "%y" },   { "MMMM", "%B" }, { "MMM", "%b" },
						{ "MM", "%m" },   { "DD", "%d" },   { "dd", "%d" },
						{ "HH", "%H" },   { "hh", "%I" },   { "mm", "%M" },
						{ "SS", "%S" },   { "ss", "%S" },   { "Q", "%q" } };
	bd_str out = bd_str_new(arena);
	bool any = false;
	while (*format) {
		size_t i = 0;
		while (i < 15 && !bd_starts_with(format, words[i][0]))
			i++;
		if (i < 15) {
			bd_str_add(&out, words[i][1]);
			format += strlen(words[i][0]);
			any = true;
		} else {
			bd_str_add_char(&out, *format++);
		}
	}
	return any ? bd_str_text(&out) : NULL;
}

/* A format of dates that writes the same for all of them. */
static void check_time_format(bd_view *unit, const bd_json *from)
{
	const bd_json *format = bd_json_get(from, "format"),
		      *type = bd_json_get(from, "formatType");
	bd_env *env = unit->c->env;
	if (!bd_json_is(format, BD_JSON_STRING) || !format->count || strchr(format->string, '%') ||
	    (type && !bd_json_equals_string(type, "time")))
		return;
	const char *meant = as_d3(env->arena, format->string);
	bd_diag *diag = bd_warning(env->diags, &format->place, BD_BAD_TIME_FORMAT, format->string);
	bd_suggest(env->diags, diag, BD_HINT_WRITE,
		   bd_printf(env->arena, "\"%s\"", meant ? meant : "%d/%m/%Y"));
}

static void check_formats(bd_view *unit, const bd_channel_def *def)
{
	static const char *const guides[] = { "axis", "legend", "header" };
	bool time = def->type == BD_TEMPORAL || def->unit;
	if ((def->type != BD_QUANTITATIVE && !time) || !def->json)
		return;
	for (int i = -1; i < 3; i++) {
		const bd_json *from = i < 0 ? def->json : bd_json_get(def->json, guides[i]);
		if (time)
			check_time_format(unit, from);
		else
			check_format(unit, from);
	}
}

/* --- sorting --- */

/* Whether a view, or one that shares its layers, encodes a channel. */
static bool is_encoded(const bd_view *unit, bd_channel channel)
{
	const bd_view *parent = unit->parent;
	if (unit->kind != BD_VIEW_UNIT || unit->channels[channel].json)
		return true;
	for (size_t i = 0; parent && parent->kind == BD_VIEW_LAYER && i < parent->child_count;
	     i++) {
		const bd_view *child = parent->children[i];
		if (child->kind != BD_VIEW_UNIT || child->channels[channel].json)
			return true;
	}
	return false;
}

/* "-y", or {"encoding": "y"}: the vocabulary has complained of a word that is no channel. */
static void check_sort_channel(bd_view *unit, const bd_json *said, bool is_word)
{
	bd_env *env = unit->c->env;
	const char *name = bd_json_string(said, NULL);
	if (!name)
		return;
	bd_channel channel = bd_channel_find(*name == '-' ? name + 1 : name);
	if (channel < CH_COUNT && !is_encoded(unit, channel)) {
		bd_warning(env->diags, &said->place, BD_SORT_CHANNEL, bd_channel_name(channel));
	} else if (channel == CH_COUNT && !is_word) {
		const char *names[CH_COUNT];
		for (int i = 0; i < CH_COUNT; i++)
			names[i] = bd_channel_name((bd_channel)i);
		bd_unknown_name(env->diags, &said->place, BD_TERM_CHANNEL, name, names, CH_COUNT,
				sizeof *names);
	}
}

static void check_sort(bd_view *unit, const bd_channel_def *def, bd_table *table)
{
	const bd_json *field = bd_json_get(def->sort, "field");
	const bd_json *op = bd_json_get(def->sort, "op");
	bool is_object = bd_json_is(def->sort, BD_JSON_OBJECT);
	check_sort_channel(unit, is_object ? bd_json_get(def->sort, "encoding") : def->sort,
			   !is_object);
	if (bd_json_is(field, BD_JSON_STRING) && !bd_json_equals_string(op, "count"))
		bd_table_need(unit->c->env, table, field->string, &field->place);
}

/* --- columns --- */

/* Nothing stands in any of its cells. */
static bool is_empty(const bd_column *column)
{
	for (size_t i = 0; i < column->rows; i++) {
		bd_value v = bd_column_value(column, i);
		if (!bd_value_is_missing(v) && !(v.kind == BD_V_STRING && !v.length))
			return false;
	}
	return column->rows > 0;
}

static void check_kind(bd_view *unit, const bd_channel_def *def, bd_table *table, bd_column *column)
{
	bd_env *env = unit->c->env;
	if (def->aggregate)
		bd_check_summed(env, table, def->aggregate, def->field, place_of(def));
	else if (def->type == BD_QUANTITATIVE)
		bd_column_check(env, table, column, BD_AS_NUMBER, place_of(def));
	else if (def->type == BD_TEMPORAL)
		bd_column_check(env, table, column, BD_AS_DATE, place_of(def));
}

void bd_field_check_data(bd_view *unit, const bd_channel_def *def, bd_table *table)
{
	check_formats(unit, def);
	if (!table || !table->rows)
		return;
	bd_env *env = unit->c->env;
	check_sort(unit, def, table);
	if (def->arg_field)
		bd_table_need(env, table, def->arg_field,
			      place_in(bd_json_get(def->json, "aggregate"), def->aggregate));
	bd_column *column =
		def->field ? bd_table_need(env, table, def->field, place_of(def)) : NULL;
	if (!column)
		return;
	/* Rows that were picked may well lack it, and what was made of nothing was told already. */
	if (!table->origin_rows && column->file_column && is_empty(column))
		bd_warning(env->diags, place_of(def), BD_EMPTY_COLUMN, def->field);
	check_kind(unit, def, table, column);
	bd_channel_check_values(unit, def, table);
}
