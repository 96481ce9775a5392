/* fit.c - the search for an arrangement and for sizes (arrange.h).
 *
 * The order in which things give way is DESIGN's: spaces close up and type shrinks a little, then
 * optional parts go, then type shrinks to the theme's least, then it is an error. Where there
 * is room, type grows first, by a fifth at most; what is left is shared out in placing. */
#include "blocks/arrange.h"

#include <math.h>

#define GROW_TYPE    1.2
#define TIGHT_SPACE  0.75
#define SHRINK_FIRST 0.9 /* before parts are given up */
#define STEP         (1.0 / 64)

bd_rect bd_arrange_content(const bd_page *page, const bd_style *style)
{
	double m = bd_style_px(style, style->theme->margin);
	return (bd_rect){ m, m, page->width - 2 * m,
			  page->height > 0 ? page->height - 1.75 * m : INFINITY };
}

/* What a fit needs to know again and again. */
typedef struct search {
	bd_env *env;
	const bd_poster *poster;
	const bd_page *page;
	const bd_arrangement *arrangement;
} search;

/* px that are missing for the natural height (air 1), the least (0), or what lies between; negative
 * where there is room. */
static double missing(const search *s, const bd_style *style, double air, bd_extent *extent)
{
	bd_rect content = bd_arrange_content(s->page, style);
	double foot = bd_footer_height(s->env, s->poster, content.width, style);
	double apart = bd_style_gap(style, 36);
	*extent = bd_arrange_measure(s->env, s->poster, s->arrangement, content.width, style);
	double height = content.height - foot - apart;
	return extent->least + air * (extent->natural - extent->least) - height;
}

/* The largest type in [least, most] at which nothing is missing; false where there is none. */
static bool fit_type(const search *s, bd_style *style, double least, double most, double air)
{
	bd_extent ignored;
	style->type = most;
	if (missing(s, style, air, &ignored) <= 0)
		return true;
	style->type = least;
	if (missing(s, style, air, &ignored) > 0)
		return false;
	int good = 0, bad = (int)ceil((most - least) / STEP);
	while (bad - good > 1) {
		int middle = (good + bad) / 2;
		style->type = least + middle * STEP;
		if (missing(s, style, air, &ignored) <= 0)
			good = middle;
		else
			bad = middle;
	}
	style->type = least + good * STEP;
	return true;
}

/* Spaces that were closed up open again as far as the room goes: a part that was given up may have
 * left more than was missing. */
static void open_space(const search *s, bd_style *style)
{
	enum { STEPS = 6 };
	double good = style->space, bad = 1;
	bd_extent ignored;
	for (int i = 0; i < STEPS; i++) {
		style->space = i ? (good + bad) / 2 : 1;
		if (missing(s, style, 1, &ignored) <= 0)
			good = style->space;
		else
			bad = style->space;
	}
	style->space = good;
}

/* Type that grew must not break headings and items that were whole. */
static void unstrain(const search *s, bd_style *style)
{
	bd_extent extent;
	double grown = style->type;
	style->type = 1;
	missing(s, style, 1, &extent);
	double strain = extent.strain + 0.01;
	for (style->type = grown; style->type > 1; style->type -= 2 * STEP) {
		missing(s, style, 1, &extent);
		if (extent.strain <= strain)
			return;
	}
	style->type = 1;
}

static bool fit_style(const search *s, bd_style *style)
{
	int parts = 0;
	for (size_t i = 0; i < s->poster->blocks.count; i++) {
		int own = bd_block_optional_parts(&s->poster->blocks.items[i]);
		parts = own > parts ? own : parts;
	}
	if (fit_type(s, style, 1, GROW_TYPE, 1)) {
		unstrain(s, style);
		return true;
	}
	if (fit_type(s, style, 0.96, 1, 0.7))
		return true;
	style->space = TIGHT_SPACE;
	bool fits = false;
	for (style->given_up = 0; style->given_up <= parts && !fits; style->given_up++)
		fits = fit_type(s, style, SHRINK_FIRST, 1, 0.6);
	style->given_up = fits ? style->given_up - 1 : parts;
	/* Step by step, since layouts that change with size need not shrink evenly. */
	bd_extent ignored;
	double least = bd_style_least_type(style);
	for (style->type = SHRINK_FIRST; !fits && style->type > least;) {
		fits = missing(s, style, 0.25, &ignored) <= 0;
		style->type -= fits ? 0 : 2 * STEP;
	}
	if (!fits) {
		style->type = least;
		fits = missing(s, style, 0, &ignored) <= 0;
	}
	if (fits)
		open_space(s, style);
	return fits;
}

