/* png_encode.c - see png_encode.h. No row filters: charts are flat areas, which deflate packs as
 * well without, and faster. */
#include "render/png_encode.h"

#include "base/str.h"
#include "render/png_deflate.h"

#include <libdeflate.h>
#include <string.h>

static void put_be32(unsigned char *at, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		at[i] = (unsigned char)(value >> (24 - 8 * i));
}

static void add_chunk(bd_str *out, const char *type, const void *bytes, size_t length)
{
	unsigned char word[4];
	put_be32(word, (uint32_t)length);
	bd_str_add_bytes(out, word, 4);
	size_t start = out->length;
	bd_str_add_bytes(out, type, 4);
	if (length)
		bd_str_add_bytes(out, bytes, length);
	put_be32(word, libdeflate_crc32(0, out->bytes + start, length + 4));
	bd_str_add_bytes(out, word, 4);
}

static void add_header(bd_str *out, const bd_png_rows *rows)
{
	static const unsigned char types[] = { 3, 2, 6 }; /* palette, RGB, RGBA */
	unsigned char header[13] = { 0 };
	bd_str_add_bytes(out, "\x89PNG\r\n\x1a\n", 8);
	put_be32(header, (uint32_t)rows->width);
	put_be32(header + 4, (uint32_t)rows->height);
	header[8] = 8;
	header[9] = types[rows->kind];
	add_chunk(out, "IHDR", header, sizeof header);
}

static void add_palette(bd_str *out, const bd_png_rows *rows)
{
	unsigned char colors[256 * 3], alphas[256];
	int translucent = 0;
	for (int i = 0; i < rows->color_count; i++) {
		memcpy(colors + 3 * i, rows->colors[i], 3);
		alphas[i] = rows->colors[i][3];
		if (alphas[i] != 255)
			translucent = i + 1;
	}
	add_chunk(out, "PLTE", colors, 3 * (size_t)rows->color_count);
	if (translucent)
		add_chunk(out, "tRNS", alphas, (size_t)translucent);
}

/* iTXt: keyword, not compressed, language, no translated keyword, UTF-8. */
static void add_text(bd_str *out, const char *keyword, const char *lang, const char *text)
{
	bd_str body = bd_str_new(out->arena);
	if (!text || !*text)
		return;
	bd_str_add_bytes(&body, keyword, strlen(keyword) + 1);
	bd_str_add_bytes(&body, "\0\0", 2);
	bd_str_add_bytes(&body, lang ? lang : "", strlen(lang ? lang : "") + 1);
	bd_str_add_bytes(&body, "", 1);
	bd_str_add(&body, text);
	add_chunk(out, "iTXt", body.bytes, body.length);
}

static void add_facts(bd_str *out, const bd_png_info *info)
{
	static const char software[] = "Software\0bieudo";
	add_chunk(out, "sRGB", "\0", 1); /* perceptual */
	if (info->pixels_per_metre > 0) {
		unsigned char body[9];
		uint32_t density = (uint32_t)(info->pixels_per_metre + 0.5);
		put_be32(body, density);
		put_be32(body + 4, density);
		body[8] = 1; /* metres */
		add_chunk(out, "pHYs", body, sizeof body);
	}
	add_chunk(out, "tEXt", software, sizeof software - 1);
	add_text(out, "Title", info->lang, info->title);
	add_text(out, "Description", info->lang, info->description);
}

static void add_image(bd_str *out, const bd_png_rows *rows, bd_render_store *store)
{
	size_t length;
	unsigned char *packed = bd_png_deflate(rows, store, &length);
	add_chunk(out, "IDAT", packed, length);
}

bd_blob bd_png_encode(const unsigned char *pixels, int width, int height, int stride,
		      const bd_png_info *info, bd_arena *arena)
{
	bd_render_store *own = info->store ? NULL : bd_render_store_new();
	bd_render_store *store = own ? own : info->store;
	bd_png_rows rows = bd_png_rows_of(pixels, width, height, stride, info->opaque, store);
	bd_str out = bd_str_new(arena);
	add_header(&out, &rows);
	add_facts(&out, info);
	if (rows.kind == BD_PNG_PALETTE)
		add_palette(&out, &rows);
	add_image(&out, &rows, store);
	add_chunk(&out, "IEND", NULL, 0);
	bd_render_store_free(own);
	return (bd_blob){ .name = "png", .bytes = out.bytes, .length = out.length };
}
