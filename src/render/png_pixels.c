/* png_pixels.c - see png_pixels.h. A palette is tried first and given up at the 257th colour.
 * Slices of rows find theirs at once; put together in their order they are that of all rows. */
#include "render/png_pixels.h"

#include "base/parallel.h"
#include <string.h>

enum { SLOTS = 1024, MANY_PIXELS = 1 << 20 };

typedef struct palette {
	uint32_t keys[SLOTS];
	int16_t indexes[SLOTS]; /* -1: free */
	uint32_t colors[256];
	int count;
} palette;

static int palette_index(palette *p, uint32_t color)
{
	unsigned at = (color * 2654435761u) >> 22;
	while (p->indexes[at] >= 0 && p->keys[at] != color)
		at = (at + 1) % SLOTS;
	if (p->indexes[at] < 0) {
		if (p->count == 256)
			return -1;
		p->keys[at] = color;
		p->indexes[at] = (int16_t)p->count;
		p->colors[p->count++] = color;
	}
	return p->indexes[at];
}

/* Back from premultiplied to plain channels, rounded to nearest. */
static void straight(uint32_t pixel, uint8_t out[4])
{
	uint32_t a = pixel >> 24;
	for (int i = 0; i < 3; i++) {
		uint32_t c = pixel >> (16 - 8 * i) & 255;
		out[i] = (uint8_t)(a ? (c * 255 + a / 2) / a : 0);
	}
	out[3] = (uint8_t)a;
}

static const uint32_t *row_at(const unsigned char *pixels, int stride, int y)
{
	return (const uint32_t *)(const void *)(pixels + (size_t)y * (size_t)stride);
}

/* Where the row equals the one above, it is copied, from row `first` + 1 on. */
static bool copy_row(bd_png_rows *rows, const unsigned char *pixels, int stride, int y, int first)
{
	unsigned char *out = rows->bytes + (size_t)y * rows->row_length;
	rows->same[y] = y > 0 && !memcmp(row_at(pixels, stride, y), row_at(pixels, stride, y - 1),
					 4 * (size_t)rows->width);
	bool copied = rows->same[y] && y > first;
	if (copied)
		memcpy(out, out - rows->row_length, rows->row_length);
	else
		out[0] = 0;
	return copied;
}

/* Where the pixels end that equal the one at `x`; four at a time. */
static int run_end(const uint32_t *in, int x, int width)
{
	uint32_t first = in[x];
	uint64_t pair = first | (uint64_t)first << 32, two[2];
	for (x++; x + 4 <= width; x += 4) {
		memcpy(two, in + x, sizeof two);
		if (((two[0] ^ pair) | (two[1] ^ pair)) != 0)
			break;
	}
	while (x < width && in[x] == first)
		x++;
	return x;
}

/* False when there are too many colours. */
static bool index_row(const uint32_t *in, int width, uint32_t mask, palette *p, unsigned char *out)
{
	for (int x = 0, end; x < width; x = end) {
		int index = palette_index(p, in[x] | mask);
		if (index < 0)
			return false;
		end = run_end(in, x, width);
		if (end - x > 8)
			memset(out + x, index, (size_t)(end - x));
		else
			for (int i = x; i < end; i++)
				out[i] = (unsigned char)index;
	}
	return true;
}

typedef struct indexing {
	bd_png_rows *rows;
	const unsigned char *pixels;
	int stride;
	uint32_t mask;
	struct index_slice {
		palette palette;
		unsigned char to[256]; /* its colours' places in the palette of all */
		bool fits, moves;      /* not too many colours; any of them is elsewhere in that */
	} slices[BD_SLICES];
} indexing;

static void index_slice(void *context, size_t slice, size_t from, size_t end)
{
	indexing *w = context;
	struct index_slice *s = &w->slices[slice];
	bd_png_rows *rows = w->rows;
	memset(s->palette.indexes, -1, sizeof s->palette.indexes);
	s->palette.count = 0;
	s->fits = true;
	for (int y = (int)from; y < (int)end && s->fits; y++)
		if (!copy_row(rows, w->pixels, w->stride, y, (int)from))
			s->fits = index_row(row_at(w->pixels, w->stride, y), rows->width, w->mask,
					    &s->palette,
					    rows->bytes + (size_t)y * rows->row_length + 1);
}

