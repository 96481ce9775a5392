/* fit.c - the best lines of a paragraph (fit.h).
 *
 * Every set of lines has a cost, and the cheapest is found by dynamic programming, as TeX does
 * (Knuth and Plass, Breaking Paragraphs into Lines, 1981): a line costs something, breaking what
 * belongs together costs more or less than a line by how much it belongs, and uneven lines cost the
 * square of what is left over. So a title needs no more lines than it must, is even, and ends its
 * lines between thoughts where it can. */
#include "text/fit.h"

#include "text/breaks.h"
#include <math.h>
#include <string.h>

/* Rounding of widths, px: a text set in a box of its own width must not wrap. */
#define SLACK 0.01

/* In lines: what a break of each kind costs, next to the line itself (1). */
static const double break_costs[] = {
	[BD_BREAK_NEVER] = INFINITY, [BD_BREAK_LETTERS] = 100, [BD_BREAK_PHRASE] = 3.5,
	[BD_BREAK_JOINT] = 2.2,      [BD_BREAK_WORD] = 0.35,   [BD_BREAK_POOR] = 0.16,
	[BD_BREAK_ALLOWED] = 0.04,   [BD_BREAK_GOOD] = 0,      [BD_BREAK_MUST] = 0,
};
#define UNEVEN   0.8   /* lines that an empty line costs on top */
#define SHORT    0.3   /* of the width: a last line that is shorter looks lost ... */
#define LOST     0.25  /* ... and costs up to this */
#define TOO_WIDE 10000 /* lines that leaving the box costs */

typedef struct step {
	size_t at; /* byte */
	double cost;
	size_t before; /* the step at which the line that ends here starts */
} step;

typedef struct search {
	const bd_measured *m;
	double width;
	bool balance;
	BD_LIST(step) steps;
} search;

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static size_t trim(const bd_measured *m, size_t from, size_t to)
{
	while (to > from && is_blank(m->text[to - 1]))
		to--;
	return to;
}

/* Where what is drawn of a line ends: the dot of «A · B» separates nothing at a line's end. */
static size_t drawn_end(const bd_measured *m, size_t from, size_t to, bool last)
{
	static const char *const dots[] = { " ·", " •", "\u00A0·", "\u00A0•" };
	to = trim(m, from, to);
	for (size_t i = 0; i < sizeof dots / sizeof *dots && !last; i++) {
		size_t length = strlen(dots[i]);
		if (to - from > length && !memcmp(m->text + to - length, dots[i], length))
			return trim(m, from, to - length);
	}
	return to;
}

double bd_measured_width(const bd_measured *m, size_t from, size_t to)
{
	to = trim(m, from, to);
	return to > from ? (m->x[to] - m->x[from]) * m->size - m->tracking : 0;
}

static size_t line_start(const bd_measured *m, size_t at, size_t end)
{
	while (at < end && m->text[at] == ' ')
		at++;
	return at;
}

static void add_step(bd_arena *arena, search *s, size_t at)
{
	bd_push(arena, &s->steps, ((step){ .at = at, .cost = INFINITY }));
}

/* Where lines may end between from and to. Letters only come into it where what stands between two
 * better breaks is wider than a line. */
static void collect_steps(bd_arena *arena, search *s, size_t from, size_t to)
{
	s->steps.count = 0;
	add_step(arena, s, from);
	for (size_t i = from + 1; i <= to; i++) {
		if (i < to && s->m->breaks[i] < BD_BREAK_PHRASE)
			continue;
		size_t last = s->steps.items[s->steps.count - 1].at;
		size_t first = line_start(s->m, last, i);
		if (bd_measured_width(s->m, first, i) > s->width + SLACK)
			for (size_t k = first + 1; k < i && !is_blank(s->m->text[k]); k++)
				if (s->m->breaks[k] == BD_BREAK_LETTERS)
					add_step(arena, s, k);
		add_step(arena, s, i);
	}
}

