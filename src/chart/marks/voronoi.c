/* voronoi.c - the invisible cells around points of a selection with `nearest`: which point is
 * nearest (unit.h). Each is the plot cut by the bisectors to all other points, which is quick
 * enough for the few points that a pointer can tell apart. */
#include "chart/encode/views.h"

#include <math.h>

enum { MOST_POINTS = 3000, MOST_CORNERS = 64 };

typedef struct cell_polygon {
	bd_point corners[MOST_CORNERS];
	size_t count;
} cell_polygon;

typedef struct nearest_rule {
	bool of_x, of_y;
	double width, height; /* of the plot, to which the cells are cut */
} nearest_rule;

/* Keeps what is nearer to p than to q. */
static void cut(cell_polygon *polygon, bd_point p, bd_point q)
{
	cell_polygon out = { .count = 0 };
	double nx = q.x - p.x, ny = q.y - p.y;
	double limit = nx * (p.x + q.x) / 2 + ny * (p.y + q.y) / 2;
	for (size_t i = 0; i < polygon->count; i++) {
		bd_point a = polygon->corners[i];
		bd_point b = polygon->corners[(i + 1) % polygon->count];
		double da = nx * a.x + ny * a.y - limit, db = nx * b.x + ny * b.y - limit;
		if (da <= 0 && out.count < MOST_CORNERS)
			out.corners[out.count++] = a;
		if ((da < 0) != (db < 0) && da != db && out.count < MOST_CORNERS) {
			double t = da / (da - db);
			out.corners[out.count++] =
				(bd_point){ a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
		}
	}
	*polygon = out;
}

/* Where item i stands, on the axes that the selection is about. */
static bd_point place_of(const nearest_rule *nearest, const bd_items *marks, size_t i)
{
	double x = nearest->of_x ? bd_number_at(marks->x, i) : 0;
	double y = nearest->of_y ? bd_number_at(marks->y, i) : 0;
	return (bd_point){ isnan(x) ? 0 : x, isnan(y) ? 0 : y };
}

static const bd_path *cell_of(bd_arena *arena, const nearest_rule *nearest, const bd_items *marks,
			      size_t i)
{
	double right = nearest->width, bottom = nearest->height;
	cell_polygon polygon = { { { 0, 0 }, { right, 0 }, { right, bottom }, { 0, bottom } }, 4 };
	bd_point p = place_of(nearest, marks, i);
	bd_path *path = BD_NEW(arena, bd_path);
	*path = bd_path_new(arena);
	for (size_t k = 0; k < marks->count; k++) {
		bd_point q = place_of(nearest, marks, k);
		if (q.x == p.x && q.y == p.y) {
			if (k < i)
				return path; /* another point stands there already */
			continue;
		}
		if (isfinite(q.x) && isfinite(q.y))
			cut(&polygon, p, q);
	}
	for (size_t k = 0; k < polygon.count; k++) {
		bd_point c = polygon.corners[k];
		(k ? bd_path_line : bd_path_move)(path, c.x, c.y);
	}
	if (polygon.count)
		bd_path_close(path);
	return path;
}

/* The first selection of a view that takes the nearest point: to x and y, or to the one of them
 * that its `encodings` name. Lines and areas have no points to be near to. */
static bool find_nearest(const bd_view *unit, nearest_rule *nearest)
{
	const bd_json *param;
	bd_each (param, bd_json_get(unit->spec, "params")) {
		const bd_json *select = bd_json_get(param, "select"), *channel;
		if (!bd_json_bool(bd_json_get(select, "nearest"), false) ||
		    !bd_json_equals_string(bd_json_get(select, "type"), "point"))
			continue;
		bool x = false, y = false;
		bd_each (channel, bd_json_get(select, "encodings")) {
			x = x || bd_json_equals_string(channel, "x");
			y = y || bd_json_equals_string(channel, "y");
		}
		const bd_view *plot = bd_view_plot(unit);
		*nearest = (nearest_rule){ .of_x = x || !y,
					   .of_y = y || !x,
					   .width = plot->width,
					   .height = plot->height };
		return true;
	}
	return false;
}

void bd_voronoi_assemble(bd_view *unit, bd_cell *cell, const bd_items *marks)
{
	bd_arena *arena = unit->c->env->arena;
	nearest_rule nearest;
	if (!find_nearest(unit, &nearest) || marks->count > MOST_POINTS)
		return;
	bd_items *items = bd_items_new(arena, BD_ITEM_PATH, marks->count);
	const bd_path **paths = BD_ARRAY(arena, marks->count, const bd_path *);
	bd_paint *paint = BD_NEW(arena, bd_paint);
	*paint = bd_solid(BD_TRANSPARENT);
	for (size_t i = 0; i < marks->count; i++)
		paths[i] = cell_of(arena, &nearest, marks, i);
	items->paths = paths;
	items->x = items->y = BD_ONE(0);
	items->fill = items->stroke = (bd_paints){ .palette = paint, .count = 1 };
	items->stroke_width = BD_ONE(0.35);
	bd_push(arena, &cell->marks, items);
}
