/* symbols.c - the shapes of symbol marks, around 0,0 (items.h).
 *
 * Vega's shapes (its documentation, marks/symbol: "shape"). `size` is the area of the square that
 * bounds the shape's design box, so a side of that box is its square root; a disc of the same size
 * has that for its diameter. An SVG path is drawn in a box from -1 to 1 and scaled by half a side.
 */
#include "base/str.h"
#include "scene/items.h"

#include <math.h>

/* Corners of a shape whose design box reaches from -1 to 1. */
typedef struct polygon_symbol {
	const char *name;
	size_t count;
	bool open;
	bd_point corners[12];
} polygon_symbol;

#define HALF_ROOT_3 0.8660254037844386
#define THIRD       0.28867513459481287 /* how far a triangle's middle of mass lies off its box's */

static const polygon_symbol polygons[] = {
	{ "square", 4, false, { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 } } },
	{ "cross",
	  12,
	  false,
	  { { -1, -0.4 },
	    { -1, 0.4 },
	    { -0.4, 0.4 },
	    { -0.4, 1 },
	    { 0.4, 1 },
	    { 0.4, 0.4 },
	    { 1, 0.4 },
	    { 1, -0.4 },
	    { 0.4, -0.4 },
	    { 0.4, -1 },
	    { -0.4, -1 },
	    { -0.4, -0.4 } } },
	{ "diamond", 4, false, { { -1, 0 }, { 0, -1 }, { 1, 0 }, { 0, 1 } } },
	{ "triangle-up",
	  3,
	  false,
	  { { 0, -HALF_ROOT_3 }, { -1, HALF_ROOT_3 }, { 1, HALF_ROOT_3 } } },
	{ "triangle-down",
	  3,
	  false,
	  { { 0, HALF_ROOT_3 }, { -1, -HALF_ROOT_3 }, { 1, -HALF_ROOT_3 } } },
	{ "triangle-right",
	  3,
	  false,
	  { { HALF_ROOT_3, 0 }, { -HALF_ROOT_3, -1 }, { -HALF_ROOT_3, 1 } } },
	{ "triangle-left",
	  3,
	  false,
	  { { -HALF_ROOT_3, 0 }, { HALF_ROOT_3, -1 }, { HALF_ROOT_3, 1 } } },
	{ "triangle",
	  3,
	  false,
	  { { 0, -HALF_ROOT_3 - THIRD },
	    { -1, HALF_ROOT_3 - THIRD },
	    { 1, HALF_ROOT_3 - THIRD } } },
	{ "wedge",
	  3,
	  false,
	  { { 0, -HALF_ROOT_3 - THIRD },
	    { -0.25, HALF_ROOT_3 - THIRD },
	    { 0.25, HALF_ROOT_3 - THIRD } } },
	{ "arrow",
	  7,
	  false,
	  { { -1 / 7.0, 1 },
	    { 1 / 7.0, 1 },
	    { 1 / 7.0, -0.125 },
	    { 0.4, -0.125 },
	    { 0, -1 },
	    { -0.4, -0.125 },
	    { -1 / 7.0, -0.125 } } },
	{ "stroke", 2, true, { { -1, 0 }, { 1, 0 } } },
};
enum { POLYGONS = sizeof polygons / sizeof polygons[0] };

static const polygon_symbol *find(const char *shape)
{
	for (size_t i = 0; i < POLYGONS; i++)
		if (bd_streq(polygons[i].name, shape))
			return &polygons[i];
	return NULL;
}

static void add_polygon(bd_path *path, const polygon_symbol *polygon, double half)
{
	for (size_t i = 0; i < polygon->count; i++) {
		bd_point corner = polygon->corners[i];
		if (i == 0)
			bd_path_move(path, corner.x * half, corner.y * half);
		else
			bd_path_line(path, corner.x * half, corner.y * half);
	}
	if (!polygon->open)
		bd_path_close(path);
}

bool bd_symbol_path(bd_path *path, const char *shape, double size)
{
	double half = sqrt(fmax(0, size)) / 2;
	if (!isfinite(size))
		return false;
	if (!shape || bd_streq(shape, "circle")) {
		bd_path_circle(path, 0, 0, half);
		return true;
	}
	const polygon_symbol *polygon = find(shape);
	if (polygon) {
		add_polygon(path, polygon, half);
		return true;
	}
	bd_path drawn = bd_path_new(path->arena);
	if (!bd_path_parse_svg(&drawn, shape) || drawn.verb_count == 0)
		return false;
	bd_path_add(path, &drawn, bd_matrix_scale(half, half));
	return true;
}

bool bd_symbol_exists(const char *shape)
{
	if (bd_streq(shape, "circle") || find(shape))
		return true;
	bd_arena scratch = { 0 };
	bd_path drawn = bd_path_new(&scratch);
	bool good = bd_path_parse_svg(&drawn, shape) && drawn.verb_count > 0;
	bd_arena_free(&scratch);
	return good;
}

const char *bd_symbol_name(size_t i)
{
	return i == 0 ? "circle" : i <= POLYGONS ? polygons[i - 1].name : NULL;
}
