/* pdf.c - PDF: cairo draws it, with real text, tags and links; pdf_finish.c then adds what cairo
 * 1.16 cannot say (language, alternative texts, boxes, XMP, colour space). Every page of the scene
 * is a page. */
#include "base/str.h"
#include "base/time.h"
#include "render/backend.h"
#include "render/painter.h"
#include "render/pdf_finish.h"
#include "render/pdf_strokes.h"
#include "render/pdf_text.h"
#include "render/stamp_image.h"
#include "scene/href.h"
#include "text/face_cairo.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

typedef struct pdf_state {
	bd_pdf_facts facts;
	int figures; /* around what is painted now */
	bool parted; /* inside an element that holds links */
	bd_pdf_strokes strokes;
	const bd_run *last; /* painted in the element at hand; NULL: none yet */
} pdf_state;

static cairo_status_t receive(void *closure, const unsigned char *bytes, unsigned length)
{
	bd_str_add_bytes(closure, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

static void paint_glyphs(bd_painter *painter, const bd_glyphs *g)
{
	if (!(g->run.size > 0) || g->run.glyph_count == 0)
		return;
	pdf_state *state = painter->data;
	if (bd_cairo_source(painter, &g->fill, 1)) {
		bd_pdf_show_words(painter, g, state->last);
		state->last = &g->run;
	}
	if (g->stroke.paint.kind != BD_PAINT_NONE)
		bd_pdf_strokes_paint(&state->strokes, painter, g);
}

static void let_go(void *data)
{
	(void)data; /* the bytes belong to the document */
}

/* From what it holds (FNV-1a), so that it is the same every time. */
static const char *unique_name(bd_arena *arena, bd_blob blob)
{
	uint64_t hash = 0xcbf29ce484222325u;
	for (size_t i = 0; i < blob.length; i++)
		hash = (hash ^ (unsigned char)blob.bytes[i]) * 0x100000001b3u;
	return bd_printf(arena, "%zu-%016llx", blob.length, (unsigned long long)hash);
}

/* A JPEG goes in as the bytes it is; the name makes cairo store it once however often it is used.
 */
static void paint_jpeg(bd_painter *painter, const bd_image *image)
{
	bd_image copy = *image;
	cairo_surface_t *surface =
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, image->width, image->height);
	const char *name = unique_name(painter->arena, image->jpeg);
	cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG,
				    (const unsigned char *)image->jpeg.bytes, image->jpeg.length,
				    let_go, NULL);
	cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_UNIQUE_ID, (const unsigned char *)name,
				    strlen(name), let_go, NULL);
	cairo_save(painter->cr);
	bd_cairo_matrix(painter->cr,
			(bd_matrix){ copy.box.width / copy.width, 0, 0,
				     copy.box.height / copy.height, copy.box.x, copy.box.y });
	cairo_set_source_surface(painter->cr, surface, 0, 0);
	cairo_paint_with_alpha(painter->cr, copy.opacity);
	cairo_restore(painter->cr);
	cairo_surface_destroy(surface);
}

static void paint_image(bd_painter *painter, const bd_image *image)
{
	if (image->jpeg.bytes && image->width > 0 && image->height > 0)
		paint_jpeg(painter, image);
	else
		bd_painter_pixels(painter, image);
}

static void paint_stamps(bd_painter *painter, const bd_stamps *stamps)
{
	double x0, y0, x1, y1;
	cairo_matrix_t m;
	bd_image image;
	if (!bd_stamps_are_many(stamps)) {
		bd_painter_stamps(painter, stamps);
		return;
	}
	cairo_clip_extents(painter->cr, &x0, &y0, &x1, &y1);
	cairo_get_matrix(painter->cr, &m);
	double scale = sqrt(fabs(m.xx * m.yy - m.xy * m.yx)) / 0.75;
	if (bd_stamp_image(stamps, (bd_rect){ x0, y0, x1 - x0, y1 - y0 }, scale, painter->arena,
			   painter->diags, &image))
		bd_painter_pixels(painter, &image);
}

