/* schemes.c - colour schemes by name: lists of colours, or ramps through them. "blues-5" is five
 * steps of blues, from end to end. */
#include "scale/internal.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct scheme {
	const char *name, *colors;
	bool ramp;
} schemes[] = {
#define LIST(name, colors) { name, colors, false },
#define RAMP(name, colors) { name, colors, true },
#include "scale/schemes.def"
#undef LIST
#undef RAMP
};

static const char *const names[] = {
#define LIST(name, colors) name,
#define RAMP(name, colors) name,
#include "scale/schemes.def"
#undef LIST
#undef RAMP
	NULL
};

enum { MOST_STEPS = 99 };

/* The scheme of a name, and in *steps the number after "-" (0: none); NULL where there is none. */
static const struct scheme *find(const char *name, size_t *steps)
{
	const char *dash = strrchr(name, '-');
	size_t length = dash ? (size_t)(dash - name) : strlen(name);
	*steps = 0;
	if (dash) {
		if (!dash[1] || dash[1 + strspn(dash + 1, "0123456789")])
			return NULL;
		long asked = strtol(dash + 1, NULL, 10);
		if (asked < 1 || asked > MOST_STEPS)
			return NULL;
		*steps = (size_t)asked;
	}
	for (size_t i = 0; names[i]; i++) {
		size_t same = 0;
		while (same < length && tolower((unsigned char)name[same]) == names[i][same])
			same++;
		if (same == length && !names[i][length])
			return &schemes[i];
	}
	return NULL;
}

static int digit(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

static bd_color *read_colors(bd_arena *arena, const struct scheme *scheme, size_t *count)
{
	const char *hex = scheme->colors;
	*count = strlen(hex) / 6;
	bd_color *colors = BD_ARRAY(arena, *count, bd_color);
	for (size_t i = 0; i < *count; i++, hex += 6)
		colors[i] = bd_color_from_bytes(digit(hex[0]) * 16 + digit(hex[1]),
						digit(hex[2]) * 16 + digit(hex[3]),
						digit(hex[4]) * 16 + digit(hex[5]));
	return colors;
}

bool bd_scheme_exists(const char *name)
{
	size_t steps;
	return find(name, &steps);
}

const char *const *bd_scheme_names(void)
{
	return names;
}

static struct bd_ramp ramp_of(bd_arena *arena, const struct scheme *scheme)
{
	struct bd_ramp ramp = { .gamma = 1, .from = 0, .to = 1 };
	ramp.stops = read_colors(arena, scheme, &ramp.count);
	return ramp;
}

bool bd_scheme_ramp(bd_arena *arena, const char *name, struct bd_ramp *ramp)
{
	size_t steps;
	const struct scheme *scheme = find(name, &steps);
	if (!scheme || !scheme->ramp || steps)
		return false;
	*ramp = ramp_of(arena, scheme);
	return true;
}

const bd_color *bd_scheme_colors(bd_arena *arena, const char *name, size_t n, size_t *count)
{
	size_t steps;
	const struct scheme *scheme = find(name, &steps);
	*count = 0;
	if (!scheme)
		return NULL;
	if (!scheme->ramp) {
		const bd_color *colors = read_colors(arena, scheme, count);
		if (steps && steps < *count)
			*count = steps;
		return colors;
	}
	*count = steps ? steps : n ? n : strlen(scheme->colors) / 6;
	struct bd_ramp ramp = ramp_of(arena, scheme);
	bd_color *colors = BD_ARRAY(arena, *count, bd_color);
	for (size_t i = 0; i < *count; i++) {
		double t = *count > 1 ? (double)i / ((double)*count - 1) : 0.5;
		colors[i] = bd_ramp_color(&ramp, t);
	}
	return colors;
}
