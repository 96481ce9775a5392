/* rows.c - items from a block's own list, or from rows of data (rows.h).
 *
 * Where a cell stands in its file is found by reading the file again, which costs too much to do
 * for every cell. So rows are read as items without places; only when something is wrong with them
 * are they read once more, with places, and it is those complaints that count. */
#include "blocks/rows.h"

#include "base/array.h"
#include "base/limits.h"
#include "base/str.h"
#include "data/office.h"
#include "data/read.h"
#include "data/transform.h"

#include <math.h>
#include <string.h>
#include <strings.h>

const bd_type bd_type_rows_data = { .kind = BD_T_ANY,
				    .name = "object",
				    .size = sizeof(const bd_json *),
				    .schema = "\"type\":\"object\"" };
const bd_type bd_type_rows_transform = {
	.kind = BD_T_ANY,
	.name = "list of objects",
	.size = sizeof(const bd_json *),
	.schema = "\"type\":\"array\",\"items\":{\"type\":\"object\"}"
};
const bd_type bd_type_rows_encoding = {
	.kind = BD_T_ANY,
	.name = "names to objects",
	.size = sizeof(const bd_json *),
	.schema = "\"type\":\"object\",\"additionalProperties\":{\"type\":\"object\"}"
};

typedef BD_ARRAY_OF(char) any_array;

/* A field of the items and the column, or constant, that fills it. */
typedef struct channel {
	const bd_field *field;
	bd_column *column;
	const bd_json *value;
	const bd_place *place;
	bool years; /* nothing but numbers that may be years: no thousands are parted */
} channel;

typedef struct channels {
	channel *items;
	size_t count;
} channels;

static const bd_field *find_field(const bd_object_type *type, const char *name)
{
	for (const bd_field *f = type->fields; f->name; f++)
		if (f->channel && !strcmp(f->name, name))
			return f;
	return NULL;
}

static void complain_channel(const bd_object_type *type, const bd_member *m, bd_reader *reader)
{
	bd_diag *diag = bd_error(reader->diags, &m->value->place, BD_UNKNOWN_FIELD, m->name);
	diag->at_key = true;
	BD_LIST(const char *) names = { 0 };
	for (const bd_field *f = type->fields; f->name; f++)
		if (f->channel)
			bd_push(reader->arena, &names, f->name);
	const char *near = bd_closest(m->name, names.items, names.count, sizeof *names.items);
	if (near)
		bd_suggest(reader->diags, diag, BD_HINT_DID_YOU_MEAN, near);
}

static bool are_years(const bd_column *c)
{
	bool any = false;
	for (size_t i = 0; c->kind == BD_COLUMN_NUMBER && i < c->rows; i++) {
		if (!isnan(c->numbers[i]) && !bd_number_may_be_year(c->numbers[i]))
			return false;
		any = any || !isnan(c->numbers[i]);
	}
	return any;
}

/* { "field": "tên" }, or one column per language, or { "value": … }. A column of numbers and text
 * was left as it is; where numbers are due, it is read as the data says. */
static bool read_channel(bd_env *env, const bd_rows *rows, const bd_member *m, bd_table *table,
			 channel *c, bd_reader *reader)
{
	const bd_json *field = bd_json_get(m->value, "field"),
		      *value = bd_json_get(m->value, "value");
	const char *name = NULL;
	c->place = field ? &field->place : &m->value->place;
	c->value = value;
	if (value)
		return true;
	if (!field) {
		bd_error(reader->diags, &m->value->place, BD_MISSING_FIELD, "field");
		return false;
	}
	if (!bd_type_read(&bd_type_text, field, &name, reader))
		return false;
	c->column = bd_table_need(env, table, name, &field->place);
	if (c->column && c->field->type->kind == BD_T_NUMBER && c->column->kind >= BD_COLUMN_TEXT)
		c->column = bd_office_read(
			env, (bd_cell_places){ table->origin, table->origin_rows }, c->column,
			BD_AS_NUMBER, bd_office_decimal_said(bd_json_get(rows->data, "format")));
	c->years = c->column && are_years(c->column);
	return c->column != NULL;
}

static channels read_channels(bd_env *env, const bd_rows *rows, const bd_object_type *type,
			      bd_table *table, bd_reader *reader)
{
	size_t most = bd_json_is(rows->encoding, BD_JSON_OBJECT) ? rows->encoding->count : 0;
	channels all = { BD_ARRAY(env->scratch, most, channel), 0 };
	bd_each_member (m, rows->encoding) {
		channel c = { .field = find_field(type, m->name) };
		if (!c.field)
			complain_channel(type, m, reader);
		else if (read_channel(env, rows, m, table, &c, reader))
			all.items[all.count++] = c;
	}
	return all;
}

/* Each field that an item must have needs a channel: said once, not for every row. */
static void check_channels(const bd_rows *rows, const bd_object_type *type, bd_reader *reader)
{
	for (const bd_field *f = type->fields; f->name; f++)
		if (f->required && !bd_json_get(rows->encoding, f->name))
			bd_error(reader->diags, &rows->encoding->place, BD_MISSING_FIELD, f->name);
}

static bool is_yes(const char *text)
{
	static const char *const no[] = { "0", "false", "no", "không", "ບໍ່", "-" };
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (!strcasecmp(text, no[i]))
			return false;
	return true;
}

/* A number or a date as text in the poster's language, however the file writes it: «5/9/2017» for
 * 05/09/2017 and for Excel's 42983 alike. A date is as exact as it was written. */
