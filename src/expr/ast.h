/* ast.h - the tree of an expression, between parse.c, eval.c and columns.c. */
#pragma once
#include "expr/expr.h"

typedef enum {
	BD_X_CONST,
	BD_X_DATUM,  /* the whole datum */
	BD_X_FIELD,  /* datum.name, by its slot */
	BD_X_UNARY,  /* op */
	BD_X_BINARY, /* op */
	BD_X_AND,
	BD_X_OR,
	BD_X_NULLISH,
	BD_X_CHOOSE, /* ?: and if() */
	BD_X_MEMBER, /* args[0].name */
	BD_X_INDEX,  /* args[0][args[1]] */
	BD_X_CALL,
	BD_X_ARRAY,
	BD_X_OBJECT /* names, args */
} bd_xkind;

typedef enum {
	BD_X_NO_OP,
	BD_X_PLUS,
	BD_X_MINUS,
	BD_X_TIMES,
	BD_X_DIVIDE,
	BD_X_REMAINDER,
	BD_X_POWER,
	BD_X_LESS,
	BD_X_LESS_EQUAL,
	BD_X_GREATER,
	BD_X_GREATER_EQUAL,
	BD_X_EQUAL,
	BD_X_NOT_EQUAL,
	BD_X_SAME, /* === */
	BD_X_NOT_SAME,
	BD_X_BIT_AND,
	BD_X_BIT_OR,
	BD_X_BIT_XOR,
	BD_X_SHIFT_LEFT,
	BD_X_SHIFT_RIGHT,
	BD_X_SHIFT_ZERO, /* >>> */
	BD_X_IN,
	BD_X_NOT,
	BD_X_BIT_NOT
} bd_xop;

typedef struct bd_xnode {
	bd_xkind kind;
	bd_xop op;
	int depth;        /* of the tree below */
	uint32_t count;   /* args */
	size_t slot;      /* FIELD */
	bd_value value;   /* CONST */
	const char *name; /* FIELD, MEMBER */
	struct bd_xnode **args;
	const char *const *names; /* OBJECT */
	const bd_function *function;
	void *user; /* of the function */
	void **memo;
	const bd_place *place;
} bd_xnode;

struct bd_expr {
	bd_env *env;
	bd_xnode *root;
	const char *const *fields;
	size_t field_count;
	bool uses_datum;
	bd_random random; /* where its random numbers begin */
};

/* While an expression is evaluated. */
typedef struct bd_xrun {
	const bd_expr *expr;
	bd_arena *arena;
	bd_random random;
	bd_value datum;           /* without rows */
	const bd_expr_rows *rows; /* NULL: `datum` */
	size_t row;
} bd_xrun;

bd_value bd_x_eval(bd_xrun *run, const bd_xnode *node);
/* JavaScript's operators on values. */
bd_value bd_x_binary(bd_arena *arena, bd_xop op, bd_value a, bd_value b);
bd_value bd_x_unary(bd_xop op, bd_value a);
bool bd_x_loosely_equal(bd_arena *arena, bd_value a, bd_value b);
int32_t bd_x_int32(double number);

/* PI, NaN, true, null …; false where the name is none of them. */
bool bd_x_constant(const char *name, bd_value *value);
/* How a word of Python or JavaScript that expressions lack is written here; NULL: not known. */
const char *bd_x_written(const char *word);
/* A regular expression, as a value. */
bd_value bd_x_regexp(bd_arena *arena, const char *pattern, const char *flags);
