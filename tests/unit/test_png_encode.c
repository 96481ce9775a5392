/* The encoder, by what libpng reads. */
#include "arena_fixture.h"
#include "png_decode.h"
#include "render/png_encode.h"

static bd_blob encode(const uint32_t *pixels, int width, int height, bool opaque)
{
	return bd_png_encode((const unsigned char *)pixels, width, height, 4 * width,
			     &(bd_png_info){ .opaque = opaque }, &arena);
}

/* A generator of our own, the same everywhere. */
static uint32_t noise(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static void assert_round_trip(const uint32_t *pixels, int width, int height)
{
	int w, h;
	const unsigned char *back = decode(&arena, encode(pixels, width, height, true), &w, &h);
	assert_int_equal(w, width);
	assert_int_equal(h, height);
	for (int i = 0; i < width * height; i++) {
		uint32_t got = (uint32_t)back[4 * i] << 16 | (uint32_t)back[4 * i + 1] << 8 |
			       back[4 * i + 2];
		assert_int_equal(got, pixels[i] & 0xffffff);
		assert_int_equal(back[4 * i + 3], 255);
	}
}

static void decodes_to_the_same_pixels(void **state)
{
	(void)state;
	static const int sizes[][2] = { { 1, 1 },   { 2, 3 },    { 7, 50 },   { 300, 1 },
					{ 1, 300 }, { 259, 64 }, { 640, 480 } };
	for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
		int width = sizes[s][0], height = sizes[s][1], count = width * height;
		uint32_t *pixels = BD_ARRAY(&arena, (size_t)count, uint32_t), seed = 7;
		for (int i = 0; i < count; i++) /* noise: no palette, nothing to match */
			pixels[i] = 0xff000000u | noise(&seed);
		assert_round_trip(pixels, width, height);
		for (int i = 0; i < count; i++) /* flat areas, equal rows */
			pixels[i] = i % width < width / 3 ? 0xffc8102eu : 0xfffbf8f2u;
		assert_round_trip(pixels, width, height);
		for (int i = 0; i < count; i++) /* a ramp, many colours, rows alike */
			pixels[i] = 0xff000000u | (uint32_t)(i % width) * 0x010307u;
		assert_round_trip(pixels, width, height);
		for (int i = 0; i < count; i++) /* sparse noise over flat */
			pixels[i] = noise(&seed) % 9 ? 0xffffffffu : 0xff000000u | noise(&seed);
		assert_round_trip(pixels, width, height);
	}
}

/* What no code gets shorter must still fit, and decode: every byte as often as any other. */
static void noise_grows_but_little(void **state)
{
	(void)state;
	enum { WIDTH = 700, HEIGHT = 500 };
	uint32_t *pixels = BD_ARRAY(&arena, WIDTH * HEIGHT, uint32_t), seed = 1;
	for (int i = 0; i < WIDTH * HEIGHT; i++)
		pixels[i] = 0xff000000u | noise(&seed);
	assert_true(encode(pixels, WIDTH, HEIGHT, true).length < WIDTH * HEIGHT * 3 * 1.01);
	assert_round_trip(pixels, WIDTH, HEIGHT);
	for (int i = 0; i < WIDTH * HEIGHT; i++) /* few symbols, very unequal: long codes */
		pixels[i] =
			0xff000000u | 0x010101u * (uint32_t)__builtin_ctz(noise(&seed) | 0x800000);
	assert_round_trip(pixels, WIDTH, HEIGHT);
	for (uint32_t i = 0; i < WIDTH * HEIGHT;
	     i++) /* Fibonacci's numbers make Huffman's tree deep */
		pixels[i] = 0xff000000u | (i < 40 ? 1u << i % 24 : noise(&seed) % 3 * 0x123456u);
	assert_round_trip(pixels, WIDTH, HEIGHT);
}

static void wide_rows_have_no_row_above(void **state)
{
	(void)state;
	enum { WIDTH = 20000, HEIGHT = 6 };
	uint32_t *pixels = BD_ARRAY(&arena, WIDTH * HEIGHT, uint32_t), seed = 3;
	for (int i = 0; i < WIDTH * HEIGHT; i++)
		pixels[i] = i < WIDTH ? 0xff000000u | noise(&seed) : pixels[i - WIDTH];
	assert_round_trip(pixels, WIDTH, HEIGHT);
}

static void keeps_transparency(void **state)
{
	(void)state;
	static const uint32_t pixels[] = { 0, 0x80800000u, 0xff00ff00u, 0x40102030u };
	int w, h;
	const unsigned char *back = decode(&arena, encode(pixels, 4, 1, false), &w, &h);
	static const unsigned char wanted[] = { 0, 0,   0, 0,   255, 0,   0,   128,
						0, 255, 0, 255, 64,  128, 191, 64 };
	assert_memory_equal(back, wanted, sizeof wanted);
}

static void palette_when_256_colours_suffice(void **state)
{
	(void)state;
	uint32_t pixels[257];
	for (uint32_t i = 0; i < 257; i++)
		pixels[i] = 0xff000000u | i * 0x000101u;
	bd_blob few = encode(pixels, 256, 1, true), many = encode(pixels, 257, 1, true);
	assert_int_equal(few.bytes[25], 3);
	assert_int_equal(many.bytes[25], 2);
}

/* Of many pixels slices are looked at by themselves: the palette is that of all in the order in
 * which they first stand, and rows alike meet where slices do. */
static void a_palette_of_slices_is_one(void **state)
{
	(void)state;
	enum { WIDTH = 1024, HEIGHT = 1101, BAND = 40 };
	uint32_t *pixels = BD_ARRAY(&arena, WIDTH * HEIGHT, uint32_t);
	for (int colors = 250; colors <= 260; colors += 5) {
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			int y = i / WIDTH / BAND, x = i % WIDTH / 100;
			pixels[i] = 0xff000000u | (uint32_t)((y * 11 + x) % colors) * 0x010203u;
		}
		bd_blob png = encode(pixels, WIDTH, HEIGHT, true);
		assert_int_equal(png.bytes[25], colors <= 256 ? 3 : 2);
		assert_round_trip(pixels, WIDTH, HEIGHT);
	}
	uint32_t seen[256], count = 0;
	bd_blob png = { 0 };
	for (int i = 0; i < WIDTH * HEIGHT; i++)
		pixels[i] = 0xff000000u | (uint32_t)(i / WIDTH / BAND * 7 % 31) * 0x010203u;
	png = encode(pixels, WIDTH, HEIGHT, true);
	for (int i = 0; i < WIDTH * HEIGHT; i += WIDTH) {
		uint32_t k = 0;
		while (k < count && seen[k] != pixels[i])
			k++;
		if (k == count)
			seen[count++] = pixels[i];
	}
	const unsigned char *colors = memmem(png.bytes, png.length, "PLTE", 4);
	assert_non_null(colors);
	for (uint32_t k = 0; k < count; k++)
		assert_int_equal(colors[4 + 3 * k], seen[k] >> 16 & 255);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decodes_to_the_same_pixels),
		cmocka_unit_test(noise_grows_but_little),
		cmocka_unit_test(wide_rows_have_no_row_above),
		cmocka_unit_test(keeps_transparency),
		cmocka_unit_test(palette_when_256_colours_suffice),
		cmocka_unit_test(a_palette_of_slices_is_one),
	};
	return cmocka_run_group_tests(tests, NULL, finish);
}
