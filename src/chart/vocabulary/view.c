/* view.c - views and their compositions. */
#include "chart/vocabulary/channels.h"
#include "chart/vocabulary/guides.h"
#include "marks/marks.h"

/* Members of the whole spec are let through in inner views too, as Vega-Lite does. */
#define EVERY_VIEW                                                                                \
	{ .name = "$schema", .type = &bd_vl_plain_string, .offset = (size_t)-1 },                 \
		F(name, plain_string), F(title, title), F(description, text), F(data, data),      \
		F(datasets, any), F(transform, any_list), F(params, params), F(resolve, resolve), \
		F(background, color), F(padding, padding), F(autosize, autosize),                 \
		F(config, config), F(usermeta, any)
#define PLOT                                                                             \
	F(width, extent), F(height, extent), F(view, background), F(encoding, encoding), \
		F(projection, projection)
#define GRID                                                                       \
	F(align, row_column_align), F(bounds, bounds), F(center, row_column_flag), \
		F(spacing, row_column_number)

static const bd_field unit_fields[] = { EVERY_VIEW, PLOT, GRID, F(mark, mark), BD_FIELDS_END };
static const bd_field layer_fields[] = { EVERY_VIEW, PLOT, F(layer, views), BD_FIELDS_END };
static const bd_field facet_fields[] = { EVERY_VIEW,         GRID,
					 F(facet, facet),    REQUIRED(spec, view),
					 F(columns, number), BD_FIELDS_END };
static const bd_field concat_fields[] = { EVERY_VIEW, GRID, F(concat, views), F(columns, number),
					  BD_FIELDS_END };
static const bd_field hconcat_fields[] = { EVERY_VIEW, GRID, F(hconcat, views), BD_FIELDS_END };
static const bd_field vconcat_fields[] = { EVERY_VIEW, GRID, F(vconcat, views), BD_FIELDS_END };
static const bd_field repeat_fields[] = { EVERY_VIEW,         GRID,
					  F(repeat, repeat),  REQUIRED(spec, view),
					  F(columns, number), BD_FIELDS_END };

#define KIND(name_, doc_)                                                               \
	static const bd_object_type name_##_kind = { #name_, (doc_), 0, name_##_fields, \
						     .open = false };                   \
	static const bd_type name_##_view = { .kind = BD_T_OBJECT, .object = &name_##_kind };
KIND(layer, "Views over each other.")
KIND(facet, "A view for each value.")
KIND(hconcat, "Views side by side.")
KIND(vconcat, "Views in a column.")
KIND(concat, "Views in a grid.")
KIND(repeat, "A view for each field.")
KIND(unit, "A mark and its encoding.")

/* A view is of the first kind whose member it has; else a unit. */
static const struct {
	const char *member;
	const bd_type *type;
} kinds[] = {
	{ "layer", &layer_view },     { "facet", &facet_view },   { "hconcat", &hconcat_view },
	{ "vconcat", &vconcat_view }, { "concat", &concat_view }, { "repeat", &repeat_view },
	{ "mark", &unit_view },
};

/* Channels of the view's own that its mark has no use for. */
static void check_channels(const bd_json *node, bd_reader *reader)
{
	const bd_json *mark = bd_json_get(node, "mark"), *encoding = bd_json_get(node, "encoding");
	if (bd_json_is(mark, BD_JSON_OBJECT))
		mark = bd_json_get(mark, "type");
	if (!mark || !bd_mark_find(bd_json_string(mark, "")))
		return;
	bd_each_member (member, encoding) {
		bd_channel channel = bd_channel_find(member->name);
		if (channel == CH_COUNT || bd_channel_suits(channel, mark->string, encoding))
			continue;
		bd_diag *diag = bd_warning(reader->diags, &member->value->place, BD_CHANNEL_UNUSED,
					   mark->string, member->name);
		diag->at_key = true;
	}
}

/* null stands for what is left away, but a view without a mark is none. */
static void check_mark(const bd_json *node, bd_reader *reader)
{
	const bd_json *mark = bd_json_get(node, "mark");
	if (bd_json_is(mark, BD_JSON_NULL))
		bd_error(reader->diags, &mark->place, BD_MISSING_FIELD, "mark");
}

/* Layers lie over each other in one plot: nothing that has several may be one of them. */
static void check_layer(const bd_json *layer, bd_reader *reader)
{
	static const char *const several[] = { "hconcat", "vconcat", "concat", "facet" };
	for (int i = 0; i < 4; i++) {
		const bd_json *found = bd_json_get(layer, several[i]);
		if (!found)
			continue;
		bd_diag *diag = bd_error(reader->diags, &found->place, BD_NOT_A_LAYER, several[i]);
		diag->at_key = true;
	}
}

