/* transform_sample.c - some rows, chosen at random but the same every run, in their order. */
#include "data/fields.h"

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	size_t rows = (*table)->rows, kept = 0;
	double wanted = bd_json_number(bd_json_get(node, "sample"), 1000);
	bd_random random = bd_random_at(&node->place);
	uint32_t *picked = BD_ARRAY(env->arena, rows, uint32_t);
	/* Each row with the chance that is left for it (D. E. Knuth, algorithm S). */
	for (size_t i = 0; i < rows; i++) {
		double chance = (wanted - (double)kept) / (double)(rows - i);
		if (bd_random_next(&random) < chance)
			picked[kept++] = (uint32_t)i;
	}
	*table = bd_table_pick(*table, picked, kept);
	return true;
}

static const bd_field fields[] = { BD_FIELD_CHECKED("sample", &bd_type_number, .required = true,
						    .min = 0, .max = 1e9,
						    .doc = "How many rows stay.", .example = "500"),
				   BD_FIELDS_END };
static const bd_object_type type = { .name = "sampleTransform",
				     .doc = "Some rows, chosen at random but the same every run.",
				     .fields = fields };
const bd_transform_type bd_transform_sample = { "sample", &type, apply };
