/* pdf_strokes.c - see pdf_strokes.h. */
#include "render/pdf_strokes.h"

#include <string.h>

enum { FEW = 200 };

typedef struct bd_pdf_form {
	struct bd_pdf_form *next;
	const bd_face *face;
	uint32_t glyph;
	double size;
	const bd_stroke *stroke;
	cairo_surface_t *surface; /* NULL: a blank */
} form;

/* At the current point of user space that is `x`, `y`; false for a blank. */
static bool add_outline(bd_painter *painter, cairo_t *cr, const bd_run *run, uint32_t glyph,
			double x, double y)
{
	double em = run->size / bd_face_units_per_em(run->face);
	bd_path outline = bd_path_new(painter->arena), path = bd_path_new(painter->arena);
	if (!bd_face_outline(run->face, glyph, &outline))
		return false;
	bd_path_add(&path, &outline, (bd_matrix){ em, 0, 0, -em, x, y });
	bd_cairo_path(cr, &path);
	return true;
}

static void paint_paths(bd_painter *painter, const bd_glyphs *g)
{
	cairo_new_path(painter->cr);
	for (size_t i = 0; i < g->run.glyph_count; i++) {
		const bd_glyph *glyph = &g->run.glyphs[i];
		add_outline(painter, painter->cr, &g->run, glyph->id, g->x + glyph->x,
			    g->y + glyph->y);
	}
	if (bd_cairo_stroke_style(painter->cr, &g->stroke) &&
	    bd_cairo_source(painter, &g->stroke.paint, 1))
		cairo_stroke(painter->cr);
	cairo_new_path(painter->cr);
}

/* --- forms --- */

/* Where neighbours' strokes lie over each other it must not show. */
static bool suits_forms(const bd_stroke *s)
{
	return s->paint.kind == BD_PAINT_SOLID && s->paint.color.a >= 1 && !s->dash_count;
}

static bool same_number(double a, double b)
{
	return memcmp(&a, &b, sizeof a) == 0;
}

static bool same_stroke(const bd_stroke *a, const bd_stroke *b)
{
	const bd_color *c = &a->paint.color, *d = &b->paint.color;
	return same_number(c->r, d->r) && same_number(c->g, d->g) && same_number(c->b, d->b) &&
	       same_number(a->width, b->width) && same_number(a->miter_limit, b->miter_limit) &&
	       a->cap == b->cap && a->join == b->join;
}

static cairo_surface_t *new_form(bd_painter *painter, const bd_glyphs *g, uint32_t glyph)
{
	cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
	cairo_t *cr = cairo_create(surface);
	bd_painter inner = *painter;
	inner.cr = cr;
	bool ink = add_outline(&inner, cr, &g->run, glyph, 0, 0);
	if (ink && bd_cairo_stroke_style(cr, &g->stroke) &&
	    bd_cairo_source(&inner, &g->stroke.paint, 1))
		cairo_stroke(cr);
	cairo_destroy(cr);
	if (ink)
		return surface;
	cairo_surface_destroy(surface);
	return NULL;
}

static form *form_of(bd_pdf_strokes *strokes, bd_painter *painter, const bd_glyphs *g,
		     uint32_t glyph)
{
	size_t count = sizeof strokes->forms / sizeof *strokes->forms;
	form **bucket =
		&strokes->forms[(glyph * 31 + (uint32_t)bd_face_index(g->run.face)) % count];
	for (form *f = *bucket; f; f = f->next)
		if (f->glyph == glyph && f->face == g->run.face &&
		    same_number(f->size, g->run.size) && same_stroke(f->stroke, &g->stroke))
			return f;
	form *f = BD_NEW(painter->arena, form);
	*f = (form){ .next = *bucket,
		     .face = g->run.face,
		     .glyph = glyph,
		     .size = g->run.size,
		     .stroke = &g->stroke, /* the scene's, which stays */
		     .surface = new_form(painter, g, glyph) };
	*bucket = f;
	return f;
}

void bd_pdf_strokes_paint(bd_pdf_strokes *strokes, bd_painter *painter, const bd_glyphs *g)
{
	strokes->painted += g->run.glyph_count;
	if (strokes->painted <= FEW || !suits_forms(&g->stroke)) {
		paint_paths(painter, g);
		return;
	}
	for (size_t i = 0; i < g->run.glyph_count && g->stroke.width > 0; i++) {
		const bd_glyph *glyph = &g->run.glyphs[i];
		form *f = form_of(strokes, painter, g, glyph->id);
		if (!f->surface)
			continue;
		cairo_set_source_surface(painter->cr, f->surface, g->x + glyph->x, g->y + glyph->y);
		cairo_paint(painter->cr);
	}
}

void bd_pdf_strokes_free(bd_pdf_strokes *strokes)
{
	for (size_t i = 0; i < sizeof strokes->forms / sizeof *strokes->forms; i++)
		for (form *f = strokes->forms[i]; f; f = f->next)
			cairo_surface_destroy(f->surface);
}
