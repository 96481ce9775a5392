/* svg_text.c - words in SVG, three ways.
 *
 * outline: each glyph's outline once in the defs, in font units, and used wherever it stands: looks
 * the same everywhere, no font needed. On top lies the text itself, invisible, each cluster at its
 * place: what readers search, select, copy and hear.
 * embed: the text alone, with a subset of its fonts in the file (browsers only).
 * text: the text alone, word by word, for editing where the fonts are installed. */
#include "base/utf8.h"
#include "render/path_data.h"
#include "render/svg_writer.h"

#include <string.h>

static size_t face_number(bd_svg *svg, const bd_face *face)
{
	for (size_t i = 0; i < svg->faces.count; i++)
		if (svg->faces.items[i].face == face)
			return i;
	bd_svg_face fresh = { .face = face, .text = bd_str_new(svg->arena) };
	bd_push(svg->arena, &svg->faces, fresh);
	return svg->faces.count - 1;
}

/* Blanks are noted as defined too, but written nowhere. */
static bool define_glyph(bd_svg *svg, bd_svg_face *face, size_t number, uint32_t glyph)
{
	bd_path outline = bd_path_new(svg->arena);
	if (glyph >= face->defined_room) {
		size_t room = 2 * (size_t)glyph + 64;
		face->defined = bd_grow(svg->arena, face->defined, face->defined_room, room);
		face->defined_room = room;
	}
	if (face->defined[glyph])
		return true;
	if (!bd_face_outline(face->face, glyph, &outline))
		return false;
	face->defined[glyph] = true;
	bd_str_add(&svg->defs, "<path id=\"");
	bd_svg_id(&svg->defs, 'f', (int)number);
	bd_str_printf(&svg->defs, "g%u\" d=\"", (unsigned)glyph);
	bd_path_data_short(&svg->defs, &outline, bd_face_units_per_em(face->face) < 2000 ? 1 : 0);
	bd_str_add(&svg->defs, "\"/>\n");
	return true;
}

static void outlines(bd_svg *svg, const bd_glyphs *g, size_t number)
{
	double em = g->run.size / bd_face_units_per_em(g->run.face);
	bd_str uses = bd_str_new(svg->arena);
	for (size_t i = 0; i < g->run.glyph_count; i++) {
		const bd_glyph *glyph = &g->run.glyphs[i];
		if (!define_glyph(svg, &svg->faces.items[number], number, glyph->id))
			continue;
		bd_str_add(&uses, "<use xlink:href=\"#");
		bd_svg_id(&uses, 'f', (int)number);
		bd_str_printf(&uses, "g%u\"", (unsigned)glyph->id);
		if (glyph->x != 0) {
			bd_str_add(&uses, " x=\"");
			bd_str_add_number(&uses, glyph->x / em, 0);
			bd_str_add_char(&uses, '"');
		}
		if (glyph->y != 0) {
			bd_str_add(&uses, " y=\"");
			bd_str_add_number(&uses, -glyph->y / em, 0);
			bd_str_add_char(&uses, '"');
		}
		bd_str_add(&uses, "/>");
	}
	if (uses.length == 0)
		return;
	bd_str_add(&svg->body, "<g");
	bd_svg_fill(svg, &svg->body, &g->fill);
	bd_stroke stroke = g->stroke; /* its width in font units */
	stroke.width /= em;
	bd_svg_stroke(svg, &svg->body, &stroke);
	bd_svg_matrix(&svg->body, "transform", (bd_matrix){ em, 0, 0, -em, g->x, g->y });
	bd_str_printf(&svg->body, " aria-hidden=\"true\">%s</g>\n", bd_str_text(&uses));
}

static size_t characters(const char *utf8, size_t length)
{
	size_t count = 0;
	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)utf8[i] & 0xC0) != 0x80;
	return count;
}

typedef struct words {
	bd_svg *svg;
	const bd_glyphs *g;
	bd_str xs, text; /* of the piece at hand: places, and what stands there */
	bool fresh;      /* nothing in it yet */
} words;

static void end_piece(words *w)
{
	if (w->fresh)
		return;
	bd_str_printf(&w->svg->body, "<tspan x=\"%s\">%s</tspan>", bd_str_text(&w->xs),
		      bd_str_text(&w->text));
	w->xs.length = w->text.length = 0;
	w->fresh = true;
}

