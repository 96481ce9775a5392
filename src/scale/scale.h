/* scale.h - from data to positions, colours, sizes and shapes: Vega's scales.
 *
 * A scale is described (bd_scale_def), fitted once, and frozen: mapping never changes it, so
 * threads may share it. What each field means is Vega's scale documentation
 * (https://vega.github.io/vega/docs/scales/); the mathematics is that of d3-scale. */
#pragma once
#include "base/array.h"
#include "base/color.h"
#include "base/env.h"
#include "base/number_span.h"
#include "base/value.h"
#include "locale/locale.h"

typedef struct bd_scale bd_scale;

typedef enum {
#define SCALE(id, name, family, doc) BD_SCALE_##id,
#include "scale/scales.def"
#undef SCALE
	BD_SCALE_TYPE_COUNT
} bd_scale_type;

const char *bd_scale_type_name(bd_scale_type type); /* "bin-ordinal" */
/* The type of a name; BD_SCALE_TYPE_COUNT where there is none. */
bd_scale_type bd_scale_type_find(const char *name);
bool bd_scale_type_is_continuous(bd_scale_type type); /* numbers or time in, anything between out */
bool bd_scale_type_is_discrete(bd_scale_type type);   /* ordinal, band, point */
bool bd_scale_type_is_discretizing(
	bd_scale_type type); /* quantile quantize threshold bin-ordinal */
bool bd_scale_type_is_time(bd_scale_type type);

/* `nice` of Vega: off, true, a count, or an interval of time with a step. */
typedef struct bd_nice {
	bool on;
	double count;      /* 0: 10 */
	bool by_interval;  /* the two below count */
	bd_time_unit unit; /* WEEK, DATE (days), … */
	double step;       /* 0: 1 */
} bd_nice;

/* Numbers that may be absent are NaN; start from bd_scale_def_new(type). */
typedef struct bd_scale_def {
	bd_scale_type type;
	/* Continuous: two or more numbers or dates (the extent of data, or the spec's own);
	 * quantile: all the data; threshold: the thresholds; discrete: the values, in their order.
	 * Values that are no number (continuous) are skipped. */
	const bd_value *domain;
	size_t domain_count;
	double domain_min, domain_max, domain_mid;
	bool domain_is_raw; /* domainRaw: no zero, nice, padding or the three above */
	bool zero;
	bd_nice nice;
	double padding; /* continuous: px by which the domain is widened; discrete: both paddings */
	double padding_inner, padding_outer; /* band, point: fractions of a step */
	double align;                        /* band, point: 0 to 1 */
	bool round;
	bool clamp, reverse;
	double base, exponent, constant; /* log, pow, symlog */
	const double *bins; /* bin boundaries, for ticks and bin-ordinal's domain; NULL: none */
	size_t bin_count;
	double bins_step, bins_start, bins_stop; /* the same as a step; start and stop may be NaN */
	/* Range: numbers; colours or other strings; arrays (dashes). Or a scheme. Or a step, which
	 * makes the range [0, step × what the domain needs] (band, point). */
	const bd_value *range;
	size_t range_count;
	const char *scheme;   /* "blues", "blues-9"; wins over range */
	bool range_is_scheme; /* `range` is a scheme written out as an array of colours */
	size_t scheme_count;  /* 0: as the scale needs */
	double scheme_extent[2];
	double range_step;
	const char *interpolate; /* "rgb" (NULL), "hsl", "hsl-long", "lab", "hcl", … */
	double gamma;
	const bd_place *place; /* where complaints point; may be NULL */
} bd_scale_def;

/* Vega's defaults of a type (align 0.5, base 10, exponent 1, gamma 1, …). */
bd_scale_def bd_scale_def_new(bd_scale_type type);

/* The scale, in env->arena. Mistakes (unknown scheme, bad colour, log over zero) are reported at
 * def->place and mended; never NULL. */
bd_scale *bd_scale_fit(bd_env *env, const bd_scale_def *def);

/* --- training: what a domain is made of --- */

/* The smallest and largest number seen; empty: min > max. */
typedef struct bd_span {
	double min, max;
} bd_span;
#define BD_EXTENT_EMPTY ((bd_span){ 1.0 / 0.0, -1.0 / 0.0 })
void bd_extent_add(bd_span *extent, double number); /* NaN and infinities are skipped */
void bd_extent_add_span(bd_span *extent, const bd_number_span *span);
static inline bool bd_extent_is_empty(bd_span extent)
{
	return extent.min > extent.max;
}

/* Distinct values, in the order of their first appearance; equal as a JavaScript Map with
 * d3's keys has it (dates by their time; null and undefined are values). */
typedef struct bd_value_set {
	bd_arena *arena;
	bd_value *items;
	size_t count, room;
	uint32_t *slots; /* item + 1; 0: free */
	size_t slot_count;
} bd_value_set;
bd_value_set bd_value_set_new(bd_arena *arena);
/* Its index, added where it is new. */
size_t bd_value_set_add(bd_value_set *set, bd_value value);
/* Its index, or SIZE_MAX. */
size_t bd_value_set_find(const bd_value_set *set, bd_value value);

/* --- mapping --- */

/* Numbers out: positions, sizes, opacities. NaN where the value has none (unknown to a band scale,
 * not a number), or the range holds no numbers. */
double bd_scale_number(const bd_scale *scale, bd_value value);
/* The same for a column; in and out may be one array. Time columns are ms. */
void bd_scale_numbers(const bd_scale *scale, const double *in, double *out, size_t count);
/* Colours out; false where there is none. */
bool bd_scale_color(const bd_scale *scale, bd_value value, bd_color *color);
/* Anything out (shapes, dashes, strings); colours as CSS text; undefined where there is none. */
bd_value bd_scale_value(bd_arena *arena, const bd_scale *scale, bd_value value);
/* From a position back to the domain; undefined where it cannot be. */
bd_value bd_scale_invert(const bd_scale *scale, double position);

