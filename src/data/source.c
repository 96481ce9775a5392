/* source.c - the `data` of a spec: where its rows come from. */
#include "data/csv.h"
#include "data/encoding.h"
#include "data/file_type.h"
#include "data/find.h"
#include "data/json_rows.h"
#include "data/office.h"
#include "data/read.h"
#include "data/rows.h"
#include "data/tidy.h"
#include "data/xlsx.h"

#include "base/array.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "json/locate.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A file that was read once, in the form that all its readers share. */
typedef struct loaded {
	const char *key;
	const bd_source *source;
	const bd_json *json;
	bd_table *rows; /* of an array of them, which needs no tree */
} loaded;

typedef struct named {
	const char *name;
	bd_table *table;
	const bd_json *json;
} named;

struct bd_datasets {
	bd_arena *arena;
	BD_LIST(named) tables;
	BD_LIST(loaded) files;
	BD_LIST(bd_value_member) params;
};

bd_datasets *bd_datasets_new(bd_arena *arena, const bd_json *json)
{
	bd_datasets *datasets = BD_NEW(arena, bd_datasets);
	datasets->arena = arena;
	bd_each_member (member, json)
		bd_push(arena, &datasets->tables, ((named){ member->name, NULL, member->value }));
	return datasets;
}

static named *find(bd_datasets *datasets, const char *name)
{
	for (size_t i = 0; i < datasets->tables.count; i++)
		if (!strcmp(datasets->tables.items[i].name, name))
			return &datasets->tables.items[i];
	return NULL;
}

void bd_datasets_add(bd_datasets *datasets, const char *name, bd_table *table)
{
	named *had = find(datasets, name);
	if (had)
		*had = (named){ name, table, NULL };
	else
		bd_push(datasets->arena, &datasets->tables, ((named){ name, table, NULL }));
}

void bd_datasets_set_param(bd_datasets *datasets, const char *name, bd_value value)
{
	bd_push(datasets->arena, &datasets->params, ((bd_value_member){ name, value }));
}

bool bd_datasets_param(const bd_datasets *datasets, const char *name, bd_value *value)
{
	for (size_t i = datasets ? datasets->params.count : 0; i-- > 0;)
		if (!strcmp(datasets->params.items[i].name, name)) {
			*value = datasets->params.items[i].value;
			return true;
		}
	return false;
}

/* --- how text is read --- */

static const bd_read_options as_is = { 0 };

typedef struct format {
	const char *type; /* csv, tsv, dsv, json, topojson; NULL: by the file's name */
	char delimiter;
	const char *property;
	const bd_json *encoding;      /* NULL: told by looking */
	const bd_json *sheet, *range; /* xlsx */
	bd_read_options read;
} format;

/* "number", "date:'%d/%m/%Y'", "utc:'%Y'" … */
static bool parse_word(bd_env *env, const bd_json *node, bd_read_column *column)
{
	static const struct {
		const char *name;
		bd_read_as as;
	} words[] = { { "number", BD_AS_NUMBER },   { "integer", BD_AS_NUMBER },
		      { "date", BD_AS_DATE },       { "utc", BD_AS_DATE },
		      { "boolean", BD_AS_BOOLEAN }, { "string", BD_AS_STRING } };
	column->place = &node->place;
	if (bd_json_is(node, BD_JSON_NULL)) {
		column->as = BD_AS_IS;
		return true;
	}
	const char *word = bd_json_string(node, "");
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(word, words[i].name)) {
			column->as = words[i].as;
			return true;
		}
	if (bd_starts_with(word, "date:") || bd_starts_with(word, "utc:")) {
		const char *pattern = strchr(word, ':') + 1;
		size_t n = strlen(pattern);
		bool quoted = n > 1 && (*pattern == '\'' || *pattern == '"');
		column->as = BD_AS_DATE;
		column->pattern = bd_strndup(env->arena, pattern + quoted, n - (quoted ? 2 : 0));
		return true;
	}
	bd_unknown_name(env->diags, &node->place, BD_TERM_PARSE_TYPE, word, words,
			sizeof words / sizeof *words, sizeof *words);
	return false;
}

