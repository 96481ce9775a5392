#include "data/office.h"

#include "base/time_read.h"
#include <ctype.h>
#include <math.h>
#include <string.h>

enum { MOST_COMPLAINTS = 5 };

static bool is_text(bd_value v)
{
	return v.kind == BD_V_STRING;
}

/* The decimal sign: as the spec says, or as the cells do together. */
static bd_decimal decimal_of(const bd_column *c, bd_decimal said)
{
	bd_decimal_evidence evidence = { 0 };
	if (said != BD_DECIMAL_EITHER)
		return said;
	for (size_t i = 0; i < c->rows; i++)
		if (is_text(c->values[i]))
			bd_decimal_look(&evidence, c->values[i].string, c->values[i].length);
	return bd_decimal_decide(&evidence);
}

static bd_number_reading read_number(bd_value v, bd_decimal decimal)
{
	return bd_number_read(v.string, v.length, decimal);
}

/* 0912 345 678 is a telephone number, 007 a code: their zeros must stay. */
static bool begins_with_zero(bd_value v)
{
	return v.length > 1 && v.string[0] == '0' && isdigit((unsigned char)v.string[1]);
}

bd_read_as bd_office_guess(const bd_column *c, bd_decimal said)
{
	bool numbers = true, dates = true, any = false;
	bd_decimal decimal = decimal_of(c, said);
	for (size_t i = 0; i < c->rows && (numbers || dates); i++) {
		bd_value v = c->values[i];
		bd_when when;
		if (!is_text(v) || !v.length)
			continue;
		bd_number_reading r = read_number(v, decimal);
		if (r.status == BD_READ_EMPTY)
			continue;
		any = true;
		numbers = numbers && r.status == BD_READ_NUMBER && !begins_with_zero(v);
		dates = dates && bd_date_read(v.string, v.length, &when);
	}
	if (!any)
		return BD_AS_IS;
	return numbers ? BD_AS_NUMBER : dates ? BD_AS_DATE : BD_AS_IS; /* 2014 is a number, too */
}

void bd_office_not_a_number(bd_env *env, const bd_place *place, const char *text,
			    const char *column)
{
	bd_number_reading r = bd_number_read(text, strlen(text), BD_DECIMAL_EITHER);
	if (r.status != BD_READ_WITH_UNIT)
		r = bd_number_read(text, strlen(text), BD_DECIMAL_COMMA);
	bd_diag *diag = bd_error(env->diags, place, BD_NOT_A_NUMBER, text, column);
	if (r.status != BD_READ_WITH_UNIT)
		return;
	const char *unit = bd_strndup(env->arena, r.unit, r.unit_length);
	size_t start = r.unit_before ? (size_t)(r.unit - text) + r.unit_length : 0;
	size_t stop = r.unit_before ? strlen(text) : (size_t)(r.unit - text);
	while (start < stop && text[start] == ' ')
		start++;
	while (stop > start && text[stop - 1] == ' ')
		stop--;
	const char *figure = bd_strndup(env->arena, text + start, stop - start);
	if (r.unit_before) /* «khoảng 800» */
		bd_suggest(env->diags, diag, BD_HINT_NUMBER_ALONE, figure);
	else
		bd_suggest(env->diags, diag, BD_HINT_SPLIT_UNIT, figure, unit);
}

static const bd_place *place_of(bd_env *env, bd_cell_places places, size_t row, const bd_column *c)
{
	if (!places.origin || !c->file_column)
		return NULL;
	return places.origin->place(places.origin, env->arena, places.rows ? places.rows[row] : row,
				    c);
}

/* The first cell that might mean two numbers. */
static void complain_ambiguous(bd_env *env, bd_cell_places places, const bd_column *c,
			       bd_decimal decimal)
{
	for (size_t i = 0; i < c->rows; i++) {
		bd_decimal_evidence e = { 0 };
		if (is_text(c->values[i]))
			bd_decimal_look(&e, c->values[i].string, c->values[i].length);
		if (!e.grouped_point && !e.grouped_comma &&
		    !(decimal == BD_DECIMAL_MIXED && e.comma))
			continue;
		bd_diag *diag = bd_error(env->diags, place_of(env, places, i, c),
					 decimal == BD_DECIMAL_MIXED ? BD_MIXED_NUMBERS
								     : BD_AMBIGUOUS_NUMBER,
					 c->values[i].string, c->name);
		if (decimal == BD_DECIMAL_AMBIGUOUS)
			bd_suggest(env->diags, diag, BD_HINT_SAY_DECIMAL);
		return;
	}
}

/* A cell as a number; NaN after a complaint, or where it is left empty (*empty). */
static double number_of(bd_env *env, bd_cell_places places, const bd_column *c, size_t row,
			bd_decimal decimal, int *complaints, bool *empty)
{
	bd_value v = c->values[row];
	*empty = bd_value_is_missing(v);
	if (!is_text(v))
		return *empty ? NAN : bd_value_to_number(v);
	bd_number_reading r = read_number(v, decimal);
	*empty = r.status == BD_READ_EMPTY;
	if (r.status == BD_READ_NUMBER || *empty)
		return *empty ? NAN : r.number;
	if ((*complaints)++ < MOST_COMPLAINTS)
		bd_office_not_a_number(env, place_of(env, places, row, c), v.string, c->name);
	return NAN;
}

static double date_of(bd_env *env, bd_cell_places places, const bd_column *c, size_t row,
		      int *complaints, bool *empty)
{
	bd_value v = c->values[row];
	bd_when when;
	double ms;
	*empty = bd_value_is_missing(v);
	if (!is_text(v))
		return *empty ? NAN : bd_value_to_number(v);
	*empty = bd_number_read(v.string, v.length, BD_DECIMAL_EITHER).status == BD_READ_EMPTY;
	if (*empty)
		return NAN;
	if (bd_date_read(v.string, v.length, &when))
		return when.ms;
	if (bd_time_read(v.string, v.length, &ms))
		return ms;
	if ((*complaints)++ < MOST_COMPLAINTS)
		bd_error(env->diags, place_of(env, places, row, c), BD_NOT_A_DATE, v.string,
			 c->name);
	return NAN;
}

bd_column *bd_office_read(bd_env *env, bd_cell_places places, const bd_column *c, bd_read_as as,
			  bd_decimal said)
{
	bd_decimal decimal = as == BD_AS_NUMBER ? decimal_of(c, said) : BD_DECIMAL_EITHER;
	double *numbers = BD_ARRAY(env->arena, c->rows, double);
	uint8_t *missing = BD_ARRAY(env->arena, c->rows, uint8_t);
	int complaints = 0;
	if (decimal == BD_DECIMAL_AMBIGUOUS || decimal == BD_DECIMAL_MIXED)
		complain_ambiguous(env, places, c, decimal);
	if (decimal == BD_DECIMAL_MIXED)
		complaints = MOST_COMPLAINTS; /* that was it */
	for (size_t i = 0; i < c->rows; i++) {
		bool empty;
		numbers[i] = as == BD_AS_DATE
				     ? date_of(env, places, c, i, &complaints, &empty)
				     : number_of(env, places, c, i, decimal, &complaints, &empty);
		missing[i] = empty ? BD_IS_NULL : 0;
	}
	bd_column *read = bd_column_new_numbers(
		env->arena, c->name, as == BD_AS_DATE ? BD_COLUMN_DATE : BD_COLUMN_NUMBER, numbers,
		missing, c->rows);
	read->file_column = c->file_column;
	return read;
}
