/* model.h - a spec's views while they are compiled: what every stage of chart/ works on.
 *
 * encode/ makes a tree of views of a normalised spec, reads each unit's channels and gives it its
 * tables; scales/ decides one scale per channel and owner; then chart/assemble.c walks the tree
 * once per cell, fits scales to the cell's rows, and has marks/ and guides/ lay down items. */
#pragma once
#include "chart/vocabulary/channels.h"
#include "data/table.h"
#include "data/transform.h"
#include "expr/expr.h"
#include "scale/scale.h"
#include "scene/items.h"

typedef enum { BD_QUANTITATIVE, BD_NOMINAL, BD_ORDINAL, BD_TEMPORAL, BD_GEOJSON } bd_field_type;

typedef enum { BD_BIN_NONE, BD_BIN_PARAMS, BD_BIN_BINNED } bd_bin_kind;

/* A channel definition, read. `json` NULL: the channel is not encoded. */
typedef struct bd_channel_def {
	const bd_json *json;
	const char *field; /* as the spec names it; NULL: none */
	const char *name;  /* the column that holds its values, aggregated, binned … */
	const char *end;   /* the column that holds the end of its bin or time unit; NULL */
	const char *
		rect_start; /* columns of where bars begin and end that stand off the middle of … */
	const char *rect_end; /* … their unit of time; NULL */
	bool has_datum, has_value;
	bd_field_type type;
	const char *aggregate; /* NULL: none; "count" needs no field */
	const char *arg_field; /* argmin, argmax: by which field */
	bd_bin_kind bin;
	const bd_json *bin_params;
	const char *bin_key; /* "bin_maxbins_10" */
	const char *unit;    /* timeUnit without "binned"; NULL: none */
	const bd_json *unit_params;
	bool unit_binned;                 /* the data was cut to the unit before */
	const bd_bins *bins;              /* as fitted to the data; NULL: not binned here */
	double band_position;             /* NaN: not said */
	const bd_json *sort;              /* NULL: not said */
	const bd_json *condition;         /* an array of conditions; NULL */
	const bd_json *conditional_field; /* a condition that itself names a field; NULL */
	bool no_scale;                    /* "scale": null */
} bd_channel_def;

/* How a unit's values are put on each other. */
typedef struct bd_stacking {
	bool on;
	bd_channel field_channel;     /* whose values are stacked: x, y, theta, radius */
	bd_channel group_channels[2]; /* a stack for each of their values: y, yOffset */
	size_t group_count;
	const char *offset;       /* "zero", "center", "normalize"; NULL: not stacked */
	bd_channel by[16];        /* what tells the pieces of a stack apart, */
	const char *by_names[16]; /* … and its columns */
	size_t by_count;
	bool impute;             /* paths need a value of each series in each stack */
	const char *start, *end; /* columns of the stacked values */
} bd_stacking;

typedef enum { BD_VIEW_UNIT, BD_VIEW_LAYER, BD_VIEW_FACET, BD_VIEW_CONCAT } bd_view_kind;

struct bd_view;

/* One scale: a channel's, owned by the view in which it is shared. */
typedef struct bd_scale_use {
	bd_channel channel;
	struct bd_view *owner;
	bd_scale_type type;
	bool type_explicit;
	struct bd_view **units; /* that use it, in order */
	size_t unit_count;
	const bd_json *spec; /* the explicit members of all `scale`s, merged */
	bd_scale_def def;
	bd_scale *scale; /* as fitted for the cell that is being assembled */
	/* what its units say of its domain */
	bool domain_explicit;                 /* the spec lists it */
	double step;                          /* of the range; NaN: none */
	double bin_step, bin_start, bin_stop; /* of binned fields; NaN */
	const char *unit;                     /* of temporal fields, for formats and ticks */
} bd_scale_use;

/* A view of a normalised spec. Which members count follows from its kind. */
typedef struct bd_view {
	struct bd_compiler *c;
	bd_view_kind kind;
	struct bd_view *parent, **children;
	size_t child_count;
	const bd_json *spec;
	const char *name;
	bd_table *source; /* after this view's own data and transforms */
	bd_table *frames; /* the same with the rows of all frames of an animation; NULL: none */
	/* units */
	const bd_json *mark; /* the mark definition as an object */
	const char *mark_type;
	const struct bd_mark *kind_of_mark;
	const char *orient; /* "vertical", "horizontal"; NULL */
	bd_channel_def channels[CH_COUNT];
	bd_channel_def *details;
	size_t detail_count;
	bd_channel_def *tooltips; /* not drawn, but aggregation keeps their fields */
	size_t tooltip_count;
	bd_channel_def *orders;
	size_t order_count;
	bd_stacking stack;
	bd_table *raw;    /* before aggregation: sorting looks at it */
	bd_table *domain; /* whose rows scales look at, where they are not main's; NULL */
	bd_table *main;   /* what is drawn; cut to the cell while one is assembled */
	/* facets: the fields of facet, row and column */
	bd_channel_def facets[3];
	/* scales, by channel; NULL: none */
	bd_scale_use *owned[CH_COUNT]; /* those that it shares out, or has to itself */
	bd_scale_use *uses[CH_COUNT];  /* those of a unit, whoever owns them */
	/* plots: units and outermost layers */
	double width, height;         /* px; NaN before its scales are trained */
	bool width_step, height_step; /* it follows from the steps of a discrete scale */
} bd_view;

/* What every stage knows of the chart as a whole. */
typedef struct bd_compiler {
	bd_env *env;
	bd_arena *arena;       /* env->arena: items may point at what is made on the way */
	const bd_json *config; /* complete: defaults, theme's and spec's */
	bool in_poster;        /* the language's formats, no background and padding of its own */
	double container_width, container_height; /* px; 0: there is no container */
	bool fit_container;                       /* a spec without a size takes its size */
	bd_datasets *datasets;
	const bd_locale *locale;
	const bd_json *params;     /* name → value, as an object: params in their first state */
	bd_names names;            /* parameters, width and height, for expressions */
	bool lacks_data;           /* was told of */
	bool single;               /* one plot is the whole chart */
	double around_x, around_y; /* px that axes, legends and padding take around it */
	double fit_width, fit_height; /* that the whole chart is to take; 0: not said */
	int depth;                    /* of parameters that name each other */
	const struct bd_view *at;     /* the plot that width and height are those of */
} bd_compiler;