/* `format.parse` before what the caller asks for: an object adds to it, null turns it off, "auto"
 * guesses the rest. */
static bd_read_options read_parse(bd_env *env, const bd_json *parse, const bd_read_options *asked)
{
	if (bd_json_is(parse, BD_JSON_NULL))
		return (bd_read_options){ .others = asked->others };
	bd_read_options out = *asked;
	if (bd_json_equals_string(parse, "auto"))
		out.others = BD_AS_GUESS;
	if (!bd_json_is(parse, BD_JSON_OBJECT))
		return out;
	bd_read_column *columns = BD_ARRAY(env->arena, asked->count + parse->count, bd_read_column);
	out.count = asked->count;
	if (asked->count)
		memcpy(columns, asked->columns, asked->count * sizeof *columns);
	bd_each_member (member, parse) {
		columns[out.count].field = member->name;
		out.count += parse_word(env, member->value, &columns[out.count]);
	}
	out.columns = columns;
	return out;
}

static format read_format(bd_env *env, const bd_json *node, const bd_read_options *asked)
{
	format f = { .type = bd_json_string(bd_json_get(node, "type"), NULL),
		     .property = bd_json_string(bd_json_get(node, "property"), NULL),
		     .encoding = bd_json_get(node, "encoding"),
		     .sheet = bd_json_get(node, "sheet"),
		     .range = bd_json_get(node, "range") };
	const char *delimiter = bd_json_string(bd_json_get(node, "delimiter"), "");
	f.delimiter = *delimiter;
	f.read = read_parse(env, bd_json_get(node, "parse"), asked);
	const char *decimal = bd_json_string(bd_json_get(node, "decimal"), "");
	bd_decimal said = bd_office_decimal_said(node);
	if (said != BD_DECIMAL_EITHER) {
		f.read.decimal = said;
		f.read.office = true;
		if (f.read.others == BD_AS_IS)
			f.read.others = BD_AS_GUESS;
	} else if (*decimal) {
		bd_unknown_name(env->diags, &bd_json_get(node, "decimal")->place, BD_TERM_CHOICE,
				decimal, (const char *const[]){ ".", "," }, 2, sizeof(char *));
	}
	return f;
}

/* Arrays hold what is meant only once a transform has looked into them, and so does a column
 * that is not there yet. */
static bool can_be_read(const bd_column *c)
{
	bool any = c->kind != BD_COLUMN_VALUES;
	for (size_t i = 0; c->kind == BD_COLUMN_VALUES && i < c->rows; i++) {
		if (c->values[i].kind == BD_V_ARRAY || c->values[i].kind == BD_V_OBJECT)
			return false;
		any = any || !bd_value_is_missing(c->values[i]);
	}
	return any;
}

/* Columns of a table that is there already, read as asked. */
static bd_table *converted(bd_env *env, bd_table *table, const bd_read_options *read)
{
	bd_table *out = table;
	for (size_t i = 0; i < read->count; i++) {
		const bd_read_column *r = &read->columns[i];
		bd_column *c = bd_table_field(table, r->field);
		bd_column *is = c ? bd_column_read(env, c, r->as, r->pattern) : NULL;
		if (!is || is == c || !can_be_read(c))
			continue;
		if (out == table)
			out = bd_table_copy(table);
		bd_table_set(out, is);
	}
	return out;
}

/* --- where rows come from --- */

static const bd_json *property_of(bd_env *env, const bd_json *json, const char *path,
				  const bd_place *place)
{
	size_t count;
	const char *const *names = bd_path_split(env->arena, path ? path : "", &count);
	for (size_t i = 0; i < count && json; i++) {
		const bd_json *member = bd_json_get(json, names[i]);
		if (!member && bd_json_is(json, BD_JSON_ARRAY))
			member = bd_json_at(json, (size_t)strtoul(names[i], NULL, 10));
		json = member;
	}
	if (!json)
		bd_error(env->diags, place, BD_NO_PROPERTY, path);
	return json;
}

