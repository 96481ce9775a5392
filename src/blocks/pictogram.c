/* pictogram.c - a number as repeated symbols, with the words that say what one stands for.
 *
 * The part left over is a symbol cut off at its share; more than a hundred cannot be counted by
 * eye, so they are refused rather than drawn. */
#include "blocks/figures.h"

#include "base/str.h"

#include <math.h>

#define SYMBOL 0.86 /* of a row's height; the rest is air */
#define GAP    1.4  /* between symbols of a row, in the air between rows */

static const char *say(bd_env *env, const bd_figure *figure)
{
	bd_number_style plain = BD_NUMBER_STYLE_PLAIN;
	plain.unit = figure->pictogram->of;
	const char *number = bd_number_say(env->arena, env->locale, &plain, figure->pictogram->per);
	const char *words = bd_streq(env->lang, "en")   ? "Each symbol = "
			    : bd_streq(env->lang, "lo") ? "ແຕ່ລະສັນຍາລັກ = "
							: "Mỗi biểu tượng = ";
	return bd_printf(env->arena, "%s%s", words, number);
}

/* Width of a symbol by its height. */
static double ratio_of(const bd_figure *figure)
{
	const bd_icon *icon = figure->pictogram->icon;
	return icon ? fmin(4, icon->art->width / icon->art->height) : 1;
}

/* Columns that make the symbols largest in the room there is. */
static size_t choose_columns(size_t count, double wide, double width, double height, double *cell)
{
	size_t best = count;
	*cell = 0;
	for (size_t columns = 1; columns <= count; columns++) {
		size_t rows = (count + columns - 1) / columns;
		double size = fmin(width / wide / (double)columns, height / (double)rows);
		/* A last row nearly as long as the others looks tidier. */
		double fill = (double)count / (double)(rows * columns);
		if (size * (0.7 + 0.3 * fill) > *cell) {
			*cell = size * (0.7 + 0.3 * fill);
			best = columns;
		}
	}
	size_t rows = (count + best - 1) / best;
	*cell = fmin(width / wide / (double)best, height / (double)rows);
	return best;
}

bd_pictogram_plan bd_pictogram_measure(bd_env *env, const bd_figure *figure, double width,
				       double height, const bd_style *style)
{
	bd_pictogram_plan p = { 0 };
	double symbols = figure->value / figure->pictogram->per;
	if (!(symbols > 0) || symbols > BD_MOST_SYMBOLS || width <= 0)
		return p;
	p.count = (size_t)ceil(symbols - 1e-9);
	p.last = symbols - floor(symbols - 1e-9);
	p.says = bd_style_text(env, style, BD_TEXT_SMALL, say(env, figure), width);
	double gap = bd_style_gap(style, 12);
	double room = fmax(height - p.says.height - gap, bd_style_px(style, 60));
	p.wide = SYMBOL * ratio_of(figure) + (1 - SYMBOL) * GAP;
	p.columns = choose_columns(p.count, p.wide, width + bd_style_px(style, 12), room, &p.cell);
	/* the last of a row has no gap after it, and ends where the place does */
	double across = (double)p.columns * p.wide - (1 - SYMBOL) * GAP;
	p.cell = fmin(fmin(p.cell, width / across), bd_style_px(style, 110));
	p.rows = (p.count + p.columns - 1) / p.columns;
	p.height = (double)p.rows * p.cell + gap + p.says.height;
	return p;
}

void bd_pictogram_place(bd_env *env, const bd_figure *figure, const bd_pictogram_plan *plan,
			double x, double y, const bd_style *style, bd_node *parent)
{
	bd_node *group = bd_block_group(parent, BD_ROLE_NONE);
	double size = plan->cell * SYMBOL, width = size * ratio_of(figure);
	for (size_t i = 0; i < plan->count; i++) {
		bd_rect box = { x + (double)(i % plan->columns) * plan->cell * plan->wide,
				y + (double)(i / plan->columns) * plan->cell, width, size };
		bd_node *into = group;
		if (i + 1 == plan->count && plan->last < 1 - 1e-9) {
			bd_block_icon(group, figure->pictogram->icon, box, style->theme->grey[0]);
			into = bd_add_group(group);
			bd_path *clip = BD_NEW(env->arena, bd_path);
			*clip = bd_path_new(env->arena);
			bd_path_rect(clip, (bd_rect){ box.x, box.y, width * plan->last, size });
			into->group.clip = clip;
		}
		bd_block_icon(into, figure->pictogram->icon, box, style->theme->accent);
	}
	bd_block_text(parent, BD_ROLE_P, &plan->says, x,
		      y + (double)plan->rows * plan->cell + bd_style_gap(style, 12),
		      style->theme->grey[3]);
}
