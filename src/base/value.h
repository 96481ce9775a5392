/* value.h - a datum: what a cell of a table, an expression or a scale's domain holds.
 *
 * These are JavaScript's values, because Vega's expressions and transforms mean them: a date is a
 * number of milliseconds since 1970-01-01 UTC that knows it is a date. Strings are ended by a NUL
 * but may be longer than C thinks; `length` counts bytes. All is borrowed from an arena. */
#pragma once
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

typedef enum {
	BD_V_UNDEFINED,
	BD_V_NULL,
	BD_V_BOOL,
	BD_V_NUMBER,
	BD_V_STRING,
	BD_V_DATE,
	BD_V_ARRAY,
	BD_V_OBJECT
} bd_value_kind;

typedef struct bd_value {
	bd_value_kind kind;
	uint32_t length; /* bytes of a string, values of an array, members of an object */
	union {
		bool boolean;
		double number; /* BD_V_NUMBER, and BD_V_DATE in milliseconds */
		const char *string;
		const struct bd_value *items;
		const struct bd_value_member *members;
	};
} bd_value;

typedef struct bd_value_member {
	const char *name;
	bd_value value;
} bd_value_member;

static inline bd_value bd_v_undefined(void)
{
	return (bd_value){ .kind = BD_V_UNDEFINED };
}

static inline bd_value bd_v_null(void)
{
	return (bd_value){ .kind = BD_V_NULL };
}

static inline bd_value bd_v_bool(bool boolean)
{
	return (bd_value){ .kind = BD_V_BOOL, .boolean = boolean };
}

static inline bd_value bd_v_number(double number)
{
	return (bd_value){ .kind = BD_V_NUMBER, .number = number };
}

static inline bd_value bd_v_date(double milliseconds)
{
	return (bd_value){ .kind = BD_V_DATE, .number = milliseconds };
}

bd_value bd_v_string(const char *text); /* borrows `text` */

/* JavaScript's conversions and comparisons (ECMA-262 7.1, 7.2). */
double bd_value_to_number(bd_value v); /* NaN where it is none */
const char *bd_value_to_string(bd_arena *arena,
			       bd_value v); /* a date: ISO 8601 as Date::toISOString */
bool bd_value_to_bool(bd_value v);
bool bd_value_strict_equals(bd_value a, bd_value b); /* ===, and dates by their time */
/* Vega's order for sorting (vega-util ascending): null and undefined first, then by <, NaN before
 * numbers. */
int bd_value_compare(bd_value a, bd_value b);
static inline bool bd_value_is_missing(bd_value v)
{
	return v.kind == BD_V_UNDEFINED || v.kind == BD_V_NULL;
}
/* A member of an object, undefined where there is none. */
bd_value bd_value_get(bd_value object, const char *name);