static bd_table *from_text(bd_env *env, loaded *file, const format *f, const char *type,
			   const bd_place *place)
{
	if (strcmp(type, "json") && strcmp(type, "topojson")) {
		char delimiter = !strcmp(type, "tsv") ? '\t' : f->delimiter;
		return bd_csv_read(env, file->source, delimiter, &f->read);
	}
	if (!file->json && !file->rows && !f->property)
		file->rows = bd_json_rows_read(env, file->source);
	if (file->rows && !f->property)
		return converted(env, bd_table_copy(file->rows), &f->read);
	if (!file->json) {
		bd_source *source = BD_NEW(env->arena, bd_source);
		*source = *file->source;
		file->json = bd_json_parse(env->arena, source, env->diags);
	}
	const bd_json *rows = file->json ? property_of(env, file->json, f->property, place) : NULL;
	if (!rows)
		return bd_table_new(env->arena, 0);
	return converted(env, bd_table_from_json(env, rows), &f->read);
}

/* The place of a byte that is no UTF-8, in a copy of the text that can be shown. */
static const bd_place *place_of_byte(bd_env *env, const bd_source *source, const char *bad)
{
	bd_str shown = bd_str_new(env->arena);
	const char *at = source->text, *end = at + source->length;
	bd_position p = bd_position_of(source, (size_t)(bad - at));
	for (const char *next; (next = bd_utf8_invalid(at, (size_t)(end - at))); at = next + 1) {
		bd_str_add_bytes(&shown, at, (size_t)(next - at));
		bd_str_add(&shown, "\uFFFD");
	}
	bd_str_add(&shown, at);
	bd_source *copy = BD_NEW(env->arena, bd_source);
	*copy = (bd_source){ source->name, bd_str_text(&shown), shown.length, NULL };
	bd_place *place = BD_NEW(env->arena, bd_place);
	*place = (bd_place){ .source = copy, .line = p.line, .column = p.column, .extent = 1 };
	return place;
}

/* A file's bytes as text; false after a complaint. */
static bool decode(bd_env *env, const bd_blob *blob, const bd_json *encoding, bd_source *source)
{
	const char *name = bd_json_string(encoding, NULL), *bad;
	bd_decoded decoded;
	*source = (bd_source){ .name = blob->name, .text = blob->bytes, .length = blob->length };
	if (name && !bd_encoding_find(name)) {
		const char *const *known = bd_encoding_names();
		size_t count = 0;
		while (known[count])
			count++;
		bd_unknown_name(env->diags, &encoding->place, BD_TERM_ENCODING, name, known, count,
				sizeof *known);
		return false;
	}
	if (bd_text_decode(env->arena, blob->bytes, blob->length, name, &decoded, &bad)) {
		source->text = decoded.text;
		source->length = decoded.length;
		if (strcmp(decoded.encoding, "utf-8")) {
			bd_place *whole = BD_NEW(env->arena, bd_place);
			*whole = (bd_place){ .source = source };
			if (decoded.rival)
				bd_suggest(env->diags,
					   bd_warning(env->diags, whole, BD_UNSURE_ENCODING,
						      decoded.encoding, decoded.rival),
					   BD_HINT_SAY_ENCODING, decoded.encoding);
			else
				bd_note(env->diags, whole, BD_READ_AS, decoded.encoding);
		}
		return true;
	}
	bd_error(env->diags, place_of_byte(env, source, bad), BD_UNKNOWN_ENCODING,
		 bd_printf(env->arena, "0x%02X", (unsigned char)*bad));
	return false;
}