static void check_lists(const bd_json *node, bd_reader *reader)
{
	static const char *const lists[] = { "layer", "hconcat", "vconcat", "concat", "repeat" };
	const bd_json *item;
	bd_each (item, bd_json_get(node, "layer"))
		check_layer(item, reader);
	for (int i = 0; i < 5; i++) {
		const bd_json *list = bd_json_get(node, lists[i]);
		if (bd_json_is(list, BD_JSON_ARRAY) && !list->count)
			bd_warning(reader->diags, &list->place, BD_EMPTY_LIST, lists[i]);
	}
}

bool bd_vl_read_view(const bd_json *node, void *out, bd_reader *reader)
{
	int before = reader->diags->errors;
	(void)out;
	size_t which = sizeof kinds / sizeof kinds[0] - 1;
	for (size_t i = which; i-- > 0;)
		if (bd_json_get(node, kinds[i].member))
			which = i;
	bd_object_check(kinds[which].type->object, node, reader);
	check_mark(node, reader);
	check_lists(node, reader);
	check_channels(node, reader);
	return reader->diags->errors == before;
}

static const bd_type *const view_any[] = { &unit_view,    &layer_view,  &facet_view,  &hconcat_view,
					   &vconcat_view, &concat_view, &repeat_view, NULL };
const bd_type bd_vl_view = {
	.kind = BD_T_CUSTOM, .size = 1, .any_of = view_any, .read = bd_vl_read_view
};
LIST(views, view, false)

/* --- what views are divided by --- */
static const bd_field facet_map_fields[] = { F(row, facet_channel), F(column, facet_channel),
					     BD_FIELDS_END };
OBJECT(facet_map, "Fields that divide into rows and columns.", facet_map_fields)
UNION(facet, &bd_vl_facet_channel, &bd_vl_facet_map)
static const bd_field repeat_map_fields[] = { F(row, plain_strings), F(column, plain_strings),
					      F(layer, plain_strings), BD_FIELDS_END };
OBJECT(repeat_map, "Fields that are repeated in rows, columns or layers.", repeat_map_fields)
UNION(repeat, &bd_vl_plain_strings, &bd_vl_repeat_map)

/* --- sharing of scales and guides --- */
WORDS(sharing, WORD("shared"), WORD("independent"))
#define KEYED                                                                                   \
	F(color, sharing), F(fill, sharing), F(stroke, sharing), F(opacity, sharing),           \
		F(fillOpacity, sharing), F(strokeOpacity, sharing), F(strokeWidth, sharing),    \
		F(strokeDash, sharing), F(size, sharing), F(shape, sharing), F(angle, sharing), \
		F(time, sharing)
static const bd_field axis_resolve_fields[] = { F(x, sharing), F(y, sharing), BD_FIELDS_END };
OBJECT(axis_resolve, "Axes shared between views, or not.", axis_resolve_fields)
static const bd_field legend_resolve_fields[] = { KEYED, BD_FIELDS_END };
OBJECT(legend_resolve, "Legends shared between views, or not.", legend_resolve_fields)
static const bd_field scale_resolve_fields[] = { F(x, sharing),
						 F(y, sharing),
						 F(xOffset, sharing),
						 F(yOffset, sharing),
						 F(theta, sharing),
						 F(radius, sharing),
						 KEYED,
						 BD_FIELDS_END };
OBJECT(scale_resolve, "Scales shared between views, or not.", scale_resolve_fields)
static const bd_field resolve_fields[] = { F(axis, axis_resolve), F(legend, legend_resolve),
					   F(scale, scale_resolve), BD_FIELDS_END };
OBJECT(resolve, "What views share.", resolve_fields)

/* --- size and background --- */
WORDS(autosize_type, WORD("pad"), WORD("fit"), WORD("fit-x"), WORD("fit-y"), WORD("none"))
WORDS(contains, WORD("content"), WORD("padding"))
static const bd_field autosize_fields[] = { F(type, autosize_type), F(contains, contains),
					    F(resize, flag), BD_FIELDS_END };
OBJECT(autosize_params, "What width and height count.", autosize_fields)
UNION(autosize, &bd_vl_autosize_type_word, &bd_vl_autosize_params)
static const bd_field background_fields[] = { F(style, strings_or_one), BOX_MEMBERS,
					      BD_FIELDS_END };
OBJECT(background, "The plotting area's background.", background_fields)