static void put_x(words *w, double x)
{
	if (!w->fresh)
		bd_str_add_char(&w->xs, ' ');
	bd_str_add_number(&w->xs, w->g->x + x, bd_svg_decimals(w->svg, w->svg->scale));
	w->fresh = false;
}

/* One number of a list of places goes with one character, so a cluster of several characters, or
 * none of our own placing, ends its piece. */
static void pieces(words *w, bool every_cluster)
{
	const bd_run *run = &w->g->run;
	size_t byte = 0, glyph = 0;
	bool word_begins = true;
	for (size_t i = 0; i < run->cluster_count; i++) {
		const bd_cluster *c = &run->clusters[i];
		const char *at = run->utf8 + byte;
		double x = glyph < run->glyph_count ? run->glyphs[glyph].x : 0;
		bool blank = c->bytes == 1 && *at == ' ';
		if (!every_cluster && word_begins && !blank)
			end_piece(w);
		if (every_cluster || w->fresh)
			put_x(w, x);
		bd_svg_escape(&w->text, at, c->bytes);
		if (every_cluster && characters(at, c->bytes) != 1)
			end_piece(w);
		word_begins = blank;
		byte += c->bytes;
		glyph += c->glyphs;
	}
	end_piece(w);
}

static void text_element(bd_svg *svg, const bd_glyphs *g, bool visible)
{
	bd_str *out = &svg->body;
	const char *family = bd_face_family(g->run.face);
	bd_str_printf(out, "<text xml:space=\"preserve\" font-family=\"%s,%s\"", family,
		      strstr(family, "Serif") ? "serif" : "sans-serif");
	bd_svg_number(svg, out, "font-size", g->run.size);
	if (bd_face_weight(g->run.face) != 400)
		bd_str_printf(out, " font-weight=\"%d\"", bd_face_weight(g->run.face));
	if (bd_face_italic(g->run.face))
		bd_str_add(out, " font-style=\"italic\"");
	bd_svg_attribute(out, "xml:lang", g->run.lang);
	bd_svg_number(svg, out, "y", g->y);
	if (visible) {
		bd_svg_fill(svg, out, &g->fill);
		bd_svg_stroke(svg, out, &g->stroke);
	} else {
		bd_str_add(out, " fill-opacity=\"0\"");
	}
	bd_str_add_char(out, '>');
	words w = { .svg = svg,
		    .g = g,
		    .xs = bd_str_new(svg->arena),
		    .text = bd_str_new(svg->arena),
		    .fresh = true };
	pieces(&w, svg->flavour != BD_SVG_TEXT);
	bd_str_add(out, "</text>\n");
}

void bd_svg_glyphs(bd_svg *svg, const bd_glyphs *g)
{
	size_t number = face_number(svg, g->run.face);
	if (!(g->run.size > 0) || g->run.glyph_count == 0)
		return;
	if (svg->flavour == BD_SVG_OUTLINE)
		outlines(svg, g, number);
	else
		bd_str_add_bytes(&svg->faces.items[number].text, g->run.utf8, g->run.length);
	if (g->run.length > 0)
		text_element(svg, g, svg->flavour != BD_SVG_OUTLINE);
}

void bd_svg_fonts(bd_svg *svg, bd_str *out)
{
	bd_str_add(out, "<style>");
	for (size_t i = 0; i < svg->faces.count; i++) {
		bd_svg_face *f = &svg->faces.items[i];
		bd_blob font = bd_face_subset(f->face, svg->arena, f->text.bytes, f->text.length,
					      svg->diags);
		if (!font.bytes)
			continue;
		bd_str_printf(out,
			      "@font-face{font-family:'%s';font-weight:%d;font-style:%s;"
			      "src:url(data:font/ttf;base64,",
			      bd_face_family(f->face), bd_face_weight(f->face),
			      bd_face_italic(f->face) ? "italic" : "normal");
		bd_svg_base64(out, font.bytes, font.length);
		bd_str_add(out, ")}\n");
	}
	bd_str_add(out, "</style>\n");
}