static bool load(bd_env *env, bd_datasets *datasets, const bd_blob *blob, const format *f,
		 loaded **file)
{
	for (size_t i = 0; i < datasets->files.count; i++)
		if (!strcmp(datasets->files.items[i].key, blob->name)) {
			*file = &datasets->files.items[i];
			return true;
		}
	bd_source *source = BD_NEW(env->arena, bd_source);
	if (!decode(env, blob, f->encoding, source))
		return false;
	bd_origins_add(env->origins, bd_find_in_text, source);
	bd_push(datasets->arena, &datasets->files,
		((loaded){ .key = blob->name, .source = source }));
	*file = &datasets->files.items[datasets->files.count - 1];
	return true;
}

static const bd_read_column *asked_for(const bd_read_options *read, const char *name)
{
	const bd_read_column *asked = NULL;
	for (size_t i = 0; i < read->count; i++)
		if (!strcmp(read->columns[i].field, name))
			asked = &read->columns[i];
	return asked;
}

/* Excel keeps numbers and dates as such; but what is text may still be written ones, and a date may
 * have lost its style. */
static void read_written(bd_env *env, bd_table *table, const bd_read_options *read)
{
	for (size_t i = 0; i < table->count; i++) {
		bd_column *c = bd_table_at(table, i);
		const bd_read_column *asked = asked_for(read, c->name);
		bool is_text = c->kind >= BD_COLUMN_TEXT;
		bd_read_as as = asked     ? asked->as
				: is_text ? bd_office_guess(c, read->decimal)
					  : BD_AS_IS;
		if ((asked && asked->pattern) || (as != BD_AS_NUMBER && as != BD_AS_DATE) ||
		    (!is_text && (as == BD_AS_NUMBER || c->kind != BD_COLUMN_NUMBER)))
			continue;
		bd_cell_places places = { table->origin, table->origin_rows };
		bd_table_set(table, bd_office_read(env, places, c, as, read->decimal));
	}
}

/* A complaint about the sheet or the range points at it. */
static bd_table *from_xlsx(bd_env *env, const bd_json *url, const bd_blob *blob, const format *f)
{
	const bd_json *said = f->sheet ? f->sheet : f->range ? f->range : url;
	bd_xlsx_options how = { .sheet = bd_json_string(f->sheet, NULL),
				.range = bd_json_string(f->range, NULL) };
	if (bd_json_is(f->sheet, BD_JSON_NUMBER))
		how.sheet = bd_number_text(env->arena, f->sheet->number);
	bd_table *table =
		bd_xlsx_read(env, blob->name, blob->bytes, blob->length, &how, &said->place);
	if (f->read.office) {
		bd_tidy_sheet(env, &table);
		read_written(env, table, &f->read);
	}
	bd_origins_add(env->origins, bd_find_in_table, table);
	return converted(env, table, &f->read);
}

static bd_table *from_url(bd_env *env, const bd_json *data, const bd_json *url, const format *f,
			  bd_datasets *datasets)
{
	const char *name = bd_json_string(url, ""), *type = bd_file_type(env, f->type, name, data);
	bd_blob blob;
	loaded *file;
	if (!bd_load_or_complain(env->loader, name, BD_MAX_FILE_BYTES, &blob, env->diags,
				 &url->place))
		return bd_table_new(env->arena, 0);
	if ((type && !strcmp(type, "xlsx")) || (!f->type && bd_file_is_workbook(&blob)))
		return from_xlsx(env, url, &blob, f);
	if (!load(env, datasets, &blob, f, &file))
		return bd_table_new(env->arena, 0);
	return from_text(env, file, f, type ? type : bd_file_type_by_content(&blob), &data->place);
}

