/* internal.h - the fitted scale, for the files of scale/ alone.
 *
 * Every scale is one of four kinds of mapping, whatever its type: from a number through a transform
 * along pieces (continuous), or along a ramp of colours (sequential, diverging); by thresholds
 * (discretising); or by the place of a value in a list (discrete). */
#pragma once
#include "scale/scale.h"

/* Colours along t from 0 to 1. */
struct bd_ramp {
	const bd_color *stops;
	size_t count;
	const char *space; /* bd_color_interpolate */
	double gamma;
	double from, to; /* the part of it that is used; from > to: backwards */
};

enum bd_mapping { BD_MAP_PIECES, BD_MAP_RAMP, BD_MAP_THRESHOLDS, BD_MAP_LIST };
enum bd_output { BD_OUT_NUMBERS, BD_OUT_COLORS, BD_OUT_VALUES };

struct bd_transform {
	enum { BD_TR_NONE, BD_TR_LOG, BD_TR_POW, BD_TR_SYMLOG } kind;
	double base, exponent, constant;
	bool negative; /* log of a domain below 0 */
};

struct bd_scale {
	bd_scale_type type;
	enum bd_mapping mapping;
	enum bd_output output;
	struct bd_transform transform;
	bool clamp, round, reverse;
	bool zero; /* zero is meant, even where the domain was cut short of it */
	bool has_bins;
	const double *bins;
	size_t bin_count;

	double *domain; /* numbers, in order; discrete: none */
	size_t domain_count;
	double *lifted;          /* the domain transformed */
	bd_value_set set;        /* discrete: the values */
	bd_value *domain_values; /* the domain as values */
	size_t domain_value_count;

	double *numbers;  /* range: numbers */
	bd_color *colors; /* range: colours */
	bd_value *values; /* range: as it was written */
	size_t range_count;
	struct bd_ramp ramp;
	const char *space;
	double gamma;

	double *thresholds;
	size_t threshold_count;
	double start, step, bandwidth, range_from, range_to; /* band, point */
};

/* domain.c: what the def's domain becomes. */
void bd_domain_configure(bd_env *env, bd_scale *scale, const bd_scale_def *def);
/* range.c: what the def's range becomes, once the domain stands. */
void bd_range_configure(bd_env *env, bd_scale *scale, const bd_scale_def *def);
/* band.c */
void bd_band_configure(bd_scale *scale, const bd_scale_def *def);
double bd_band_space(double count, double inner, double outer);
double bd_band_inner(const bd_scale_def *def);
double bd_band_outer(const bd_scale_def *def);
/* discretize.c */
void bd_thresholds_configure(bd_arena *arena, bd_scale *scale);

/* transform.c */
double bd_transform_lift(const struct bd_transform *t, double x);
double bd_transform_ground(const struct bd_transform *t, double y);
/* continuous.c: the piece a number falls into, and how far along it (0 to 1 within). */
size_t bd_piece_find(const bd_scale *scale, double number, double *along);
/* Along the whole domain of a ramp, 0 to 1. */
double bd_ramp_position(const bd_scale *scale, double number);
bd_color bd_ramp_color(const struct bd_ramp *ramp, double t);
/* The colours that a scheme runs through; false where it is a list of colours, or none. */
bool bd_scheme_ramp(bd_arena *arena, const char *name, struct bd_ramp *ramp);
/* How many of the numbers (ascending) are <= x. */
size_t bd_bisect_right(const double *numbers, size_t count, double x);

/* ticks.c: d3's algorithm (https://d3js.org/d3-array/ticks). */
const double *bd_ticks(bd_arena *arena, double start, double stop, double count, size_t *n);
double bd_tick_increment(double start, double stop, double count);
double bd_tick_step(double start, double stop, double count);
/* Math.round of JavaScript: halves up. */
double bd_round_half_up(double x);

/* tick.c: Vega's tickCount, as a number: more with bins, fewer with a least step. */
double bd_tick_count_number(const bd_scale *scale, bd_tick_count tick_count, double min_step);

/* label.c */
const char *bd_format_span(bd_arena *arena, const bd_locale *locale, double start, double stop,
			   double count, const char *format, double number);

/* log.c */
const double *bd_log_ticks(bd_arena *arena, const bd_scale *scale, double count, size_t *n);
void bd_log_nice(const struct bd_transform *t, double *low, double *high);
/* Whether a log tick gets a label when there are `tick_count` of them and `count` were asked for.
 */
bool bd_log_is_labelled(const bd_scale *scale, double tick, double count, size_t tick_count);

/* interval.c: d3's intervals of time (https://d3js.org/d3-time), UTC. */
struct bd_interval {
	bd_time_unit unit;
	double step;
	bool days_from_epoch; /* days are counted since 1970, not within the month (d3's unixDay) */
};
double bd_interval_floor(struct bd_interval interval, double ms);
double bd_interval_ceil(struct bd_interval interval, double ms);
double bd_interval_next(struct bd_interval interval, double ms); /* of one that is on a boundary */
/* The interval that gives about `count` ticks. */
struct bd_interval bd_interval_for(double start, double stop, double count, bool utc);
const double *bd_interval_range(bd_arena *arena, struct bd_interval interval, double start,
				double stop, size_t *n);
