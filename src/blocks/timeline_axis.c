/* timeline_axis.c - years to px, and ticks at round years, or months or days where time is short.
 */
#include "blocks/timeline.h"

#include <math.h>

#define MONTH (1.0 / 12)
#define DAY   (1 / 365.2425)

static const double steps[] = { DAY,       2 * DAY, 7 * DAY, 14 * DAY, MONTH, 3 * MONTH,
				6 * MONTH, 1,       2,       5,        10,    20,
				25,        50,      100,     200,      500,   1000 };
enum { STEPS = sizeof steps / sizeof *steps };

double bd_timeline_years(bd_when when)
{
	if (!when.year)
		return 0;
	double from = bd_time_from_date((bd_date){ .year = when.year, .month = 1, .day = 1 });
	double to = bd_time_from_date((bd_date){ .year = when.year + 1, .month = 1, .day = 1 });
	double width = when.precision == BD_DATE_YEAR      ? 1
		       : when.precision == BD_DATE_QUARTER ? 0.25
		       : when.precision == BD_DATE_MONTH   ? MONTH
							   : 0;
	return when.year + (when.ms - from) / (to - from) + width / 2;
}

#define LONG_GAP  0.3  /* of the axis's years: the least that is worth a break */
#define KEPT_SIDE 0.06 /* of the years that are left: the axis goes on so far beyond a mark */

static bool in_period(const bd_timeline *t, double from, double to)
{
	for (size_t i = 0; i < t->periods.count; i++)
		if (bd_timeline_years(t->periods.items[i].from) < to &&
		    bd_timeline_years(t->periods.items[i].to) > from)
			return true;
	return false;
}

/* The longest stretch without an event that is not broken yet; false where none is long for what
 * is still there. */
static bool longest_gap(const bd_timeline *t, const bd_time_axis *axis, double left,
			bd_time_break *longest)
{
	double until = -INFINITY, most = LONG_GAP * left;
	bool found = false;
	for (size_t i = 0; i < t->items.count; i++) {
		const bd_event *e = t->items.items[i];
		bool broken = false;
		for (size_t k = 0; k < axis->break_count; k++)
			broken |= axis->breaks[k].from == until;
		if (isfinite(until) && e->at - until > most && !broken &&
		    !in_period(t, until, e->at)) {
			most = e->at - until;
			*longest = (bd_time_break){ until, e->at };
			found = true;
		}
		until = fmax(until, e->until);
	}
	return found;
}

/* Breaks the longest gaps between events, in the order of time. */
static void break_gaps(const bd_timeline *t, size_t breaks, bd_time_axis *axis)
{
	double left = axis->to - axis->from;
	bd_time_break gap;
	while (axis->break_count < breaks && longest_gap(t, axis, left, &gap)) {
		size_t at = axis->break_count++;
		for (; at > 0 && axis->breaks[at - 1].from > gap.from; at--)
			axis->breaks[at] = axis->breaks[at - 1];
		axis->breaks[at] = gap;
		left -= gap.to - gap.from;
	}
	for (size_t i = 0; i < axis->break_count; i++) {
		bd_time_break *b = &axis->breaks[i];
		double side = fmin(left * KEPT_SIDE, (b->to - b->from) / 3);
		b->from += side;
		b->to -= side;
	}
}

/* The years that are drawn, up to `year`. */
static double kept(const bd_time_axis *axis, double year)
{
	double years = year - axis->from;
	for (size_t i = 0; i < axis->break_count; i++)
		years -= fmax(0, fmin(year, axis->breaks[i].to) - axis->breaks[i].from);
	return years;
}

static double per_year(const bd_time_axis *axis)
{
	return (axis->length - (double)axis->break_count * axis->break_length) /
	       kept(axis, axis->to);
}

bd_time_axis bd_timeline_axis(const bd_timeline *t, double length, double tick_room, size_t breaks,
			      double break_length)
{
	bd_time_axis axis = {
		.from = INFINITY, .to = -INFINITY, .length = length, .break_length = break_length
	};
	for (size_t i = 0; i < t->items.count; i++) {
		axis.from = fmin(axis.from, t->items.items[i]->at);
		axis.to = fmax(axis.to, t->items.items[i]->until);
	}
	for (size_t i = 0; i < t->periods.count; i++) {
		axis.from = fmin(axis.from, bd_timeline_years(t->periods.items[i].from));
		axis.to = fmax(axis.to, bd_timeline_years(t->periods.items[i].to));
	}
	break_gaps(t, breaks < BD_MOST_BREAKS ? breaks : BD_MOST_BREAKS, &axis);
	double span = fmax(kept(&axis, axis.to), DAY);
	axis.from -= span * 0.03;
	axis.to += span * 0.03;
	axis.step = steps[STEPS - 1];
	for (size_t i = STEPS; i-- > 0;)
		/* months beside years that are left out would say too much */
		if (steps[i] * per_year(&axis) >= tick_room && (steps[i] >= 1 || !axis.break_count))
			axis.step = steps[i];
	return axis;
}

