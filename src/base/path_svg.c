/* path_svg.c - reading SVG's path data (SVG 2, 9.3) into a bd_path. */
#include "base/geom.h"
#include "base/number.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

typedef struct reader {
	const char *at, *end;
	bd_point start, control;
	char last;
} reader;

static void skip(reader *r)
{
	while (r->at < r->end && (isspace((unsigned char)*r->at) || *r->at == ','))
		r->at++;
}

static bool number(reader *r, double *out)
{
	skip(r);
	const char *end;
	*out = bd_number_parse(r->at, (size_t)(r->end - r->at), &end);
	if (end == r->at)
		return false;
	r->at = end;
	return true;
}

/* An arc's flag is one digit and may stand against the next number: "a1 1 0 01.5.5". */
static bool flag(reader *r, double *out)
{
	skip(r);
	if (r->at >= r->end || (*r->at != '0' && *r->at != '1'))
		return false;
	*out = *r->at++ == '1';
	return true;
}

static int arguments(char command)
{
	switch (tolower(command)) {
	case 'm':
	case 'l':
	case 't': return 2;
	case 'h':
	case 'v': return 1;
	case 'c': return 6;
	case 's':
	case 'q': return 4;
	case 'a': return 7;
	case 'z': return 0;
	default: return -1;
	}
}

static bool read_arguments(reader *r, char command, int count, double args[7])
{
	bool arc = tolower(command) == 'a';
	for (int i = 0; i < count; i++)
		if (!(arc && (i == 3 || i == 4) ? flag(r, &args[i]) : number(r, &args[i])))
			return false;
	return true;
}

static bd_point mirrored(const reader *r, bd_point now, const char *after)
{
	if (!strchr(after, r->last))
		return now;
	return (bd_point){ 2 * now.x - r->control.x, 2 * now.y - r->control.y };
}

static void draw(reader *r, bd_path *p, char command, double a[7])
{
	bd_point now = bd_path_end(p), c;
	char lower = (char)tolower(command);
	bool relative = command == lower;
	if (relative && lower == 'v') {
		a[0] += now.y;
	} else if (relative) {
		for (int i = lower == 'a' ? 5 : 0; i < arguments(lower); i++)
			a[i] += (i - (lower == 'a')) % 2 ? now.y : now.x;
	}
	switch (lower) {
	case 'm':
		bd_path_move(p, a[0], a[1]);
		r->start = (bd_point){ a[0], a[1] };
		break;
	case 'l': bd_path_line(p, a[0], a[1]); break;
	case 'h': bd_path_line(p, a[0], now.y); break;
	case 'v': bd_path_line(p, now.x, a[0]); break;
	case 'c':
		bd_path_curve(p, a[0], a[1], a[2], a[3], a[4], a[5]);
		r->control = (bd_point){ a[2], a[3] };
		break;
	case 's':
		c = mirrored(r, now, "cs");
		bd_path_curve(p, c.x, c.y, a[0], a[1], a[2], a[3]);
		r->control = (bd_point){ a[0], a[1] };
		break;
	case 'q':
		bd_path_quad(p, a[0], a[1], a[2], a[3]);
		r->control = (bd_point){ a[0], a[1] };
		break;
	case 't':
		c = mirrored(r, now, "qt");
		bd_path_quad(p, c.x, c.y, a[0], a[1]);
		r->control = c;
		break;
	case 'a': bd_path_svg_arc(p, a[0], a[1], a[2], a[3] != 0, a[4] != 0, a[5], a[6]); break;
	default: bd_path_close(p); break;
	}
	r->last = lower;
}

bool bd_path_parse_svg(bd_path *p, const char *d)
{
	reader r = { .at = d, .end = d + strlen(d), .last = 'z' };
	char command = 0;
	for (skip(&r); r.at < r.end; skip(&r)) {
		if (isalpha((unsigned char)*r.at))
			command = *r.at++;
		else if (command == 'm' || command == 'M')
			command = command == 'm' ? 'l' : 'L';
		else if (!command || tolower(command) == 'z')
			return false;
		int count = arguments(command);
		double args[7];
		if (count < 0 || !read_arguments(&r, command, count, args))
			return false;
		if (!p->verb_count && tolower(command) != 'm')
			return false;
		if (p->verb_count && p->verbs[p->verb_count - 1] == BD_CLOSE &&
		    !strchr("mMzZ", command)) {
			bd_point now = bd_path_end(p);
			bd_path_move(p, now.x, now.y);
		}
		draw(&r, p, command, args);
	}
	return true;
}
