/* impute.c - rows for the keys that a group lacks, and values where there are none.
 *
 * As Vega-Lite puts it together: the rows are added with null; then, for a method, each null
 * becomes the mean (median …) of the frame around it. */
#include "data/group.h"
#include "data/window.h"

#include "base/limits.h"
#include <math.h>
#include <string.h>

/* Codes of the keys, those of `keyvals` first. */
typedef struct key_list {
	const bd_value *values;
	size_t count;
	const uint32_t *of_row; /* row → number of its key */
} key_list;

static key_list list_keys(bd_env *env, const bd_column *key, const bd_impute_params *p)
{
	size_t rows = p->keyval_count + key->rows;
	bd_value *all = BD_ARRAY(env->arena, rows, bd_value);
	for (size_t i = 0; i < rows; i++)
		all[i] = i < p->keyval_count ? p->keyvals[i]
					     : bd_column_value(key, i - p->keyval_count);
	bd_column *column = bd_column_new_values(env->arena, "", all, rows);
	bd_codes codes = bd_column_codes(env->arena, column);
	bd_value *values = BD_ARRAY(env->arena, codes.count, bd_value);
	size_t seen = 0;
	for (size_t i = 0; i < rows && seen < codes.count; i++)
		if (codes.of_row[i] == seen)
			values[seen++] = all[i];
	return (key_list){ values, codes.count, codes.of_row + p->keyval_count };
}

/* The pairs of group and key that no row has, as number group * keys + key. */
static uint64_t *missing_pairs(bd_env *env, const bd_groups *groups, const key_list *keys,
			       size_t rows, size_t *count)
{
	size_t pairs = groups->count * keys->count;
	uint8_t *has = BD_ARRAY(env->scratch, pairs, uint8_t);
	for (size_t i = 0; i < rows; i++)
		has[groups->of_row[i] * keys->count + keys->of_row[i]] = 1;
	*count = 0;
	for (size_t i = 0; i < pairs; i++)
		*count += !has[i];
	uint64_t *missing = BD_ARRAY(env->arena, *count, uint64_t);
	size_t at = 0;
	for (size_t i = 0; i < pairs; i++)
		if (!has[i])
			missing[at++] = i;
	return missing;
}

static bool is_among(const char *name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(name, names[i]))
			return true;
	return false;
}

/* The table with the missing rows behind its own: they have the group's values, the key and the
 * value to impute, and nothing else. */
static bd_table *with_rows(bd_env *env, bd_table *table, const bd_impute_params *p,
			   const bd_groups *groups, const key_list *keys, const uint64_t *missing,
			   size_t count)
{
	size_t rows = table->rows + count;
	bd_table *out = bd_table_new(env->arena, rows);
	bd_value filling = p->method < 0 ? p->value : bd_v_null();
	for (size_t k = 0; k < table->count; k++) {
		const bd_column *c = bd_table_at(table, k);
		bool grouped = is_among(c->name, p->groupby, p->groups);
		bd_value *values = BD_ARRAY(env->arena, rows, bd_value);
		for (size_t i = 0; i < table->rows; i++)
			values[i] = bd_column_value(c, i);
		for (size_t i = 0; i < count; i++) {
			bd_value *v = &values[table->rows + i];
			if (!strcmp(c->name, p->key))
				*v = keys->values[missing[i] % keys->count];
			else if (!strcmp(c->name, p->field))
				*v = filling;
			else if (grouped)
				*v = bd_column_value(c, groups->first[missing[i] / keys->count]);
		}
		bd_table_set(out, bd_column_new_values(env->arena, c->name, values, rows));
	}
	return out;
}

static void fill(bd_env *env, bd_table **table, const bd_impute_params *p)
{
	const bd_window_field statistic = { .op = BD_WINDOW_AGGREGATE,
					    .aggregate = (bd_aggregate_op)p->method,
					    .field = p->field,
					    .as = "\1imputed" };
	const bd_window_params window = { .fields = &statistic,
					  .count = 1,
					  .frame = { p->framed ? p->frame[0] : NAN,
						     p->framed ? p->frame[1] : NAN },
					  .groupby = p->groupby,
					  .groups = p->groups };
	if (!bd_window(env, table, &window))
		return;
	const bd_column *had = bd_table_field(*table, p->field);
	const bd_column *with = bd_table_column(*table, "\1imputed");
	bd_value *values = BD_ARRAY(env->arena, (*table)->rows, bd_value);
	for (size_t i = 0; i < (*table)->rows; i++) {
		bd_value v = bd_column_value(had, i);
		values[i] = v.kind == BD_V_NULL ? bd_column_value(with, i) : v;
	}
	bd_table_drop(*table, "\1imputed");
	bd_table_set(*table, bd_column_new_values(env->arena, had->name, values, (*table)->rows));
}

bool bd_impute(bd_env *env, bd_table **table, const bd_impute_params *p)
{
	bd_column *key = bd_table_field(*table, p->key);
	if (!key || !bd_table_field(*table, p->field))
		return false;
	bd_groups groups = bd_group_rows(env, *table, p->groupby, p->groups);
	key_list keys = list_keys(env, key, p);
	if ((double)groups.count * (double)keys.count > BD_MAX_ROWS) {
		bd_error(env->diags, NULL, BD_TOO_MANY_ROWS,
			 bd_number_text(env->arena, BD_MAX_ROWS));
		return false;
	}
	size_t count;
	const uint64_t *missing = missing_pairs(env, &groups, &keys, (*table)->rows, &count);
	bd_table *out = with_rows(env, *table, p, &groups, &keys, missing, count);
	if (p->method >= 0)
		fill(env, &out, p);
	*table = out;
	return true;
}