/* How badly an arrangement fills its page at the designed sizes: 0 is perfect. */
static double badness(const search *s, const bd_style *style)
{
	const bd_arrangement *a = s->arrangement;
	bd_extent e;
	double over = missing(s, style, 1, &e);
	double height = fmax(1, e.natural - over);
	double bad = over > 0 ? 2 * over / height : 0;
	double grown = fmin(e.most, e.natural * 1.35);
	bad += fmax(0, height - grown) / height + 0.06 * e.strain;
	if (over <= 0)
		bad += 0.25 * -over / height;
	if (!a->columns)
		return bad + 0.12;
	for (size_t i = a->from; i < a->to; i++)
		if (bd_block_spans(&s->poster->blocks.items[i]))
			bad += 0.35;
	return bad + (a->header_left ? 0 : 0.05) + 0.02 * fabs((double)(a->left - a->right));
}

static void consider(search *s, const bd_style *style, bd_arrangement candidate,
		     bd_arrangement *best, double *least)
{
	s->arrangement = &candidate;
	double bad = badness(s, style) +
		     bd_arrange_imbalance(s->env, s->poster, &candidate,
					  bd_arrange_content(s->page, style).width, style);
	if (bad < *least - 1e-9) {
		*least = bad;
		*best = candidate;
	}
}

enum { MOST_SPLITS = 24 };

static bd_arrangement choose(search *s, const bd_style *style)
{
	bd_arrangement best = { 0 };
	size_t n = s->poster->blocks.count;
	double least = INFINITY;
	consider(s, style, best, &best, &least);
	if (!isfinite(bd_arrange_content(s->page, style).height) ||
	    s->page->width < s->page->height * 1.2)
		return best;
	/* Of very many blocks not every split is tried: they do not fit a page anyway. */
	size_t stride = 1 + n / MOST_SPLITS;
	static const int splits[][2] = { { 6, 6 }, { 5, 7 }, { 7, 5 }, { 4, 8 }, { 8, 4 } };
	for (size_t i = 0; i < sizeof splits / sizeof *splits; i++)
		for (size_t tail = 0; tail <= 1 && tail < n; tail++)
			for (size_t split = 0; split < n - tail; split += stride) {
				bd_arrangement a = { .header_left = true,
						     .to = n - tail,
						     .split = split,
						     .left = splits[i][0],
						     .right = splits[i][1],
						     .columns = true };
				consider(s, style, a, &best, &least);
				a.header_left = false;
				if (split > 0)
					consider(s, style, a, &best, &least);
				a.from = 1;
				if (split > 1)
					consider(s, style, a, &best, &least);
			}
	return best;
}

/* The block to name when nothing helps: the one that takes the most room. */
static void complain(const search *s, const bd_style *style)
{
	bd_extent extent;
	double over = ceil(missing(s, style, 0, &extent)), most = 0;
	bd_rect content = bd_arrange_content(s->page, style);
	const bd_variant *worst = NULL;
	for (size_t i = 0; i < s->poster->blocks.count; i++) {
		const bd_variant *b = &s->poster->blocks.items[i];
		double h = bd_block_measure(s->env, b, content.width, style).least;
		if (h > most) {
			most = h;
			worst = b;
		}
	}
	const bd_place *place = worst ? &worst->node->place : &s->poster->node->place;
	bd_error(s->env->diags, place, BD_PAGE_OVERFLOW, worst ? worst->type->name : "header",
		 bd_number_text(s->env->arena, over), s->page->name);
}

bool bd_arrange(bd_env *env, const bd_poster *poster, const bd_page *page, bd_style *style,
		bd_arrangement *arrangement)
{
	search s = { env, poster, page, arrangement };
	*arrangement = choose(&s, style);
	s.arrangement = arrangement;
	if (page->height <= 0)
		return true;
	if (fit_style(&s, style))
		return true;
	complain(&s, style);
	return false;
}
