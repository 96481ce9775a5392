/* choose.c - which arrangement a wide page takes, or a page with pictures (fit.h).
 *
 * Many are measured at the designed sizes, which is cheap; the few that promise most are fitted and
 * drawn as trials, and the one that then has the least empty and the largest type wins. */
#include "blocks/fit.h"
#include "layout/cover.h"
#include "layout/memo.h"
#include "text/memo.h"

#include <math.h>

enum {
	MOST_SPLITS = 24,
	TRIALS = 5,
	LEAST_PARTS = 2 /* optional parts that any block gives up */
};

#define FAR_WORSE 0.5
#define CUT       0.5
#define LARGE     1.25 /* type beyond this shouts */

/* Flaws are added up in shares of the page that is left empty; a weight says what a flaw is worth
 * beside that. They are judgements: change them while looking at every wide page of the gallery. */

/* The most promising, best first. */
typedef struct shortlist {
	bd_arrangement items[TRIALS];
	double bad[TRIALS];
	size_t count;
	bool tight; /* ranked by what is missing, and by nothing else */
} shortlist;

/* How badly an arrangement fills its page at the designed sizes: 0 is perfect. What is too much has
 * to shrink, which is worse than as much left empty. */
static double badness(const bd_page_fit *s, const bd_style *style)
{
	const bd_arrangement *a = s->arrangement;
	bd_extent e;
	double over = bd_fit_missing(s, style, BD_AIR_AMPLE, &e);
	double height = fmax(1, e.natural - over);
	double cut = fmin(e.gives, fmax(0, over)); /* of pictures, which they were made for */
	over = over > 0 ? over - cut : over;
	double bad = over > 0 ? 2 * over / height : 0;
	bad += CUT * cut / height;
	double grown = fmin(e.most, e.natural * 1.35);
	bad += fmax(0, height - grown) / height + 0.06 * e.strain;
	if (over <= 0)
		bad += 0.25 * -over / height;
	if (!a->columns) /* lines across a wide page are long */
		return bad + (s->page->width > s->page->height ? 0.12 : 0);
	if (s->page->width < s->page->height * 1.2) /* which reads as one column */
		bad += 0.3;
	for (size_t i = a->from; i < a->to; i++)
		if (bd_block_spans(&s->poster->blocks.items[i]))
			bad += 0.35;
	/* A title alone in its column leaves the rest of it empty. */
	if (a->header_left && a->split == a->from && (!a->aside || a->to - a->from < 2))
		bad += a->aside ? 0.1 : 0.4;
	/* Of equals: the title beside its blocks, and columns alike. */
	return bad + (a->header_left ? 0 : 0.05) + 0.02 * fabs((double)(a->left - a->right));
}

static void consider(const bd_page_fit *fit, const bd_style *style, bd_arrangement candidate,
		     shortlist *list)
{
	bd_page_fit f = *fit;
	f.arrangement = &candidate;
	bd_extent ignored;
	double bad = list->tight
			     ? bd_fit_missing(&f, style, 0, &ignored)
			     : badness(&f, style) +
				       bd_arrange_imbalance(f.env, f.poster, &candidate,
							    bd_arrange_content(f.page, style).width,
							    style);
	size_t at = list->count;
	while (at > 0 && list->bad[at - 1] > bad + 1e-9)
		at--;
	if (at == TRIALS)
		return;
	if (list->count < TRIALS)
		list->count++;
	for (size_t i = list->count - 1; i > at; i--) {
		list->items[i] = list->items[i - 1];
		list->bad[i] = list->bad[i - 1];
	}
	list->items[at] = candidate;
	list->bad[at] = bad;
}

static void consider_columns(const bd_page_fit *fit, const bd_style *style, shortlist *list)
{
	size_t n = fit->poster->blocks.count;
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
				consider(fit, style, a, list);
				a.header_left = false;
				if (split > 0)
					consider(fit, style, a, list);
				a.from = 1;
				if (split > 1)
					consider(fit, style, a, list);
			}
}

/* A picture in a column of its own: beside all else, or beside the block before or after it. */
static void consider_aside(const bd_page_fit *fit, const bd_style *style, bd_arrangement a,
			   shortlist *list)
{
	size_t n = fit->poster->blocks.count;
	a.to = n;
	a.aside = a.columns = true;
	consider(fit, style, a, list);
	a.header_left = true;
	consider(fit, style, a, list);
	a.header_left = false;
	for (int before = 0; before <= 1; before++) {
		a.from = a.split - (size_t)before;
		a.to = a.from + 2;
		if (a.split >= (size_t)before && a.to <= n && n > 2)
			consider(fit, style, a, list);
	}
}

