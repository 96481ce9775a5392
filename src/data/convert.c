/* convert.c - a column read as numbers, dates, booleans or text (vega-loader's type parsers). */
#include "base/number.h"
#include "base/time_read.h"
#include "data/read.h"
#include "locale/locale.h"
#include <math.h>
#include <string.h>

static bool is_empty(bd_value v)
{
	return bd_value_is_missing(v) || (v.kind == BD_V_STRING && !v.length);
}

static bd_value to_date(bd_env *env, bd_value v, const char *pattern)
{
	if (v.kind == BD_V_DATE || (v.kind == BD_V_NUMBER && !pattern))
		return bd_v_date(v.number);
	const char *text = bd_value_to_string(env->arena, v);
	double milliseconds;
	const bd_locale *locale = env->locale ? env->locale : bd_locale_find("en-US");
	bool read = pattern ? bd_time_parse(locale, pattern, text, &milliseconds)
			    : bd_time_read(text, strlen(text), &milliseconds);
	return bd_v_date(read ? milliseconds : NAN);
}

static bool to_boolean(bd_value v)
{
	if (v.kind == BD_V_STRING && (!strcmp(v.string, "false") || !strcmp(v.string, "0")))
		return false;
	return bd_value_to_bool(v);
}

static bd_value convert(bd_env *env, bd_value v, bd_read_as as, const char *pattern)
{
	if (is_empty(v))
		return bd_v_null();
	switch (as) {
	case BD_AS_NUMBER: return bd_v_number(bd_value_to_number(v));
	case BD_AS_DATE: return to_date(env, v, pattern);
	case BD_AS_BOOLEAN: return bd_v_bool(to_boolean(v));
	case BD_AS_STRING: return bd_v_string(bd_value_to_string(env->arena, v));
	case BD_AS_IS:
	case BD_AS_GUESS: break;
	}
	return v;
}

static bool is_read(const bd_column *c, bd_read_as as)
{
	return as == BD_AS_IS || (as == BD_AS_NUMBER && c->kind == BD_COLUMN_NUMBER) ||
	       (as == BD_AS_DATE && c->kind == BD_COLUMN_DATE) ||
	       (as == BD_AS_BOOLEAN && c->kind == BD_COLUMN_BOOL);
}

/* Text to numbers without a value in between: the commonest reading of big files. */
static bd_column *read_numbers(bd_env *env, bd_column *c)
{
	double *numbers = BD_ARRAY(env->arena, c->rows, double);
	uint8_t *missing = NULL;
	for (size_t i = 0; i < c->rows; i++) {
		bd_value v = c->values[i];
		const char *end;
		if (!v.length) {
			missing = missing ? missing : BD_ARRAY(env->arena, c->rows, uint8_t);
			missing[i] = BD_IS_NULL;
			numbers[i] = NAN;
			continue;
		}
		numbers[i] = bd_number_parse(v.string, v.length, &end);
		if (end != v.string + v.length)
			numbers[i] = bd_value_to_number(v);
	}
	return bd_column_new_numbers(env->arena, c->name, BD_COLUMN_NUMBER, numbers, missing,
				     c->rows);
}

/* Text to dates, likewise. Where all is empty, nothing says that they are dates. */
static bd_column *read_dates(bd_env *env, bd_column *c, const char *pattern)
{
	double *dates = BD_ARRAY(env->arena, c->rows, double);
	uint8_t *missing = NULL;
	size_t empty = 0;
	for (size_t i = 0; i < c->rows; i++) {
		if (c->values[i].length) {
			dates[i] = to_date(env, c->values[i], pattern).number;
			continue;
		}
		missing = missing ? missing : BD_ARRAY(env->arena, c->rows, uint8_t);
		missing[i] = BD_IS_NULL;
		dates[i] = NAN;
		empty++;
	}
	if (empty == c->rows)
		return bd_column_new_constant(env->arena, c->name, bd_v_null(), c->rows);
	return bd_column_new_numbers(env->arena, c->name, BD_COLUMN_DATE, dates, missing, c->rows);
}

static bd_column *read_values(bd_env *env, bd_column *c, bd_read_as as, const char *pattern)
{
	bd_value *values = BD_ARRAY(env->arena, c->rows, bd_value);
	for (size_t i = 0; i < c->rows; i++)
		values[i] = convert(env, bd_column_value(c, i), as, pattern);
	return bd_column_new_values(env->arena, c->name, values, c->rows);
}

bd_column *bd_column_read(bd_env *env, bd_column *c, bd_read_as as, const char *pattern)
{
	if (is_read(c, as))
		return c;
	bool text = c->kind == BD_COLUMN_TEXT;
	bd_column *read = text && as == BD_AS_NUMBER ? read_numbers(env, c)
			  : text && as == BD_AS_DATE ? read_dates(env, c, pattern)
						     : read_values(env, c, as, pattern);
	read->file_column = c->file_column;
	return read;
}

/* As what is asked for: numbers where the column has them, or keeps them once they are read. */
static const double *as_asked(bd_env *env, bd_column *c, bd_read_as as)
{
	if (as != BD_AS_DATE || bd_column_has_numbers(c))
		return bd_column_numbers(env->arena, c);
	double *dates = BD_ARRAY(env->scratch, c->rows, double);
	for (size_t i = 0; i < c->rows; i++)
		dates[i] = is_empty(c->values[i]) ? NAN : to_date(env, c->values[i], NULL).number;
	return dates;
}

bool bd_column_check(bd_env *env, bd_table *table, bd_column *c, bd_read_as as,
		     const bd_place *place)
{
	enum { MOST = 5 };
	int bad = 0;
	const double *numbers = as_asked(env, c, as);
	if (bd_column_has_numbers(c) && bd_column_span(env->arena, c)->finite)
		return true;
	for (size_t i = 0; i < c->rows && bad < MOST; i++) {
		bd_value value = bd_column_value(c, i);
		if (!isnan(numbers[i]) || is_empty(value))
			continue;
		const bd_place *cell = bd_table_place(table, i, c);
		/* a root of -1, the spread of one value: computed, and nobody's mistake */
		if (!cell && (value.kind == BD_V_NUMBER || value.kind == BD_V_DATE))
			continue;
		bad++;
		const char *text = bd_table_written(table, i, c);
		bd_error(env->diags, cell ? cell : place,
			 as == BD_AS_DATE ? BD_NOT_A_DATE : BD_NOT_A_NUMBER, text, c->name);
	}
	return !bad;
}
