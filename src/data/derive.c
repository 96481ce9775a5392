/* derive.c - expressions over the rows of a table. */
#include "data/transform.h"

static bd_value datum_of(void *user, size_t row)
{
	return bd_table_row(user, row);
}

static bd_expr_rows rows_of(bd_env *env, bd_table *table, const bd_expr *expr)
{
	size_t count = bd_expr_field_count(expr);
	bd_column **fields = BD_ARRAY(env->arena, count, bd_column *);
	for (size_t i = 0; i < count; i++)
		fields[i] = bd_table_column(table, bd_expr_field(expr, i));
	return (bd_expr_rows){
		.fields = fields, .rows = table->rows, .datum = datum_of, .user = table
	};
}

bd_column *bd_table_derive(bd_env *env, bd_table *table, const bd_expr *expr, const char *as)
{
	bd_expr_rows rows = rows_of(env, table, expr);
	return bd_expr_column(expr, env->arena, as, &rows);
}

bool bd_check_fields(bd_env *env, bd_table *table, const bd_expr *expr)
{
	int errors = env->diags->errors;
	for (size_t i = 0; table->rows && i < bd_expr_field_count(expr); i++) {
		const bd_place *place = bd_expr_field_place(expr, i);
		if (place)
			bd_table_need_name(env, table, bd_expr_field(expr, i), place);
	}
	return env->diags->errors == errors;
}

bool bd_calculate(bd_env *env, bd_table **table, const char *expression, const bd_place *place,
		  const char *as, const bd_names *names)
{
	const bd_expr *expr = bd_expr_parse(env, expression, place, names);
	if (!expr || !bd_check_fields(env, *table, expr))
		return false;
	bd_column *c = bd_table_derive(env, *table, expr, as);
	bd_table *out = bd_table_copy(*table);
	bd_table_set(out, c);
	*table = out;
	return true;
}

size_t bd_table_filter(bd_env *env, bd_table *table, const bd_expr *expr, uint32_t *picked)
{
	bd_expr_rows rows = rows_of(env, table, expr);
	return bd_expr_filter(expr, env->arena, &rows, picked);
}
