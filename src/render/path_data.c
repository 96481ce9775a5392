/* path_data.c - path data as text (path_data.h). */
#include "render/path_data.h"

#include "base/number.h"

void bd_str_add_number(bd_str *s, double number, int decimals)
{
	char text[BD_NUMBER_ROOM];
	size_t length = bd_number_fixed(number, decimals, text);
	bd_str_add_bytes(s, text, length);
}

typedef struct writer {
	bd_str *s;
	int decimals;
	char verb; /* the command that a further pair of numbers would repeat */
	char x[BD_NUMBER_ROOM], y[BD_NUMBER_ROOM]; /* the current point, as written */
} writer;

/* A sign separates numbers as well as a blank does. */
static void add(writer *w, const char *text, size_t length, bool first)
{
	if (!first && text[0] != '-')
		bd_str_add_char(w->s, ' ');
	bd_str_add_bytes(w->s, text, length);
}

static void command(writer *w, char verb, bool *first)
{
	*first = verb != w->verb;
	if (*first)
		bd_str_add_char(w->s, verb);
	w->verb = verb == 'M' ? 'L' : verb;
}

static void points(writer *w, char verb, const bd_point *p, int count)
{
	bool first;
	command(w, verb, &first);
	for (int i = 0; i < count; i++) {
		size_t length = bd_number_fixed(p[i].x, w->decimals, w->x);
		add(w, w->x, length, first && i == 0);
		length = bd_number_fixed(p[i].y, w->decimals, w->y);
		add(w, w->y, length, false);
	}
}

static void line(writer *w, bd_point p)
{
	char x[BD_NUMBER_ROOM], y[BD_NUMBER_ROOM];
	size_t nx = bd_number_fixed(p.x, w->decimals, x), ny = bd_number_fixed(p.y, w->decimals, y);
	bool same_x = bd_streq(x, w->x), same_y = bd_streq(y, w->y), first;
	if (same_x == same_y) {
		points(w, 'L', &p, 1);
		return;
	}
	command(w, same_y ? 'H' : 'V', &first);
	if (same_y)
		add(w, x, nx, first);
	else
		add(w, y, ny, first);
	bd_number_fixed(p.x, w->decimals, w->x);
	bd_number_fixed(p.y, w->decimals, w->y);
}

void bd_path_data(bd_str *s, const bd_path *path, int decimals)
{
	writer w = { .s = s, .decimals = decimals };
	const bd_point *p = path->points;
	bd_point start = { 0, 0 };
	for (size_t i = 0; i < path->verb_count; i++) {
		switch (path->verbs[i]) {
		case BD_MOVE:
			w.verb = 0; /* "M1 1 2 2" would be a line */
			points(&w, 'M', p, 1);
			start = *p++;
			break;
		case BD_LINE: line(&w, *p++); break;
		case BD_CURVE:
			points(&w, 'C', p, 3);
			p += 3;
			break;
		case BD_CLOSE:
			bd_str_add_char(s, 'Z');
			w.verb = 0;
			bd_number_fixed(start.x, decimals, w.x);
			bd_number_fixed(start.y, decimals, w.y);
			break;
		}
	}
}
