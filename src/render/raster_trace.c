/* raster_trace.c - see raster_trace.h.
 *
 * A stroke is a box for each segment and a corner for each turn. Of a line with hundreds of points
 * a pixel nearly all of them lie inside of what a few others cover: those that go furthest up and
 * down of each quarter pixel are traced first, and of the rest whatever can stand out of them. That
 * takes one look at each point, and leaves nothing out. */
#include "render/raster_trace.h"

#include "base/array.h"
#include "base/parallel.h"

#include <math.h>

/* A segment is steep where it rises by at least as many pixels as this for one to the side. */
static const double STEEP = 32;
/* A segment goes on along the last one where it turns by less (radians), is not too steep, as it
 * moves where verticals are crossed by that much more, and up to a pixel's length. */
static const double STRAIGHT = 0.0005, SLOPING = 4;
/* How far from a point, in radii, the stroke reaches there, if its corner is no long miter. */
static const double FAR = 1.03, LEAST_ALONG = 0.9; /* sqrt(2 / (1 + 0.9)) = 1.026 */
static const double SHORTEST = 1e-9;
enum { DENSE = 4, LEAST_POINTS = 64 }; /* points for each vertical; of a line in slices */

static bd_point offset(bd_point p, bd_point direction, double by)
{
	return (bd_point){ p.x + direction.x * by, p.y + direction.y * by };
}

static inline void cover(bd_tracer *t, size_t i, double y)
{
	t->low[i] = y < t->low[i] ? y : t->low[i];
	t->high[i] = y > t->high[i] ? y : t->high[i];
}

static inline double vertical_x(const bd_tracer *t, size_t i)
{
	return t->left + ((double)i + 0.5) / BD_TRACE_PARTS;
}

/* The first vertical at or to the right of x. */
static inline size_t vertical_at(const bd_tracer *t, double x)
{
	double i = (x - t->left) * BD_TRACE_PARTS - 0.5;
	if (!(i > 0))
		return 0;
	if (i >= (double)t->count)
		return t->count;
	size_t whole = (size_t)i;
	return whole + ((double)whole < i);
}

/* A side of what the stroke is made of: where it crosses verticals, they are covered. */
static void add_side(bd_tracer *t, bd_point a, bd_point b)
{
	bd_point from = a.x < b.x ? a : b, to = a.x < b.x ? b : a;
	size_t i = vertical_at(t, from.x), end = vertical_at(t, to.x);
	if (i >= end)
		return;
	double slope = (to.y - from.y) / (to.x - from.x);
	double y = from.y + (vertical_x(t, i) - from.x) * slope;
	for (slope /= BD_TRACE_PARTS; i < end; i++, y += slope)
		cover(t, i, y);
}

static void add_disc(bd_tracer *t, bd_point p)
{
	size_t end = vertical_at(t, p.x + t->radius);
	for (size_t i = vertical_at(t, p.x - t->radius); i < end; i++) {
		double x = vertical_x(t, i) - p.x;
		double half = sqrt(fmax(0, t->radius * t->radius - x * x));
		cover(t, i, p.y - half);
		cover(t, i, p.y + half);
	}
}

/* The corner at p, where the line turns from direction d to e: on its outer side. */
static void add_join(bd_tracer *t, bd_point p, bd_point d, bd_point e)
{
	double turn = d.x * e.y - d.y * e.x, along = d.x * e.x + d.y * e.y;
	double by = turn > 0 ? -t->radius : t->radius;
	bd_point from = offset(p, (bd_point){ -d.y, d.x }, by);
	bd_point to = offset(p, (bd_point){ -e.y, e.x }, by);
	if (t->join == CAIRO_LINE_JOIN_ROUND) {
		add_disc(t, p);
	} else if (t->join == CAIRO_LINE_JOIN_MITER && 2 <= t->miter * t->miter * (1 + along)) {
		bd_point tip = offset(p, (bd_point){ -d.y - e.y, d.x + e.x }, by / (1 + along));
		add_side(t, from, tip);
		add_side(t, tip, to);
	} else {
		add_side(t, from, to);
	}
}

static void add_segment(bd_tracer *t, bd_point a, bd_point b, bd_point d)
{
	bd_point across = { -d.y, d.x };
	bd_point a1 = offset(a, across, t->radius), a2 = offset(a, across, -t->radius);
	bd_point b1 = offset(b, across, t->radius), b2 = offset(b, across, -t->radius);
	add_side(t, a1, a2);
	add_side(t, b1, b2);
	add_side(t, a1, b1);
	add_side(t, a2, b2);
}

