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

static int least(int a, int b)
{
	return a < b ? a : b;
}

enum { MOST = 63 };

/* The characters of a text, each as one number; MOST + 1 where there are more. */
static size_t characters(const char *text, uint32_t out[MOST + 1])
{
	size_t n = 0;
	for (const unsigned char *c = (const unsigned char *)text; *c && n <= MOST; c++)
		if ((*c & 0xC0) == 0x80 && n)
			out[n - 1] = out[n - 1] << 8 | *c;
		else
			out[n++] = *c;
	return n;
}

int bd_edit_distance(const char *first, const char *second)
{
	enum { FAR = 99 };
	uint32_t a[MOST + 1], b[MOST + 1];
	size_t na = characters(first, a), nb = characters(second, b);
	if (na > MOST || nb > MOST)
		return FAR;
	int rows[3][MOST + 1];
	for (size_t j = 0; j <= nb; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= na; i++) {
		int *row = rows[i % 3], *above = rows[(i + 2) % 3], *higher = rows[(i + 1) % 3];
		row[0] = (int)i;
		for (size_t j = 1; j <= nb; j++) {
			int change = above[j - 1] + (a[i - 1] != b[j - 1]);
			row[j] = least(change, least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], higher[j - 2] + 1);
		}
	}
	return rows[na % 3][nb];
}

const char *bd_closest(const char *name, const void *names, size_t count, size_t stride)
{
	const char *found = NULL;
	int length = (int)strlen(name);
	int nearest = length > 9 ? 4 : length > 3 ? (length + 2) / 3 : length > 1;
	for (size_t i = 0; i < count; i++) {
		const char *candidate = *(const char *const *)((const char *)names + i * stride);
		int distance = bd_edit_distance(name, candidate);
		if (distance <= nearest && (!found || distance < nearest)) {
			nearest = distance;
			found = candidate;
		}
	}
	for (size_t i = 0; !found && length >= 4 && i < count; i++) {
		const char *candidate = *(const char *const *)((const char *)names + i * stride);
		if (bd_starts_with(candidate, name))
			found = candidate;
	}
	return found;
}
