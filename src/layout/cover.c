/* cover.c - a coarse grid of what is drawn, and its largest empty rectangle (cover.h): row by row
 * with a stack of the columns' empty heights, each cell looked at twice at most. */
#include "layout/cover.h"

#include <math.h>

enum { ACROSS = 64, MOST_DOWN = 256 };

typedef struct grid {
	bd_rect box;
	double cell;
	size_t down;
	bool *covered; /* ACROSS in a row */
} grid;

static size_t index_of(double px, double cell, size_t most)
{
	return (size_t)fmin((double)most, fmax(0, floor(px / cell)));
}

static void cover(grid *g, bd_rect r)
{
	/* half a cell of air: between two lines of a paragraph there is no hole */
	double air = g->cell / 2, x = r.x - g->box.x, y = r.y - g->box.y;
	if (!(r.width > 0) && !(r.height > 0))
		return;
	size_t left = index_of(x - air, g->cell, ACROSS);
	size_t right = index_of(x + r.width + air, g->cell, ACROSS - 1);
	size_t top = index_of(y - air, g->cell, g->down);
	size_t bottom = index_of(y + r.height + air, g->cell, g->down - 1);
	for (size_t row = top; row <= bottom; row++)
		for (size_t column = left; column <= right; column++)
			g->covered[row * ACROSS + column] = true;
}

/* What a node covers, near enough for a grid: of glyphs their line, not their outlines. */
static bd_rect rough_bounds(const bd_node *node)
{
	if (node->kind != BD_NODE_GLYPHS)
		return bd_node_bounds(node);
	const bd_glyphs *text = &node->glyphs;
	double size = text->run.size;
	return (bd_rect){ text->x, text->y - 0.75 * size, text->run.width, 0.95 * size };
}

static void gather(grid *g, const bd_node *node, bd_matrix m)
{
	if (node->kind == BD_NODE_GROUP && !node->group.clip) {
		m = bd_matrix_multiply(m, node->group.transform);
		for (const bd_node *n = node->group.first; n; n = n->next)
			gather(g, n, m);
		return;
	}
	bd_rect r = rough_bounds(node);
	bd_point a = bd_matrix_apply(m, (bd_point){ r.x, r.y });
	bd_point b = bd_matrix_apply(m, (bd_point){ r.x + r.width, r.y + r.height });
	cover(g, (bd_rect){ fmin(a.x, b.x), fmin(a.y, b.y), fabs(b.x - a.x), fabs(b.y - a.y) });
}

/* The largest rectangle under a row's empty heights. */
static size_t largest_under(const size_t *heights)
{
	size_t starts[ACROSS + 1], tops[ACROSS + 1], count = 0, best = 0;
	for (size_t i = 0; i <= ACROSS; i++) {
		size_t height = i < ACROSS ? heights[i] : 0, start = i;
		while (count && tops[count - 1] >= height) {
			count--;
			size_t area = tops[count] * (i - starts[count]);
			best = area > best ? area : best;
			start = starts[count];
		}
		starts[count] = start;
		tops[count++] = height;
	}
	return best;
}

bd_cover bd_cover_of(bd_arena *scratch, const bd_node *root, bd_rect box)
{
	grid g = { .box = box, .cell = box.width / ACROSS };
	if (!(g.cell > 0) || !(box.height > 0) || !isfinite(box.height))
		return (bd_cover){ 0, 1 };
	double down = fmin(MOST_DOWN, fmax(1, ceil(box.height / g.cell)));
	g.down = (size_t)down;
	g.covered = BD_ARRAY(scratch, ACROSS * g.down, bool);
	gather(&g, root, BD_IDENTITY);
	size_t heights[ACROSS] = { 0 }, hole = 0, filled = 0;
	for (size_t row = 0; row < g.down; row++) {
		for (size_t c = 0; c < ACROSS; c++) {
			bool covered = g.covered[row * ACROSS + c];
			heights[c] = covered ? 0 : heights[c] + 1;
			filled += covered;
		}
		size_t here = largest_under(heights);
		hole = here > hole ? here : hole;
	}
	double cells = (double)(ACROSS * g.down);
	return (bd_cover){ (double)hole / cells, (double)filled / cells };
}