static inline bd_point point_at(const bd_trace_line *l, size_t i)
{
	return (bd_point){ l->x[(ptrdiff_t)i * l->step] * l->sx + l->tx,
			   l->y[(ptrdiff_t)i * l->step] * l->sy + l->ty };
}

static inline bd_point minus(bd_point b, bd_point a)
{
	return (bd_point){ b.x - a.x, b.y - a.y };
}

static inline bool is_nothing(bd_point d)
{
	return !(fabs(d.x) + fabs(d.y) > SHORTEST);
}

static bd_point direction(bd_point d)
{
	double length = sqrt(d.x * d.x + d.y * d.y);
	return (bd_point){ d.x / length, d.y / length };
}

/* From a by d, after a segment by `before`, if there was one. */
static void add_step(bd_tracer *t, bd_point a, bd_point d, bd_point before)
{
	bd_point to = direction(d);
	if (!is_nothing(before))
		add_join(t, a, direction(before), to);
	add_segment(t, a, (bd_point){ a.x + d.x, a.y + d.y }, to);
}

void bd_trace_all(bd_tracer *t, const bd_trace_line *l)
{
	bd_point a = point_at(l, 0), before = { 0 };
	for (size_t i = 1; i < l->count; i++) {
		bd_point b = point_at(l, i), d = minus(b, a);
		if (is_nothing(d))
			continue;
		add_step(t, a, d, before);
		before = d;
		a = b;
	}
}

/* --- what is sure to be covered --- */

/* Points that stand where a steep segment through them surely covers the same verticals, and
 * perhaps the same others. */
typedef struct part {
	size_t end;                         /* behind its last point */
	size_t sure[2], perhaps[2], far[2]; /* the first and the last vertical */
	double low, high; /* of its points; then what all of its verticals cover, less a margin */
	double far_low, far_high; /* the same of those a little further away */
} part;

typedef struct parts {
	part *items;
	size_t count, room;
} parts;

static inline bool is_steep(bd_point d)
{
	return fabs(d.y) >= STEEP * fabs(d.x) && !is_nothing(d);
}

/* The first and the last vertical within `reach` of x; returns the x up to which that stays so. */
static double verticals_within(const bd_tracer *t, double x, double reach, size_t of[2], bool *any)
{
	double first = ceil((x - reach - t->left) * BD_TRACE_PARTS - 0.5);
	double last = floor((x + reach - t->left) * BD_TRACE_PARTS - 0.5);
	double most = (double)t->count - 1;
	*any = first <= most && last >= 0;
	of[0] = (size_t)fmin(fmax(first, 0), most);
	of[1] = (size_t)fmin(fmax(last, 0), most);
	double left = t->left + (first + 0.5) / BD_TRACE_PARTS + reach;
	double right = t->left + (last + 1.5) / BD_TRACE_PARTS - reach;
	return fmin(left, right);
}

/* Whether a steep segment begins or ends at a point. */
static bool stands_steep(const bd_trace_line *l, size_t i)
{
	bd_point p = point_at(l, i);
	return (i && is_steep(minus(p, point_at(l, i - 1)))) ||
	       (i + 1 < l->count && is_steep(minus(point_at(l, i + 1), p)));
}

/* The points from `from` on that belong together, and how far they go up and down. */
static part next_part(const bd_tracer *t, const bd_trace_line *l, size_t from)
{
	const double slack = t->radius / (STEEP * STEEP);
	double x = point_at(l, from).x;
	part p = { 0 };
	bool any, perhaps;
	double end = fmin(verticals_within(t, x, t->radius - slack, p.sure, &any),
			  verticals_within(t, x, t->radius + slack, p.perhaps, &perhaps));
	size_t i = from + 1, low = from, high = from;
	double least = point_at(l, from).y, most = least;
	for (; i < l->count; i++) {
		bd_point at = point_at(l, i);
		if (!(at.x < end))
			break;
		if (at.y < least) {
			least = at.y;
			low = i;
		} else if (at.y > most) {
			most = at.y;
			high = i;
		}
	}
	p.end = i;
	verticals_within(t, x, t->radius * FAR, p.far, &perhaps);
	size_t last[2];
	verticals_within(t, point_at(l, i - 1).x, t->radius * FAR, last, &perhaps);
	p.far[1] = last[1];
	p.low = any && stands_steep(l, low) ? least : INFINITY;
	p.high = any && stands_steep(l, high) ? most : -INFINITY;
	return p;
}

/* The most of numbers[first] to numbers[last], window by window; neither end ever moves back. The
 * queue holds those that no later one is above. */
typedef struct window {
	const double *numbers;
	size_t *queue, head, tail, next;
} window;