static bool join_palettes(indexing *w, size_t slices, palette *all)
{
	memset(all->indexes, -1, sizeof all->indexes);
	all->count = 0;
	for (size_t i = 0; i < slices; i++) {
		struct index_slice *s = &w->slices[i];
		if (!s->fits)
			return false;
		s->moves = false;
		for (int k = 0; k < s->palette.count; k++) {
			int to = palette_index(all, s->palette.colors[k]);
			if (to < 0)
				return false;
			s->to[k] = (unsigned char)to;
			s->moves = s->moves || to != k;
		}
	}
	return true;
}

static void move_slice(void *context, size_t slice, size_t from, size_t end)
{
	indexing *w = context;
	const struct index_slice *s = &w->slices[slice];
	const bd_png_rows *rows = w->rows;
	for (size_t y = from; y < end && s->moves; y++) {
		unsigned char *row = rows->bytes + y * rows->row_length + 1;
		for (int x = 0; x < rows->width; x++)
			row[x] = s->to[row[x]];
	}
}

static bool index_rows(bd_png_rows *rows, const unsigned char *pixels, int stride, uint32_t mask)
{
	indexing w = { .rows = rows, .pixels = pixels, .stride = stride, .mask = mask };
	size_t height = (size_t)rows->height, width = (size_t)rows->width;
	size_t least = width * height < MANY_PIXELS ? SIZE_MAX : 0;
	palette all;
	size_t slices = bd_parallel(height, least, index_slice, &w);
	if (!join_palettes(&w, slices, &all))
		return false;
	bd_parallel(height, least, move_slice, &w);
	for (int i = 0; i < all.count; i++)
		straight(all.colors[i], rows->colors[i]);
	rows->color_count = all.count;
	return true;
}

static void rgb_row(const uint32_t *in, int width, unsigned char *out)
{
	for (int x = 0; x < width; x++) {
		*out++ = (unsigned char)(in[x] >> 16);
		*out++ = (unsigned char)(in[x] >> 8);
		*out++ = (unsigned char)in[x];
	}
}

static void rgba_row(const uint32_t *in, int width, unsigned char *out)
{
	for (int x = 0; x < width; x++)
		straight(in[x], out + 4 * x);
}

static void write_rows(bd_png_rows *rows, const unsigned char *pixels, int stride)
{
	for (int y = 0; y < rows->height; y++) {
		unsigned char *out = rows->bytes + (size_t)y * rows->row_length;
		if (copy_row(rows, pixels, stride, y, 0))
			continue;
		if (rows->kind == BD_PNG_RGB)
			rgb_row(row_at(pixels, stride, y), rows->width, out + 1);
		else
			rgba_row(row_at(pixels, stride, y), rows->width, out + 1);
	}
}

static void start(bd_png_rows *rows, bd_png_kind kind, bd_render_store *store)
{
	static const size_t bytes[] = { 1, 3, 4 };
	rows->kind = kind;
	rows->row_length = 1 + (size_t)rows->width * bytes[kind];
	rows->length = rows->row_length * (size_t)rows->height;
	rows->bytes = bd_render_room(store, BD_ROOM_ROWS, rows->length + 8 + (size_t)rows->height);
	memset(rows->bytes + rows->length, 0, 8);
	rows->same = (bool *)(rows->bytes + rows->length + 8);
}

bd_png_rows bd_png_rows_of(const unsigned char *pixels, int width, int height, int stride,
			   bool opaque, bd_render_store *store)
{
	bd_png_rows rows = { .width = width, .height = height };
	start(&rows, BD_PNG_PALETTE, store);
	if (index_rows(&rows, pixels, stride, opaque ? 0xff000000u : 0))
		return rows;
	start(&rows, opaque ? BD_PNG_RGB : BD_PNG_RGBA, store);
	write_rows(&rows, pixels, stride);
	return rows;
}
