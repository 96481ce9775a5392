/* shape.c - HarfBuzz over the items of a string, and the memory of what was shaped (shape.h). */
#include "text/shape.h"

#include "base/utf8.h"
#include "text/itemize.h"
#include <hb-ot.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 4096, MOST_KEPT = 16 << 20 /* bytes */ };

struct bd_shape_cache {
	bd_arena arena, scratch;
	bd_shaped *buckets[BUCKETS];
	size_t kept; /* bytes, about */
	hb_buffer_t *buffer;
};

bd_shape_cache *bd_shape_cache_new(void)
{
	bd_shape_cache *cache = calloc(1, sizeof *cache);
	if (!cache)
		abort();
	cache->buffer = hb_buffer_create();
	return cache;
}

void bd_shape_cache_free(bd_shape_cache *cache)
{
	if (!cache)
		return;
	hb_buffer_destroy(cache->buffer);
	bd_arena_free(&cache->arena);
	bd_arena_free(&cache->scratch);
	free(cache);
}

/* --- shaping one item --- */

static uint32_t drawn_character(const bd_face *face, uint32_t c)
{
	hb_codepoint_t glyph;
	if (c == '\n' || c == '\t' || c == '\r')
		return ' ';
	if (c == 0x2011 && !hb_font_get_nominal_glyph(face->font, c, &glyph))
		return '-';
	return c;
}

static void fill_buffer(hb_buffer_t *buffer, const bd_item *item, const char *text,
			const char *lang)
{
	hb_buffer_reset(buffer);
	const char *end = text + item->from + item->bytes, *next;
	for (const char *p = text + item->from; p < end; p = next) {
		uint32_t c = bd_utf8_next(p, end, &next);
		hb_buffer_add(buffer, drawn_character(item->face, c),
			      (unsigned)(p - text) - item->from);
	}
	hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, item->script);
	hb_buffer_set_language(buffer, hb_language_from_string(lang, -1));
}

static void shape_item(hb_buffer_t *buffer, const bd_item *item, const bd_shaped *shaped)
{
	hb_feature_t features[4];
	unsigned count = 0;
	if (shaped->tabular && item->face->has_tabular)
		features[count++] = (hb_feature_t){ HB_TAG('t', 'n', 'u', 'm'), 1, 0, UINT32_MAX };
	if (!shaped->ligatures) {
		features[count++] = (hb_feature_t){ HB_TAG('l', 'i', 'g', 'a'), 0, 0, UINT32_MAX };
		features[count++] = (hb_feature_t){ HB_TAG('c', 'l', 'i', 'g'), 0, 0, UINT32_MAX };
	}
	hb_shape(item->face->font, buffer, features, count);
}

/* --- from the buffer to a run --- */

static bd_cluster *read_clusters(bd_arena *arena, hb_buffer_t *buffer, bd_shaped_run *run)
{
	unsigned count;
	const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &count);
	bd_cluster *clusters = BD_ARRAY(arena, count, bd_cluster);
	uint32_t found = 0;
	for (unsigned i = 0, stop; i < count; i = stop) {
		for (stop = i + 1; stop < count && glyphs[stop].cluster == glyphs[i].cluster;)
			stop++;
		uint32_t next = stop < count ? glyphs[stop].cluster : run->bytes;
		clusters[found++] = (bd_cluster){ next - glyphs[i].cluster, stop - i };
	}
	run->cluster_count = found;
	return clusters;
}

/* Where digits shall be tabular but the face has only proportional ones, each stands in the middle
 * of the widest one's space. */
static double digit_padding(const bd_shaped *shaped, const bd_face *face, char first,
			    double advance)
{
	if (!shaped->tabular || face->has_tabular || first < '0' || first > '9')
		return 0;
	return face->digit_advance - advance;
}

static void read_glyphs(bd_arena *arena, hb_buffer_t *buffer, const bd_shaped *shaped,
			bd_shaped_run *run)
{
	unsigned count;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(buffer, &count);
	bd_glyph *glyphs = BD_ARRAY(arena, count, bd_glyph);
	double *pens = BD_ARRAY(arena, run->cluster_count, double);
	double em = run->face->units, x = run->x;
	size_t cluster = 0;
	for (unsigned i = 0; i < count; i++) {
		if (!i || infos[i].cluster != infos[i - 1].cluster)
			pens[cluster++] = x;
		char first = shaped->text[run->from + infos[i].cluster];
		double advance = at[i].x_advance / em;
		double padding = digit_padding(shaped, run->face, first, advance);
		glyphs[i] = (bd_glyph){ infos[i].codepoint, x + padding / 2 + at[i].x_offset / em,
					-at[i].y_offset / em };
		hb_glyph_extents_t box;
		if (bd_face_extents(run->face, infos[i].codepoint, &box) && box.width && box.height)
			run->ink = bd_rect_union(run->ink,
						 (bd_rect){ glyphs[i].x + box.x_bearing / em,
							    glyphs[i].y - box.y_bearing / em,
							    box.width / em, -box.height / em });
		x += advance + padding;
	}
	run->glyphs = glyphs;
	run->pens = pens;
	run->glyph_count = count;
	run->advance = x - run->x;
}

