/* timeline.h - events on an axis that is time: equal years, equal distance. */
#pragma once
#include "blocks/rows.h"
#include "locale/locale.h"

typedef struct bd_event {
	bd_when time, end; /* end.year 0: none */
	const char *title, *detail, *color;
	bool highlight;
	const bd_json *node;
	double at, until;      /* years since 0, at the middle of what the date's precision knows */
	const char *at_length; /* title and detail in one */
	const char *says;      /* its date, as exact as it was written */
	bd_color ink, dot;     /* of its text and of its mark */
} bd_event;

typedef struct bd_period {
	bd_when from, to;
	bool highlight;
} bd_period;

typedef struct bd_timeline {
	bd_block_head head;
	bd_rows rows;
	int orient;
	int may_break; /* BD_BREAK_… */
	BD_ARRAY_OF(bd_event *) items;
	BD_ARRAY_OF(bd_period) periods;
	const char **groups; /* the values of `color`, as they first appear */
	size_t group_count;
	bool highlights; /* some event is highlighted: colour says that, and nothing of groups */
} bd_timeline;

enum { BD_MOST_GROUPS = 4 }; /* more colours than that cannot be told and remembered */

/* The colour of the i-th group. */
bd_color bd_timeline_ink(const bd_theme *theme, size_t group);
bool bd_timeline_has_legend(const bd_timeline *timeline);
double bd_timeline_legend_height(bd_env *env, const bd_timeline *timeline, double width,
				 const bd_style *style);
void bd_timeline_legend_place(bd_env *env, const bd_timeline *timeline, bd_rect box,
			      const bd_style *style, bd_node *group);

enum { BD_MOST_BREAKS = 3 };
/* Whether long empty stretches may be left out of the axis. */
enum { BD_BREAKS_AUTO, BD_BREAKS_NEVER, BD_BREAKS_ALWAYS };

/* Years left out of an axis, where nothing happens: the axis is drawn broken there. */
typedef struct bd_time_break {
	double from, to;
} bd_time_break;

/* The axis: years from `from` to `to`, over `length` px, equal years at equal distance. */
typedef struct bd_time_axis {
	double from, to, length;
	double step; /* between ticks, years */
	bd_time_break breaks[BD_MOST_BREAKS];
	size_t break_count;
	double break_length; /* px of each */
} bd_time_axis;
/* With breaks of `break_length` px in at most `breaks` of its long empty stretches. */
bd_time_axis bd_timeline_axis(const bd_timeline *timeline, double length, double tick_room,
			      size_t breaks, double break_length);
/* Whether `year` lies in a break, or so near that its label would run into it. */
bool bd_timeline_is_cut(const bd_time_axis *axis, double year, double room);
/* The axis's line with its breaks: from (x, y) to the right, or down where `down`. */
void bd_timeline_draw_line(const bd_time_axis *axis, double x, double y, bool down,
			   const bd_style *style, bd_node *group);
double bd_timeline_at(const bd_time_axis *axis, double year);
/* Ticks: *year of the i-th and its label; false after the last. */
bool bd_timeline_tick(const bd_time_axis *axis, bd_env *env, size_t i, double *year,
		      const char **label);
/* The radius of marks: smaller where they stand close, so that each can be told. */
double bd_timeline_radius(const bd_timeline *timeline, const bd_time_axis *axis,
			  const bd_style *style);
/* A moment in years, at the middle of what its precision knows. */
double bd_timeline_years(bd_when when);

/* The text of an event: its date, title and detail, one below another, or the date at the left. */
typedef struct bd_event_text {
	bd_text date, title, detail;
	double wrapped;    /* the width that title and detail were broken to */
	double date_width; /* of the date's column; 0: the date stands above */
	double width, height;
} bd_event_text;
bd_event_text bd_event_measure(bd_env *env, const bd_event *event, double width, double date_width,
			       bd_align align, const bd_style *style);
void bd_event_draw(const bd_event *event, const bd_event_text *text, double x, double y,
		   bool leftwards, const bd_style *style, bd_node *group);

bd_extent bd_timeline_vertical_measure(bd_env *env, const bd_timeline *timeline, double width,
				       const bd_style *style);
void bd_timeline_vertical_place(bd_env *env, const bd_timeline *timeline, bd_rect box,
				const bd_style *style, bd_node *group);
/* False where the labels find no lanes. */
bool bd_timeline_horizontal_measure(bd_env *env, const bd_timeline *timeline, double width,
				    const bd_style *style, bd_extent *extent);
void bd_timeline_horizontal_place(bd_env *env, const bd_timeline *timeline, bd_rect box,
				  const bd_style *style, bd_node *group);
