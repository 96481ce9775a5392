/* style.h - a theme at one size: what a page's fit has settled on.
 *
 * Fitting a poster is a search over three numbers: how large type is, how wide spaces are, how many
 * optional parts are given up. Blocks measure and place themselves by the style that they are
 * handed and keep no sizes of their own. */
#pragma once
#include "base/env.h"
#include "layout/memo.h"
#include "scene/scene.h"
#include "theme/theme.h"

typedef struct bd_style {
	const bd_theme *theme;
	double unit;           /* px for each of the theme's px */
	double type;           /* factor on type sizes: 1 as designed */
	double space;          /* factor on spaces: 1 as designed */
	int given_up;          /* optional parts left out: 0 none, then by each block's own order */
	bool paper;            /* least sizes are in points, 1 px is 0.75 pt */
	bd_color ground;       /* what the part at hand stands on: the paper, a panel */
	bd_color accent;       /* of the part at hand: a side's colour in its list */
	double foot;           /* px that words under a picture take at least: pictures end level */
	double head;           /* px that a heading takes at least: neighbours begin level */
	bool on_panel;         /* headings keep to its upper edge, not to what stands under them */
	bool stacked;          /* rows stand one below another: a tall page has the room */
	bool trial;            /* drawn to be looked at from afar: charts as mere boxes */
	bd_memo *memo;         /* of texts and blocks; NULL: none */
	const char *page;      /* its name, for complaints */
	const bd_place *place; /* complaints about text go here */
} bd_style;

/* The style of a page before fitting. */
bd_style bd_style_for_page(const bd_theme *theme, double width, double height, bool paper);
/* The factor below which no type gets smaller any more. */
double bd_style_least_type(const bd_style *style);

double bd_style_size(const bd_style *style, bd_text_role role); /* px */
bd_font bd_style_font(const bd_style *style, bd_text_role role);
/* A theme length in px: `bd_style_px` as it is, `bd_style_gap` with the space factor. */
double bd_style_px(const bd_style *style, double theme_px);
double bd_style_gap(const bd_style *style, double theme_px);

/* Wrapped text of a role. Its leading is the theme's; where the ink of two lines would touch, it is
 * opened as far as they need. `text` NULL gives an empty text of no height. */
bd_text bd_style_text(bd_env *env, const bd_style *style, bd_text_role role, const char *text,
		      double width);
/* The same with titles' balanced lines, or another alignment. */
bd_text bd_style_text_as(bd_env *env, const bd_style *style, bd_text_role role, const char *text,
			 bd_wrap wrap);
/* Balanced lines, none of which ends inside a word of two syllables where a line more helps: short
 * texts, at which the eye looks twice. */
bd_text bd_style_whole(bd_env *env, const bd_style *style, bd_text_role role, const char *text,
		       double width);
/* One line of the role's ordinary height and baseline, whatever script stands in it: neighbours in
 * lists keep one rhythm although Lao needs more. Ink may then rise above the text's box by what Lao
 * needs: the caller leaves a gap there. Text of several lines is left as it is. */
bd_text bd_style_level(bd_env *env, const bd_style *style, bd_text_role role, bd_text text);
bd_line bd_style_line(bd_env *env, const bd_style *style, bd_text_role role, const char *text);
double bd_style_width(bd_env *env, const bd_style *style, bd_text_role role, const char *text);
/* Height of a capital letter, px: what numbers and icons line up with. */
double bd_style_cap(const bd_style *style, bd_text_role role);
