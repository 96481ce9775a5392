/* fit.c - the search for sizes (fit.h).
 *
 * The order in which things give way is DESIGN's: pictures are cropped, spaces close up and type
 * shrinks a little, then optional parts go, then type shrinks to the theme's least, then it is an
 * error. Where there is room, type grows first, by a fifth at most, but not at a picture's cost;
 * what is left is shared out in placing. */
#include "blocks/fit.h"

#include <math.h>

#define GROW_TYPE    1.2
#define FILL_TYPE    1.9 /* where blocks could not use the height that is left at all */
#define TIGHT_SPACE  0.75
#define LEAST_SPACE  0.4 /* before it is an error */
#define SPACE_STEP   0.05
#define SHRINK_FIRST 0.9 /* before parts are given up */
#define STEP         (1.0 / 64)
#define EMPTY        0.12 /* of a page: a hole that is worth another arrangement */
/* What a sparse page may break to be fuller: two or three items, more where much is empty. */
#define MORE_STRAIN 0.8
#define PER_EMPTY   9 /* for a page that is all empty */

bd_rect bd_arrange_content(const bd_page *page, const bd_style *style)
{
	double m = bd_style_px(style, style->theme->margin);
	double top = fmax(m, page->top), bottom = fmax(0.75 * m, page->bottom);
	return (bd_rect){ m, top, page->width - 2 * m,
			  page->height > 0 ? page->height - top - bottom : INFINITY };
}

double bd_fit_missing(const bd_page_fit *s, const bd_style *style, double air, bd_extent *extent)
{
	bd_rect content = bd_arrange_content(s->page, style);
	double foot = bd_footer_height(s->env, s->poster, content.width, style);
	double apart = bd_style_gap(style, 36);
	*extent = bd_arrange_measure(s->env, s->poster, s->arrangement, content.width, style);
	double height = content.height - foot - apart;
	double modest = bd_extent_modest(*extent);
	return extent->least + fmin(air, 1) * (modest - extent->least) +
	       fmax(0, air - 1) * extent->gives - height;
}

/* The largest type in [least, most] at which nothing is missing; false where there is none. */
static bool fit_type(const bd_page_fit *s, bd_style *style, double least, double most, double air)
{
	bd_extent ignored;
	style->type = most;
	if (bd_fit_missing(s, style, air, &ignored) <= 0)
		return true;
	style->type = least;
	if (bd_fit_missing(s, style, air, &ignored) > 0)
		return false;
	int good = 0, bad = (int)ceil((most - least) / STEP);
	while (bad - good > 1) {
		int middle = (good + bad) / 2;
		style->type = least + middle * STEP;
		if (bd_fit_missing(s, style, air, &ignored) <= 0)
			good = middle;
		else
			bad = middle;
	}
	style->type = least + good * STEP;
	return true;
}

/* Spaces that were closed up open again as far as the room goes: a part that was given up may have
 * left more than was missing. */
static void open_space(const bd_page_fit *s, bd_style *style)
{
	enum { STEPS = 6 };
	double good = style->space, bad = 1;
	bd_extent ignored;
	for (int i = 0; i < STEPS; i++) {
		style->space = i ? (good + bad) / 2 : 1;
		if (bd_fit_missing(s, style, BD_AIR_DESIGNED, &ignored) <= 0)
			good = style->space;
		else
			bad = style->space;
	}
	style->space = good;
}

/* Type that grew must not break headings and items that were whole. */
static void unstrain(const bd_page_fit *s, bd_style *style)
{
	bd_extent extent;
	double grown = style->type;
	style->type = 1;
	bd_fit_missing(s, style, BD_AIR_AMPLE, &extent);
	double strain = extent.strain + 0.01;
	for (style->type = grown; style->type > 1; style->type -= 2 * STEP) {
		bd_fit_missing(s, style, BD_AIR_AMPLE, &extent);
		if (extent.strain <= strain)
			return;
	}
	style->type = 1;
}

/* The share of the page that no block can use. */
static double emptiness(const bd_page_fit *s, const bd_style *style)
{
	bd_extent e;
	double room = -bd_fit_missing(s, style, BD_AIR_AMPLE, &e);
	return (room - (e.most - e.natural)) / fmax(1, e.natural + room);
}

/* A sparse page: type grows on, as long as the blocks would leave some of the height empty, however
 * much they spread, and no text breaks that was whole. */
