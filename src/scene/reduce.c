/* reduce.c - see reduce.h. */
#include "scene/reduce.h"

#include <math.h>

/* The scene is made before the density is known; two columns a px suffice for screens at twice
 * the density and for print at a fifth of a millimetre. */
static const double COLUMNS_PER_PX = 2;
static const size_t FEW = 256;      /* points that are never worth reducing */
static const size_t PER_PIECE = 48; /* segments of one stroke */

static bool runs_one_way(const bd_point *p, size_t count)
{
	bool forth = true, back = true;
	for (size_t i = 1; i < count && (forth || back); i++) {
		forth = forth && p[i].x >= p[i - 1].x;
		back = back && p[i].x <= p[i - 1].x;
	}
	return forth || back;
}

/* Moves what is kept of points[from..end) to points[kept]; returns the new number of kept ones. */
static size_t keep_column(bd_point *p, size_t from, size_t end, size_t kept)
{
	size_t low = from, high = from;
	for (size_t i = from + 1; i < end; i++) {
		if (p[i].y < p[low].y)
			low = i;
		if (p[i].y > p[high].y)
			high = i;
	}
	size_t first = low < high ? low : high, second = low < high ? high : low;
	const bd_point four[4] = { p[from], p[first], p[second], p[end - 1] };
	const size_t places[4] = { from, first, second, end - 1 };
	for (int k = 0; k < 4; k++)
		if (k == 0 || places[k] != places[k - 1])
			p[kept++] = four[k];
	return kept;
}

size_t bd_reduce_points(bd_point *points, size_t count)
{
	if (count <= FEW || !runs_one_way(points, count))
		return count;
	size_t kept = 0, from = 0;
	double column = floor(points[0].x * COLUMNS_PER_PX);
	for (size_t i = 1; i <= count; i++) {
		double next = i < count ? floor(points[i].x * COLUMNS_PER_PX) : NAN;
		if (next == column)
			continue;
		kept = keep_column(points, from, i, kept);
		from = i;
		column = next;
	}
	return kept;
}

typedef struct bd_cutter {
	bd_node *group;
	bd_stroke stroke;
	const char *blend;
	bd_path *piece;
	size_t segments;
} bd_cutter;

static void flush(bd_cutter *c)
{
	if (c->segments) {
		bd_node *node = bd_add_shape(c->group, c->piece, BD_NO_PAINT, c->stroke);
		node->shape.blend = c->blend;
	}
	c->piece = BD_NEW(c->group->group.arena, bd_path);
	*c->piece = bd_path_new(c->group->group.arena);
	c->segments = 0;
}

static void add_segment(bd_cutter *c, bd_verb verb, const bd_point *at)
{
	if (verb == BD_CURVE)
		bd_path_curve(c->piece, at[0].x, at[0].y, at[1].x, at[1].y, at[2].x, at[2].y);
	else
		bd_path_line(c->piece, at[0].x, at[0].y);
	c->segments++;
}

static void cut(bd_cutter *c, const bd_path *path)
{
	const bd_point *at = path->points, *last = NULL; /* last: of the segment before */
	bd_point start = { 0, 0 }, now = { 0, 0 }, before = { 0, 0 };
	bd_verb last_verb = BD_MOVE;
	flush(c);
	for (size_t v = 0; v < path->verb_count; v++) {
		bd_verb verb = (bd_verb)path->verbs[v];
		size_t used = verb == BD_CURVE ? 3 : verb == BD_CLOSE ? 0 : 1;
		const bd_point *to = verb == BD_CLOSE ? &start : at;
		if (verb == BD_MOVE) {
			bd_path_move(c->piece, at->x, at->y);
			start = *at;
			last = NULL;
		} else {
			if (c->segments >= PER_PIECE) {
				flush(c);
				bd_path_move(c->piece, last ? before.x : now.x,
					     last ? before.y : now.y);
				if (last)
					add_segment(c, last_verb, last);
			}
			before = now;
			add_segment(c, verb, to);
			last = verb == BD_CLOSE ? NULL : at;
			last_verb = verb;
		}
		now = verb == BD_CURVE ? at[2] : *to;
		at += used;
	}
	flush(c);
}

void bd_reduce_stroke(bd_node *group, const bd_path *path, bd_stroke stroke, const char *blend)
{
	if (path->verb_count <= FEW || stroke.dash_count > 0 ||
	    stroke.paint.kind != BD_PAINT_SOLID || blend) {
		bd_node *node = bd_add_shape(group, path, BD_NO_PAINT, stroke);
		node->shape.blend = blend;
		return;
	}
	bd_cutter c = { .group = group, .stroke = stroke, .blend = blend };
	if (stroke.paint.color.a < 1) { /* pieces overlap: they are dimmed as a whole */
		c.group = bd_add_group(group);
		c.group->group.opacity = stroke.paint.color.a;
		c.stroke.paint.color.a = 1;
	}
	cut(&c, path);
}
