/* floor.c - how fast a picture can be on this machine: the same libraries, one font, bars, a grid
 * and 40 texts placed by constants, then PNG by libdeflate. No spec, no layout, no data. What
 * bieudo takes is told as a multiple of this.
 *
 *	floor FONTS OUT */
#include <cairo.h>
#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <libdeflate.h>
#include <pango/pangocairo.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WIDTH = 1200, HEIGHT = 800, BARS = 13 };

/* A private configuration, made current: else pango reads the system's. */
static void load_fonts(const char *folder)
{
	static const char *const files[] = { "inter/Inter_400Regular.ttf",
					     "be-vietnam-pro/BeVietnamPro_700Bold.ttf" };
	FcConfig *config = FcConfigCreate();
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char path[4096];
		snprintf(path, sizeof path, "%s/%s", folder, files[i]);
		FcConfigAppFontAddFile(config, (const FcChar8 *)path);
	}
	FcConfigSetCurrent(config);
}

static void text(cairo_t *cr, PangoContext *context, const char *font, const char *utf8, double x,
		 double y)
{
	PangoLayout *layout = pango_layout_new(context);
	PangoFontDescription *description = pango_font_description_from_string(font);
	pango_layout_set_font_description(layout, description);
	pango_layout_set_text(layout, utf8, -1);
	cairo_move_to(cr, x, y);
	pango_cairo_show_layout(cr, layout);
	pango_font_description_free(description);
	g_object_unref(layout);
}

static void draw(cairo_t *cr)
{
	PangoFontMap *map = pango_cairo_font_map_new();
	PangoContext *context = pango_font_map_create_context(map);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	cairo_set_source_rgb(cr, 0.85, 0.85, 0.85);
	for (int i = 0; i <= 8; i++)
		cairo_rectangle(cr, 80, 120 + i * 75, 1080, 1);
	cairo_fill(cr);
	cairo_set_source_rgb(cr, 0.78, 0.06, 0.18);
	for (int i = 0; i < BARS; i++)
		cairo_rectangle(cr, 100 + i * 82, 720 - 40 * (i % 7 + 3), 60, 40 * (i % 7 + 3));
	cairo_fill(cr);
	cairo_set_source_rgb(cr, 0.1, 0.12, 0.16);
	text(cr, context, "Be Vietnam Pro Bold 28", "Viện trợ theo năm, tỉ đồng", 80, 30);
	for (int i = 0; i < BARS; i++) {
		char label[16];
		snprintf(label, sizeof label, "%d", 2012 + i);
		text(cr, context, "Inter 12", label, 115 + i * 82, 730);
		snprintf(label, sizeof label, "%d,%d tỉ", i % 7 + 3, i);
		text(cr, context, "Inter 11", label, 112 + i * 82, 700 - 40 * (i % 7 + 3));
		text(cr, context, "Inter 10", "Huyện Lạ Màm", 100 + i * 82, 756);
	}
	g_object_unref(context);
	g_object_unref(map);
}

static void add_be32(uint8_t *at, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		at[i] = (uint8_t)(value >> (24 - 8 * i));
}

static uint8_t *add_chunk(uint8_t *at, const char *type, const uint8_t *data, size_t length)
{
	add_be32(at, (uint32_t)length);
	memcpy(at + 4, type, 4);
	if (length)
		memmove(at + 8, data, length);
	add_be32(at + 8 + length, libdeflate_crc32(0, at + 4, length + 4));
	return at + 12 + length;
}

/* RGB, filter none: what a chart with smooth text takes. */
static size_t encode(cairo_surface_t *surface, uint8_t **png)
{
	const unsigned char *pixels = cairo_image_surface_get_data(surface);
	int stride = cairo_image_surface_get_stride(surface);
	size_t row = 1 + WIDTH * 3, size = row * HEIGHT;
	uint8_t *raw = malloc(size), *out;
	for (int y = 0; y < HEIGHT; y++) {
		raw[(size_t)y * row] = 0;
		for (int x = 0; x < WIDTH; x++)
			for (int c = 0; c < 3; c++)
				raw[(size_t)y * row + 1 + (size_t)x * 3 + (size_t)c] =
					pixels[y * stride + x * 4 + 2 - c];
	}
	struct libdeflate_compressor *z = libdeflate_alloc_compressor(6);
	size_t most = libdeflate_zlib_compress_bound(z, size);
	*png = out = malloc(most + 100);
	memcpy(out, "\x89PNG\r\n\x1a\n", 8);
	uint8_t head[13] = { [8] = 8, [9] = 2 };
	add_be32(head, WIDTH);
	add_be32(head + 4, HEIGHT);
	out = add_chunk(out + 8, "IHDR", head, sizeof head);
	size_t length = libdeflate_zlib_compress(z, raw, size, out + 8, most);
	out = add_chunk(out, "IDAT", out + 8, length);
	out = add_chunk(out, "IEND", NULL, 0);
	return (size_t)(out - *png);
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	load_fonts(argv[1]);
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
	cairo_t *cr = cairo_create(surface);
	draw(cr);
	cairo_destroy(cr);
	uint8_t *png;
	size_t length = encode(surface, &png);
	int fd = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0666);
	bool good = write(fd, png, length) == (ssize_t)length && !fsync(fd) && !close(fd);
	return good ? 0 : 3;
}