/* The tile recorded, so that it stays vectors. */
static cairo_pattern_t *tile(bd_painter *painter, const bd_pattern *p, double opacity)
{
	cairo_rectangle_t extents = { 0, 0, p->width, p->height };
	if (!(p->width > 0 && p->height > 0))
		return NULL;
	cairo_surface_t *surface =
		cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
	bd_painter inner = *painter;
	inner.cr = cairo_create(surface);
	inner.layers++; /* no tags in there */
	cairo_pattern_t *pattern = bd_painter_tile(&inner, surface, p, opacity);
	cairo_matrix_t m = { p->transform.a, p->transform.b, p->transform.c,
			     p->transform.d, p->transform.e, p->transform.f };
	if (cairo_matrix_invert(&m) == CAIRO_STATUS_SUCCESS)
		cairo_pattern_set_matrix(pattern, &m);
	return pattern;
}

static const char *link_attributes(bd_arena *arena, const char *href)
{
	bd_str s = bd_str_new(arena);
	bd_str_add(&s, "uri='");
	for (const char *c = href; *c; c++) {
		if (*c == '\'' || *c == '\\')
			bd_str_add_char(&s, '\\');
		bd_str_add_char(&s, *c);
	}
	bd_str_add_char(&s, '\'');
	return bd_str_text(&s);
}

static bool is_link(const bd_group *g)
{
	return bd_href_is_safe(g->href);
}

/* A picture is one element, whatever stands in it: cairo marks the content of innermost tags only,
 * and its alternative text stands for all of it. */
static bool is_tagged(const bd_painter *painter, const bd_group *g)
{
	const pdf_state *state = painter->data;
	return state->figures == 0 && g->role != BD_ROLE_NONE && g->role != BD_ROLE_ARTIFACT &&
	       g->role != BD_ROLE_LINK;
}

static bool holds_link(const bd_group *g)
{
	for (const bd_node *n = g->first; n; n = n->next)
		if (n->kind == BD_NODE_GROUP && (is_link(&n->group) || holds_link(&n->group)))
			return true;
	return false;
}

/* Elements that hold other elements rather than words and drawings. */
static bool is_container(bd_role role)
{
	return role == BD_ROLE_DOCUMENT || role == BD_ROLE_L || role == BD_ROLE_TABLE ||
	       role == BD_ROLE_TR;
}

static void begin_element(bd_painter *painter, const bd_group *g)
{
	pdf_state *state = painter->data;
	cairo_tag_begin(painter->cr, bd_role_name(g->role), "");
	bd_pdf_fact fact = { g->role, g->alt, g->lang };
	bd_push(painter->arena, &state->facts, fact);
	if (g->role == BD_ROLE_LI)
		cairo_tag_begin(painter->cr, "LBody", "");
	state->last = NULL;
	if (is_container(g->role) || !holds_link(g))
		return;
	state->parted = true;
	cairo_tag_begin(painter->cr, "Span", "");
}

static void end_element(bd_painter *painter, const bd_group *g)
{
	pdf_state *state = painter->data;
	state->last = NULL;
	if (!is_container(g->role) && holds_link(g)) {
		state->parted = false;
		cairo_tag_end(painter->cr, "Span");
	}
	if (g->role == BD_ROLE_LI)
		cairo_tag_end(painter->cr, "LBody");
	cairo_tag_end(painter->cr, bd_role_name(g->role));
}

/* cairo marks the content of innermost tags only: what stands beside a link in its element is a
 * Span, else it would belong to nothing. Inside a pushed group tags would point at the wrong
 * content (cairo 1.16). */
static void enter(bd_painter *painter, const bd_group *g)
{
	pdf_state *state = painter->data;
	if (painter->layers > 0)
		return;
	if (is_tagged(painter, g))
		begin_element(painter, g);
	state->figures += g->role == BD_ROLE_FIGURE;
	if (!is_link(g))
		return;
	if (state->parted)
		cairo_tag_end(painter->cr, "Span");
	cairo_tag_begin(painter->cr, CAIRO_TAG_LINK, link_attributes(painter->arena, g->href));
}