static bd_table *from_values(bd_env *env, const bd_json *data, const bd_json *values,
			     const format *f)
{
	if (!bd_json_is(values, BD_JSON_STRING)) {
		const bd_json *rows = property_of(env, values, f->property, &data->place);
		bd_table *table =
			rows ? bd_table_from_json(env, rows) : bd_table_new(env->arena, 0);
		bd_origins_add(env->origins, bd_find_in_table, table);
		return converted(env, table, &f->read);
	}
	bd_source *source = BD_NEW(env->arena, bd_source);
	*source = (bd_source){ .name = "values", .text = values->string, .length = values->count };
	loaded text = { .source = source };
	const char *type = bd_file_type(env, f->type, "", data);
	return from_text(env, &text, f, type ? type : "json", &values->place);
}

static bd_table *from_sequence(bd_env *env, const bd_json *node)
{
	double start = bd_json_number(bd_json_get(node, "start"), 0);
	double stop = bd_json_number(bd_json_get(node, "stop"), 0);
	double step = bd_json_number(bd_json_get(node, "step"), 1);
	double wanted = step != 0 ? ceil((stop - start) / step) : 0;
	if (wanted > BD_MAX_ROWS) {
		bd_error(env->diags, &node->place, BD_TOO_MANY_ROWS,
			 bd_number_text(env->arena, BD_MAX_ROWS));
		wanted = 0;
	}
	size_t count = wanted > 0 ? (size_t)wanted : 0;
	double *numbers = BD_ARRAY(env->arena, count, double);
	for (size_t i = 0; i < count; i++)
		numbers[i] = start + (double)i * step;
	const char *name = bd_json_string(bd_json_get(node, "as"), "data");
	bd_table *table = bd_table_new(env->arena, count);
	bd_table_set(table, bd_column_new_numbers(env->arena, name, BD_COLUMN_NUMBER, numbers, NULL,
						  count));
	return table;
}

bd_table *bd_datasets_find(bd_env *env, bd_datasets *datasets, const char *name,
			   const bd_read_options *options)
{
	named *found = find(datasets, name);
	if (!found)
		return NULL;
	if (!found->table)
		found->table = bd_table_from_json(env, found->json);
	return converted(env, found->table, options ? options : &as_is);
}

static bd_table *from_name(bd_env *env, const bd_json *name, const format *f, bd_datasets *datasets)
{
	bd_table *table = bd_datasets_find(env, datasets, bd_json_string(name, ""), &f->read);
	if (table)
		return table;
	bd_unknown_name(env->diags, &name->place, BD_TERM_DATASET, bd_json_string(name, ""),
			datasets->tables.items, datasets->tables.count, sizeof(named));
	return bd_table_new(env->arena, 0);
}

/* A file without rows makes an empty picture: said, unless it was said why. */
static bd_table *from_file(bd_env *env, const bd_json *data, const bd_json *url, const format *f,
			   bd_datasets *datasets)
{
	int errors = env->diags->errors;
	bd_table *table = from_url(env, data, url, f, datasets);
	if (!table->rows && f->read.office && env->diags->errors == errors)
		bd_warning(env->diags, &url->place, BD_NO_ROWS, bd_json_string(url, ""));
	return table;
}

bd_table *bd_data_read(bd_env *env, const bd_json *data, bd_datasets *datasets,
		       const bd_read_options *options)
{
	const bd_json *part;
	format f = read_format(env, bd_json_get(data, "format"), options ? options : &as_is);
	bd_table *table;
	if ((part = bd_json_get(data, "values")))
		table = from_values(env, data, part, &f);
	else if ((part = bd_json_get(data, "url")))
		table = from_file(env, data, part, &f, datasets);
	else if ((part = bd_json_get(data, "sequence")))
		table = from_sequence(env, part);
	else if ((part = bd_json_get(data, "name")))
		return from_name(env, part, &f, datasets);
	else {
		bd_error(env->diags, data ? &data->place : NULL, BD_NO_DATA);
		return bd_table_new(env->arena, 0);
	}
	const char *name = bd_json_string(bd_json_get(data, "name"), NULL);
	if (name)
		bd_datasets_add(datasets, name, table);
	return table;
}
