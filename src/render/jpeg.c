/* jpeg.c - see jpeg.h. */
#include "render/jpeg.h"

#include "base/library.h"
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

/* The headers and the library must be of one version of the interface. */
#if JPEG_LIB_VERSION >= 80
static const char *const files[] = { "libjpeg.so.8", NULL };
#else
static const char *const files[] = { "libjpeg.so.62", NULL };
#endif
static const bd_library libjpeg = { "libjpeg", "libjpeg62-turbo", files };

typedef struct library {
#define FUNCTION(name) __typeof__(&jpeg_##name) name;
#include "render/jpeg.def"
#undef FUNCTION
} library;

typedef struct decoder {
	struct jpeg_decompress_struct d;
	struct jpeg_error_mgr errors;
	jmp_buf escape;
} decoder;

static bool load(library *l)
{
	const bd_symbol symbols[] = {
#define FUNCTION(name) { "jpeg_" #name, &l->name },
#include "render/jpeg.def"
#undef FUNCTION
	};
	return bd_library_load(&libjpeg, symbols, sizeof symbols / sizeof *symbols);
}

static void fail(j_common_ptr d)
{
	longjmp(((decoder *)d->client_data)->escape, 1);
}

static void be_quiet(j_common_ptr d)
{
	(void)d;
}

/* In eighths, so that decoding already shrinks; what is left to shrink is less than half. */
static unsigned eighths(const bd_image *image, double width, double height)
{
	for (unsigned n = 1; n < 8; n *= 2)
		if (image->width * (n / 8.0) >= width && image->height * (n / 8.0) >= height)
			return n;
	return 8;
}

static void pack_row(const unsigned char *rgb, unsigned char *out, size_t width)
{
	for (size_t x = 0; x < width; x++) {
		uint32_t pixel = 0xff000000u | (uint32_t)rgb[3 * x] << 16 |
				 (uint32_t)rgb[3 * x + 1] << 8 | rgb[3 * x + 2];
		memcpy(out + 4 * x, &pixel, sizeof pixel);
	}
}

/* Leaves by a jump to `escape` when the file is damaged. */
static void decode(const library *l, decoder *j, const bd_image *image, unsigned scale,
		   bd_arena *arena, bd_image *out)
{
	l->CreateDecompress(&j->d, JPEG_LIB_VERSION, sizeof j->d);
	l->mem_src(&j->d, (const unsigned char *)image->jpeg.bytes, image->jpeg.length);
	l->read_header(&j->d, TRUE);
	j->d.out_color_space = JCS_RGB;
	j->d.dct_method = JDCT_ISLOW; /* the same result on every processor */
	j->d.scale_num = scale;
	j->d.scale_denom = 8;
	l->start_decompress(&j->d);
	size_t width = j->d.output_width, height = j->d.output_height;
	unsigned char *pixels = bd_alloc(arena, height, 4 * width);
	unsigned char *row = bd_alloc(arena, width, 3);
	for (size_t y = 0; y < height; y++) {
		l->read_scanlines(&j->d, &row, 1);
		pack_row(row, pixels + 4 * width * y, width);
	}
	out->pixels = pixels;
	out->width = (int)width;
	out->height = (int)height;
	out->stride = (int)(4 * width);
}

bool bd_jpeg_decode(const bd_image *image, double width, double height, bd_arena *arena,
		    bd_image *decoded, bd_diags *diags)
{
	library l;
	if (!load(&l)) {
		bd_library_complain(&libjpeg, BD_TERM_SO_NO_JPEG, BD_ERROR, diags, NULL);
		return false;
	}
	decoder *j = BD_NEW(arena, decoder); /* on the heap: a jump spoils locals */
	j->d.err = l.std_error(&j->errors);
	j->d.client_data = j;
	j->errors.error_exit = fail;
	j->errors.output_message = be_quiet;
	*decoded = *image;
	volatile bool whole = false;
	if (!setjmp(j->escape)) {
		decode(&l, j, image, eighths(image, width, height), arena, decoded);
		/* a file that ends early is a warning to libjpeg, which greys the rest */
		whole = j->errors.num_warnings == 0;
		l.abort_decompress(&j->d); /* what follows the rows does not matter */
	}
	l.destroy_decompress(&j->d);
	if (!whole)
		bd_error(diags, NULL, BD_RENDER_FAILED, "PNG", BD_TERM_JPEG_DAMAGED);
	return whole;
}
