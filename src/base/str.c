#include "base/str.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

bd_str bd_str_new(bd_arena *arena)
{
	return (bd_str){ .arena = arena };
}

static void make_room(bd_str *s, size_t extra)
{
	size_t need = s->length + extra + 1;
	if (need <= s->room)
		return;
	size_t room = s->room ? s->room : 64;
	while (room < need)
		room *= 2;
	s->bytes = bd_grow(s->arena, s->bytes, s->room, room);
	s->room = room;
}

void bd_str_add_bytes(bd_str *s, const void *bytes, size_t length)
{
	make_room(s, length);
	if (length)
		memcpy(s->bytes + s->length, bytes, length);
	s->length += length;
	s->bytes[s->length] = 0;
}

void bd_str_add(bd_str *s, const char *text)
{
	bd_str_add_bytes(s, text, strlen(text));
}

void bd_str_add_char(bd_str *s, char c)
{
	bd_str_add_bytes(s, &c, 1);
}

void bd_str_printf(bd_str *s, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	size_t length = (size_t)vsnprintf(NULL, 0, format, args);
	make_room(s, length);
	vsnprintf(s->bytes + s->length, length + 1, format, again);
	s->length += length;
	va_end(again);
	va_end(args);
}

const char *bd_str_text(bd_str *s)
{
	return s->bytes ? s->bytes : "";
}

bool bd_streq(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

bool bd_starts_with(const char *text, const char *head)
{
	return !strncmp(text, head, strlen(head));
}

bool bd_ends_with(const char *text, const char *tail)
{
	size_t n = strlen(text), m = strlen(tail);
	return n >= m && !memcmp(text + n - m, tail, m);
}
