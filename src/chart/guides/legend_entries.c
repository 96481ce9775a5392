/* legend_entries.c - symbols and labels of a legend in rows and columns (legend.h).
 *
 * As in Vega, a symbol has the room of its size and of a stroke, drawn or not; the labels of all
 * entries begin at one line, behind the widest symbol. An entry covers what its symbol and label
 * do, in whole px, the longest tips that its stroke could have counted in, and rows and columns are
 * as large as their largest entry. */
#include "base/str.h"
#include "chart/guides/legend.h"

#include <math.h>

/* Row by row, and what each entry covers from its own origin. */
typedef struct entry_grid {
	size_t count, columns, rows;
	bd_rect *covers;
	double *widths, *heights; /* of columns and rows */
	double *lefts, *tops;     /* what they need before their origin; the first have none */
} entry_grid;

size_t bd_legend_columns(const bd_legend_plan *plan, size_t count)
{
	const bd_json *said = bd_guide_property(&plan->guide, "columns");
	double columns = bd_json_number(said, plan->vertical ? 1 : 0);
	return columns >= 1 && columns < (double)count ? (size_t)columns : count;
}

/* The room a symbol takes to the left of its label. */
static double room_of(const bd_legend_symbol *symbol, double font_size)
{
	double size = symbol->size > 0 ? sqrt(symbol->size) : 0;
	double stroke = symbol->stroke_width > 0 ? symbol->stroke_width : 0;
	return fmax(ceil(size + stroke - 1e-9), font_size);
}

/* In a legend of colours that fill, symbols have no stroke; in others they have one, which may be
 * transparent. */
static bool may_be_stroked(const bd_legend_plan *plan, const bd_legend_symbol *symbol)
{
	bool fills = false;
	for (size_t i = 0; i < plan->use_count; i++)
		fills |= bd_channel_is_color(plan->uses[i]->channel) &&
			 bd_legend_fills(plan->guide.view, plan->uses[i]->channel);
	return symbol->stroke_width > 0 && (symbol->stroke.kind != BD_PAINT_NONE || !fills);
}

static bd_rect cover_symbol(bd_arena *scratch, const bd_legend_symbol *symbol, bool stroked)
{
	bd_path path = bd_path_new(scratch);
	if (!(symbol->size > 0) || !bd_symbol_path(&path, symbol->shape, symbol->size))
		return (bd_rect){ symbol->x, symbol->y, 0, 0 };
	bd_rect box = bd_path_bounds(&path);
	double tips = bd_streq(symbol->shape, "stroke") ? 1 : BD_MITER_LIMIT;
	box = bd_rect_inset(box, stroked ? -tips * symbol->stroke_width / 2 : 0);
	box.x += symbol->x;
	box.y += symbol->y;
	return box;
}

/* Symbols and labels, each entry at its own origin. */
static void place_in_entries(const bd_legend_plan *plan, bd_legend_items *legend, bd_rect *covers)
{
	const bd_guide_plan *guide = &plan->guide;
	double shift = bd_guide_number(guide, "symbolOffset", 0);
	double gap = bd_guide_number(guide, "labelOffset", 4);
	double height = bd_guide_number(guide, "clipHeight", 0), widest = 0;
	bool in_columns = plan->vertical || bd_guide_property(guide, "columns");
	for (size_t i = 0; i < legend->symbols.count; i++)
		widest = fmax(widest, room_of(&legend->symbols.items[i],
					      legend->labels.items[i].font.size));
	for (size_t i = 0; i < legend->symbols.count; i++) {
		bd_legend_symbol *symbol = &legend->symbols.items[i];
		bd_guide_text *label = &legend->labels.items[i];
		double room = room_of(symbol, label->font.size);
		symbol->x = (in_columns ? widest : room) / 2 + shift;
		symbol->y = label->y = (height > 0 ? height : room) / 2;
		label->x = (in_columns ? widest : room) + gap + shift;
		bd_rect text = bd_guide_text_cover(label);
		covers[i] = bd_rect_union(
			cover_symbol(guide->view->c->arena, symbol, may_be_stroked(plan, symbol)),
			text);
		if (height > 0) {
			covers[i].y = 0;
			covers[i].height = height;
			symbol->clip =
				(bd_rect){ 0, 0, fmax(text.x + text.width, symbol->x), height };
		}
	}
}

