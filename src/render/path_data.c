/* path_data.c - path data as text (path_data.h). */
#include "render/path_data.h"

#include "base/number.h"

#include <ctype.h>
#include <math.h>

void bd_str_add_number(bd_str *s, double number, int decimals)
{
	char text[BD_NUMBER_ROOM];
	size_t length = bd_number_fixed(number, decimals, text);
	bd_str_add_bytes(s, text, length);
}

/* Coordinates are whole numbers of the last decimal place, so that relative ones add up exactly. */
typedef struct writer {
	bd_str *s;
	double unit; /* 10 to the power of the decimals */
	int decimals;
	bool relative;
	char verb;    /* the command that a further pair of numbers would repeat */
	int64_t x, y; /* the current point, as written */
} writer;

static int64_t units(const writer *w, double number)
{
	double scaled = fmin(fmax(number, -1e9), 1e9) * w->unit;
	return (int64_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

/* A sign separates numbers as well as a blank does. */
static void add(writer *w, int64_t value, bool first)
{
	char text[BD_NUMBER_ROOM];
	size_t length = bd_number_fixed((double)value / w->unit, w->decimals, text);
	if (!first && text[0] != '-')
		bd_str_add_char(w->s, ' ');
	bd_str_add_bytes(w->s, text, length);
}

/* True when the command had to be written, so that no blank is due. */
static bool command(writer *w, char verb)
{
	char move = w->relative ? 'm' : 'M';
	if (w->relative)
		verb = (char)tolower(verb);
	bool written = verb != w->verb;
	if (written)
		bd_str_add_char(w->s, verb);
	w->verb = verb == move ? (w->relative ? 'l' : 'L') : verb;
	return written;
}

static void points(writer *w, char verb, const bd_point *p, int count)
{
	bool first = command(w, verb);
	int64_t x = 0, y = 0;
	for (int i = 0; i < count; i++) {
		x = units(w, p[i].x), y = units(w, p[i].y);
		add(w, w->relative ? x - w->x : x, first && i == 0);
		add(w, w->relative ? y - w->y : y, false);
	}
	w->x = x, w->y = y;
}

static void line(writer *w, bd_point p)
{
	int64_t x = units(w, p.x), y = units(w, p.y);
	if ((x == w->x) == (y == w->y)) {
		points(w, 'L', &p, 1);
	} else if (y == w->y) {
		bool first = command(w, 'H');
		add(w, w->relative ? x - w->x : x, first);
	} else {
		bool first = command(w, 'V');
		add(w, w->relative ? y - w->y : y, first);
	}
	w->x = x, w->y = y;
}

static void write_path(writer *w, const bd_path *path)
{
	const bd_point *p = path->points;
	int64_t start_x = 0, start_y = 0;
	for (size_t i = 0; i < path->verb_count; i++) {
		switch (path->verbs[i]) {
		case BD_MOVE:
			w->verb = 0; /* "M1 1 2 2" would be a line */
			points(w, 'M', p++, 1);
			start_x = w->x, start_y = w->y;
			break;
		case BD_LINE: line(w, *p++); break;
		case BD_CURVE:
			points(w, 'C', p, 3);
			p += 3;
			break;
		case BD_CLOSE:
			bd_str_add_char(w->s, w->relative ? 'z' : 'Z');
			w->verb = 0;
			w->x = start_x, w->y = start_y;
			break;
		}
	}
}

void bd_path_data(bd_str *s, const bd_path *path, int decimals)
{
	writer w = { .s = s, .decimals = decimals, .unit = pow(10, decimals) };
	write_path(&w, path);
}

void bd_path_data_short(bd_str *s, const bd_path *path, int decimals)
{
	writer w = { .s = s, .decimals = decimals, .unit = pow(10, decimals), .relative = true };
	write_path(&w, path);
}
