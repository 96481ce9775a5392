/* leading.c - keeping stacked marks off the line above (leading.h).
 *
 * Vietnamese capitals carry two marks and a dot below (Ậ), so lines set as tight as in English
 * collide, but only where a tall letter stands under a deep one. Each line is therefore taken as
 * two skylines, of its tops and its bottoms, in steps of a fraction of an em. */
#include "text/leading.h"

#include "text/fonts.h"
#include <math.h>

#define STEP 0.2 /* em */

typedef struct skyline {
	double from; /* px of the first step */
	size_t count;
	double *top, *bottom; /* px above and below the baseline; -INFINITY: no ink there */
} skyline;

static void add_glyph(skyline *sky, const bd_run *run, const bd_glyph *glyph, double x)
{
	hb_glyph_extents_t box;
	if (!bd_face_extents(run->face, glyph->id, &box) || !box.width)
		return;
	double em = run->size / run->face->units, step = STEP * run->size;
	double left = x + glyph->x + box.x_bearing * em, right = left + box.width * em;
	double top = -glyph->y + box.y_bearing * em, bottom = -top - box.height * em;
	/* One step more on each side, so that neighbours keep off as well. */
	double first = floor((left - sky->from) / step) - 1, last = (right - sky->from) / step + 1;
	for (double i = fmax(0, first); i <= last && i < (double)sky->count; i++) {
		sky->top[(size_t)i] = fmax(sky->top[(size_t)i], top);
		sky->bottom[(size_t)i] = fmax(sky->bottom[(size_t)i], bottom);
	}
}

static skyline skyline_of(bd_env *env, const bd_text_line_at *at, double from, size_t count)
{
	skyline sky = { from, count, BD_ARRAY(env->scratch, count, double),
			BD_ARRAY(env->scratch, count, double) };
	for (size_t i = 0; i < count; i++)
		sky.top[i] = sky.bottom[i] = -INFINITY;
	for (size_t r = 0; r < at->line.run_count; r++)
		for (size_t g = 0; g < at->line.runs[r].glyph_count; g++)
			add_glyph(&sky, &at->line.runs[r], &at->line.runs[r].glyphs[g], at->x);
	return sky;
}

double bd_leading_needed(bd_env *env, const bd_text_line_at *lines, size_t count, double size)
{
	double from = INFINITY, to = -INFINITY, needed = 0;
	for (size_t i = 0; i < count; i++) {
		from = fmin(from, lines[i].x + lines[i].line.ink.x);
		to = fmax(to, lines[i].x + lines[i].line.ink.x + lines[i].line.ink.width);
	}
	if (count < 2 || !(to > from))
		return 0;
	size_t steps = (size_t)((to - from) / (STEP * size)) + 2;
	skyline above = skyline_of(env, &lines[0], from, steps);
	for (size_t i = 1; i < count; i++) {
		skyline below = skyline_of(env, &lines[i], from, steps);
		for (size_t s = 0; s < steps; s++)
			needed = fmax(needed, above.bottom[s] + below.top[s]);
		above = below;
	}
	return needed + BD_LINE_GAP * size;
}
