/* check_scale.c - see check_scale.h. */
#include "chart/encode/check_scale.h"
#include "base/number.h"
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/ranking.h"

#include <math.h>

/* --- domains --- */

static void not_a_number(bd_env *env, const bd_json *item)
{
	const char *rest;
	double number = bd_number_parse(item->string, item->count, &rest);
	bd_diag *diag = bd_error(env->diags, &item->place, BD_WRONG_TYPE, BD_TERM_A_NUMBER,
				 BD_TERM_A_STRING);
	if (item->count && !*rest)
		bd_suggest(env->diags, diag, BD_HINT_WITHOUT_QUOTES,
			   bd_number_text(env->arena, number));
}

/* Whether an entry of a list is what the field is; true for what is computed. */
static bool check_entry(bd_view *unit, const bd_channel_def *def, const bd_json *item)
{
	bd_env *env = unit->c->env;
	if (def->type == BD_QUANTITATIVE && bd_json_is(item, BD_JSON_STRING)) {
		not_a_number(env, item);
		return false;
	}
	if (def->type == BD_TEMPORAL && bd_json_is(item, BD_JSON_STRING)) {
		bd_value date = bd_datum_value(unit, item, def);
		if (!isnan(bd_value_to_number(date)))
			return true;
		bd_suggest(env->diags,
			   bd_error(env->diags, &item->place, BD_BAD_DATE, item->string),
			   BD_HINT_WRITE, "\"2022-07-22\"");
		return false;
	}
	return true;
}

static void check_list(bd_view *unit, const bd_channel_def *def, const bd_json *list)
{
	const bd_json *item;
	bd_each (item, list)
		check_entry(unit, def, item);
}

/* Two ends that are one leave no room between them. */
static void check_extent(bd_view *unit, const bd_channel_def *def, const bd_json *scale,
			 const bd_json *domain)
{
	static const char *const straight[] = { "linear", "log",  "pow", "sqrt",
						"symlog", "time", "utc", NULL };
	const char *type = bd_json_string(bd_json_get(scale, "type"), "linear");
	bool continuous = def->type == BD_QUANTITATIVE || def->type == BD_TEMPORAL;
	bool is_straight = false;
	for (int i = 0; straight[i]; i++)
		is_straight |= bd_streq(type, straight[i]);
	if (!is_straight || !continuous || def->bin != BD_BIN_NONE ||
	    !bd_json_is(domain, BD_JSON_ARRAY))
		return;
	bool one = domain->count == 1, same = domain->count == 2;
	if (same)
		same = domain->items[0]->kind != BD_JSON_NULL &&
		       domain->items[0]->kind != BD_JSON_OBJECT &&
		       bd_json_equal(domain->items[0], domain->items[1]);
	if (one || same)
		bd_warning(unit->c->env->diags, &domain->place, BD_NO_EXTENT);
}

/* --- ranges --- */

static void check_colors(bd_view *unit, const bd_json *range)
{
	const bd_json *item;
	bd_color ignored;
	bd_each (item, range)
		if (bd_json_is(item, BD_JSON_STRING) && *item->string &&
		    !bd_streq(item->string, "none") && !bd_color_parse(item->string, &ignored))
			bd_error(unit->c->env->diags, &item->place, BD_BAD_COLOR, item->string);
}

static bool is_color(const bd_view *unit, const bd_channel_def *def)
{
	const bd_channel_def *channels = unit->channels;
	return def == &channels[CH_COLOR] || def == &channels[CH_FILL] ||
	       def == &channels[CH_STROKE];
}

