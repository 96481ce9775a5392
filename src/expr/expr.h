/* expr.h - Vega's expression language: a subset of JavaScript's expressions, with functions.
 *
 * An expression is parsed once, into a tree whose `datum.…` are numbered fields and whose other
 * names are values known by then (parameters are constants here: nothing is interactive); then it
 * is evaluated for a datum, or for the rows of columns. It cannot loop, call back or assign.
 * https://vega.github.io/vega/docs/expressions/ */
#pragma once
#include "base/column.h"
#include "base/env.h"
#include "base/value.h"

typedef struct bd_expr bd_expr;

/* What a function is given. `args` are evaluated; missing ones are not there. */
typedef struct bd_call {
	bd_arena *arena; /* of the result */
	bd_env *env;
	const bd_value *args;
	size_t count;
	void *user; /* of the table that the function stands in */
	struct bd_random *random;
	void **memo;           /* for the function to keep something from call to call */
	const bd_place *place; /* of the call, inside the expression */
} bd_call;

typedef struct bd_function {
	const char *name;
	int least, most; /* arguments; most -1: any number */
	bd_value (*call)(bd_call *call);
	/* Of functions from numbers to a number, for columns: used where the arguments are numbers;
	 * `call`, where there is one, for all else. */
	double (*of1)(double);
	double (*of2)(double, double);
	const char *doc;
} bd_function;

/* More functions than Vega's own: what a chart knows (scale, bandwidth, data …). */
typedef struct bd_functions {
	const bd_function *functions; /* ended by a NULL name */
	void *user;
	const struct bd_functions *next;
} bd_functions;

/* What names stand for besides datum: parameters, width, height … */
typedef struct bd_names {
	bool (*find)(void *user, const char *name, bd_value *value);
	void *user;
	const bd_functions *functions; /* may be NULL */
} bd_names;

/* NULL after a complaint that points into the text: `place` is that of the JSON string. Both live
 * in env->arena; `names` may be NULL. */
const bd_expr *bd_expr_parse(bd_env *env, const char *text, const bd_place *place,
			     const bd_names *names);

/* For one datum: an object, or any value (undefined where nothing is given). */
bd_value bd_expr_eval(const bd_expr *expr, bd_arena *arena, bd_value datum);

/* The first names behind `datum` that it reads ("year" of datum.year.a), numbered from 0. */
size_t bd_expr_field_count(const bd_expr *expr);
const char *bd_expr_field(const bd_expr *expr, size_t i);
/* Where it is first read; NULL where the expression itself provides for its absence
 * (isValid(datum.a), datum.a == null, datum.a || 0), so that it may well not be there. */
const bd_place *bd_expr_field_place(const bd_expr *expr, size_t i);

/* For rows: the columns of the fields (a NULL is undefined everywhere), and what `datum` itself is
 * where an expression uses it whole. */
typedef struct bd_expr_rows {
	bd_column *const *fields; /* as many as bd_expr_field_count; ready */
	size_t rows;
	bd_value (*datum)(void *user, size_t row);
	void *user;
} bd_expr_rows;

/* The column of its values. */
bd_column *bd_expr_column(const bd_expr *expr, bd_arena *arena, const char *name,
			  const bd_expr_rows *rows);
/* The rows for which it is true, in `picked` (room for all rows); how many. */
size_t bd_expr_filter(const bd_expr *expr, bd_arena *arena, const bd_expr_rows *rows,
		      uint32_t *picked);

/* Random numbers that are the same in every run (SplitMix64). */
typedef struct bd_random {
	uint64_t state;
} bd_random;
double bd_random_next(bd_random *random); /* 0 <= x < 1 */
/* A sequence of its own for each place of a spec, so that two transforms have nothing in common and
 * one has the same numbers in every view and every trial of a layout (FNV-1a of its path). */
bd_random bd_random_at(const bd_place *place);

/* Vega's own functions, for the reference: all tables one after another, ended by a NULL name. */
const bd_function *bd_expr_functions(size_t group);
