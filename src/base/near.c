/* near.c - the name that was probably meant (str.h).
 *
 * A name is first compared by its bare letters: people leave accents out, capitals in, and write
 * blanks for underscores, which is no distance at all however many letters it touches. Then by the
 * fewest edits (F. J. Damerau's distance, 1964). */
#include "base/str.h"
#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

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

static bool is_between(uint32_t c, uint32_t first, uint32_t last)
{
	return c >= first && c <= last;
}

/* The bare small letter of a Latin one as Vietnamese writes it; 0 for what is passed over. */
static uint32_t bare(uint32_t c)
{
	static const char latin1[] = "aaaaaaaceeeeiiiidnooooo/ouuuuyts";
	if (c == ' ' || c == '_' || c == '-' || c == 0xA0 || is_between(c, 0x300, 0x36F))
		return 0;
	if (is_between(c, 'A', 'Z'))
		return c + 0x20;
	if (is_between(c, 0xC0, 0xFE))
		return (uint32_t)latin1[c % 0x20];
	if (is_between(c, 0x100, 0x105) || is_between(c, 0x1EA0, 0x1EB7))
		return 'a';
	if (c == 0x110 || c == 0x111)
		return 'd';
	if (is_between(c, 0x1EB8, 0x1EC7))
		return 'e';
	if (c == 0x128 || c == 0x129 || is_between(c, 0x1EC8, 0x1ECB))
		return 'i';
	if (c == 0x1A0 || c == 0x1A1 || is_between(c, 0x1ECC, 0x1EE3))
		return 'o';
	if (c == 0x168 || c == 0x169 || c == 0x1AF || c == 0x1B0 || is_between(c, 0x1EE4, 0x1EF1))
		return 'u';
	return is_between(c, 0x1EF2, 0x1EF9) ? 'y' : c;
}

static uint32_t next_bare(const char **at)
{
	uint32_t c = 0;
	while (!c && **at)
		c = bare(bd_utf8_next(*at, *at + strlen(*at), at));
	return c;
}

bool bd_same_letters(const char *a, const char *b)
{
	uint32_t c;
	bool any = false;
	do {
		c = next_bare(&a);
		if (c != next_bare(&b))
			return false;
		any |= c != 0;
	} while (c);
	return any;
}

/* How many edits a name of so many letters may be away. */
static int furthest(int letters)
{
	return letters > 9 ? 4 : letters > 6 ? 3 : letters > 4 ? 2 : letters > 1;
}

const char *bd_closest(const char *name, const void *names, size_t count, size_t stride)
{
	const char *found = NULL;
	int length = (int)bd_utf8_count(name, strlen(name)), nearest = furthest(length);
	for (size_t i = 0; i < count; i++) {
		const char *candidate = *(const char *const *)((const char *)names + i * stride);
		if (bd_same_letters(name, candidate))
			return candidate;
	}
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
