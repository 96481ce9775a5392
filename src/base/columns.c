#include "base/columns.h"

#include "base/utf8.h"
#include <string.h>

typedef struct range {
	uint32_t first, last;
} range;

/* Sorted. Marks of the scripts that specs are written in, and the general ones. */
static const range marks[] = {
	{ 0x0300, 0x036F },   { 0x0483, 0x0489 }, { 0x0591, 0x05BD }, { 0x064B, 0x065F },
	{ 0x093C, 0x093C },   { 0x0E31, 0x0E31 }, { 0x0E34, 0x0E3A }, { 0x0E47, 0x0E4E },
	{ 0x0EB1, 0x0EB1 },   { 0x0EB4, 0x0EBC }, { 0x0EC8, 0x0ECE }, { 0x1AB0, 0x1AFF },
	{ 0x1DC0, 0x1DFF },   { 0x20D0, 0x20FF }, { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F },
	{ 0xE0100, 0xE01EF },
};
static const range wide[] = {
	{ 0x1100, 0x115F },   { 0x2E80, 0x303E },   { 0x3041, 0xA4CF },   { 0xAC00, 0xD7A3 },
	{ 0xF900, 0xFAFF },   { 0xFE30, 0xFE6F },   { 0xFF00, 0xFF60 },   { 0xFFE0, 0xFFE6 },
	{ 0x1F300, 0x1F64F }, { 0x1F680, 0x1F6FF }, { 0x1F900, 0x1F9FF }, { 0x20000, 0x3FFFD },
};
/* What a terminal obeys, or what makes text read otherwise than it is written (UAX #9, 2). */
static const range unsafe[] = {
	{ 0x0000, 0x0008 }, { 0x000A, 0x001F }, { 0x007F, 0x009F },   { 0x00AD, 0x00AD },
	{ 0x061C, 0x061C }, { 0x200B, 0x200F }, { 0x2028, 0x202E },   { 0x2060, 0x206F },
	{ 0xFEFF, 0xFEFF }, { 0xFFF9, 0xFFFB }, { 0xE0000, 0xE007F },
};

#define IN(ranges, c) is_in((ranges), sizeof(ranges) / sizeof *(ranges), (c))

static bool is_in(const range *ranges, size_t count, uint32_t c)
{
	for (size_t i = 0; i < count && ranges[i].first <= c; i++)
		if (c <= ranges[i].last)
			return true;
	return false;
}

int bd_columns_of(uint32_t character)
{
	if (character < 0x300)
		return 1;
	return IN(marks, character) ? 0 : IN(wide, character) ? 2 : 1;
}

size_t bd_add_visible(bd_str *s, uint32_t character)
{
	if (character == '\t') {
		bd_str_add(s, "    ");
		return 4;
	}
	if (IN(unsafe, character)) {
		size_t before = s->length;
		bd_str_printf(s, "<U+%04X>", (unsigned)character);
		return s->length - before;
	}
	char bytes[BD_UTF8_ROOM];
	bd_str_add_bytes(s, bytes, bd_utf8_put(character, bytes));
	return (size_t)bd_columns_of(character);
}

void bd_add_visible_text(bd_str *s, const char *text)
{
	const char *end = text + strlen(text);
	while (text < end)
		bd_add_visible(s, bd_utf8_next(text, end, &text));
}
