/* face_cairo.c - faces for cairo: the mapped font file through FreeType, so that cairo asks
 * fontconfig for nothing. cairo keeps faces in caches of its own, beyond our fonts' life; each
 * therefore holds on to the FreeType library and to the file's bytes. */
#include "text/face_cairo.h"

#include "text/fonts.h"
#include <cairo-ft.h>
#include <stdlib.h>
#include FT_MODULE_H

enum { SIZES_KEPT = 64 };

typedef struct held {
	FT_Library library;
	FT_Face face;
	hb_blob_t *blob;
} held;

static void let_go(void *data)
{
	held *h = data;
	FT_Done_Face(h->face);
	FT_Done_Library(h->library);
	hb_blob_destroy(h->blob);
	free(h);
}

cairo_font_face_t *bd_face_cairo(const bd_face *face)
{
	static const cairo_user_data_key_t key;
	if (face->cairo_face)
		return face->cairo_face;
	bd_fonts *fonts = face->fonts;
	bd_face *own = &fonts->faces[face->index];
	if (!fonts->freetype && FT_Init_FreeType(&fonts->freetype))
		abort();
	held *h = calloc(1, sizeof *h);
	unsigned size;
	const char *bytes = hb_blob_get_data(own->blob, &size);
	if (!h ||
	    FT_New_Memory_Face(fonts->freetype, (const FT_Byte *)bytes, (FT_Long)size, 0, &h->face))
		abort();
	FT_Reference_Library(fonts->freetype);
	h->library = fonts->freetype;
	h->blob = hb_blob_reference(own->blob);
	own->cairo_face = cairo_ft_font_face_create_for_ft_face(h->face, FT_LOAD_NO_HINTING);
	cairo_font_face_set_user_data(own->cairo_face, &key, h, let_go);
	return own->cairo_face;
}

static cairo_scaled_font_t *scale(cairo_font_face_t *face, double size)
{
	cairo_matrix_t font, page;
	cairo_matrix_init_scale(&font, size, size);
	cairo_matrix_init_identity(&page);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	cairo_scaled_font_t *scaled = cairo_scaled_font_create(face, &font, &page, options);
	cairo_font_options_destroy(options);
	return scaled;
}

cairo_scaled_font_t *bd_face_scaled(const bd_face *face, double size)
{
	for (size_t i = 0; i < face->scaled.count; i++)
		if (face->scaled.items[i].size == size)
			return face->scaled.items[i].scaled;
	cairo_scaled_font_t *scaled = scale(bd_face_cairo(face), size);
	bd_face *own = &face->fonts->faces[face->index];
	bd_scaled_font entry = { size, scaled };
	if (own->scaled.count < SIZES_KEPT) {
		bd_push(&own->fonts->arena, &own->scaled, entry);
	} else {
		bd_scaled_font *slot = &own->scaled.items[own->next_scaled++ % SIZES_KEPT];
		cairo_scaled_font_destroy(slot->scaled);
		*slot = entry;
	}
	return scaled;
}
