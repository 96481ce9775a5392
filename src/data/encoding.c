/* encoding.c - from an encoding's bytes to UTF-8. */
#include "data/encoding.h"

#include "base/parallel.h"
#include "base/str.h"
#include "base/utf8.h"
#include "unicode/nfc.h"
#include <ctype.h>
#include <stdint.h>
#include <string.h>

/* Encodings of one byte a character. */
static const struct single {
	const char *name, *aliases, *upper, *control;
} singles[] = {
#define ENCODING(name, aliases, upper, control) { name, aliases, upper, control },
#include "data/encodings.def"
#undef ENCODING
};

enum { SINGLES = sizeof singles / sizeof *singles };

static const char *const names[] = { "utf-8",
#define ENCODING(name, aliases, upper, control) name,
#include "data/encodings.def"
#undef ENCODING
				     "vni-windows", "utf-16le", "utf-16be", NULL };

const char *const *bd_encoding_names(void)
{
	return names;
}

/* Letters and digits alone, in lower case: "TCVN-3" and "tcvn3" are one. */
static bool same_name(const char *a, const char *b, size_t length_of_b)
{
	const char *end = b + length_of_b;
	for (;;) {
		while (*a && !isalnum((unsigned char)*a))
			a++;
		while (b < end && !isalnum((unsigned char)*b))
			b++;
		if (!*a || b == end)
			return !*a && b == end;
		if (tolower((unsigned char)*a++) != tolower((unsigned char)*b++))
			return false;
	}
}

static bool is_alias(const char *text, const char *aliases)
{
	for (const char *at = aliases; *at;) {
		size_t n = strcspn(at, "|");
		if (same_name(text, at, n))
			return true;
		at += n + (at[n] == '|');
	}
	return false;
}

const char *bd_encoding_find(const char *text)
{
	for (int i = 0; names[i]; i++)
		if (same_name(text, names[i], strlen(names[i])))
			return names[i];
	for (int i = 0; i < SINGLES; i++)
		if (is_alias(text, singles[i].aliases))
			return singles[i].name;
	if (is_alias(text, "vni|vniwin"))
		return "vni-windows";
	if (is_alias(text, "utf16|unicode|ucs2"))
		return "utf-16le";
	return is_alias(text, "utf8bom") ? "utf-8" : NULL;
}

static void put(bd_str *s, uint32_t c)
{
	char bytes[BD_UTF8_ROOM];
	bd_str_add_bytes(s, bytes, bd_utf8_put(c, bytes));
}

static const char *from_single(bd_arena *arena, const struct single *encoding, const char *bytes,
			       size_t length)
{
	uint32_t of[256];
	for (uint32_t b = 0; b < 128; b++)
		of[b] = b;
	const char *next, *at = encoding->upper, *end = at + strlen(at);
	for (int b = 128; b < 256 && at < end; b++, at = next)
		of[b] = bd_utf8_next(at, end, &next);
	end = encoding->control + strlen(encoding->control);
	for (at = encoding->control; at < end; at = next)
		of[(unsigned char)*at] = bd_utf8_next(at + 1, end, &next);
	bd_str s = bd_str_new(arena);
	for (size_t i = 0; i < length; i++)
		put(&s, of[(unsigned char)bytes[i]]);
	return bd_nfc(arena, bd_str_text(&s), s.length);
}

/* VNI-Windows writes a letter and then its marks as a second character. Bytes are those of small
 * letters; capitals are 20 less. */
static const struct vni_mark {
	unsigned char byte;
	const char *letters; /* after which it is a mark */
	uint16_t marks[2];
} vni_marks[] = {
	{ 0xF9, "aeouy\xF4\xF6", { 0x301 } }, { 0xF8, "aeouy\xF4\xF6", { 0x300 } },
	{ 0xFB, "aeouy\xF4\xF6", { 0x309 } }, { 0xF5, "aeouy\xF4\xF6", { 0x303 } },
	{ 0xEF, "aeouy\xF4\xF6", { 0x323 } }, { 0xE2, "aeo", { 0x302 } },
	{ 0xE1, "aeo", { 0x302, 0x301 } },    { 0xE0, "aeo", { 0x302, 0x300 } },
	{ 0xE5, "aeo", { 0x302, 0x309 } },    { 0xE3, "aeo", { 0x302, 0x303 } },
	{ 0xE4, "aeo", { 0x302, 0x323 } },    { 0xEA, "a", { 0x306 } },
	{ 0xE9, "a", { 0x306, 0x301 } },      { 0xE8, "a", { 0x306, 0x300 } },
	{ 0xFA, "a", { 0x306, 0x309 } },      { 0xFC, "a", { 0x306, 0x303 } },
	{ 0xEB, "a", { 0x306, 0x323 } },
};
static const struct vni_letter {
	unsigned char byte;
	uint16_t small, capital;
} vni_letters[] = {
	{ 0xF4, 0x1A1, 0x1A0 }, { 0xF6, 0x1B0, 0x1AF },   { 0xF1, 0x111, 0x110 },
	{ 0xED, 0xED, 0xCD },   { 0xEC, 0xEC, 0xCC },     { 0xE6, 0x1EC9, 0x1EC8 },
	{ 0xF3, 0x129, 0x128 }, { 0xF2, 0x1ECB, 0x1ECA }, { 0xEE, 0x1EF5, 0x1EF4 },
};

static unsigned char small_byte(unsigned char b)
{
	return b >= 0xC0 && b < 0xE0 ? b + 0x20 : (unsigned char)tolower(b);
}