/* Of band and point scales (0 for others and for point): the width of a band; the distance between
 * the starts of two. */
double bd_scale_bandwidth(const bd_scale *scale);
double bd_scale_step(const bd_scale *scale);
/* The range's first and last number; NaN where it holds none. */
double bd_scale_range_start(const bd_scale *scale);
double bd_scale_range_end(const bd_scale *scale);
/* Where a mark stands that no value places, or an invalid one: of 0 if the scale has a zero and the
 * domain holds it, else of the domain's first value, or its last. NaN where there is none. */
double bd_scale_zero_or_min(const bd_scale *scale);
double bd_scale_zero_or_max(const bd_scale *scale);

/* After zero, nice, padding and bins. */
const bd_value *bd_scale_domain(const bd_scale *scale, size_t *count);
/* The range resolved (colours as "#rrggbb"); of a gradient, none. */
const bd_value *bd_scale_range(bd_arena *arena, const bd_scale *scale, size_t *count);
/* Its range is colours that run on continuously (a gradient legend). */
bool bd_scale_is_gradient(const bd_scale *scale);
/* A gradient's stops, as Vega draws it in legends: offsets 0 to 1 along the domain. */
typedef struct bd_scale_stop {
	double offset;
	bd_color color;
} bd_scale_stop;
const bd_scale_stop *bd_scale_gradient(bd_arena *arena, const bd_scale *scale, size_t *count);
/* 0 at the domain's start, 1 at its end: how far along (Vega's scaleFraction), for gradients. */
double bd_scale_fraction(const bd_scale *scale, double number);
/* The thresholds between the outputs of quantile, quantize, threshold and bin-ordinal. */
const double *bd_scale_thresholds(const bd_scale *scale, size_t *count);

/* --- ticks and labels --- */

/* Vega's tickCount: a number, or an interval of time. */
typedef struct bd_tick_count {
	double count; /* NaN: the scale's own (10) */
	bool by_interval;
	bd_time_unit unit;
	double step; /* 0: 1 */
} bd_tick_count;
#define BD_TICK_COUNT(n) ((bd_tick_count){ .count = (n) })

/* The tick values in order: numbers, dates, or a discrete domain's values. `min_step` (tickMinStep)
 * 0: none. At most BD_MAX_TICKS. */
const bd_value *bd_scale_ticks(bd_arena *arena, const bd_scale *scale, bd_tick_count tick_count,
			       double min_step, size_t *count);
/* `values` without those outside the domain, as Vega's validTicks leaves them for `count`. */
const bd_value *bd_scale_valid_ticks(bd_arena *arena, const bd_scale *scale, const bd_value *values,
				     size_t value_count, double tick_count, size_t *count);

typedef enum { BD_FORMAT_AUTO, BD_FORMAT_NUMBER, BD_FORMAT_TIME } bd_format_type;

/* How labels of a scale are written: made once for all ticks. */
typedef struct bd_label_format {
	const bd_scale *scale;
	const bd_locale *locale;
	bd_tick_count tick_count;       /* as the ticks were asked for: decides the digits */
	const char *format;             /* d3; NULL: the scale's default */
	const bd_time_formats *formats; /* a specifier object for times; NULL: none */
	bd_format_type type;
	double min_step; /* as the ticks were asked for; 0: none */
	bool no_skip;    /* log: label every tick, as Vega does where `values` are given */
} bd_label_format;

/* A tick's label ("" for a log tick that is left without one). */
const char *bd_scale_label(bd_arena *arena, const bd_label_format *format, bd_value tick);

/* Legends: a symbol for each value, a bar of classes, or a bar that runs on. */
typedef enum { BD_LEGEND_SYMBOL, BD_LEGEND_DISCRETE, BD_LEGEND_GRADIENT } bd_legend_type;

typedef struct bd_legend_request {
	bd_label_format format; /* tick_count.count NaN: Vega's 5; no_skip is set here */
	bd_legend_type type;
	const bd_value *values; /* NULL: the scale's own */
	size_t value_count;
	size_t limit; /* symbolLimit; 0: none. The last entry then says how many are left out */
	bool is_size; /* of symbols: an entry of size 0 is left out */
} bd_legend_request;

typedef struct bd_legend_entry {
	bd_value value;    /* the scale maps it to the symbol; -Infinity: the first class */
	const char *label; /* of classes "10 – 20", "< 10", "≥ 20"; "" for none */
	double from, to;   /* classes: bounds, infinite at the ends */
	double fraction, fraction_end; /* bars: 0 to 1 along */
	bool is_rest;                  /* "…3 entries": stands for those beyond the limit */
} bd_legend_entry;
const bd_legend_entry *bd_scale_legend(bd_arena *arena, const bd_legend_request *request,
				       size_t *count);

/* --- colour schemes --- */

/* True where the name (with "-9" or not) is one of Vega's. */
bool bd_scheme_exists(const char *name);
/* Names, for lists and suggestions; NULL-ended. */
const char *const *bd_scheme_names(void);
/* The n colours of a categorical scheme (n its size), or n evenly out of one that runs on (n > 0).
 */
const bd_color *bd_scheme_colors(bd_arena *arena, const char *name, size_t n, size_t *count);

/* One colour between two, in a colour space of Vega's `interpolate` (NULL: "rgb"); t 0 to 1. */
bd_color bd_color_interpolate(bd_color a, bd_color b, double t, const char *space, double gamma);
/* Is it one of those spaces? */
bool bd_interpolate_exists(const char *space);
