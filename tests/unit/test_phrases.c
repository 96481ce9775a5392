/* What stays together on a line: every entry of text/phrases.def. */
#include "surroundings.h"
#include "text/breaks.h"
#include "text/phrases.h"
#include "text/text.h"
#include "text/words.h"

#include <stdio.h>
#include <string.h>

/* Nothing in «…» may be broken; before it, a line may end. */
static void check(const char *example)
{
	const char *open = strstr(example, "«"), *close = strstr(example, "»");
	assert_non_null(open);
	assert_non_null(close);
	char *text = bd_printf(&arena, "%.*s%.*s%s", (int)(open - example), example,
			       (int)(close - open - 2), open + 2, close + 2);
	size_t from = (size_t)(open - example), to = from + (size_t)(close - open) - 2;
	uint8_t *levels = bd_breaks(&env, text, strlen(text), NULL);
	if (from && levels[from] < BD_BREAK_WORD)
		fail_msg("no line may start at «: %s", example);
	for (size_t i = from + 1; i < to; i++)
		if (levels[i] >= BD_BREAK_WORD)
			fail_msg("breaks before '%s': %s", text + i, example);
}

static void check_word(const char *kind, const char *word)
{
	static const char *const frames[][2] = {
		{ "UNIT", "ở đó có «12 %s» cùng nhau" },
		{ "SCALE", "ở đó có «12 %s USD» cùng nhau" },
		{ "ABOUT", "ở đó có «%s 12 tấn» cùng nhau" },
		{ "ORDINAL", "ở đó có «%s 12» cùng nhau" },
		{ "TITLE", "ở đó có «%s Thoọng Pẹ» cùng nhau" },
		{ "JOIN", "ở đó có «12 %s 15» cùng nhau" },
		{ "NAME", "ở đó có «%s» cùng nhau" },
		{ "LAO", "ໃນປີນີ້ ຢູ່ «%s» ມີຄົນຫຼາຍ" },
	};
	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++)
		if (!strcmp(frames[i][0], kind)) {
			char text[200];
			const char *at = strstr(frames[i][1], "%s");
			snprintf(text, sizeof text, "%.*s%s%s", (int)(at - frames[i][1]),
				 frames[i][1], word, at + 2);
			check(text);
		}
}

static void every_word(void **state)
{
	(void)state;
#define PHRASE(kind, text) check_word(#kind, text);
#define EXAMPLE(text)
#include "text/phrases.def"
#undef PHRASE
#undef EXAMPLE
}

static void every_example(void **state)
{
	(void)state;
#define PHRASE(kind, text)
#define EXAMPLE(text) check(text);
#include "text/phrases.def"
#undef PHRASE
#undef EXAMPLE
}

static bool breaks_at(const char *text, const char *where)
{
	uint8_t *levels = bd_breaks(&env, text, strlen(text), NULL);
	return levels[strstr(text, where) - text] >= BD_BREAK_WORD;
}

static void what_does_not_belong_together(void **state)
{
	(void)state;
	assert_true(breaks_at("Sơn Kim 2 – bản Na Pê", "bản"));
	assert_true(breaks_at("trong năm 2022 hai bên đã", "hai"));
	assert_true(breaks_at("có 13 và thêm nhiều nữa", "và"));
	assert_true(breaks_at("đến 22/7/2022 hai bên đã", "hai"));
	assert_true(breaks_at("gồm 12, người dân và cán bộ", "người"));
	assert_true(breaks_at("TẶNG LÀO XI MĂNG LÀM ĐƯỜNG", "XI"));
}

static void no_last_line_of_one_short_word(void **state)
{
	(void)state;
	assert_false(breaks_at("phát thuốc miễn phí cho dân nghèo", "nghèo"));
	assert_true(breaks_at("phát thuốc cho dân ở Bôlykhămxay", "Bôlykhămxay"));
}

static bd_break level_at(const char *text, const char *where)
{
	uint8_t *levels = bd_breaks(&env, text, strlen(text), NULL);
	return levels[strstr(text, where) - text];
}

static void good_and_poor_places(void **state)
{
	(void)state;
	assert_int_equal(level_at("khám, chữa bệnh cho nhân dân ở đó", "chữa"), BD_BREAK_GOOD);
	assert_int_equal(level_at("khám, chữa bệnh cho nhân dân ở đó", "bệnh"), BD_BREAK_WORD);
	assert_int_equal(level_at("KHÁM, CHỮA BỆNH CHO NHÂN DÂN Ở ĐÓ", "BỆNH"), BD_BREAK_WORD);
	assert_int_equal(level_at("khám, chữa bệnh cho nhân dân ở đó", "nhân"), BD_BREAK_POOR);
	assert_int_equal(level_at("khám, chữa bệnh cho nhân dân ở đó", "cho"), BD_BREAK_ALLOWED);
	assert_int_equal(level_at("theo Luật Biên phòng của Việt Nam", "Biên"), BD_BREAK_ALLOWED);
	assert_int_equal(level_at("theo Luật Biên phòng của Việt Nam", "phòng"), BD_BREAK_WORD);
	assert_int_equal(level_at("xã Sơn Kim 2 – bản Na Pê kết nghĩa", "bản"), BD_BREAK_GOOD);
	assert_int_equal(level_at("tuyến Hà Tĩnh – Quảng Bình dài", "Quảng"), BD_BREAK_POOR);
	assert_int_equal(level_at("bản Phường (Sê Pôn, tỉnh bạn) giao ban", "tỉnh"),
			 BD_BREAK_ALLOWED);
	/* where a phrase must be broken, it falls into its parts */
	assert_int_equal(level_at("ngày 22 tháng 7 năm 2022 tại đó", "năm"), BD_BREAK_JOINT);
	assert_int_equal(level_at("ngày 22 tháng 7 năm 2022 tại đó", "tháng"), BD_BREAK_JOINT);
	assert_int_equal(level_at("ngày 22 tháng 7 năm 2022 tại đó", "22"), BD_BREAK_PHRASE);
	assert_int_equal(level_at("ngày 22 tháng 7 năm 2022 tại đó", "7"), BD_BREAK_PHRASE);
	assert_int_equal(level_at("ở huyện Khăm Cợt bên đó", "Khăm"), BD_BREAK_JOINT);
	assert_int_equal(level_at("ở huyện Khăm Cợt bên đó", "Cợt"), BD_BREAK_PHRASE);
	assert_int_equal(level_at("từ 5/9/1962 – 5/9/2022 đã qua", "5/9/2022"), BD_BREAK_JOINT);
}

static void words_are_in_order(void **state)
{
	(void)state;
	static const char *const words[] = {
#define WORDS(...) __VA_ARGS__,
#include "text/words.def"
#undef WORDS
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (i && strcmp(words[i - 1], words[i]) >= 0)
			fail_msg("'%s' before '%s'", words[i - 1], words[i]);
		assert_true(bd_is_word(words[i], strlen(words[i])));
		assert_false(bd_is_word(words[i], strlen(words[i]) - 1) && !strchr(words[i], ' '));
	}
	assert_false(bd_is_word("hữu nghị viện", strlen("hữu nghị viện")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word),
		cmocka_unit_test(every_example),
		cmocka_unit_test(what_does_not_belong_together),
		cmocka_unit_test(no_last_line_of_one_short_word),
		cmocka_unit_test(good_and_poor_places),
		cmocka_unit_test(words_are_in_order),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
