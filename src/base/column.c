#include "base/column.h"

#include <math.h>
#include <string.h>

bd_column *bd_column_new_numbers(bd_arena *arena, const char *name, bd_column_kind kind,
				 const double *numbers, const uint8_t *missing, size_t rows)
{
	bd_column *c = BD_NEW(arena, bd_column);
	*c = (bd_column){
		.name = name, .kind = kind, .numbers = numbers, .missing = missing, .rows = rows
	};
	return c;
}

/* The one kind of value that stands in the array besides missing ones. */
static bd_column_kind common_kind(const bd_value *values, size_t rows, bool *any_missing)
{
	int kind = -1;
	for (size_t i = 0; i < rows; i++) {
		if (bd_value_is_missing(values[i])) {
			*any_missing = true;
			continue;
		}
		if (kind >= 0 && (int)values[i].kind != kind)
			return BD_COLUMN_VALUES;
		kind = (int)values[i].kind;
	}
	switch (kind) {
	case BD_V_NUMBER: return BD_COLUMN_NUMBER;
	case BD_V_DATE: return BD_COLUMN_DATE;
	case BD_V_BOOL: return BD_COLUMN_BOOL;
	case BD_V_STRING: return *any_missing ? BD_COLUMN_VALUES : BD_COLUMN_TEXT;
	default: return BD_COLUMN_VALUES;
	}
}

bd_column *bd_column_new_values(bd_arena *arena, const char *name, const bd_value *values,
				size_t rows)
{
	bool any_missing = false;
	bd_column_kind kind = common_kind(values, rows, &any_missing);
	if (kind >= BD_COLUMN_TEXT) {
		bd_column *c = BD_NEW(arena, bd_column);
		*c = (bd_column){ .name = name, .kind = kind, .values = values, .rows = rows };
		return c;
	}
	double *numbers = BD_ARRAY(arena, rows, double);
	uint8_t *missing = any_missing ? BD_ARRAY(arena, rows, uint8_t) : NULL;
	for (size_t i = 0; i < rows; i++) {
		if (bd_value_is_missing(values[i])) {
			numbers[i] = NAN;
			missing[i] = values[i].kind == BD_V_NULL ? BD_IS_NULL : BD_IS_UNDEFINED;
		} else {
			numbers[i] = kind == BD_COLUMN_BOOL ? values[i].boolean : values[i].number;
		}
	}
	return bd_column_new_numbers(arena, name, kind, numbers, missing, rows);
}

bd_column *bd_column_new_constant(bd_arena *arena, const char *name, bd_value value, size_t rows)
{
	bd_value *values = BD_ARRAY(arena, rows, bd_value);
	for (size_t i = 0; i < rows; i++)
		values[i] = value;
	return bd_column_new_values(arena, name, values, rows);
}

bd_column *bd_column_rename(bd_arena *arena, const bd_column *c, const char *name)
{
	bd_column *copy = BD_NEW(arena, bd_column);
	*copy = *c;
	copy->name = name;
	return copy;
}

struct pick {
	bd_column *from;
	const uint32_t *rows;
};

static void gather(bd_arena *arena, bd_column *c)
{
	const struct pick *pick = c->recipe;
	const bd_column *from = bd_column_ready(arena, pick->from);
	const uint32_t *picked = pick->rows;
	c->make = NULL;
	c->kind = from->kind;
	if (!bd_column_has_numbers(from)) {
		bd_value *values = BD_ARRAY(arena, c->rows, bd_value);
		for (size_t i = 0; i < c->rows; i++)
			values[i] = from->values[picked[i]];
		c->values = values;
		return;
	}
	double *numbers = BD_ARRAY(arena, c->rows, double);
	for (size_t i = 0; i < c->rows; i++)
		numbers[i] = from->numbers[picked[i]];
	c->numbers = numbers;
	if (!from->missing)
		return;
	uint8_t *missing = BD_ARRAY(arena, c->rows, uint8_t);
	for (size_t i = 0; i < c->rows; i++)
		missing[i] = from->missing[picked[i]];
	c->missing = missing;
}

bd_column *bd_column_pick(bd_arena *arena, bd_column *c, const uint32_t *picked, size_t count)
{
	struct pick *pick = BD_NEW(arena, struct pick);
	*pick = (struct pick){ c, picked };
	bd_column *out = BD_NEW(arena, bd_column);
	*out = (bd_column){ .name = c->name,
			    .rows = count,
			    .make = gather,
			    .recipe = pick,
			    .file_column = c->file_column };
	return out;
}

const double *bd_column_numbers(bd_arena *arena, bd_column *c)
{
	if (bd_column_has_numbers(c))
		return c->numbers;
	if (c->as_numbers)
		return c->as_numbers;
	double *numbers = BD_ARRAY(arena, c->rows, double);
	for (size_t i = 0; i < c->rows; i++) {
		bd_value v = c->values[i];
		bool none = bd_value_is_missing(v) || (v.kind == BD_V_STRING && !v.length);
		numbers[i] = none ? NAN : bd_value_to_number(v);
	}
	return c->as_numbers = numbers;
}

const bd_number_span *bd_column_span(bd_arena *arena, bd_column *c)
{
	if (!c->span) {
		bd_number_span *span = BD_NEW(arena, bd_number_span);
		*span = bd_numbers_span(bd_column_numbers(arena, c), c->rows);
		c->span = span;
	}
	return c->span;
}