static double most_within(window *w, size_t first, size_t last)
{
	for (; w->next <= last; w->next++) {
		while (w->tail > w->head &&
		       w->numbers[w->queue[w->tail - 1]] <= w->numbers[w->next])
			w->tail--;
		w->queue[w->tail++] = w->next;
	}
	while (w->head < w->tail && w->queue[w->head] < first)
		w->head++;
	return w->head < w->tail ? w->numbers[w->queue[w->head]] : -INFINITY;
}

/* One side of the parts: how far up (or, all turned over, down) the verticals are covered at
 * least, and of these what all of a part's verticals have, and all of those further away. */
static void know_side(const bd_tracer *t, const parts *all, double *side, double *far,
		      bd_arena *scratch)
{
	size_t room = all->count > t->count ? all->count : t->count;
	size_t *queue = BD_ARRAY(scratch, room, size_t), first = 0, end = 0;
	double *covered = BD_ARRAY(scratch, t->count, double);
	window w = { .numbers = side, .queue = queue };
	for (size_t v = 0; v < t->count; v++) {
		while (first < all->count && all->items[first].sure[1] < v)
			first++;
		while (end < all->count && all->items[end].sure[0] <= v)
			end++;
		covered[v] = end > first ? -most_within(&w, first, end - 1) : INFINITY;
	}
	w = (window){ .numbers = covered, .queue = queue };
	for (size_t i = 0; i < all->count; i++)
		side[i] = -most_within(&w, all->items[i].perhaps[0], all->items[i].perhaps[1]);
	w = (window){ .numbers = covered, .queue = queue };
	for (size_t i = 0; i < all->count; i++)
		far[i] = -most_within(&w, all->items[i].far[0], all->items[i].far[1]);
}

/* A segment that stays between what all verticals in its reach surely cover adds nothing. */
static void know(const bd_tracer *t, parts *all, bd_arena *scratch)
{
	double beyond = t->radius / STEEP, wide = beyond + t->radius * FAR + 1e-6;
	double margin = t->join == CAIRO_LINE_JOIN_ROUND ? wide : 2 * beyond + 1e-6;
	double *high = BD_ARRAY(scratch, all->count, double);
	double *low = BD_ARRAY(scratch, all->count, double);
	double *far_high = BD_ARRAY(scratch, all->count, double);
	double *far_low = BD_ARRAY(scratch, all->count, double);
	for (size_t i = 0; i < all->count; i++) {
		high[i] = all->items[i].high;
		low[i] = -all->items[i].low;
	}
	know_side(t, all, high, far_high, scratch);
	know_side(t, all, low, far_low, scratch);
	for (size_t i = 0; i < all->count; i++) {
		part *p = &all->items[i];
		p->high = high[i] - margin;
		p->low = margin - low[i];
		p->far_high = far_high[i] - wide;
		p->far_low = wide - far_low[i];
	}
}

static inline bool is_inside(const part *p, bool far, double low, double high)
{
	return far ? low >= p->far_low && high <= p->far_high : low >= p->low && high <= p->high;
}

/* A corner that is a miter, and a long one. */
static bool has_tip(const bd_tracer *t, bd_point before, bd_point d)
{
	if (t->join != CAIRO_LINE_JOIN_MITER || is_nothing(before))
		return false;
	before = direction(before);
	d = direction(d);
	double along = before.x * d.x + before.y * d.y;
	return along < LEAST_ALONG && 1.999 <= t->miter * t->miter * (1 + along);
}

/* --- the rest --- */

/* A segment that is not traced yet: the next ones may go on along it. */
typedef struct pending {
	bd_point from, d, first, before; /* its first part; the segment before it */
} pending;

static inline bool goes_on(const pending *p, bd_point d)
{
	bd_point f = p->first;
	double turn = f.x * d.y - f.y * d.x, along = f.x * d.x + f.y * d.y;
	return fabs(turn) <= STRAIGHT * along && fabs(d.y) <= SLOPING * fabs(d.x) &&
	       fabs(p->d.x + d.x) + fabs(p->d.y + d.y) < 1;
}

static void flush(bd_tracer *t, pending *p)
{
	if (!is_nothing(p->d))
		add_step(t, p->from, p->d, p->before);
	p->d = (bd_point){ 0 };
}