static void grow(double *most, double by)
{
	static const double noise = 1e-9;
	*most = fmax(*most, ceil(by - noise));
}

static void make_alike(double *sizes, size_t count)
{
	double most = 0;
	for (size_t i = 0; i < count; i++)
		most = fmax(most, sizes[i]);
	for (size_t i = 0; i < count; i++)
		sizes[i] = most;
}

/* gridAlign: "each", every column as wide as its widest entry; "all", all alike; "none" is drawn as
 * "each". */
static void measure(const bd_legend_plan *plan, entry_grid *g)
{
	bool all = bd_streq(bd_guide_string(&plan->guide, "gridAlign", "each"), "all");
	for (size_t i = 0; i < g->count; i++) {
		size_t column = i % g->columns, row = i / g->columns;
		bd_rect c = g->covers[i];
		grow(&g->widths[column], c.x + c.width);
		grow(&g->heights[row], c.y + c.height);
		grow(&g->lefts[column], column ? -c.x : 0);
		grow(&g->tops[row], row ? -c.y : 0);
	}
	if (all) {
		make_alike(g->widths, g->columns);
		make_alike(g->heights, g->rows);
		make_alike(g->lefts + 1, g->columns - 1);
		make_alike(g->tops + 1, g->rows - 1);
	}
}

static void move(bd_legend_items *legend, size_t i, double x, double y)
{
	bd_legend_symbol *symbol = &legend->symbols.items[i];
	symbol->x += x;
	symbol->y += y;
	symbol->clip.x += x;
	symbol->clip.y += y;
	legend->labels.items[i].x += x;
	legend->labels.items[i].y += y;
}

static bd_rect place_grid(const bd_legend_plan *plan, bd_legend_items *legend, const entry_grid *g)
{
	bd_rect all = { 0 };
	double row_gap = bd_guide_number(&plan->guide, "rowPadding", 2);
	double column_gap = bd_guide_number(&plan->guide, "columnPadding", 10);
	for (size_t i = 0; i < g->count; i++) {
		double x = 0, y = 0;
		size_t column = i % g->columns, row = i / g->columns;
		for (size_t k = 0; k < column; k++)
			x += g->widths[k] + column_gap + g->lefts[k + 1];
		for (size_t k = 0; k < row; k++)
			y += g->heights[k] + row_gap + g->tops[k + 1];
		/* beside others, an entry stands in the middle of its row */
		double slack = g->heights[row] - g->covers[i].y - g->covers[i].height;
		y += g->columns > 1 ? slack / 2 : 0;
		move(legend, i, x, y);
		bd_rect cover = g->covers[i];
		cover.x += x;
		cover.y += y;
		all = bd_rect_union(all, cover);
	}
	return all;
}

bd_rect bd_legend_place_entries(const bd_legend_plan *plan, bd_legend_items *legend)
{
	bd_arena *arena = plan->guide.view->c->arena;
	entry_grid g = { .count = legend->symbols.count };
	if (g.count == 0)
		return (bd_rect){ 0 };
	g.columns = bd_legend_columns(plan, g.count);
	g.rows = (g.count + g.columns - 1) / g.columns;
	g.covers = BD_ARRAY(arena, g.count, bd_rect);
	g.widths = BD_ARRAY(arena, g.columns, double);
	g.heights = BD_ARRAY(arena, g.rows, double);
	g.lefts = BD_ARRAY(arena, g.columns, double);
	g.tops = BD_ARRAY(arena, g.rows, double);
	place_in_entries(plan, legend, g.covers);
	measure(plan, &g);
	return place_grid(plan, legend, &g);
}
