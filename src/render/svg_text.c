/* svg_text.c - words in SVG, three ways.
 *
 * outline: each glyph's outline once in the defs, in font units, and used wherever it stands: looks
 * the same everywhere, no font needed. On top lies the text itself, invisible, each cluster at its
 * place: what readers search, select, copy and hear.
 * embed: the text alone, with a subset of its fonts in the file (browsers only).
 * text: the text alone, a run an element, for editing; where the fonts are not installed, another
 * one takes no more room than they would. */
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

/* A piece of text, and the places of its characters. */
typedef struct piece {
	bd_str xs, text;
	bool fresh; /* nothing in it yet */
} piece;

static void end_piece(bd_svg *svg, piece *p)
{
	if (p->fresh)
		return;
	bd_str_printf(&svg->body, "<tspan x=\"%s\">%s</tspan>", bd_str_text(&p->xs),
		      bd_str_text(&p->text));
	p->xs.length = p->text.length = 0;
	p->fresh = true;
}

/* Each cluster at its place. One number of a list of places goes with one character, so a cluster
 * of several characters ends its piece. */
static void placed_clusters(bd_svg *svg, const bd_glyphs *g)
{
	const bd_run *run = &g->run;
	piece p = { .xs = bd_str_new(svg->arena), .text = bd_str_new(svg->arena), .fresh = true };
	size_t byte = 0, glyph = 0;
	for (size_t i = 0; i < run->cluster_count; i++) {
		const bd_cluster *c = &run->clusters[i];
		double x = glyph < run->glyph_count ? run->glyphs[glyph].x : 0;
		if (!p.fresh)
			bd_str_add_char(&p.xs, ' ');
		bd_str_add_number(&p.xs, g->x + x, bd_svg_decimals(svg, svg->scale));
		p.fresh = false;
		bd_svg_escape(&p.text, run->utf8 + byte, c->bytes);
		if (characters(run->utf8 + byte, c->bytes) != 1)
			end_piece(svg, &p);
		byte += c->bytes;
		glyph += c->glyphs;
	}
	end_piece(svg, &p);
}

/* Families alike to ours, for who has not got it: the first two are on most systems. */
static void family(bd_str *out, const bd_face *face)
{
	const char *name = bd_face_family(face);
	bool serif = strstr(name, "Serif") != NULL;
	bd_str_printf(out, "<text xml:space=\"preserve\" font-family=\"'%s',%s\"", name,
		      serif ? "'Noto Serif','Times New Roman',serif"
			    : "'Noto Sans',Arial,sans-serif");
}

static void text_element(bd_svg *svg, const bd_glyphs *g)
{
	bd_str *out = &svg->body;
	bool one = svg->flavour == BD_SVG_TEXT;
	family(out, g->run.face);
	bd_svg_number(svg, out, "font-size", g->run.size);
	if (bd_face_weight(g->run.face) != 400)
		bd_str_printf(out, " font-weight=\"%d\"", bd_face_weight(g->run.face));
	if (bd_face_italic(g->run.face))
		bd_str_add(out, " font-style=\"italic\"");
	bd_svg_attribute(out, "xml:lang", g->run.lang);
	if (one)
		bd_svg_number(svg, out, "x", g->x + g->run.glyphs[0].x);
	bd_svg_number(svg, out, "y", g->y);
	if (svg->flavour == BD_SVG_OUTLINE) {
		bd_str_add(out, " fill-opacity=\"0\"");
	} else {
		bd_svg_fill(svg, out, &g->fill);
		bd_svg_stroke(svg, out, &g->stroke);
	}
	if (one && g->run.tracking != 0)
		bd_svg_number(svg, out, "letter-spacing", g->run.tracking);
	if (one && g->run.width > 0) { /* another font is squeezed to the place that ours takes */
		bd_svg_number(svg, out, "textLength", g->run.width);
		bd_str_add(out, " lengthAdjust=\"spacingAndGlyphs\"");
	}
	bd_str_add_char(out, '>');
	if (one)
		bd_svg_escape(out, g->run.utf8, g->run.length);
	else
		placed_clusters(svg, g);
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
		text_element(svg, g);
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
