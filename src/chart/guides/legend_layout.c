/* legend_layout.c - the places of a legend's title, symbols, labels and gradient, in its own
 * coordinates (legend.h). */
#include "base/str.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/guides/legend.h"

#include <math.h>

bool bd_legend_is_vertical(const bd_guide_plan *plan, bool gradient)
{
	const char *said = NULL;
	for (size_t i = 0; i < plan->said_count && !said; i++)
		said = bd_chart_string(plan->view, bd_json_get(plan->said[i], "direction"), NULL);
	if (!said)
		said = bd_chart_string(
			plan->view,
			bd_json_find(plan->view->c->config, "legend",
				     gradient ? "gradientDirection" : "symbolDirection", NULL),
			NULL);
	if (said)
		return bd_streq(said, "vertical");
	if (bd_streq(plan->orient, "top") || bd_streq(plan->orient, "bottom"))
		return false;
	if (gradient &&
	    (bd_streq(plan->orient, "top-left") || bd_streq(plan->orient, "top-right") ||
	     bd_streq(plan->orient, "bottom-left") || bd_streq(plan->orient, "bottom-right")))
		return false;
	return true;
}

double bd_legend_gradient_length(const bd_legend_plan *plan)
{
	const bd_guide_plan *guide = &plan->guide;
	for (size_t i = 0; i < guide->said_count; i++)
		if (bd_json_get(guide->said[i], "gradientLength"))
			return bd_chart_number(guide->view,
					       bd_json_get(guide->said[i], "gradientLength"), 200);
	const bd_view *plot = bd_view_plot(guide->view);
	double along = plan->vertical ? plot->height : plot->width;
	double least = bd_guide_number(
		guide, plan->vertical ? "gradientVerticalMinLength" : "gradientHorizontalMinLength",
		64);
	double most = bd_guide_number(
		guide, plan->vertical ? "gradientVerticalMaxLength" : "gradientHorizontalMaxLength",
		200);
	return fmin(fmax(along, least), most);
}

static bd_guide_text label_of(const bd_legend_plan *plan, const char *text)
{
	bd_guide_text label = bd_guide_text_new(&plan->guide, "guide-label", "label");
	label.text = text;
	label.baseline = BD_BASELINE_MIDDLE;
	label.align = BD_TEXT_LEFT;
	label.width = bd_guide_text_measure(plan->guide.view->c, &label);
	return label;
}

/* --- symbols --- */

size_t bd_legend_columns(const bd_legend_plan *plan, size_t count)
{
	const bd_json *said = bd_guide_property(&plan->guide, "columns");
	double columns = bd_json_number(said, plan->vertical ? 1 : 0);
	return columns >= 1 && columns < (double)count ? (size_t)columns : count;
}

static double symbol_width(const bd_legend_symbol *symbol)
{
	return (isfinite(symbol->size) ? sqrt(symbol->size) : 0) +
	       (symbol->stroke.kind == BD_PAINT_NONE ? 0 : symbol->stroke_width);
}

static void place_symbols(const bd_legend_plan *plan, bd_legend_items *legend,
			  const bd_legend_entry *entries, size_t count)
{
	bd_arena *arena = plan->guide.view->c->env->arena;
	size_t columns = bd_legend_columns(plan, count);
	double gap = bd_guide_number(&plan->guide, "labelOffset", 4);
	double row_gap = bd_guide_number(&plan->guide, "rowPadding", 2);
	double column_gap = bd_guide_number(&plan->guide, "columnPadding", 10);
	double widest = 0;
	double *widths = BD_ARRAY(arena, columns + 1, double);
	for (size_t i = 0; i < count; i++)
		widest = fmax(widest, symbol_width(&legend->symbols.items[i]));
	for (size_t i = 0; i < count; i++) {
		bd_guide_text label = label_of(plan, entries[i].label);
		bd_push(arena, &legend->labels, label);
		widths[i % columns] = fmax(widths[i % columns], widest + gap + label.width);
	}
	double y = legend->height, x = 0;
	for (size_t row = 0; row * columns < count; row++) {
		double height = 0;
		for (size_t i = row * columns; i < count && i < (row + 1) * columns; i++)
			height = fmax(height, fmax(symbol_width(&legend->symbols.items[i]),
						   bd_guide_text_height(&legend->labels.items[i])));
		x = 0;
		height = ceil(height);
		for (size_t i = row * columns; i < count && i < (row + 1) * columns; i++) {
			legend->symbols.items[i].x = x + widest / 2;
			legend->symbols.items[i].y = y + height / 2;
			legend->labels.items[i].x = x + widest + gap;
			legend->labels.items[i].y = y + height / 2;
			x += widths[i % columns] + column_gap;
			legend->width = fmax(legend->width, x - column_gap);
		}
		y += height + row_gap;
	}
	legend->height = fmax(y - row_gap, legend->height);
}

/* --- gradients --- */

