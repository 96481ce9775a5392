/* Old encodings of Vietnamese, told by looking. The bytes are those that iconv writes (VNI: by the
 * table of its makers). */
#include "unit.h"

#include "data/encoding.h"
#include <string.h>

static const char *const wanted = "tỉnh;số dân;ghi chú\n"
				  "Quảng Trị;650.000;giáp nước bạn Lào\n"
				  "Điện Biên;633.980;cửa khẩu Tây Trang\n";

static const struct {
	const char *encoding, *bytes;
} samples[] = {
	{ "windows-1258", "ti\xD2nh;s\xF4\xEC d\xE2n;ghi ch\xFA\n"
			  "Qua\xD2ng Tri\xF2;650.000;gi\xE1p n\xFD\xF5\xEC"
			  "c ba\xF2n L\xE0o\n"
			  "\xD0i\xEA\xF2n Bi\xEAn;633.980;c\xFD\xD2"
			  "a kh\xE2\xD2u T\xE2y Trang\n" },
	{ "tcvn3", "t\xD8nh;s\xE8 d\xA9n;ghi ch\xF3\n"
		   "Qu\xB6ng Tr\xDE;650.000;gi\xB8p n\xAD\xED"
		   "c b\xB9n L\xB5o\n"
		   "\xA7i\xD6n Bi\xAAn;633.980;c\xF6"
		   "a kh\xC8u T\xA9y Trang\n" },
	{ "viscii", "t\xEFnh;s\xAF d\xE2n;ghi ch\xFA\n"
		    "Qu\xE4ng Tr\xB8;650.000;gi\xE1p n\xDF\xBE"
		    "c b\xD5n L\xE0o\n"
		    "\xD0i\xAEn Bi\xEAn;633.980;c\xD8"
		    "a kh\xA6u T\xE2y Trang\n" },
	{ "vni-windows", "t\xE6nh;so\xE1 da\xE2n;ghi chu\xF9\n"
			 "Qua\xFBng Tr\xF2;650.000;gia\xF9p n\xF6\xF4\xF9"
			 "c ba\xEFn La\xF8o\n"
			 "\xD1ie\xE4n Bie\xE2n;633.980;c\xF6\xFB"
			 "a kha\xE5u Ta\xE2y Trang\n" },
};

static bool decode(bd_arena *arena, const char *bytes, const char *encoding, bd_decoded *out)
{
	const char *bad;
	return bd_text_decode(arena, bytes, strlen(bytes), encoding, out, &bad);
}

TEST(encodings_are_told)
{
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		bd_decoded d;
		assert_true(decode(arena, samples[i].bytes, NULL, &d));
		assert_string_equal(d.encoding, samples[i].encoding);
		assert_string_equal(d.text, wanted);
		assert_true(decode(arena, samples[i].bytes, samples[i].encoding, &d));
		assert_string_equal(d.text, wanted);
	}
}

TEST(utf8_stays_as_it_is)
{
	bd_decoded d;
	assert_true(decode(arena, wanted, NULL, &d));
	assert_ptr_equal(d.text, wanted);
	assert_string_equal(d.encoding, "utf-8");
	assert_true(decode(arena, "\xEF\xBB\xBFtên", NULL, &d));
	assert_string_equal(d.text, "tên");
	assert_int_equal(d.length, 4);
	assert_true(decode(arena, "", NULL, &d));
}

TEST(utf16_is_told_with_and_without_its_mark)
{
	static const char little[] = "t\0\xEA\0n\0,\0\x61\x1E\n\0\x3C\xD8\x89\xDF\n\0";
	static const char big[] = "\xFE\xFF\0t\0\xEA\0n\0,\x1E\x61\0\n\xD8\x3C\xDF\x89\0\n";
	bd_decoded d;
	const char *bad;
	assert_true(bd_text_decode(arena, little, sizeof little - 1, NULL, &d, &bad));
	assert_string_equal(d.encoding, "utf-16le");
	assert_string_equal(d.text, "tên,ṡ\n🎉\n");
	assert_true(bd_text_decode(arena, big, sizeof big - 1, NULL, &d, &bad));
	assert_string_equal(d.encoding, "utf-16be");
	assert_string_equal(d.text, "tên,ṡ\n🎉\n");
}

