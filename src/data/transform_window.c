/* transform_window.c - running sums, ranks, values of rows before and after. */
#include "data/fields.h"
#include "data/window.h"

#include "base/str.h"
#include <math.h>
#include <string.h>

/* The operation of a name: the window's own, or an aggregate. */
static bool read_field(bd_env *env, const bd_json *node, bd_window_field *field)
{
	const bd_json *op = bd_json_get(node, "op");
	const char *name = bd_json_string(op, "");
	field->field = bd_json_string(bd_json_get(node, "field"), NULL);
	field->param = bd_json_number(bd_json_get(node, "param"), 1);
	field->as = bd_json_string(bd_json_get(node, "as"), NULL);
	if (!field->as)
		field->as =
			field->field ? bd_printf(env->arena, "%s_%s", name, field->field) : name;
	for (int k = BD_WINDOW_ROW_NUMBER; k < BD_WINDOW_OPS; k++)
		if (!strcmp(name, bd_window_op_names[k])) {
			field->op = (bd_window_op)k;
			return true;
		}
	int aggregate = bd_aggregate_op_find(name);
	if (aggregate >= 0) {
		field->op = BD_WINDOW_AGGREGATE;
		field->aggregate = (bd_aggregate_op)aggregate;
		return true;
	}
	bd_unknown_name(env->diags, op ? &op->place : &node->place, BD_TERM_AGGREGATE_OP, name,
			bd_window_op_names + 1, BD_WINDOW_OPS - 1, sizeof *bd_window_op_names);
	return false;
}

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	static const double so_far[2] = { NAN, 0 };
	const bd_json *list = bd_json_get(node, "window");
	bd_window_params w = { .count = list->count, .place = &list->place };
	bd_window_field *fields = BD_ARRAY(env->arena, list->count, bd_window_field);
	for (size_t i = 0; i < list->count; i++)
		if (!read_field(env, list->items[i], &fields[i]))
			return false;
	w.fields = fields;
	w.groupby = bd_names_of(env, bd_json_get(node, "groupby"), &w.groups);
	w.sort = bd_sort_keys_of(env, bd_json_get(node, "sort"), &w.sorts);
	w.ignore_peers = bd_json_bool(bd_json_get(node, "ignorePeers"), false);
	bd_frame_of(bd_json_get(node, "frame"), w.frame, so_far);
	return bd_window(env, table, &w);
}

static const bd_field window_fields[] = {
	BD_FIELD_CHECKED(
		"op", &bd_type_string, .required = true,
		.doc = "row_number, rank, dense_rank, percent_rank, cume_dist, ntile, lag, "
		       "lead, first_value, last_value, nth_value, prev_value, next_value, "
		       "or an aggregate.",
		.example = "\"sum\""),
	BD_FIELD_CHECKED("field", &bd_type_string, .doc = "The column.", .example = "\"tấn\""),
	BD_FIELD_CHECKED(
		"param", &bd_type_number, .min = 0, .max = 1e9,
		.doc = "Of ntile the number of parts, of lag and lead the rows between, of "
		       "nth_value which.",
		.example = "1"),
	BD_FIELD_CHECKED("as", &bd_type_string, .doc = "The name of the new column.",
			 .example = "\"lũy kế\""),
	BD_FIELDS_END
};
static const bd_object_type field_object = { .name = "windowField",
					     .doc = "A new column.",
					     .fields = window_fields };
static const bd_type type_field = {
	.kind = BD_T_OBJECT, .name = "windowField", .size = sizeof(void *), .object = &field_object
};
static const bd_type type_fields = { .kind = BD_T_ARRAY, .item = &type_field };

static const bd_field fields[] = {
	BD_FIELD_CHECKED("window", &type_fields, .required = true, .doc = "The new columns.",
			 .example =
				 "[{ \"op\": \"sum\", \"field\": \"tấn\", \"as\": \"lũy kế\" }]"),
	BD_FIELD_CHECKED("frame", &bd_type_frame,
			 .doc = "Rows before and after that count, null for all; [null, 0] unless "
				"given.",
			 .example = "[null, 0]"),
	BD_FIELD_CHECKED("ignorePeers", &bd_type_bool,
			 .doc = "Whether rows that sort alike come into the frame one by one.",
			 .example = "true"),
	BD_FIELD_CHECKED("groupby", &bd_type_names, .doc = "Columns whose values make a group.",
			 .example = "[\"tỉnh\"]"),
	BD_FIELD_CHECKED("sort", &bd_type_sort_keys, .doc = "The order of a group's rows.",
			 .example = "[{ \"field\": \"năm\" }]"),
	BD_FIELDS_END
};
static const bd_object_type type = {
	.name = "windowTransform",
	.doc = "Running sums, ranks, values of rows before and after.",
	.fields = fields,
};
const bd_transform_type bd_transform_window = { "window", &type, apply };
