/* Prefix codes: complete, within the limit, and no dearer than they must be. */
#include "render/huffman.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static double kraft(const bd_prefix_code *code, int count)
{
	double sum = 0;
	for (int i = 0; i < count; i++)
		if (code->lengths[i])
			sum += 1.0 / (1 << code->lengths[i]);
	return sum;
}

static unsigned long cost(const bd_prefix_code *code, const uint32_t *frequencies, int count)
{
	unsigned long bits = 0;
	for (int i = 0; i < count; i++)
		bits += (unsigned long)frequencies[i] * code->lengths[i];
	return bits;
}

static void is_huffmans_where_nothing_limits(void **state)
{
	(void)state;
	static const uint32_t frequencies[] = { 45, 13, 12, 16, 9, 5 };
	bd_prefix_code code;
	bd_prefix_code_make(&code, frequencies, 6, 15);
	assert_int_equal(cost(&code, frequencies, 6), 224); /* Cormen et al., 16.3 */
	assert_float_equal(kraft(&code, 6), 1, 1e-12);
}

static void keeps_the_limit(void **state)
{
	(void)state;
	uint32_t frequencies[40] = { 1, 1 };
	for (int limit = 6; limit <= 15; limit++) {
		bd_prefix_code code;
		for (int i = 2; i < 40; i++)
			frequencies[i] = frequencies[i - 1] + frequencies[i - 2];
		bd_prefix_code_make(&code, frequencies, 40, limit);
		for (int i = 0; i < 40; i++)
			assert_in_range(code.lengths[i], 1, limit);
		assert_true(kraft(&code, 40) <= 1);
		/* the rarest are the longest */
		for (int i = 1; i < 40; i++)
			assert_true(code.lengths[i] <= code.lengths[i - 1]);
	}
}

static void one_symbol_and_none(void **state)
{
	(void)state;
	static const uint32_t none[30] = { 0 }, one[30] = { [7] = 5 };
	bd_prefix_code code;
	bd_prefix_code_make(&code, none, 30, 15);
	assert_int_equal(code.lengths[0], 1);
	bd_prefix_code_make(&code, one, 30, 15);
	assert_int_equal(code.lengths[7], 1);
	assert_int_equal(code.lengths[0], 0);
}

static void bits_are_written_lowest_first(void **state)
{
	(void)state;
	unsigned char bytes[16] = { 0 };
	bd_bits bits = { .at = bytes };
	bd_bits_add(&bits, 1, 1);
	bd_bits_add(&bits, 2, 2);
	bd_bits_add(&bits, 0x1234, 16);
	bd_bits_flush(&bits);
	assert_int_equal(bits.at - bytes, 3);
	assert_int_equal(bytes[0] | bytes[1] << 8 | bytes[2] << 16, 5 | 0x1234 << 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_huffmans_where_nothing_limits),
		cmocka_unit_test(keeps_the_limit),
		cmocka_unit_test(one_symbol_and_none),
		cmocka_unit_test(bits_are_written_lowest_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
