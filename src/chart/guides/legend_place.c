/* legend_place.c - where a cell's legends stand: those of one side or corner together, in a row or
 * a column, by Vega's rules and config.legend.layout (guide.h).
 *
 * A legend stands clear of axes and headers by its offset. Marks that leave the plot push it away
 * only where it would come too near to them. */
#include "base/str.h"
#include "chart/encode/props.h"
#include "chart/guides/guide.h"

#include <math.h>
#include <string.h>

#define NEAR 6.0 /* px between a legend and marks beyond the plot */

typedef struct side {
	const bd_view *view;
	const char *orient;
	double offset, margin, share; /* share: 0 start, 0.5 middle, 1 end */
	bool column, by_bounds;
	bd_rect block; /* the legends together, from 0,0 */
} side;

static const bd_json *setting(const side *s, const char *name)
{
	const bd_json *config = s->view->c->config;
	const bd_json *own = bd_json_find(config, "legend", "layout", s->orient, NULL);
	const bd_json *layout = bd_json_find(config, "legend", "layout", NULL);
	const bd_json *said = bd_json_get(own, name);
	return said ? said : bd_json_get(layout, name);
}

static bool is_at_left_or_right(const char *orient)
{
	return bd_streq(orient, "left") || bd_streq(orient, "right");
}

static side side_of(const bd_view *view, const bd_cell *cell, const char *orient)
{
	side s = { .view = view, .orient = orient, .offset = -INFINITY };
	for (size_t i = 0; i < cell->legends.count; i++)
		if (bd_streq(cell->legends.items[i]->orient, orient))
			s.offset = fmax(s.offset, cell->legends.items[i]->offset);
	const char *anchor = bd_chart_string(view, setting(&s, "anchor"), "start");
	const char *direction =
		bd_chart_string(view, setting(&s, "direction"),
				is_at_left_or_right(orient) ? "vertical" : "horizontal");
	s.margin = bd_chart_number(view, setting(&s, "margin"), 8);
	s.share = bd_streq(anchor, "middle") ? 0.5 : bd_streq(anchor, "end") ? 1 : 0;
	s.column = bd_streq(direction, "vertical");
	s.by_bounds = bd_streq(bd_chart_string(view, setting(&s, "frame"), "group"), "bounds");
	return s;
}

/* Legends of the side, one below or beside the other, from 0,0. */
static void line_up(side *s, const bd_cell *cell)
{
	bool center = bd_chart_bool(s->view, setting(s, "center"), false);
	double at = 0;
	for (size_t i = 0; i < cell->legends.count; i++) {
		bd_legend_items *legend = cell->legends.items[i];
		if (!bd_streq(legend->orient, s->orient))
			continue;
		legend->x = s->column ? 0 : at;
		legend->y = s->column ? at : 0;
		at += (s->column ? legend->height : legend->width) + s->margin;
		s->block = bd_rect_union(
			s->block, (bd_rect){ legend->x, legend->y, legend->width, legend->height });
	}
	for (size_t i = 0; center && i < cell->legends.count; i++) {
		bd_legend_items *legend = cell->legends.items[i];
		if (bd_streq(legend->orient, s->orient) && s->column)
			legend->x = (s->block.width - legend->width) / 2;
		else if (bd_streq(legend->orient, s->orient))
			legend->y = (s->block.height - legend->height) / 2;
	}
}

/* Where the block starts along the plot. */
static double along(const side *s, double from, double size, double length, double block)
{
	double base = s->by_bounds ? from : 0, span = s->by_bounds || !length ? size : length;
	return base + s->share * (span - block);
}

static bd_point origin_of(const side *s, const bd_cell *cell, const bd_cell_reach *r)
{
	bd_rect b = s->block, x = r->across, y = r->along, all = r->all;
	double right = all.x + all.width + NEAR, bottom = all.y + all.height + NEAR;
	bd_point p = { along(s, y.x, y.width, cell->width, b.width),
		       along(s, x.y, x.height, cell->height, b.height) };
	if (bd_streq(s->orient, "left")) {
		p.x = fmin(floor(x.x) - s->offset, all.x - NEAR) - b.width;
	} else if (bd_streq(s->orient, "top")) {
		p.y = fmin(floor(y.y) - s->offset, all.y - NEAR) - b.height;
	} else if (bd_streq(s->orient, "bottom")) {
		p.y = fmax(ceil(y.y + y.height) + s->offset, bottom);
	} else if (strchr(s->orient, '-')) {
		bool at_right = strstr(s->orient, "right"), at_top = strstr(s->orient, "top");
		p.x = at_right ? cell->width - s->offset - b.width : s->offset;
		p.y = at_top ? s->offset : cell->height - s->offset - b.height;
	} else {
		p.x = fmax(ceil(x.x + x.width) + s->offset, right);
	}
	return (bd_point){ round(p.x), round(p.y) };
}

bd_rect bd_legends_place(const bd_view *view, bd_cell *cell, const bd_cell_reach *reach)
{
	bd_rect all = reach->all;
	for (size_t i = 0; i < cell->legends.count; i++) {
		const char *orient = cell->legends.items[i]->orient;
		bool met = bd_streq(orient, "none");
		for (size_t k = 0; k < i; k++)
			met |= bd_streq(cell->legends.items[k]->orient, orient);
		if (met)
			continue;
		side s = side_of(view, cell, orient);
		line_up(&s, cell);
		bd_point at = origin_of(&s, cell, reach);
		for (size_t k = i; k < cell->legends.count; k++)
			if (bd_streq(cell->legends.items[k]->orient, orient)) {
				cell->legends.items[k]->x += at.x;
				cell->legends.items[k]->y += at.y;
			}
	}
	for (size_t i = 0; i < cell->legends.count; i++) {
		const bd_legend_items *l = cell->legends.items[i];
		double half = l->stroke.paint.kind == BD_PAINT_NONE ? 0 : l->stroke.width / 2;
		bd_rect box = { l->x, l->y, l->width, l->height };
		all = bd_rect_union(all, bd_rect_inset(box, -half));
	}
	return all;
}
