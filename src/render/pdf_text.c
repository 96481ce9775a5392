#include "render/pdf_text.h"
#include "base/str.h"
#include "text/face_cairo.h"

#include <cairo.h>
#include <string.h>

/* Clusters as cairo wants them. One of several glyphs (a Lao letter and its marks) is joined with
 * what follows up to the next single glyph: cairo writes an ActualText for it, whose end readers
 * take to be the end of its last glyph; were that a mark, which goes back over its letter, they
 * would see a gap there and part the word. */
static int join_clusters(const bd_run *run, cairo_text_cluster_t *out)
{
	int count = 0;
	bool open = false;
	for (size_t i = 0; i < run->cluster_count; i++) {
		int bytes = (int)run->clusters[i].bytes, glyphs = (int)run->clusters[i].glyphs;
		if (open) {
			out[count - 1].num_bytes += bytes;
			out[count - 1].num_glyphs += glyphs;
		} else {
			out[count++] = (cairo_text_cluster_t){ bytes, glyphs };
		}
		open = glyphs != 1;
	}
	return count;
}

/* Where a run ends with a mark, nothing follows to end its cluster: there the letter is painted
 * after its marks, which the ActualText allows, and the cluster begins a letter earlier, so that
 * its first glyph is a letter too. */
static int end_with_letter(const bd_run *run, cairo_text_cluster_t *clusters, int count,
			   cairo_glyph_t *glyphs)
{
	static const char am[] = "\xE0\xBA\xB3"; /* U+0EB3: ends with a letter of its own, aa */
	size_t marks = run->cluster_count ? run->clusters[run->cluster_count - 1].glyphs : 1;
	if (marks < 2 || marks >= run->glyph_count ||
	    (run->length >= 3 && !memcmp(run->utf8 + run->length - 3, am, 3)))
		return count;
	size_t letter = run->glyph_count - marks;
	if (count > 1 && clusters[count - 1].num_glyphs == (int)marks) {
		count--;
		clusters[count - 1].num_bytes += clusters[count].num_bytes;
		clusters[count - 1].num_glyphs += clusters[count].num_glyphs;
	}
	cairo_glyph_t kept = glyphs[letter];
	memmove(glyphs + letter, glyphs + letter + 1, (marks - 1) * sizeof *glyphs);
	glyphs[run->glyph_count - 1] = kept;
	return count;
}

/* cairo 1.16 says widths of glyphs in whole thousandths of an em, so that in one long string the
 * error adds up to half a px. It begins a new string, with a place of its own, where the baseline
 * changes by more than a thousandth of an em: so every other word stands that much lower, which is
 * a fiftieth of a px. */
static void part_words(const bd_run *run, cairo_glyph_t *glyphs)
{
	double lower = 0;
	size_t byte = 0, glyph = 0;
	for (size_t i = 0; i < run->cluster_count; i++) {
		for (size_t end = glyph + run->clusters[i].glyphs; glyph < end; glyph++)
			glyphs[glyph].y += lower;
		if (run->utf8[byte] == ' ' || !strncmp(run->utf8 + byte, "\xC2\xA0", 2))
			lower = lower > 0 ? 0 : 0.0012 * run->size;
		byte += run->clusters[i].bytes;
	}
}

/* Whether a blank is due before a run: where a text ended in the middle of an element, its last
 * word and the first of what follows (the next line, another label) are two words to those who hear
 * it (ISO 14289-1, 7.2). */
static bool is_parted(const bd_run *last, const bd_glyphs *g)
{
	return last && !last->joined && last->length > 0 && last->utf8[last->length - 1] != ' ' &&
	       bd_face_glyph(g->run.face, ' ');
}

void bd_pdf_show_words(bd_painter *painter, const bd_glyphs *g, const bd_run *last)
{
	const bd_run *run = &g->run;
	cairo_glyph_t *glyphs = BD_ARRAY(painter->arena, run->glyph_count + 1, cairo_glyph_t);
	cairo_text_cluster_t *clusters =
		BD_ARRAY(painter->arena, run->cluster_count + 1, cairo_text_cluster_t);
	/* before the run, where a blank may stand; by itself cairo would drop it, as no ink */
	double start = g->x + run->glyphs[0].x;
	glyphs[0] =
		(cairo_glyph_t){ bd_face_glyph(run->face, ' '), start - 0.25 * run->size, g->y };
	clusters[0] = (cairo_text_cluster_t){ 1, 1 };
	for (size_t i = 0; i < run->glyph_count; i++)
		glyphs[i + 1] = (cairo_glyph_t){ run->glyphs[i].id, g->x + run->glyphs[i].x,
						 g->y + run->glyphs[i].y };
	part_words(run, glyphs + 1);
	int count = join_clusters(run, clusters + 1);
	count = end_with_letter(run, clusters + 1, count, glyphs + 1);
	int blank = is_parted(last, g);
	bd_str text = bd_str_new(painter->arena);
	bd_str_add(&text, blank ? " " : "");
	bd_str_add_bytes(&text, run->utf8, run->length);
	cairo_set_scaled_font(painter->cr, bd_face_scaled(run->face, run->size));
	cairo_show_text_glyphs(painter->cr, bd_str_text(&text), (int)text.length,
			       glyphs + 1 - blank, (int)run->glyph_count + blank,
			       clusters + 1 - blank, count + blank, 0);
}