void bd_channel_check_scale(bd_view *unit, const bd_channel_def *def)
{
	const bd_json *scale = bd_channel_def_member(def, "scale");
	const bd_json *domain = bd_json_get(scale, "domain");
	bool numbers = def->type == BD_QUANTITATIVE || def->type == BD_TEMPORAL;
	if (numbers && def->bin == BD_BIN_NONE) {
		check_list(unit, def, domain);
		check_list(unit, def, bd_json_get(bd_channel_def_member(def, "axis"), "values"));
		check_list(unit, def, bd_json_get(bd_channel_def_member(def, "legend"), "values"));
	}
	check_extent(unit, def, scale, domain);
	if (is_color(unit, def))
		check_colors(unit, bd_json_get(scale, "range"));
}

/* --- lists of values --- */

enum { MOST_LISTED = 60, MOST_ROWS = 100000 };

/* A value of the column that is the same but for accents, capitals and blanks. */
static const char *same_letters(const bd_column *column, const char *text)
{
	for (size_t i = 0; i < column->rows && i < MOST_ROWS; i++) {
		bd_value v = bd_column_value(column, i);
		if (v.kind == BD_V_STRING && bd_same_letters(v.string, text))
			return v.string;
	}
	return NULL;
}

static bool occurs(const bd_column *column, const char *text)
{
	for (size_t i = 0; i < column->rows && i < MOST_ROWS; i++) {
		bd_value v = bd_column_value(column, i);
		if (v.kind == BD_V_STRING && bd_streq(v.string, text))
			return true;
	}
	return false;
}

/* Not one of them, nor nearly. */
static bool none_occurs(const bd_column *column, const bd_json *list)
{
	const bd_json *item;
	bd_each (item, list)
		if (!bd_json_is(item, BD_JSON_STRING) || occurs(column, item->string) ||
		    same_letters(column, item->string))
			return false;
	return list->count > 0 && column->kind == BD_COLUMN_TEXT && column->rows > 0;
}

/* "'Nghệ An', 'Hà Tĩnh', …" */
static const char *some_values(bd_env *env, const bd_column *column)
{
	enum { FEW = 4 };
	bd_str out = bd_str_new(env->arena);
	const char *said[FEW + 1];
	size_t count = 0;
	for (size_t i = 0; i < column->rows && i < MOST_ROWS && count <= FEW; i++) {
		bd_value v = bd_column_value(column, i);
		bool known = v.kind != BD_V_STRING;
		for (size_t k = 0; k < count && !known; k++)
			known = bd_streq(said[k], v.string);
		if (known)
			continue;
		said[count++] = v.string;
		if (count <= FEW)
			bd_str_printf(&out, "%s'%s'", count > 1 ? ", " : "", v.string);
		else
			bd_str_add(&out, ", …");
	}
	return bd_str_text(&out);
}

static void check_near(bd_view *unit, bd_table *table, const bd_channel_def *def,
		       const bd_json *list)
{
	bd_env *env = unit->c->env;
	bd_column *column = bd_table_field(table, def->field);
	const bd_json *item;
	if (!column || !bd_json_is(list, BD_JSON_ARRAY) || list->count > MOST_LISTED)
		return;
	if (none_occurs(column, list))
		bd_suggest(env->diags,
			   bd_warning(env->diags, &list->place, BD_NONE_IN_DATA, column->name),
			   BD_HINT_PLAIN, some_values(env, column));
	bd_each (item, list) {
		const char *text = bd_json_string(item, NULL), *near;
		if (!text || occurs(column, text) || !(near = same_letters(column, text)))
			continue;
		bd_suggest(env->diags,
			   bd_warning(env->diags, &item->place, BD_NOT_IN_DATA, text, column->name),
			   BD_HINT_DID_YOU_MEAN, near);
	}
}

void bd_channel_check_values(bd_view *unit, const bd_channel_def *def, bd_table *table)
{
	const bd_json *scale = bd_channel_def_member(def, "scale");
	if (!def->field || def->aggregate || def->unit || def->bin != BD_BIN_NONE ||
	    (def->type != BD_NOMINAL && def->type != BD_ORDINAL))
		return;
	check_near(unit, table, def, def->sort);
	check_near(unit, table, def, bd_json_get(scale, "domain"));
}
