#include "text/paragraph.h"

#include "text/breaks.h"
#include "text/leading.h"
#include "text/memo.h"

#include <string.h>

static const double *pens(bd_env *env, const bd_paragraph *p, const bd_font *font)
{
	double *x = BD_ARRAY(env->scratch, p->length + 1, double);
	const bd_shaped *shaped = bd_shape_text(env->fonts, p->text, p->length, font, env->lang);
	size_t clusters = 0;
	for (size_t r = 0; r < shaped->run_count; r++) {
		const bd_shaped_run *run = &shaped->runs[r];
		size_t byte = run->from;
		for (size_t c = 0; c < run->cluster_count; c++) {
			double pen = run->pens[c] + font->tracking * (double)clusters++;
			for (size_t stop = byte + run->clusters[c].bytes; byte < stop; byte++)
				x[byte] = pen;
		}
	}
	x[p->length] = shaped->advance + font->tracking * (double)clusters;
	return x;
}

static bd_paragraph *make(bd_env *env, const char *utf8, const bd_font *font, const bd_place *place)
{
	bd_paragraph *p = BD_NEW(env->scratch, bd_paragraph);
	p->text = bd_text_prepare(env, utf8, font, place);
	p->length = strlen(p->text);
	p->x = pens(env, p, font);
	p->reach = bd_text_reach(env, p->text, p->length, font);
	return p;
}

bd_paragraph *bd_paragraph_of(bd_env *env, const char *utf8, const bd_font *font,
			      const bd_place *place)
{
	bd_font any = *font;
	any.size = -1; /* no size: a key of its own */
	bool fresh;
	bd_text_entry *entry = bd_text_memo_at(env, utf8, &any, NULL, place, &fresh);
	if (!entry)
		return make(env, utf8, font, place);
	if (fresh)
		entry->paragraph = make(env, utf8, font, place);
	return entry->paragraph;
}

const uint8_t *bd_paragraph_breaks(bd_env *env, bd_paragraph *p, const bd_place *place)
{
	if (!p->breaks)
		p->breaks = bd_breaks(env, p->text, p->length, place);
	return p->breaks;
}

static bool same_cuts(const bd_set_lines *set, const bd_cuts *cuts)
{
	if (set->count != cuts->lines.count)
		return false;
	for (size_t i = 0; i < set->count; i++)
		if (set->cuts[i].from != cuts->lines.items[i].from ||
		    set->cuts[i].to != cuts->lines.items[i].to)
			return false;
	return true;
}

double bd_paragraph_leading(bd_env *env, bd_paragraph *p, const bd_cuts *cuts,
			    const bd_text_line_at *lines, double size)
{
	for (const bd_set_lines *set = p->settings; set; set = set->next)
		if (same_cuts(set, cuts))
			return set->leading * size;
	bd_set_lines *set = BD_NEW(env->scratch, bd_set_lines);
	*set = (bd_set_lines){ .next = p->settings,
			       .cuts = cuts->lines.items,
			       .count = cuts->lines.count,
			       .leading = bd_leading_needed(env, lines, cuts->lines.count, size) /
					  size };
	p->settings = set;
	return set->leading * size;
}
