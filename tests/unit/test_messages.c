/* Everything that bieudo says is there in English and in Vietnamese, and reads as docs/STYLE.md
 * asks; what is printed points at the place. */
#include "unit.h"

#include "base/diag_print.h"
#include "base/str.h"
#include "json/json.h"
#include <ctype.h>
#include <string.h>

/* Which of {0} {1} … stand in a text. */
static unsigned arguments(const char *text)
{
	unsigned found = 0;
	for (; *text; text++)
		if (*text == '{' && isdigit((unsigned char)text[1]) && text[2] == '}')
			found |= 1u << (text[1] - '0');
	return found;
}

static bool has_letters_outside_quotes(const char *text)
{
	bool quoted = false;
	for (; *text; text++) {
		quoted ^= *text == '\'';
		if (!quoted && isalpha((unsigned char)*text))
			return true;
	}
	return false;
}

TEST(every_message_speaks_both_languages)
{
	for (int i = 0; i < BD_MESSAGE_COUNT; i++) {
		bd_message m = (bd_message)i;
		const char *en = bd_message_text(m, BD_UI_EN), *vi = bd_message_text(m, BD_UI_VI);
		assert_int_equal(arguments(en), arguments(vi));
		assert_string_not_equal(en, vi);
		assert_string_not_equal(bd_message_explain(m, BD_UI_EN),
					bd_message_explain(m, BD_UI_VI));
		assert_true(strlen(bd_message_explain(m, BD_UI_EN)) > 20);
		assert_true(strlen(bd_message_explain(m, BD_UI_VI)) > 20);
	}
	for (int i = 1; i < BD_HINT_COUNT; i++) {
		const char *en = bd_hint_text((bd_hint)i, BD_UI_EN);
		const char *vi = bd_hint_text((bd_hint)i, BD_UI_VI);
		assert_int_equal(arguments(en), arguments(vi));
		if (has_letters_outside_quotes(en))
			assert_string_not_equal(en, vi);
	}
}

TEST(messages_are_lower_case_without_a_full_stop)
{
	for (int i = 0; i < BD_MESSAGE_COUNT; i++) {
		const char *en = bd_message_text((bd_message)i, BD_UI_EN);
		assert_false(bd_ends_with(en, "."));
		assert_false(bd_ends_with(bd_message_text((bd_message)i, BD_UI_VI), "."));
		bool upper = isupper((unsigned char)en[0]) && islower((unsigned char)en[1]);
		if (upper && !bd_starts_with(en, "Vega") && !bd_starts_with(en, "Lao"))
			fail_msg("'%s' starts with a capital", en);
		const char *slug = bd_message_slug((bd_message)i);
		assert_int_equal(strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-"),
				 strlen(slug));
	}
}

static const char *printed(bd_arena *arena, const char *text, const char *name, bd_ui_lang lang)
{
	bd_diags diags = { .arena = arena };
	bd_source *source = BD_NEW(arena, bd_source);
	*source = (bd_source){ .name = "a.json", .text = text, .length = strlen(text) };
	const bd_json *root = bd_json_parse(arena, source, &diags);
	if (root)
		bd_error(&diags, &bd_json_get(root, name)->place, BD_UNKNOWN_FIELD, name)->at_key =
			true;
	return bd_diags_text(arena, &diags, lang);
}

TEST(carets_stand_under_the_place)
{
	assert_string_equal(printed(arena, "{\"a\": 1, \"tên\": 2}", "tên", BD_UI_EN),
			    "a.json:1:10: error: unknown field 'tên' [unknown-field]\n"
			    "    1 | {\"a\": 1, \"tên\": 2}\n"
			    "      |          ^^^^^\n");
}

TEST(marks_take_no_column_and_tabs_take_four)
{
	/* a decomposed letter and Lao marks before the place */
	assert_string_equal(printed(arena,
				    "{\t\"e\xCC\x82\": \"\xE0\xBA\x81\xE0\xBB\x8D\", \"b\": 2}",
				    "b", BD_UI_VI),
			    "a.json:1:15: lỗi: không có trường 'b' [unknown-field]\n"
			    "    1 | {    \"e\xCC\x82\": \"\xE0\xBA\x81\xE0\xBB\x8D\", \"b\": 2}\n"
			    "      |                ^^^\n");
}

TEST(what_a_terminal_would_obey_is_shown_by_number)
{
	const char *text = printed(arena, "{\"a\xE2\x80\xAE\": 1}", "a\xE2\x80\xAE", BD_UI_EN);
	assert_non_null(strstr(text, "'a<U+202E>'"));
	assert_null(strstr(text, "\xE2\x80\xAE"));
}

TEST(long_lines_are_cut_around_the_place)
{
	bd_str s = bd_str_new(arena);
	bd_str_add(&s, "{");
	for (int i = 0; i < 200; i++)
		bd_str_printf(&s, "\"a%d\": \"ữ\", ", i);
	bd_str_add(&s, "\"đây\": 1, \"b\": \"");
	for (int i = 0; i < 200; i++)
		bd_str_add(&s, "ộ");
	bd_str_add(&s, "\"}");
	const char *text = printed(arena, bd_str_text(&s), "đây", BD_UI_EN);
	const char *line = strstr(text, "| …"), *end = strchr(line, '\n');
	assert_non_null(line);
	assert_true(end - line < 300);
	const char *caret = strchr(end, '^');
	size_t column = 0, wanted = 0;
	for (const char *c = strchr(end + 1, '|'); c < caret; c++)
		column++;
	for (const char *c = line; strncmp(c, "\"đây\"", 5); c++)
		wanted += (*c & 0xC0) != 0x80;
	assert_int_equal(column, wanted);
}

TEST(twenty_are_shown_and_the_rest_is_counted)
{
	bd_diags diags = { .arena = arena };
	for (int i = 0; i < 50; i++)
		bd_error(&diags, NULL, BD_NO_GLYPH, bd_printf(arena, "%d", i), "Inter");
	const char *text = bd_diags_text(arena, &diags, BD_UI_EN);
	assert_non_null(strstr(text, "… and 30 more\n"));
	for (int i = 0; i < 5; i++) /* said again: once is enough */
		bd_error(&diags, NULL, BD_NO_GLYPH, "49", "Inter");
	assert_non_null(strstr(bd_diags_text(arena, &diags, BD_UI_EN), "… and 30 more\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(every_message_speaks_both_languages),
		UNIT(messages_are_lower_case_without_a_full_stop),
		UNIT(carets_stand_under_the_place),
		UNIT(marks_take_no_column_and_tabs_take_four),
		UNIT(what_a_terminal_would_obey_is_shown_by_number),
		UNIT(long_lines_are_cut_around_the_place),
		UNIT(twenty_are_shown_and_the_rest_is_counted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
