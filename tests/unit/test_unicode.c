/* Case, sorting, Lao words, and characters that do not belong in a text. */
#include "arena_fixture.h"
#include "base/array.h"
#include "base/io.h"
#include "base/str.h"
#include "base/utf8.h"
#include "unicode/case.h"
#include "unicode/check.h"
#include "unicode/collate.h"
#include "unicode/lao.h"
#include "unicode/nfc.h"

#include <dlfcn.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ucol.h>

static void case_of_vietnamese(void **state)
{
	(void)state;
	assert_string_equal(bd_upper(&arena, "Sông Mã – Đặng Ưỡng ßợ 12"),
			    "SÔNG MÃ – ĐẶNG ƯỠNG SSỢ 12");
	assert_string_equal(bd_lower(&arena, "ĐẶNG ƯỠNG"), "đặng ưỡng");
	assert_string_equal(bd_upper(&arena, "iı ລາວ"), "II ລາວ"); /* in every locale */
}

static void nfc_composes_and_keeps_lao(void **state)
{
	(void)state;
	assert_string_equal(bd_nfc(&arena, "a\u0302\u0323", 5), "ậ");
	assert_string_equal(bd_nfc(&arena, "a\u0323\u0302", 5), "ậ");
	const char *lao = "ນ້ຳ ໜຶ່ງ";
	assert_string_equal(bd_nfc(&arena, lao, strlen(lao)), lao);
}

/* All texts of two characters that matter here, against glib's own. */
static void nfc_is_that_of_glib(void **state)
{
	(void)state;
	static const uint32_t some[] = { 'a',    'o',    0xE2,  0x1A1,  0x1EA1, 0x300,  0x301,
					 0x302,  0x306,  0x309, 0x323,  0x31B,  0xEAB,  0xEB8,
					 0xEB4,  0xEC8,  0xEBA, 0x212B, 0x2126, 0x2001, 0x20AB,
					 0x20AD, 0x2192, 0x338, 0xAC00, 0x1100, 0x1161, 0x11A8 };
	enum { COUNT = sizeof some / sizeof *some };
	for (size_t i = 0; i < COUNT * COUNT * COUNT; i++) {
		char text[16];
		size_t length = bd_utf8_put(some[i % COUNT], text);
		length += bd_utf8_put(some[i / COUNT % COUNT], text + length);
		length += bd_utf8_put(some[i / COUNT / COUNT], text + length);
		gchar *wanted = g_utf8_normalize(text, (gssize)length, G_NORMALIZE_NFC);
		assert_string_equal(bd_nfc(&arena, text, length), wanted);
		g_free(wanted);
	}
}

static void long_texts_take_no_longer(void **state)
{
	(void)state;
	enum { COUNT = 300000 };
	bd_str apart = bd_str_new(&arena), whole = bd_str_new(&arena);
	for (int i = 0; i < COUNT; i++) {
		bd_str_add(&apart, i % 7 ? "a\u0302\u0301" : " ");
		bd_str_add(&whole, i % 7 ? "ấ" : " ");
	}
	clock_t before = clock();
	const char *nfc = bd_nfc(&arena, apart.bytes, apart.length);
	assert_true(clock() - before < 5 * CLOCKS_PER_SEC); /* as a whole: minutes */
	assert_string_equal(nfc, whole.bytes);
}

static void names_sort_as_in_a_dictionary(void **state)
{
	(void)state;
	static const char *const sorted[] = {
		"",        "2012",    "an",        "An",         "an bài",    "ăn",
		"ân",      "ba",      "bà",        "bả",         "bã",        "bá",
		"bạ",      "Bạ",      "Bạc Liêu",  "Bản Phường", "Đà Nẵng",   "ếch",
		"Hà Nội",  "Hà Tĩnh", "Hải Phòng", "Nghệ An",    "Quảng Nam", "Quảng Trị",
		"Sê Kông", "Sông Mã", "Sơn La",    "uy",         "ưa",        "ລາວ",
	};
	for (size_t i = 0; i + 1 < sizeof sorted / sizeof *sorted; i++)
		if (strcmp(bd_collate_key(&arena, sorted[i]),
			   bd_collate_key(&arena, sorted[i + 1])) >= 0)
			fail_msg("'%s' before '%s'", sorted[i], sorted[i + 1]);
}