static void shape_all(bd_shape_cache *cache, bd_shaped *shaped)
{
	bd_itemized itemized =
		bd_itemize(&cache->scratch, shaped->set, shaped->text, shaped->length);
	bd_shaped_run *runs = BD_ARRAY(&cache->arena, itemized.items.count, bd_shaped_run);
	for (size_t i = 0; i < itemized.items.count; i++) {
		const bd_item *item = &itemized.items.items[i];
		bd_shaped_run *run = &runs[i];
		*run = (bd_shaped_run){ .face = item->face,
					.script = item->script,
					.from = item->from,
					.bytes = item->bytes,
					.x = shaped->advance };
		fill_buffer(cache->buffer, item, shaped->text, shaped->lang);
		shape_item(cache->buffer, item, shaped);
		run->clusters = read_clusters(&cache->arena, cache->buffer, run);
		read_glyphs(&cache->arena, cache->buffer, shaped, run);
		shaped->advance += run->advance;
		shaped->cluster_count += run->cluster_count;
		cache->kept += sizeof *run + run->glyph_count * sizeof *run->glyphs +
			       run->glyph_count * sizeof *run->clusters;
	}
	shaped->runs = runs;
	shaped->run_count = itemized.items.count;
	uint32_t *missing = BD_ARRAY(&cache->arena, itemized.missing.count, uint32_t);
	if (itemized.missing.count)
		memcpy(missing, itemized.missing.items, itemized.missing.count * sizeof *missing);
	shaped->missing = missing;
	shaped->missing_count = itemized.missing.count;
	bd_arena_free(&cache->scratch);
}

/* --- the memory --- */

static uint32_t hash_of(const bd_shaped *key)
{
	uint32_t h = 2166136261u; /* FNV-1a */
	for (size_t i = 0; i < key->length; i++)
		h = (h ^ (unsigned char)key->text[i]) * 16777619u;
	for (const char *p = key->lang; *p; p++)
		h = (h ^ (unsigned char)*p) * 16777619u;
	h = (h ^ (uint32_t)key->set->weight) * 16777619u;
	return h * 4u + key->tabular * 2u + key->ligatures;
}

static bool same(const bd_shaped *a, const bd_shaped *b)
{
	return a->hash == b->hash && a->length == b->length && a->set == b->set &&
	       a->tabular == b->tabular && a->ligatures == b->ligatures &&
	       !strcmp(a->lang, b->lang) && !memcmp(a->text, b->text, a->length);
}

static void forget_all(bd_shape_cache *cache)
{
	bd_arena_free(&cache->arena);
	memset(cache->buckets, 0, sizeof cache->buckets);
	cache->kept = 0;
}

const bd_shaped *bd_shape_text(bd_fonts *fonts, const char *text, size_t length,
			       const bd_font *font, const char *lang)
{
	bd_shape_cache *cache = fonts->cache;
	bd_shaped key = { .text = text,
			  .length = length,
			  .set = bd_fonts_find(fonts, font),
			  .tabular = font->tabular,
			  .ligatures = !(fabs(font->tracking) > 0),
			  .lang = lang ? lang : "" };
	key.hash = hash_of(&key);
	for (bd_shaped *s = cache->buckets[key.hash % BUCKETS]; s; s = s->next)
		if (same(s, &key))
			return s;
	if (cache->kept > MOST_KEPT)
		forget_all(cache);
	bd_shaped *shaped = BD_NEW(&cache->arena, bd_shaped);
	*shaped = key;
	shaped->text = bd_strndup(&cache->arena, text, length);
	shaped->lang = bd_strdup(&cache->arena, key.lang);
	shape_all(cache, shaped);
	cache->kept += sizeof *shaped + length;
	shaped->next = cache->buckets[key.hash % BUCKETS];
	cache->buckets[key.hash % BUCKETS] = shaped;
	return shaped;
}
