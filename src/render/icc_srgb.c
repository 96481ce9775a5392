/* icc_srgb.c - see icc_srgb.h. ICC.1:2004-10 (version 4.2): header 7.2, tags 7.3 and 9, types 10.
 */
#include "render/icc_srgb.h"

#include "base/str.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { TAGS = 10, HEADER = 128 };

static void be32(unsigned char *at, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		at[i] = (unsigned char)(value >> (24 - 8 * i));
}

static void add32(bd_str *s, uint32_t value)
{
	unsigned char word[4];
	be32(word, value);
	bd_str_add_bytes(s, word, 4);
}

static void add_fixed(bd_str *s, double value) /* s15Fixed16Number */
{
	add32(s, (uint32_t)(int32_t)lround(value * 65536));
}

static void add_text(bd_str *s, const char *ascii) /* multiLocalizedUnicodeType, one record */
{
	bd_str_add_bytes(s, "mluc\0\0\0\0\0\0\0\1\0\0\0\014enUS", 20);
	add32(s, (uint32_t)(2 * strlen(ascii)));
	add32(s, 28);
	for (const char *c = ascii; *c; c++) {
		bd_str_add_char(s, 0);
		bd_str_add_char(s, *c);
	}
}

static void add_numbers(bd_str *s, const char *type, const double *values, int count)
{
	bd_str_add_bytes(s, type, 4);
	add32(s, 0);
	for (int i = 0; i < count; i++)
		add_fixed(s, values[i]);
}

/* Y = ((aX + b)^g above d, else cX: parametricCurveType, function 3. */
static void add_curve(bd_str *s)
{
	static const double curve[] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };
	bd_str_add_bytes(s, "para\0\0\0\0\0\3\0\0", 12);
	for (int i = 0; i < 5; i++)
		add_fixed(s, curve[i]);
}

static void add_tag(bd_str *s, const char *name)
{
	/* of the Bradford-adapted primaries, and of D50 itself */
	static const double white[] = { 0.9642, 1, 0.8249 };
	static const double red[] = { 0.4360747, 0.2225045, 0.0139322 };
	static const double green[] = { 0.3850649, 0.7168786, 0.0971045 };
	static const double blue[] = { 0.1430804, 0.0606169, 0.7141733 };
	static const double adaptation[] = { 1.0478112,  0.0228866, -0.0501270,
					     0.0295424,  0.9904844, -0.0170491,
					     -0.0092345, 0.0150436, 0.7521316 };
	if (!strcmp(name, "desc"))
		add_text(s, "sRGB IEC61966-2.1");
	else if (!strcmp(name, "cprt"))
		add_text(s, "No copyright, use freely");
	else if (!strcmp(name, "wtpt"))
		add_numbers(s, "XYZ ", white, 3);
	else if (!strcmp(name, "chad"))
		add_numbers(s, "sf32", adaptation, 9);
	else if (!strcmp(name + 1, "XYZ"))
		add_numbers(s, "XYZ ", *name == 'r' ? red : *name == 'g' ? green : blue, 3);
	else
		add_curve(s);
	while (s->length % 4)
		bd_str_add_char(s, 0);
}

static void set_header(unsigned char *h, size_t length)
{
	be32(h, (uint32_t)length);
	be32(h + 8, 0x04200000); /* version 4.2 */
	memcpy(h + 12, "mntrRGB XYZ ", 12);
	/* a date is due: the day of the specification */
	static const unsigned char date[] = { 7, 212, 0, 10, 0, 1 };
	memcpy(h + 24, date, sizeof date);
	memcpy(h + 36, "acsp", 4);
	be32(h + 68, 0xF6D6); /* the illuminant: D50 */
	be32(h + 72, 0x10000);
	be32(h + 76, 0xD32D);
}

bd_blob bd_icc_srgb(bd_arena *arena)
{
	static const char *const names[TAGS] = { "desc", "cprt", "wtpt", "chad", "rXYZ",
						 "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
	static const unsigned char nothing[HEADER + 4 + 12 * TAGS] = { 0 };
	bd_str s = bd_str_new(arena);
	bd_str_add_bytes(&s, nothing, sizeof nothing);
	size_t start = 0, length = 0;
	for (int i = 0; i < TAGS; i++) {
		if (i <= 7) { /* the three curves are one */
			start = s.length;
			add_tag(&s, names[i]);
			length = s.length - start;
		}
		unsigned char *entry = (unsigned char *)s.bytes + HEADER + 4 + 12 * i;
		memcpy(entry, names[i], 4);
		be32(entry + 4, (uint32_t)start);
		be32(entry + 8, (uint32_t)length);
	}
	be32((unsigned char *)s.bytes + HEADER, TAGS);
	set_header((unsigned char *)s.bytes, s.length);
	return (bd_blob){ .name = "sRGB", .bytes = s.bytes, .length = s.length };
}