double bd_timeline_at(const bd_time_axis *axis, double year)
{
	double px = kept(axis, year) * per_year(axis);
	for (size_t i = 0; i < axis->break_count; i++) {
		const bd_time_break *b = &axis->breaks[i];
		double share = (year - b->from) / (b->to - b->from);
		px += axis->break_length * fmin(1, fmax(0, share));
	}
	return px;
}

bool bd_timeline_is_cut(const bd_time_axis *axis, double year, double room)
{
	double at = bd_timeline_at(axis, year);
	for (size_t i = 0; i < axis->break_count; i++)
		if (at > bd_timeline_at(axis, axis->breaks[i].from) - room &&
		    at < bd_timeline_at(axis, axis->breaks[i].to) + room)
			return true;
	return false;
}

/* A point of the axis, `along` it and `across`. */
static bd_point point_on(double x, double y, bool down, double along, double across)
{
	return down ? (bd_point){ x + across, y + along } : (bd_point){ x + along, y + across };
}

static void draw_piece(bd_node *group, double x, double y, bool down, double from, double to,
		       const bd_style *style)
{
	bd_point a = point_on(x, y, down, from, 0), b = point_on(x, y, down, to, 0);
	bd_block_rule(group, a.x, a.y, b.x, b.y, style->theme->ink,
		      bd_style_px(style, style->theme->rule));
}

/* A stroke across the end of a piece: two of them, with nothing between, say that years are left
 * out. */
static void draw_slash(bd_node *group, double x, double y, bool down, double at,
		       const bd_style *style)
{
	double half = bd_style_px(style, 13), slant = bd_style_px(style, 5);
	bd_point a = point_on(x, y, down, at - slant, half),
		 b = point_on(x, y, down, at + slant, -half);
	bd_block_rule(group, a.x, a.y, b.x, b.y, style->theme->ink, bd_style_px(style, 3));
}

void bd_timeline_draw_line(const bd_time_axis *axis, double x, double y, bool down,
			   const bd_style *style, bd_node *group)
{
	double from = 0;
	for (size_t i = 0; i < axis->break_count; i++) {
		double start = bd_timeline_at(axis, axis->breaks[i].from);
		draw_piece(group, x, y, down, from, start, style);
		from = start + axis->break_length;
		draw_slash(group, x, y, down, start, style);
		draw_slash(group, x, y, down, from, style);
	}
	draw_piece(group, x, y, down, from, axis->length, style);
}

static double ms_of(double year)
{
	int whole = (int)floor(year);
	double from = bd_time_from_date((bd_date){ .year = whole, .month = 1, .day = 1 });
	double to = bd_time_from_date((bd_date){ .year = whole + 1, .month = 1, .day = 1 });
	return from + (year - whole) * (to - from);
}

bool bd_timeline_tick(const bd_time_axis *axis, bd_env *env, size_t i, double *year,
		      const char **label)
{
	double index = ceil(axis->from / axis->step - 1e-9) + (double)i;
	*year = index * axis->step;
	if (*year > axis->to + 1e-9)
		return false;
	bd_when when = { .precision = BD_DATE_YEAR };
	if (axis->step >= 1) {
		when.year = (int)llround(*year);
	} else if (axis->step >= MONTH) { /* whole months, not twelfths of a year's days */
		long long months = llround(*year * 12);
		when = (bd_when){ .year = (int)(months / 12),
				  .month = (int)(months % 12) + 1,
				  .precision = BD_DATE_MONTH };
		when.ms = bd_time_from_date(
			(bd_date){ .year = when.year, .month = when.month, .day = 1 });
		*year = bd_timeline_years(when) - MONTH / 2;
	} else {
		double day = floor(ms_of(*year) / BD_MS_PER_DAY + 0.5) * BD_MS_PER_DAY;
		when = bd_when_from_ms(day, BD_DATE_DAY);
		*year = bd_timeline_years(when);
	}
	*label = bd_date_say(env->arena, env->locale, BD_DATE_NUMERIC, when);
	return true;
}

double bd_timeline_radius(const bd_timeline *t, const bd_time_axis *axis, const bd_style *style)
{
	double nearest = INFINITY;
	for (size_t i = 1; i < t->items.count; i++) {
		double apart = bd_timeline_at(axis, t->items.items[i]->at) -
			       bd_timeline_at(axis, t->items.items[i - 1]->at);
		if (apart > 0.5) /* two events of one day share a mark */
			nearest = fmin(nearest, apart);
	}
	return fmax(bd_style_px(style, 6), fmin(bd_style_px(style, 10), nearest * 0.45));
}
