/* check.h - inside data/: what is wrong with a transform before it is applied, and what is left to
 * say after it has failed. */
#pragma once
#include "data/transform.h"

/* Complains of a transform that none of ours is, with the one that was probably meant. */
void bd_transform_unknown(bd_env *env, const bd_json *node);
/* Whether the columns exist that a transform names (groupby, sort, fold, what is aggregated …), and
 * hold numbers where they are summed. Complains of each that does not. */
bool bd_transform_check(bd_env *env, const bd_json *node, bd_table *table);
/* Columns that a failed transform would have made are promised of the table (table.h), so that its
 * mistake is told once. */
void bd_transform_promise(const bd_json *node, bd_table *table);
