/* items.c - making items (items.h). */
#include "scene/items.h"

#include <math.h>

static const char *const type_names[BD_ITEM_TYPES] = {
#define ITEM(id, name) name,
#include "scene/items.def"
#undef ITEM
};

const char *bd_item_type_name(bd_item_type type)
{
	return type_names[type];
}

bd_cell *bd_cell_new(bd_arena *arena, const char *name)
{
	bd_cell *cell = BD_NEW(arena, bd_cell);
	cell->name = name;
	cell->opacity = 1;
	return cell;
}

bd_items *bd_items_new(bd_arena *arena, bd_item_type type, size_t count)
{
	bd_items *items = BD_NEW(arena, bd_items);
	items->type = type;
	items->count = count;
	bd_numbers *const numbers[] = { &items->x,
					&items->y,
					&items->x2,
					&items->y2,
					&items->width,
					&items->height,
					&items->size,
					&items->angle,
					&items->start_angle,
					&items->end_angle,
					&items->inner_radius,
					&items->outer_radius,
					&items->pad_angle,
					&items->corner_radius[0],
					&items->corner_radius[1],
					&items->corner_radius[2],
					&items->corner_radius[3],
					&items->stroke_width,
					&items->opacity,
					&items->fill_opacity,
					&items->stroke_opacity,
					&items->font_size,
					&items->font_weight,
					&items->dx,
					&items->dy,
					&items->limit,
					&items->radius,
					&items->theta };
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		*numbers[i] = BD_NONE;
	items->tension = NAN;
	items->smooth = true;
	return items;
}

bd_axis_items *bd_axis_items_new(bd_arena *arena, const char *orient)
{
	bd_axis_items *axis = BD_NEW(arena, bd_axis_items);
	axis->orient = orient;
	axis->translate = 0.5;
	return axis;
}