/* --- against ICU, over the syllables of Debian's hunspell-vi --- */

static __typeof__(&ucol_strcollUTF8) icu_compare;
static UCollator *icu;

#define TEXT_OF(name) #name
#define NAME(name)    TEXT_OF(name)

static bool load_icu(void)
{
	void *library = dlopen("libicui18n.so." U_ICU_VERSION_SHORT, RTLD_NOW);
	if (!library)
		return false;
	void *open = dlsym(library, NAME(ucol_open)),
	     *compare = dlsym(library, NAME(ucol_strcollUTF8));
	UErrorCode error = U_ZERO_ERROR;
	icu = (*(__typeof__(&ucol_open) *)(void *)&open)("vi", &error);
	icu_compare = *(__typeof__(&ucol_strcollUTF8) *)(void *)&compare;
	return icu && icu_compare && U_SUCCESS(error);
}

typedef struct entry {
	const char *text, *key;
} entry;

static int by_key(const void *a, const void *b)
{
	return strcmp(((const entry *)a)->key, ((const entry *)b)->key);
}

static void order_is_that_of_icu(void **state)
{
	(void)state;
	bd_blob words;
	if (bd_read_file(&arena, "/usr/share/hunspell/vi_VN.dic", 1 << 22, &words) != BD_LOADED ||
	    !load_icu()) {
		printf("no hunspell-vi or ICU: skipped\n");
		return;
	}
	BD_LIST(entry) list = { 0 };
	for (const char *p = words.bytes; *p; p += strcspn(p, "\n"), p += *p == '\n') {
		const char *text = bd_strndup(&arena, p, strcspn(p, "\n/\r\t"));
		const char *more[] = { text, bd_printf(&arena, "%s An", text),
				       bd_printf(&arena, "Sơn %s", text), bd_upper(&arena, text) };
		for (size_t i = 0; i < 4; i++)
			bd_push(&arena, &list,
				((entry){ more[i], bd_collate_key(&arena, more[i]) }));
	}
	assert_true(list.count > 4 * 6000);
	qsort(list.items, list.count, sizeof *list.items, by_key);
	for (size_t i = 0; i + 1 < list.count; i++) {
		UErrorCode error = U_ZERO_ERROR;
		if (icu_compare(icu, list.items[i].text, -1, list.items[i + 1].text, -1, &error) >
		    0)
			fail_msg("'%s' before '%s'", list.items[i].text, list.items[i + 1].text);
	}
}

static void lao_words(void **state)
{
	(void)state;
	bd_lao *lao = bd_lao_new(&arena);
	if (!lao) {
		printf("no ICU: skipped\n");
		return;
	}
	const char *text = "ສາທາລະນະລັດປະຊາທິປະໄຕປະຊາຊົນລາວ";
	const bool *breaks = bd_lao_breaks(lao, &arena, text, strlen(text));
	assert_true(breaks[strstr(text, "ລາວ") - text]);
	assert_true(breaks[strstr(text, "ປະຊາຊົນ") - text]);
	size_t count = 0;
	for (size_t i = 1; i < strlen(text); i++) {
		count += breaks[i];
		assert_false(breaks[i] && ((unsigned char)text[i] & 0xC0) == 0x80);
	}
	assert_in_range(count, 3, 8);
	bd_lao_free(lao);
}

