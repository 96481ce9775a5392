/* axis.h - which axes a plot has (axis_plan.c), and each as items (axis.c). */
#pragma once
#include "chart/guides/guide.h"

typedef struct bd_plot_axes {
	BD_LIST(bd_guide_plan) plans;
} bd_plot_axes;
/* The axes of a plot: one for each scale of x and y that its units show. */
bd_plot_axes bd_axes_plan(bd_view *plot);
/* Its items in a plot of this size, in px; `grid` and `main` (line, ticks, labels, title) may stand
 * in different cells. */
bd_axis_items *bd_axis_make(const bd_guide_plan *plan, double width, double height, bool grid,
			    bool main);