static void add_rest(bd_tracer *t, const bd_trace_line *l, const part *in, bd_point before)
{
	pending p = { 0 };
	bd_point a = point_at(l, 0);
	bool steep = is_steep(before);
	for (size_t i = 1; i < l->count; i++) {
		bd_point b = point_at(l, i), d = minus(b, a);
		bool was_steep = steep;
		double low = a.y < b.y ? a.y : b.y, high = a.y < b.y ? b.y : a.y;
		steep = is_steep(d);
		bool far = !steep || !was_steep, inside = is_inside(in, far, low, high);
		if (i >= in->end) {
			in++;
			inside = inside && i < in->end && is_inside(in, far, low, high);
		}
		if (is_nothing(d)) {
			steep = was_steep;
			continue;
		}
		inside = inside && !(far && has_tip(t, before, d));
		if (inside) {
			flush(t, &p);
		} else if (!is_nothing(p.d) && goes_on(&p, d)) {
			p.d.x += d.x;
			p.d.y += d.y;
		} else {
			flush(t, &p);
			p = (pending){ .from = a, .d = d, .first = d, .before = before };
		}
		before = d;
		a = b;
	}
	flush(t, &p);
}

static bd_trace_line turned(bd_trace_line l)
{
	l.x += (ptrdiff_t)(l.count - 1) * l.step;
	l.y += (ptrdiff_t)(l.count - 1) * l.step;
	l.step = -l.step;
	return l;
}

/* --- in slices --- */

typedef struct trace_work {
	const bd_tracer *whole;
	const bd_trace_line *line; /* from left to right */
	struct trace_slice {
		bd_arena scratch;
		bd_tracer tracer; /* of the verticals that the slice can reach */
		size_t first;     /* of them in the whole */
	} slices[BD_SLICES];
} trace_work;

/* The points of a slice and the first of the next, to which its last segment goes. */
static bd_trace_line points_between(const bd_trace_line *l, size_t from, size_t end)
{
	bd_trace_line some = *l;
	some.x += (ptrdiff_t)from * l->step;
	some.y += (ptrdiff_t)from * l->step;
	some.count = (end < l->count ? end + 1 : end) - from;
	return some;
}

/* The last segment before point i; none is nothing. */
static bd_point segment_before(const bd_trace_line *l, size_t i)
{
	for (bd_point d; i > 0; i--)
		if (d = minus(point_at(l, i), point_at(l, i - 1)), !is_nothing(d))
			return d;
	return (bd_point){ 0 };
}

static void reach_of(bd_tracer *t, const bd_trace_line *l, size_t *first)
{
	double reach = t->radius * fmax(1, t->miter) + 1;
	size_t from = vertical_at(t, point_at(l, 0).x - reach);
	size_t end = vertical_at(t, point_at(l, l->count - 1).x + reach);
	from -= from % BD_TRACE_PARTS;
	t->left += (double)(from / BD_TRACE_PARTS);
	t->count = end - from;
	*first = from;
}

static void trace_slice(void *context, size_t slice, size_t from, size_t end)
{
	trace_work *w = context;
	struct trace_slice *s = &w->slices[slice];
	bd_trace_line l = points_between(w->line, from, end);
	s->tracer = *w->whole;
	reach_of(&s->tracer, &l, &s->first);
	bd_tracer_begin(&s->tracer, &s->scratch);
	if (!s->tracer.count)
		return;
	parts all = { 0 };
	for (size_t i = 0; i < l.count; i = all.items[all.count - 1].end) {
		if (all.count == all.room)
			all.items = bd_list_grow(&s->scratch, all.items, all.count, all.count + 1,
						 &all.room, sizeof *all.items);
		all.items[all.count++] = next_part(&s->tracer, &l, i);
	}
	know(&s->tracer, &all, &s->scratch);
	add_rest(&s->tracer, &l, all.items, segment_before(w->line, from));
}

void bd_trace(bd_tracer *t, const bd_trace_line *line)
{
	bool corners = t->join == CAIRO_LINE_JOIN_MITER && t->miter > STEEP / 2; /* of any turn */
	if (line->count < DENSE * t->count || line->count < LEAST_POINTS || corners) {
		bd_trace_all(t, line);
		return;
	}
	bool back = point_at(line, line->count - 1).x < point_at(line, 0).x;
	bd_trace_line l = back ? turned(*line) : *line;
	trace_work w = { .whole = t, .line = &l };
	bd_parallel(l.count, 0, trace_slice, &w);
	for (size_t i = 0; i < BD_SLICES; i++) {
		struct trace_slice *s = &w.slices[i];
		for (size_t v = 0; v < s->tracer.count; v++) {
			t->low[s->first + v] = fmin(t->low[s->first + v], s->tracer.low[v]);
			t->high[s->first + v] = fmax(t->high[s->first + v], s->tracer.high[v]);
		}
		bd_arena_free(&s->scratch);
	}
}

void bd_tracer_begin(bd_tracer *t, bd_arena *arena)
{
	t->low = BD_ARRAY(arena, t->count, double);
	t->high = BD_ARRAY(arena, t->count, double);
	for (size_t i = 0; i < t->count; i++) {
		t->low[i] = INFINITY;
		t->high[i] = -INFINITY;
	}
}