TEST(what_makes_no_sense_is_refused)
{
	bd_decoded d;
	const char *bad, *text = "na\xEFve caf\xE9";
	assert_false(bd_text_decode(arena, text, strlen(text), NULL, &d, &bad));
	assert_ptr_equal(bad, text + 2);
	assert_true(decode(arena, text, "latin1", &d));
	assert_string_equal(d.text, "naïve café");
	assert_false(decode(arena, "abc", "klingon", &d));
	assert_false(decode(arena, text, "UTF-8", &d));
}

/* A table of three rows, with a few words that have marks. */
TEST(short_files_are_told)
{
	static const struct {
		const char *bytes, *encoding;
	} files[] = {
		{ "t\346nh;so\341\nHa\370 T\363nh;12\nQua\373ng Nam;7\n", "vni-windows" },
		{ "t\330nh;s\350\nH\265 T\334nh;12\nQu\266ng Nam;7\n", "tcvn3" },
		{ "t\357nh;s\257\nH\340 T\356nh;12\nQu\344ng Nam;7\n", "viscii" },
		{ "ti\322nh;s\364\354\nH\340 Ti\336nh;12\nQua\322ng Nam;7\n", "windows-1258" },
	};
	bd_decoded d;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		assert_true(decode(arena, files[i].bytes, NULL, &d));
		assert_string_equal(d.encoding, files[i].encoding);
		if (d.rival)
			fail_msg("%s or %s", d.encoding, d.rival);
		assert_string_equal(d.text, "tỉnh;số\nHà Tĩnh;12\nQuảng Nam;7\n");
	}
}

TEST(what_may_be_two_encodings_is_told)
{
	bd_decoded d;
	assert_true(decode(arena, "t\xEAn\nX\xE3 A\n", "viscii", &d));
	assert_null(d.rival);
	assert_true(decode(arena, "ten\nX\xE3 A\n", NULL, &d));
	assert_non_null(d.rival);
	assert_true(decode(arena, "gia\n12\xAE\n7 \xAE\n", NULL, &d)); /* «đ» */
	assert_string_equal(d.encoding, "tcvn3");
}

TEST(names_have_aliases)
{
	(void)arena;
	assert_string_equal(bd_encoding_find("CP1258"), "windows-1258");
	assert_string_equal(bd_encoding_find("TCVN-3"), "tcvn3");
	assert_string_equal(bd_encoding_find("ABC"), "tcvn3");
	assert_string_equal(bd_encoding_find("VNI"), "vni-windows");
	assert_string_equal(bd_encoding_find("utf8"), "utf-8");
	assert_null(bd_encoding_find("utf-7"));
}

TEST(vietnamese_is_known_by_its_syllables)
{
	(void)arena;
	const char *yes = "Nghiêng nước nghiêng thành, khuỷu tay, quyển sách, giếng, ngoằn ngoèo";
	const char *no = "Très déjà, naïve Übung, Łódź, über";
	assert_true(bd_vietnamese_share(yes, strlen(yes)) > 0.99);
	assert_true(bd_vietnamese_share(no, strlen(no)) < 0.2);
	assert_true(bd_vietnamese_share("plain", 5) == 0);
	const char *misplaced = "Haụ Quaũng cố hòa càt môt ngế kữa Xaõ"; /* all but two */
	assert_true(bd_vietnamese_share(misplaced, strlen(misplaced)) < 0.23);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(encodings_are_told),
		UNIT(utf8_stays_as_it_is),
		UNIT(utf16_is_told_with_and_without_its_mark),
		UNIT(what_makes_no_sense_is_refused),
		UNIT(short_files_are_told),
		UNIT(what_may_be_two_encodings_is_told),
		UNIT(names_have_aliases),
		UNIT(vietnamese_is_known_by_its_syllables),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
