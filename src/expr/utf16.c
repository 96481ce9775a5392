#include "expr/utf16.h"

#include "base/utf8.h"

size_t bd_utf16_at(bd_value string, size_t byte)
{
	size_t units = 0;
	for (size_t i = 0; i < byte; i++) {
		unsigned char c = (unsigned char)string.string[i];
		units += (c & 0xC0) != 0x80;
		units += c >= 0xF0;
	}
	return units;
}

size_t bd_utf16_length(bd_value string)
{
	return bd_utf16_at(string, string.length);
}

bd_value bd_utf16_slice(bd_arena *arena, bd_value string, double start, double end)
{
	const char *p = string.string, *stop = p + string.length, *next;
	const char *from = stop, *to = stop;
	double unit = 0;
	for (; p < stop; p = next) {
		uint32_t c = bd_utf8_next(p, stop, &next);
		if (unit >= start && from == stop)
			from = p;
		if (unit >= end) {
			to = p;
			break;
		}
		unit += c > 0xFFFF ? 2 : 1;
	}
	size_t length = from < to ? (size_t)(to - from) : 0;
	return (bd_value){ .kind = BD_V_STRING,
			   .length = (uint32_t)length,
			   .string = bd_strndup(arena, from, length) };
}