static const struct vni_mark *find_mark(unsigned char letter, unsigned char byte)
{
	for (size_t i = 0; i < sizeof vni_marks / sizeof *vni_marks; i++)
		if (vni_marks[i].byte == small_byte(byte) && letter &&
		    strchr(vni_marks[i].letters, small_byte(letter)))
			return &vni_marks[i];
	return NULL;
}

static uint32_t vni_letter(unsigned char byte)
{
	for (size_t i = 0; i < sizeof vni_letters / sizeof *vni_letters; i++)
		if (vni_letters[i].byte == small_byte(byte))
			return byte < 0xE0 ? vni_letters[i].capital : vni_letters[i].small;
	return byte >= 0x80 && byte < 0xA0 ? 0xFFFD : byte;
}

static const char *from_vni(bd_arena *arena, const char *bytes, size_t length)
{
	bd_str s = bd_str_new(arena);
	unsigned char before = 0;
	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)bytes[i];
		const struct vni_mark *mark = byte >= 0xC0 ? find_mark(before, byte) : NULL;
		before = mark ? 0 : byte;
		if (!mark) {
			put(&s, vni_letter(byte));
			continue;
		}
		put(&s, mark->marks[0]);
		if (mark->marks[1])
			put(&s, mark->marks[1]);
	}
	return bd_nfc(arena, bd_str_text(&s), s.length);
}

static const char *from_utf16(bd_arena *arena, const char *bytes, size_t length, bool big)
{
	const unsigned char *b = (const unsigned char *)bytes;
	bd_str s = bd_str_new(arena);
	uint32_t high = 0;
	for (size_t i = 0; i + 1 < length; i += 2) {
		uint32_t unit =
			big ? (uint32_t)(b[i] << 8 | b[i + 1]) : (uint32_t)(b[i + 1] << 8 | b[i]);
		bool low = unit >= 0xDC00 && unit < 0xE000;
		if (high && !low)
			put(&s, 0xFFFD);
		if (unit >= 0xD800 && unit < 0xDC00) {
			high = unit;
			continue;
		}
		if (low)
			unit = high ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) : 0xFFFD;
		high = 0;
		if (unit != 0xFEFF)
			put(&s, unit);
	}
	return bd_str_text(&s);
}

static const char *decode(bd_arena *arena, const char *name, const char *bytes, size_t length)
{
	if (!strcmp(name, "vni-windows"))
		return from_vni(arena, bytes, length);
	if (bd_starts_with(name, "utf-16"))
		return from_utf16(arena, bytes, length, !strcmp(name, "utf-16be"));
	for (int i = 0; i < SINGLES; i++)
		if (!strcmp(name, singles[i].name))
			return from_single(arena, &singles[i], bytes, length);
	return bytes;
}

/* UTF-16 by its mark, or by the zero bytes that Latin letters and signs have there. */
static const char *looks_like_utf16(const char *bytes, size_t length)
{
	enum { LOOK = 4096 };
	if (length >= 2 && !memcmp(bytes, "\xFF\xFE", 2))
		return "utf-16le";
	if (length >= 2 && !memcmp(bytes, "\xFE\xFF", 2))
		return "utf-16be";
	size_t zeros[2] = { 0, 0 }, look = length < LOOK ? length : LOOK;
	for (size_t i = 0; i < look; i++)
		zeros[i % 2] += !bytes[i];
	if (look < 4 || (zeros[0] <= look / 5 && zeros[1] <= look / 5))
		return NULL;
	return zeros[1] > zeros[0] ? "utf-16le" : "utf-16be";
}

/* Of the old encodings, the one that makes Vietnamese of it; NULL where none does. *rival is one
 * that makes another text of it which is hardly worse: there were too few words to tell. */
static const char *best_encoding(bd_arena *arena, const char *bytes, size_t length,
				 const char **rival)
{
	enum { LOOK = 1 << 15 };
	const double ENOUGH = 0.6, CLOSE = 0.05;
	const char *best = NULL, *best_text = "";
	double most = ENOUGH, next = 0;
	size_t look = length < LOOK ? length : LOOK;
	*rival = NULL;
	for (int i = 1; names[i] && !bd_starts_with(names[i], "utf"); i++) {
		const char *text = decode(arena, names[i], bytes, look);
		double share = bd_vietnamese_share(text, strlen(text));
		if (share > most) {
			*rival = best;
			next = most;
			most = share;
			best = names[i];
			best_text = text;
		} else if (share > next && strcmp(text, best_text)) {
			next = share;
			*rival = names[i];
		}
	}
	if (next < most - CLOSE)
		*rival = NULL;
	return best;
}

static bool is_utf8(const char *text, size_t length)
{
	return !bd_utf8_invalid(text, length);
}

bool bd_text_decode(bd_arena *arena, const char *bytes, size_t length, const char *encoding,
		    bd_decoded *decoded, const char **bad)
{
	*bad = bd_parallel_all(bytes, length, is_utf8) ? NULL : bd_utf8_invalid(bytes, length);
	const char *rival = NULL;
	const char *name = encoding ? bd_encoding_find(encoding) : looks_like_utf16(bytes, length);
	if (!name && encoding)
		return false;
	if (!name)
		name = *bad ? best_encoding(arena, bytes, length, &rival) : "utf-8";
	if (!name || (!strcmp(name, "utf-8") && *bad))
		return false;
	*decoded = (bd_decoded){ name, bytes, length, rival };
	if (strcmp(name, "utf-8")) {
		decoded->text = decode(arena, name, bytes, length);
		decoded->length = strlen(decoded->text);
	} else if (length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3)) {
		decoded->text += 3;
		decoded->length -= 3;
	}
	*bad = NULL;
	return true;
}