static void leave(bd_painter *painter, const bd_group *g)
{
	pdf_state *state = painter->data;
	if (painter->layers > 0)
		return;
	if (is_link(g)) {
		cairo_tag_end(painter->cr, CAIRO_TAG_LINK);
		if (state->parted)
			cairo_tag_begin(painter->cr, "Span", "");
	}
	state->figures -= g->role == BD_ROLE_FIGURE;
	if (is_tagged(painter, g))
		end_element(painter, g);
}

static void set_metadata(cairo_surface_t *surface, const bd_scene *scene, const char *date)
{
	const struct {
		cairo_pdf_metadata_t what;
		const char *text;
	} all[] = { { CAIRO_PDF_METADATA_TITLE, scene->title },
		    { CAIRO_PDF_METADATA_SUBJECT, scene->description },
		    { CAIRO_PDF_METADATA_AUTHOR, scene->author },
		    { CAIRO_PDF_METADATA_CREATOR, "bieudo" },
		    { CAIRO_PDF_METADATA_CREATE_DATE, date },
		    { CAIRO_PDF_METADATA_MOD_DATE, date } };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].text)
			cairo_pdf_surface_set_metadata(surface, all[i].what, all[i].text);
}

static void paint_page(bd_painter *painter, cairo_surface_t *surface, const bd_scene_page *page)
{
	const bd_page_geometry *g = &page->geometry;
	double unit = g->unit > 0 ? g->unit : 0.75;
	cairo_pdf_surface_set_size(surface, (g->width + 2 * g->bleed) * unit,
				   (g->height + 2 * g->bleed) * unit);
	cairo_save(painter->cr);
	cairo_scale(painter->cr, unit, unit);
	cairo_translate(painter->cr, g->bleed, g->bleed);
	bd_painter_page(painter, page);
	cairo_restore(painter->cr);
	cairo_show_page(painter->cr);
}

static bd_blob render(const bd_scene *scene, const bd_backend_options *options, bd_arena *arena,
		      bd_diags *diags)
{
	static const bd_painter_ops ops = { .glyphs = paint_glyphs,
					    .stamps = paint_stamps,
					    .image = paint_image,
					    .tile = tile,
					    .enter = enter,
					    .leave = leave };
	(void)options;
	bd_arena scratch = { 0 };
	pdf_state state = { 0 };
	bd_str raw = bd_str_new(&scratch);
	const char *date = bd_pdf_date(&scratch, scene->date);
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(receive, &raw, 1, 1);
	set_metadata(surface, scene, date);
	bd_painter painter = {
		.cr = cairo_create(surface),
		.arena = &scratch,
		.diags = diags,
		.ops = &ops,
		.data = &state,
	};
	for (size_t i = 0; i < scene->page_count; i++)
		paint_page(&painter, surface, &scene->pages[i]);
	cairo_status_t status = cairo_status(painter.cr);
	cairo_destroy(painter.cr);
	cairo_surface_finish(surface); /* a wrong tag shows here only */
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	bd_pdf_strokes_free(&state.strokes);
	bd_blob blob = { 0 };
	if (status != CAIRO_STATUS_SUCCESS)
		bd_error(diags, NULL, BD_RENDER_FAILED, "PDF", cairo_status_to_string(status));
	else
		blob = bd_pdf_finish(&raw, scene, &state.facts, date, arena, diags);
	bd_arena_free(&scratch);
	return blob;
}

const bd_backend bd_backend_pdf = {
	.name = "pdf",
	.extension = ".pdf",
	.mime = "application/pdf",
	.doc = "For print and for reading aloud: real text, tagged, fonts within.",
	.whole_scene = true,
	.longest = 14400 / 0.75, /* ISO 32000-1, annex C */
	.render = render,
};