static void consider_asides(const bd_page_fit *fit, const bd_style *style, shortlist *list)
{
	const bd_block_array *blocks = &fit->poster->blocks;
	static const int splits[][2] = { { 7, 5 }, { 6, 6 }, { 5, 7 }, { 8, 4 } };
	for (size_t k = 0; k < blocks->count && k < MOST_SPLITS; k++)
		for (size_t i = 0; i < sizeof splits / sizeof *splits; i++)
			if (blocks->items[k].type && bd_block_aside(&blocks->items[k]))
				consider_aside(fit, style,
					       (bd_arrangement){ .split = k,
								 .left = splits[i][0],
								 .right = splits[i][1] },
					       list);
}

/* The fitted arrangement as it would stand in `box`. What this complains about is forgotten, and so
 * are the texts that it sets: one that is remembered is not complained of again, and the drawing
 * proper has to. */
static bd_cover draw_trial(const bd_page_fit *fit, bd_style style, bd_rect box)
{
	bd_env env = *fit->env;
	bd_diags before = *env.diags;
	bd_node *trial = bd_group_new(env.arena);
	env.texts = bd_text_memo_new(env.scratch);
	style.memo = bd_memo_new(env.scratch);
	style.trial = true;
	bd_arrange_place(&env, fit->poster, fit->arrangement, box, &style, trial);
	bd_diags_return(env.diags, before);
	return bd_cover_of(env.scratch, trial, box);
}

/* How bad a fitted arrangement looks: one large hole above all, less covered, small type, parts
 * given up, broken text. */
static double look_at(const bd_page_fit *fit, bd_style style)
{
	bd_extent extent;
	if (!bd_fit_style(fit, &style))
		return INFINITY;
	double over = bd_fit_missing(fit, &style, BD_AIR_AMPLE, &extent);
	double cut = fmin(extent.gives, fmax(0, over)) / fmax(1, extent.natural - over);
	bd_rect box = bd_arrange_content(fit->page, &style);
	box.height -= bd_footer_height(fit->env, fit->poster, box.width, &style) +
		      bd_style_gap(&style, 36);
	bd_cover cover = draw_trial(fit, style, box);
	return 2 * cover.hole - 0.5 * cover.filled - 0.5 * fmin(style.type, LARGE) +
	       0.2 * fmax(0, style.type - LARGE) + 0.05 * extent.strain + CUT * cut +
	       0.12 * style.given_up + (style.space < 1 ? 0.1 : 0);
}

static void consider_all(const bd_page_fit *fit, const bd_style *style, shortlist *list)
{
	consider(fit, style, (bd_arrangement){ 0 }, list);
	/* One block stands under its title: there is nothing to choose. */
	if (fit->page->width >= fit->page->height * 1.2 && fit->poster->blocks.count >= 2)
		consider_columns(fit, style, list);
	consider_asides(fit, style, list);
}

/* The best of the list as it looks; false where none of it fits the page. */
static bool try_out(const bd_page_fit *fit, const bd_style *style, const shortlist *list,
		    bd_arrangement *best)
{
	double least = INFINITY;
	for (size_t i = 0; i < list->count; i++) {
		/* A trial is worth its time only where it could still win. */
		if (!list->tight && i > 0 && list->bad[i] > list->bad[0] + FAR_WORSE)
			break;
		bd_page_fit f = *fit;
		f.arrangement = &list->items[i];
		double bad = look_at(&f, *style) + (list->tight ? 0 : 0.5 * list->bad[i]);
		if (bad < least - 1e-9) {
			least = bad;
			*best = list->items[i];
		}
	}
	return isfinite(least);
}

bd_arrangement bd_arrange_choose(const bd_page_fit *fit, const bd_style *style)
{
	bd_arrangement best = { 0 };
	if (!isfinite(bd_arrange_content(fit->page, style).height))
		return best;
	shortlist list = { 0 }, tight = { .tight = true };
	consider_all(fit, style, &list);
	if (list.count < 2 || try_out(fit, style, &list, &best))
		return best;
	/* What is best at the designed sizes may not fit at any, where another way does. */
	bd_style small = *style;
	small.type = bd_style_least_type(style);
	small.given_up = LEAST_PARTS;
	consider_all(fit, &small, &tight);
	return try_out(fit, style, &tight, &best) ? best : list.items[0];
}