static const char *say_cell(bd_env *env, const channel *c, bd_value v, const char *written)
{
	const bd_locale *locale = env->locale ? env->locale : bd_locale_find("vi");
	bd_when when;
	if (v.kind == BD_V_NUMBER && !isnan(v.number)) {
		if (strchr(written, '%')) /* as the cell shows it */
			return written;
		bd_number_style style = BD_NUMBER_STYLE_PLAIN;
		return c->years ? bd_number_text(env->arena, v.number)
				: bd_number_say(env->arena, locale, &style, v.number);
	}
	if (v.kind != BD_V_DATE || isnan(v.number))
		return written;
	if (!bd_date_read(written, strlen(written), &when)) {
		when = bd_when_from_ms(v.number, BD_DATE_DAY);
		if (when.ms != v.number)
			when = bd_when_from_ms(v.number, BD_DATE_TIME);
	}
	return bd_date_say(env->arena, locale, BD_DATE_SHORT, when);
}

/* A cell as the JSON that a person would have written in an item. NULL: an empty cell. */
static bd_json *cell_node(bd_env *env, bd_table *table, size_t row, const channel *c,
			  const bd_json *like)
{
	const char *written = bd_table_written(table, row, c->column);
	if (bd_value_is_missing(bd_column_value(c->column, row)) || !written || !*written)
		return NULL;
	if (c->field->type->kind == BD_T_BOOL)
		return bd_json_new_bool(env->arena, is_yes(written), like);
	if (c->field->type->kind == BD_T_TEXT)
		written = say_cell(env, c, bd_column_value(c->column, row), written);
	if (c->field->type->kind != BD_T_NUMBER)
		return bd_json_new_string(env->arena, written, like);
	bd_value v = bd_column_value(c->column, row);
	double number = bd_value_to_number(v);
	return isnan(number) ? bd_json_new_string(env->arena, written, like)
			     : bd_json_new_number(env->arena, number, like);
}

static const bd_json *row_node(bd_env *env, bd_table *table, size_t row, const channels *all,
			       const bd_json *block, bool with_places)
{
	const bd_json *node = bd_json_new_object(env->arena, block);
	const bd_place *first = NULL;
	for (size_t i = 0; i < all->count; i++) {
		const channel *c = &all->items[i];
		if (c->value) {
			node = bd_json_with(env->arena, node, c->field->name, c->value);
			continue;
		}
		bd_json *cell = cell_node(env, table, row, c, block);
		const bd_place *place = with_places ? bd_table_place(table, row, c->column) : NULL;
		if (place && !first)
			first = place;
		if (cell && with_places)
			cell->place = place ? *place : *c->place;
		if (cell)
			node = bd_json_with(env->arena, node, c->field->name, cell);
	}
	bd_json *copy = BD_NEW(env->arena, bd_json);
	*copy = *node;
	if (first)
		copy->place = *first;
	return copy;
}

static const bd_json *rows_node(bd_env *env, bd_table *table, const channels *all,
				const bd_json *block, bool with_places)
{
	const bd_json **items = BD_ARRAY(env->arena, table->rows, const bd_json *);
	for (size_t i = 0; i < table->rows; i++)
		items[i] = row_node(env, table, i, all, block, with_places);
	return bd_json_new_array(env->arena, items, table->rows, block);
}

static bool read_items(const bd_type *item, const bd_json *items, any_array *out, bd_reader *reader)
{
	bd_type list = { BD_T_ARRAY, .item = item };
	return bd_type_read(&list, items, out, reader);
}

static bool read_data(const bd_rows *rows, const bd_type *item, const bd_json *node, any_array *out,
		      bd_reader *reader)
{
	bd_env *env = reader->user;
	bd_read_options options = { .others = BD_AS_GUESS, .office = true };
	bd_data_context context = { .datasets = bd_datasets_new(env->arena, NULL),
				    .reading = &options };
	bd_table *table = bd_data_read(env, rows->data, context.datasets, &options);
	bd_transforms_apply(env, rows->transform, &table, &context);
	if (!rows->encoding) {
		bd_error(reader->diags, &node->place, BD_MISSING_FIELD, "encoding");
		return false;
	}
	int errors = reader->diags->errors;
	channels all = read_channels(env, rows, item->object, table, reader);
	if (reader->diags->errors == errors) /* a misspelt channel is not also a missing one */
		check_channels(rows, item->object, reader);
	if (reader->diags->errors != errors)
		return false;
	if (table->rows > BD_MAX_BLOCKS) {
		bd_error(reader->diags, &rows->data->place, BD_TOO_MANY,
			 bd_number_text(env->arena, (double)table->rows),
			 bd_number_text(env->arena, BD_MAX_BLOCKS));
		return false;
	}
	bd_diags before = *reader->diags;
	if (read_items(item, rows_node(env, table, &all, node, false), out, reader))
		return true;
	bd_diags_return(reader->diags, before);
	return read_items(item, rows_node(env, table, &all, node, true), out, reader);
}

void *bd_rows_read(const bd_rows *rows, const bd_type *item, size_t *count, const bd_json *node,
		   bd_reader *reader)
{
	any_array all = { 0 };
	bool good = false;
	if (!rows->items && !rows->data)
		bd_error(reader->diags, &node->place, BD_MISSING_FIELD, "items");
	else if (rows->items)
		good = read_items(item, rows->items, &all, reader);
	else if (reader->user)
		good = read_data(rows, item, node, &all, reader);
	*count = good ? all.count : 0;
	return all.items;
}
