/* style.c - sizes and text by a style (style.h). */
#include "layout/style.h"

#include <math.h>

bd_style bd_style_for_page(const bd_theme *theme, double width, double height, bool paper)
{
	double side = height > 0 ? fmin(width, height) : width;
	return (bd_style){ .theme = theme,
			   .unit = side / 1080,
			   .type = 1,
			   .space = 1,
			   .paper = paper,
			   .ground = theme->paper,
			   .accent = theme->accent };
}

/* On any screen, smaller text than this is a smudge. */
#define LEAST_PX 9

static double least_size(const bd_style *s, const bd_type_token *t)
{
	return s->paper ? t->least_pt / 0.75 : fmax(t->least * s->unit, LEAST_PX);
}

double bd_style_least_type(const bd_style *s)
{
	double least = 1;
	for (int i = 0; i < BD_TEXT_ROLE_COUNT; i++) {
		const bd_type_token *t = &s->theme->type[i];
		least = fmin(least, fmin(1, least_size(s, t) / (t->size * s->unit)));
	}
	return least;
}

double bd_style_size(const bd_style *s, bd_text_role role)
{
	const bd_type_token *t = &s->theme->type[role];
	/* The source line is small on purpose: it does not grow with the rest. */
	double type =
		role == BD_TEXT_SMALL || role == BD_TEXT_KICKER ? fmin(s->type, 1.12) : s->type;
	return fmax(least_size(s, t), t->size * s->unit * type);
}

bd_font bd_style_font(const bd_style *s, bd_text_role role)
{
	const bd_type_token *t = &s->theme->type[role];
	return (bd_font){ .family = t->family,
			  .size = bd_style_size(s, role),
			  .weight = t->weight,
			  .tabular = t->tabular,
			  .tracking = t->tracking };
}

double bd_style_px(const bd_style *s, double theme_px)
{
	return theme_px * s->unit;
}

double bd_style_gap(const bd_style *s, double theme_px)
{
	return theme_px * s->unit * s->space;
}

bd_text bd_style_text_as(bd_env *env, const bd_style *s, bd_text_role role, const char *text,
			 bd_wrap wrap)
{
	if (!text || !*text)
		return (bd_text){ 0 };
	bd_font font = bd_style_font(s, role);
	if (wrap.leading <= 0)
		wrap.leading = s->theme->type[role].leading;
	if (!s->memo)
		return bd_text_wrap(env, text, &font, &wrap, s->place);
	bool known;
	uint64_t how = (uint64_t)role << 8 | (uint64_t)wrap.align << 4 |
		       (uint64_t)wrap.balance << 1 | (uint64_t)wrap.max_lines << 16;
	bd_text *out = bd_memo_at(
		s->memo, (bd_memo_key){ text, font.size, wrap.width, wrap.leading, 0, how },
		sizeof *out, &known);
	if (!known)
		*out = bd_text_wrap(env, text, &font, &wrap, s->place);
	return *out;
}

bd_text bd_style_text(bd_env *env, const bd_style *s, bd_text_role role, const char *text,
		      double width)
{
	bool title = role == BD_TEXT_TITLE || role == BD_TEXT_HEAD;
	return bd_style_text_as(env, s, role, text, (bd_wrap){ .width = width, .balance = title });
}

/* What bd_text's strain is for one line that ends inside a word. */
#define WORD_SPLIT 0.3

bd_text bd_style_whole(bd_env *env, const bd_style *s, bd_text_role role, const char *text,
		       double width)
{
	enum { LONG = 5 };
	bd_text best = bd_style_text(env, s, role, text, width);
	if (best.line_count < 2 || best.line_count > LONG)
		return best;
	best = bd_style_text_as(env, s, role, text, (bd_wrap){ .width = width, .balance = true });
	size_t most = best.line_count + 1;
	double widest = best.width;
	for (double share = 0.95; best.strain > WORD_SPLIT && share > 0.6; share -= 0.05) {
		if (width * share >= widest) /* the lines that were found fit it too */
			continue;
		bd_text narrow = bd_style_text_as(
			env, s, role, text, (bd_wrap){ .width = width * share, .balance = true });
		if (narrow.line_count > most || narrow.overflows)
			break;
		widest = narrow.width;
		if (narrow.strain < best.strain - 0.25)
			best = narrow;
	}
	return best;
}

bd_text bd_style_level(bd_env *env, const bd_style *s, bd_text_role role, bd_text text)
{
	if (text.line_count != 1)
		return text;
	bd_text plain = bd_style_text(env, s, role, "Hg", INFINITY);
	bd_text_line_at *line = BD_NEW(env->arena, bd_text_line_at);
	double by = plain.first_baseline - text.first_baseline;
	*line = text.lines[0];
	line->baseline += by;
	text.lines = line;
	text.first_baseline += by;
	text.last_baseline += by;
	text.ink.y += by;
	text.height = plain.height;
	return text;
}

bd_line bd_style_line(bd_env *env, const bd_style *s, bd_text_role role, const char *text)
{
	bd_font font = bd_style_font(s, role);
	return bd_text_line(env, text ? text : "", &font, s->place);
}

double bd_style_width(bd_env *env, const bd_style *s, bd_text_role role, const char *text)
{
	bd_font font = bd_style_font(s, role);
	return text && *text ? bd_text_width(env, text, &font) : 0;
}

double bd_style_cap(const bd_style *s, bd_text_role role)
{
	/* Inter 0.727, Be Vietnam Pro 0.70: near enough for lining up, and the same everywhere. */
	return 0.727 * bd_style_size(s, role);
}