static void what_does_not_belong_in_a_text(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int message; /* -1: fine */
	} cases[] = {
		{ "Sông Mã\n\tກີບ ₭ → 中 👍", -1 },      { "a\x01", BD_FORBIDDEN_CHARACTER },
		{ "a\x7F", BD_FORBIDDEN_CHARACTER },   { "a\xC2\x85", BD_FORBIDDEN_CHARACTER },
		{ "a\uFFFF", BD_FORBIDDEN_CHARACTER }, { "a\U0001FFFE", BD_FORBIDDEN_CHARACTER },
		{ "a\uFFFD", BD_FORBIDDEN_CHARACTER }, { "a\uE000", BD_FORBIDDEN_CHARACTER },
		{ "a\u202Eb", BD_BIDI_CONTROL },       { "a\u2066b", BD_BIDI_CONTROL },
		{ "a\u200Eb", BD_BIDI_CONTROL },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bd_diags diags = { .arena = &arena, .last = &diags.first };
		bool fine = bd_text_check(&diags, NULL, cases[i].text, strlen(cases[i].text));
		assert_int_equal(fine, cases[i].message < 0);
		assert_int_equal(diags.errors, !fine);
		if (!fine)
			assert_int_equal(diags.first->message, cases[i].message);
	}
}

static void each_is_named_at_its_place(void **state)
{
	(void)state;
	bd_diags diags = { .arena = &arena, .last = &diags.first };
	bd_place place = { .key = "title" };
	const char *text = "Sông\a Mã\u202E!";
	assert_false(bd_text_check(&diags, &place, text, strlen(text)));
	assert_int_equal(diags.errors, 2);
	assert_int_equal(diags.first->place->within, strchr(text, '\a') - text + 1);
	assert_int_equal(diags.first->next->message, BD_BIDI_CONTROL);
	assert_string_equal(diags.first->next->args[0], "U+202E");
}

static void piles_of_marks(void **state)
{
	(void)state;
	bd_diags diags = { .arena = &arena, .last = &diags.first };
	bd_str s = bd_str_new(&arena);
	bd_str_add(&s, "o");
	for (int i = 0; i < 30; i++)
		bd_str_add(&s, "\u0301");
	assert_true(bd_text_check(&diags, NULL, s.bytes, s.length));
	bd_str_add(&s, "\u0301");
	assert_false(bd_text_check(&diags, NULL, s.bytes, s.length));
	assert_int_equal(diags.first->message, BD_TOO_MANY_MARKS);
}

/* Texts are looked at in blocks; what they find is what a look at each character finds. */
static void long_texts_are_checked_as_each_character(void **state)
{
	static const char *const parts[] = { "Hồng Lĩnh ", "đường, ",  "abc;",   "–",
					     "ກີບ",         "\u00A0",   "\u0301", "👍",
					     "\xC2\x80",   "\xC2\x9F", "\x01",   "\u200E",
					     "\uE000",     "\x7F" };
	enum { RIGHT = 8, ALL = sizeof parts / sizeof *parts };
	(void)state;
	uint32_t seed = 1;
	for (int round = 0; round < 4000; round++) {
		char text[600];
		size_t length = 0, wrong = SIZE_MAX;
		for (int k = 0; k < 40; k++) {
			seed = seed * 1664525u + 1013904223u;
			bool any = k == 39 - round % 39;
			const char *part = parts[(seed >> 16) % (any ? ALL : RIGHT)];
			memcpy(text + length, part, strlen(part));
			length += strlen(part);
		}
		bd_message why;
		const char *found = bd_text_forbidden(text, length, &why), *next;
		for (const char *p = text; p < text + length && wrong == SIZE_MAX; p = next)
			if (bd_is_forbidden(bd_utf8_next(p, text + length, &next)))
				wrong = (size_t)(p - text);
		assert_int_equal(found ? (size_t)(found - text) : SIZE_MAX, wrong);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_of_vietnamese),
		cmocka_unit_test(nfc_composes_and_keeps_lao),
		cmocka_unit_test(nfc_is_that_of_glib),
		cmocka_unit_test(long_texts_take_no_longer),
		cmocka_unit_test(names_sort_as_in_a_dictionary),
		cmocka_unit_test(order_is_that_of_icu),
		cmocka_unit_test(lao_words),
		cmocka_unit_test(what_does_not_belong_in_a_text),
		cmocka_unit_test(each_is_named_at_its_place),
		cmocka_unit_test(piles_of_marks),
		cmocka_unit_test(long_texts_are_checked_as_each_character),
	};
	return cmocka_run_group_tests(tests, NULL, finish);
}
