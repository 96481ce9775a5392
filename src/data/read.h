/* read.h - the `data` of a spec: from files, inline values, names and generators to tables. */
#pragma once
#include "data/table.h"
#include "locale/locale.h"
#include "json/json.h"

/* What a column's text is read as. */
typedef enum {
	BD_AS_IS,
	BD_AS_NUMBER,
	BD_AS_DATE,
	BD_AS_BOOLEAN,
	BD_AS_STRING,
	BD_AS_GUESS /* boolean, number, date or text: whichever fits all of its cells */
} bd_read_as;

/* One column's reading. */
typedef struct bd_read_column {
	const char *field;
	bd_read_as as;
	const char *pattern; /* of a date: d3-time-format's directives; NULL: ISO and the like */
	const bd_place *place;
} bd_read_column;

/* How text becomes values. A spec's own `format.parse` wins over these. */
typedef struct bd_read_options {
	const bd_read_column *columns;
	size_t count;
	/* For columns that are not named. Vega-Lite leaves text as it is (BD_AS_IS) and reads
	 * as dates what an encoding calls temporal; posters guess (BD_AS_GUESS). */
	bd_read_as others;
	/* Posters: numbers and dates as people write them (data/office.h), with complaints about
	 * cells that are neither. */
	bool office;
	bd_decimal decimal; /* BD_DECIMAL_EITHER: told by looking */
} bd_read_options;

/* Named tables: the spec's `datasets`, and what has been read and made under a name. */
typedef struct bd_datasets bd_datasets;

/* `datasets` is the spec's member of that name; NULL: none. */
bd_datasets *bd_datasets_new(bd_arena *arena, const bd_json *datasets);
void bd_datasets_add(bd_datasets *datasets, const char *name, bd_table *table);
/* NULL where there is none of that name. */
bd_table *bd_datasets_find(bd_env *env, bd_datasets *datasets, const char *name,
			   const bd_read_options *options);

/* Parameters that transforms make (extent): kept with the datasets, seen by later transforms. */
void bd_datasets_set_param(bd_datasets *datasets, const char *name, bd_value value);
bool bd_datasets_param(const bd_datasets *datasets, const char *name, bd_value *value);

/* The table of a `data` object: url, values, name, sequence (with `format`). Complains and returns
 * an empty table where something is wrong; never NULL. options may be NULL (text stays text). A
 * file is read once, however often it is named. */
bd_table *bd_data_read(bd_env *env, const bd_json *data, bd_datasets *datasets,
		       const bd_read_options *options);

/* A column read as something else: numbers out of text, dates out of text or numbers … (Vega's
 * format.parse). Empty text and null become null, what cannot be read NaN. */
bd_column *bd_column_read(bd_env *env, bd_column *column, bd_read_as as, const char *pattern);

/* Complains about each cell (the first few) that holds something, but no number (or date: `as`),
 * with its file, line and column; `place` is the encoding that asks. True where there is none. */
bool bd_column_check(bd_env *env, bd_table *table, bd_column *column, bd_read_as as,
		     const bd_place *place);