/* Classes share the gradient's box. */
static void place_bands(const bd_legend_plan *plan, bd_legend_items *legend)
{
	bd_arena *arena = plan->guide.view->c->env->arena;
	size_t bands = legend->band_paints.count;
	bd_rect box = legend->gradient_box;
	double length = plan->vertical ? box.height : box.width;
	for (size_t i = 0; i < bands; i++) {
		double a = length * (double)i / (double)bands,
		       b = length * (double)(i + 1) / (double)bands;
		bd_push(arena, &legend->bands,
			plan->vertical ? ((bd_rect){ 0, box.y + length - b, box.width, b - a })
				       : ((bd_rect){ a, box.y, b - a, box.height }));
	}
	legend->gradient_box = (bd_rect){ 0 };
}

static void place_gradient(const bd_legend_plan *plan, bd_legend_items *legend,
			   const bd_legend_entry *entries, size_t count)
{
	const bd_guide_plan *guide = &plan->guide;
	bd_arena *arena = guide->view->c->env->arena;
	double length = bd_legend_gradient_length(plan);
	double thick = bd_guide_number(guide, "gradientThickness", 16);
	double away = bd_guide_number(guide, "gradientLabelOffset", 2);
	double top = legend->height, widest = 0, last = -INFINITY;
	legend->gradient_box = plan->vertical ? (bd_rect){ 0, top, thick, length }
					      : (bd_rect){ 0, top, length, thick };
	if (legend->band_paints.count)
		place_bands(plan, legend);
	for (size_t i = 0; i < count; i++) {
		bd_guide_text label = label_of(plan, entries[i].label);
		double at = fmin(fmax(entries[i].fraction, 0), 1) * length;
		if (plan->vertical) {
			label.x = thick + away;
			label.y = top + length - at;
			label.baseline = at < 1            ? BD_BASELINE_BOTTOM
					 : at > length - 1 ? BD_BASELINE_TOP
							   : BD_BASELINE_MIDDLE;
			label.hidden = false;
			widest = fmax(widest, label.width);
		} else {
			label.x = at;
			label.y = top + thick + away;
			label.align = at < 1            ? BD_TEXT_LEFT
				      : at > length - 1 ? BD_TEXT_RIGHT
							: BD_TEXT_CENTER;
			label.baseline = BD_BASELINE_TOP;
			bd_rect cover = bd_guide_text_cover(&label);
			label.hidden = cover.x < last;
			if (!label.hidden)
				last = cover.x + cover.width;
		}
		bd_push(arena, &legend->labels, label);
	}
	legend->width = fmax(legend->width, plan->vertical ? thick + away + widest : length);
	legend->height =
		top +
		(plan->vertical
			 ? length
			 : thick + away +
				   (count ? bd_guide_text_height(&legend->labels.items[0]) : 0));
}

/* Everything in the legend moves by its padding. */
static void shift(bd_legend_items *legend, double by)
{
	legend->title.x += by;
	legend->title.y += by;
	for (size_t i = 0; i < legend->labels.count; i++) {
		legend->labels.items[i].x += by;
		legend->labels.items[i].y += by;
	}
	for (size_t i = 0; i < legend->symbols.count; i++) {
		legend->symbols.items[i].x += by;
		legend->symbols.items[i].y += by;
	}
	for (size_t i = 0; i < legend->bands.count; i++) {
		legend->bands.items[i].x += by;
		legend->bands.items[i].y += by;
	}
	legend->gradient_box.x += by;
	legend->gradient_box.y += by;
}

void bd_legend_layout(const bd_legend_plan *plan, bd_legend_items *legend,
		      const bd_legend_entry *entries, size_t count)
{
	const bd_guide_plan *guide = &plan->guide;
	double padding = bd_guide_number(guide, "padding", 0);
	legend->width = legend->height = 0;
	if (legend->title.text) {
		legend->title.width = bd_guide_text_measure(guide->view->c, &legend->title);
		legend->title.baseline = BD_BASELINE_TOP;
		legend->title.align = BD_TEXT_LEFT;
		legend->width = legend->title.width;
		legend->height = bd_guide_text_height(&legend->title) +
				 bd_guide_number(guide, "titlePadding", 5);
	}
	if (plan->type == BD_LEGEND_SYMBOL)
		place_symbols(plan, legend, entries, count);
	else
		place_gradient(plan, legend, entries, count);
	legend->width += 2 * padding;
	legend->height += 2 * padding;
	legend->fill = bd_solid(bd_guide_color(guide, "fillColor", NULL));
	if (legend->fill.color.a == 0)
		legend->fill = BD_NO_PAINT;
	bd_color stroke = bd_guide_color(guide, "strokeColor", NULL);
	if (stroke.a > 0)
		legend->stroke = (bd_stroke){ .paint = bd_solid(stroke),
					      .width = bd_guide_number(guide, "strokeWidth", 1) };
	legend->corner_radius = bd_guide_number(guide, "cornerRadius", 0);
	if (padding > 0)
		shift(legend, padding);
}