/* The cost of a line from one step to another; INFINITY where it does not fit and need not. */
static double line_cost(const search *s, size_t from, size_t to)
{
	const bd_measured *m = s->m;
	bool last = to + 1 == s->steps.count;
	size_t end = s->steps.items[to].at;
	size_t start = line_start(m, s->steps.items[from].at, end);
	double width = bd_measured_width(m, start, drawn_end(m, start, end, last));
	double cost = 1 + (last ? 0 : break_costs[m->breaks[end]]);
	if (width > s->width + SLACK)
		return to - from > 1 ? INFINITY : cost + TOO_WIDE;
	if (isfinite(s->width) && s->width > 0 && (!last || s->balance)) {
		double left = 1 - width / s->width;
		cost += UNEVEN * left * left;
	} else if (last && from > 0 && isfinite(s->width) && width < SHORT * s->width) {
		cost += LOST * (1 - width / (SHORT * s->width));
	}
	return cost;
}

static void solve(search *s)
{
	s->steps.items[0].cost = 0;
	for (size_t to = 1; to < s->steps.count; to++)
		for (size_t from = to; from-- > 0;) {
			double cost = line_cost(s, from, to);
			if (isinf(cost))
				break;
			cost += s->steps.items[from].cost;
			if (cost < s->steps.items[to].cost) {
				s->steps.items[to].cost = cost;
				s->steps.items[to].before = from;
			}
		}
}

static void take_lines(bd_arena *arena, const search *s, bd_cuts *cuts)
{
	size_t first = cuts->lines.count, last = s->steps.count - 1;
	for (size_t at = last; at > 0; at = s->steps.items[at].before) {
		size_t to = s->steps.items[at].at;
		size_t from = line_start(s->m, s->steps.items[s->steps.items[at].before].at, to);
		cuts->strain += at < last ? break_costs[s->m->breaks[to]] : 0;
		if ((at < last && s->m->breaks[to] == BD_BREAK_LETTERS) ||
		    bd_measured_width(s->m, from, drawn_end(s->m, from, to, at == last)) >
			    s->width + SLACK) {
			cuts->broke_word = true;
			cuts->broken_at = to - 1;
		}
		size_t end = at < last ? drawn_end(s->m, from, to, false) : to;
		bd_push(arena, &cuts->lines, ((bd_cut){ from, to, end }));
	}
	for (size_t a = first, b = cuts->lines.count; a + 1 < b; a++, b--) {
		bd_cut swap = cuts->lines.items[a];
		cuts->lines.items[a] = cuts->lines.items[b - 1];
		cuts->lines.items[b - 1] = swap;
	}
}

bool bd_fits_one_line(bd_env *env, const bd_measured *m, double width, bd_cuts *cuts)
{
	size_t from = line_start(m, 0, m->length);
	if (from == m->length || memchr(m->text, '\n', m->length) ||
	    bd_measured_width(m, from, m->length) > width + SLACK)
		return false;
	bd_push(env->scratch, &cuts->lines, ((bd_cut){ from, m->length, m->length }));
	return true;
}

bd_cuts bd_fit_lines(bd_env *env, const bd_measured *m, double width, bool balance)
{
	bd_cuts cuts = { .broke_word = false };
	search s = { .m = m, .width = width > 0 ? width : 0, .balance = balance };
	for (size_t from = 0, to; from < m->length; from = to) {
		for (to = from + 1; m->breaks[to] != BD_BREAK_MUST;)
			to++;
		size_t start = line_start(m, from, to);
		if (bd_measured_width(m, start, to) <= s.width + SLACK) {
			bd_push(env->scratch, &cuts.lines, ((bd_cut){ start, to, to }));
			continue;
		}
		collect_steps(env->scratch, &s, from, to);
		solve(&s);
		take_lines(env->scratch, &s, &cuts);
	}
	return cuts;
}
