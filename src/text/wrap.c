/* wrap.c - text in lines (text.h).
 *
 * The text is shaped once as a whole, which gives the pen's place before each letter; lines are
 * then chosen by arithmetic alone (fit.c). Only the chosen ones are shaped again. */
#include "text/breaks.h"
#include "text/leading.h"
#include "text/memo.h"
#include "text/paragraph.h"

#include "base/str.h"
#include <math.h>
#include <string.h>

/* Lao has marks over nearly every letter, and is hard to read when set as tight as Latin. */
#define LAO_LEADING 1.12

/* The last line that there is room for, ended with "…". */
static bd_line ellipsize(bd_env *env, const bd_measured *p, const bd_font *font, size_t from,
			 double width)
{
	double dots = bd_text_width(env, "…", font) + p->tracking;
	size_t to = from, weakest_fit = from;
	for (size_t i = from + 1; i <= p->length; i++) {
		if (p->breaks[i] == BD_BREAK_NEVER)
			continue;
		if (bd_measured_width(p, from, i) + dots > width)
			break;
		weakest_fit = i;
		if (p->breaks[i] >= BD_BREAK_PHRASE)
			to = i;
	}
	if (to == from)
		to = weakest_fit;
	while (to > from && strchr(" \n\t,.;:-", p->text[to - 1]))
		to--;
	const char *text = bd_printf(env->arena, "%.*s…", (int)(to - from), p->text + from);
	return bd_line_of(env, text, strlen(text), font);
}

static void align_lines(bd_text *text, bd_text_line_at *lines, const bd_wrap *wrap)
{
	for (size_t i = 0; i < text->line_count; i++)
		text->width = fmax(text->width, lines[i].line.width);
	double box = isfinite(wrap->width) ? wrap->width : text->width;
	for (size_t i = 0; i < text->line_count; i++) {
		double room = box - lines[i].line.width;
		lines[i].x = wrap->align == BD_ALIGN_CENTER ? room / 2
			     : wrap->align == BD_ALIGN_END  ? room
							    : 0;
	}
}

/* How far apart the ink of these lines wants their baselines, in px. */
static double leading_needed(bd_env *env, bd_paragraph *p, const bd_text *text,
			     const bd_text_line_at *lines, const bd_cuts *cuts, double size)
{
	bool flush = text->line_count == cuts->lines.count;
	for (size_t i = 0; i < text->line_count; i++)
		flush &= lines[i].x == 0;
	return flush ? bd_paragraph_leading(env, p, cuts, lines, size)
		     : bd_leading_needed(env, lines, text->line_count, size);
}

/* Baselines, from the ink that the faces may need: it never leaves the box, whatever the text. */
static void stack_lines(bd_env *env, bd_paragraph *p, bd_text *text, bd_text_line_at *lines,
			const bd_cuts *cuts, const bd_font *font, double asked)
{
	bd_reach reach = p->reach;
	double ascent = reach.ascent * font->size, descent = reach.descent * font->size;
	double own = ascent + descent + BD_LINE_GAP * font->size;
	if (asked > 0 && reach.lao)
		asked *= LAO_LEADING;
	double leading = asked > 0 ? asked * font->size : own;
	if (leading < own)
		leading = fmax(leading, leading_needed(env, p, text, lines, cuts, font->size));
	double above = fmax(0, leading - ascent - descent) / 2;
	for (size_t i = 0; i < text->line_count; i++) {
		bd_text_line_at *at = &lines[i];
		at->baseline = above + ascent + (double)i * leading;
		bd_rect ink = at->line.ink;
		ink.x += at->x;
		ink.y += at->baseline;
		text->ink = bd_rect_union(text->ink, ink);
	}
	text->leading = leading;
	text->first_baseline = above + ascent;
	text->last_baseline = above + ascent + (fmax(1, (double)text->line_count) - 1) * leading;
	text->height = text->line_count ? text->last_baseline + descent + above : 0;
}

static const bd_broken_word *broken_word(bd_env *env, const bd_measured *p, size_t at,
					 const bd_place *place)
{
	size_t from = at, to = at;
	while (from > 0 && !strchr(" \n", p->text[from - 1]))
		from--;
	while (to < p->length && !strchr(" \n", p->text[to]))
		to++;
	bd_broken_word *broken = BD_NEW(env->arena, bd_broken_word);
	*broken = (bd_broken_word){ env->diags, place,
				    bd_strndup(env->arena, p->text + from, to - from) };
	return broken;
}

void bd_text_drawn(const bd_text *text)
{
	const bd_broken_word *broken = text->broken;
	if (broken && !bd_already_said(broken->diags, BD_WORD_BROKEN, broken->place, broken->word))
		bd_warning(broken->diags, broken->place, BD_WORD_BROKEN, broken->word);
}

/* Whether the text goes on in the next line without a blank: after a hyphen, or in Lao. */
static void join_lines(bd_text_line_at *lines, const bd_measured *p, const bd_cut *cuts,
		       size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		const bd_line *line = &lines[i].line;
		size_t to = cuts[i].to;
		if (!line->run_count || (to > cuts[i].from && strchr(" \n", p->text[to - 1])))
			continue;
		/* bd_line_of has just made them */
		((bd_run *)(uintptr_t)line->runs)[line->run_count - 1].joined = true;
	}
}

static bd_text wrap_text(bd_env *env, const char *utf8, const bd_font *font, const bd_wrap *wrap,
			 const bd_place *place)
{
	bd_paragraph *shared = bd_paragraph_of(env, utf8, font, place);
	const char *prepared = shared->text;
	bd_measured p = { .text = prepared,
			  .length = shared->length,
			  .x = shared->x,
			  .size = font->size,
			  .tracking = font->tracking * font->size };
	bd_cuts chosen = { .broke_word = false };
	if (!bd_fits_one_line(env, &p, wrap->width, &chosen)) {
		p.breaks = bd_paragraph_breaks(env, shared, place);
		chosen = bd_fit_lines(env, &p, wrap->width, wrap->balance);
	}
	size_t count = chosen.lines.count;
	bool cut_short = wrap->max_lines && count > wrap->max_lines;
	bd_text text = { .overflows = cut_short || chosen.broke_word, .strain = chosen.strain };
	if (chosen.broke_word)
		text.broken = broken_word(env, &p, chosen.broken_at, place);
	text.line_count = cut_short ? wrap->max_lines : count;
	bd_text_line_at *lines = BD_ARRAY(env->arena, text.line_count, bd_text_line_at);
	for (size_t i = 0; i < text.line_count; i++) {
		bd_cut at = chosen.lines.items[i];
		lines[i].line =
			cut_short && i + 1 == text.line_count
				? ellipsize(env, &p, font, at.from, wrap->width)
				: bd_line_of(env, prepared + at.from, at.end - at.from, font);
	}
	join_lines(lines, &p, chosen.lines.items, text.line_count);
	text.lines = lines;
	text.utf8 = prepared;
	align_lines(&text, lines, wrap);
	stack_lines(env, shared, &text, lines, &chosen, font, wrap->leading);
	return text;
}

bd_text bd_text_wrap(bd_env *env, const char *utf8, const bd_font *font, const bd_wrap *wrap,
		     const bd_place *place)
{
	bool fresh;
	bd_text_entry *entry = bd_text_memo_at(env, utf8, font, wrap, place, &fresh);
	if (!entry)
		return wrap_text(env, utf8, font, wrap, place);
	if (fresh)
		entry->text = wrap_text(env, utf8, font, wrap, place);
	return entry->text;
}