static void fill(const bd_page_fit *s, bd_style *style)
{
	bd_extent e;
	bd_fit_missing(s, style, BD_AIR_AMPLE, &e);
	double strain = e.strain + 0.01, before = emptiness(s, style);
	for (double type = style->type + 2 * STEP; type < FILL_TYPE; type += 2 * STEP) {
		bd_style larger = *style;
		larger.type = type;
		double room = -bd_fit_missing(s, &larger, BD_AIR_AMPLE, &e);
		double empty = (room - (e.most - e.natural)) / fmax(1, e.natural + room);
		if (room < 0 || empty < 0 || e.strain > strain + MORE_STRAIN + PER_EMPTY * before)
			return;
		before = empty;
		*style = larger;
	}
}

/* Type as large as the page has room for; false where there is none for the designed size. */
static bool grow(const bd_page_fit *s, bd_style *style)
{
	bd_extent ignored;
	if (!fit_type(s, style, 1, GROW_TYPE, BD_AIR_AMPLE)) {
		style->type = 1; /* pictures take what there is */
		return bd_fit_missing(s, style, BD_AIR_DESIGNED, &ignored) <= 0;
	}
	unstrain(s, style);
	return true;
}

/* On an upright page that stays empty, what stands side by side stands one below another, and may
 * be larger. */
static void stack_rows(const bd_page_fit *s, const bd_style *designed, bd_style *style)
{
	double empty = emptiness(s, style);
	if (empty < EMPTY || s->arrangement->columns || s->page->height < s->page->width)
		return;
	bd_style stacked = *designed;
	stacked.stacked = true;
	if (grow(s, &stacked) && emptiness(s, &stacked) < empty - EMPTY / 2)
		*style = stacked;
}

bool bd_fit_style(const bd_page_fit *s, bd_style *style)
{
	bd_style designed = *style;
	int parts = 0;
	for (size_t i = 0; i < s->poster->blocks.count; i++) {
		int own = bd_block_optional_parts(&s->poster->blocks.items[i]);
		parts = own > parts ? own : parts;
	}
	if (grow(s, style)) {
		stack_rows(s, &designed, style);
		fill(s, style);
		return true;
	}
	if (fit_type(s, style, 0.93, 1, 0.85) || fit_type(s, style, 0.93, 1, 0.7))
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
		fits = bd_fit_missing(s, style, 0.25, &ignored) <= 0;
		style->type -= fits ? 0 : 2 * STEP;
	}
	if (!fits) {
		style->type = least;
		fits = bd_fit_missing(s, style, 0, &ignored) <= 0;
	}
	while (!fits && style->space > LEAST_SPACE) {
		style->space -= SPACE_STEP;
		fits = bd_fit_missing(s, style, 0, &ignored) <= 0;
	}
	if (fits)
		open_space(s, style);
	return fits;
}

/* What to name when nothing helps: the header or the block that takes the most room. */
static void complain(const bd_page_fit *s, const bd_style *style)
{
	bd_extent extent;
	double over = ceil(bd_fit_missing(s, style, 0, &extent));
	double width = bd_arrange_content(s->page, style).width;
	double line = fmax(1, bd_style_text(s->env, style, BD_TEXT_BODY, "x", INFINITY).height);
	double most = bd_header_measure(s->env, s->poster, width, style).least;
	const bd_json *title = bd_json_get(s->poster->node, "title");
	const bd_place *place = title ? &title->place : &s->poster->node->place;
	const char *what = BD_TERM_THE_HEADER;
	for (size_t i = 0; i < s->poster->blocks.count; i++) {
		const bd_variant *b = &s->poster->blocks.items[i];
		double h = bd_block_measure(s->env, b, width, style).least;
		if (h > most) {
			most = h;
			what = b->type->name;
			place = &b->node->place;
		}
	}
	bd_diag *diag = bd_error(s->env->diags, place, BD_PAGE_OVERFLOW, what,
				 bd_number_text(s->env->arena, over), s->page->name,
				 bd_number_text(s->env->arena, ceil(over / line)));
	bd_suggest(s->env->diags, diag, BD_HINT_EXPLAIN, "page-overflow");
}

bool bd_arrange(bd_env *env, const bd_poster *poster, const bd_page *page, bd_style *style,
		bd_arrangement *arrangement)
{
	bd_page_fit s = { env, poster, page, arrangement };
	*arrangement = bd_arrange_choose(&s, style);
	s.arrangement = arrangement;
	if (page->height <= 0)
		return true;
	if (bd_fit_style(&s, style))
		return true;
	complain(&s, style);
	return false;
}
