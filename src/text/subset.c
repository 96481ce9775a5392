/* subset.c - a font file cut down to the letters of a text (text.h). HarfBuzz's subsetter is a
 * library of its own, which only SVG files with embedded fonts need: it is loaded here. */
#include "text/fonts.h"

#include "base/library.h"
#include "base/utf8.h"
#include <hb-subset.h>
#include <string.h>

typedef struct subsetter {
	__typeof__(&hb_subset_input_create_or_fail) input;
	__typeof__(&hb_subset_input_unicode_set) characters;
	__typeof__(&hb_subset_or_fail) cut;
	__typeof__(&hb_subset_input_destroy) destroy;
} subsetter;

static const char *const files[] = { "libharfbuzz-subset.so.0", NULL };
static const bd_library library = { "libharfbuzz-subset", "libharfbuzz-subset0", files };

static bool load(subsetter *s)
{
	const bd_symbol symbols[] = { { "hb_subset_input_create_or_fail", &s->input },
				      { "hb_subset_input_unicode_set", &s->characters },
				      { "hb_subset_or_fail", &s->cut },
				      { "hb_subset_input_destroy", &s->destroy } };
	return bd_library_load(&library, symbols, sizeof symbols / sizeof *symbols);
}

static bd_blob bytes_of(hb_face_t *face, bd_arena *arena, const char *name)
{
	hb_blob_t *blob = hb_face_reference_blob(face);
	unsigned size;
	const char *bytes = hb_blob_get_data(blob, &size);
	char *copy = BD_ARRAY(arena, (size_t)size + 1, char);
	memcpy(copy, bytes, size);
	hb_blob_destroy(blob);
	return (bd_blob){ .name = name, .bytes = copy, .length = size };
}

bd_blob bd_face_subset(const bd_face *face, bd_arena *arena, const char *utf8, size_t length,
		       bd_diags *diags)
{
	bd_blob result = { .name = face->name };
	subsetter s;
	if (!load(&s)) {
		bd_library_complain(&library, BD_TERM_SO_NO_EMBEDDING, BD_ERROR, diags, NULL);
		return result;
	}
	hb_subset_input_t *input = s.input();
	hb_set_t *characters = s.characters(input);
	const char *end = utf8 + length, *next;
	for (const char *p = utf8; p < end; p = next)
		hb_set_add(characters, bd_utf8_next(p, end, &next));
	hb_face_t *subset = s.cut(face->hb_face, input);
	if (subset) {
		result = bytes_of(subset, arena, face->name);
		hb_face_destroy(subset);
	}
	s.destroy(input);
	return result;
}
