/* chart.h - a Vega-Lite spec, compiled natively into items and drawn into a scene.
 *
 *	bd_chart *chart = bd_chart_compile(env, spec, &(bd_chart_options){ .width = 600 });
 *	bd_chart_draw(chart, group, x, y);
 *
 * Stages, each a folder below this one, in the order of src/LAYERS: vocabulary (is every name
 *known?), normalise (no shorthand is left), encode (channels read, tables made), scales, marks,
 *guides; then assemble.c puts them together as items. A mistake in the spec is reported to
 *env->diags; what is still good is compiled all the same, so the returned chart is always usable.
 */
#pragma once
#include "scene/scene.h"
#include "json/json.h"

typedef struct bd_chart bd_chart;

typedef struct bd_chart_options {
	const bd_json *config; /* a Vega-Lite config under the spec's own; NULL: Vega-Lite's */
	/* What "container" stands for, in px of the whole chart with its axes; 0: there is no
	 * container. With `fit`, a spec that says no width or height is fitted into them too. */
	double width, height;
	bool fit;
	bool in_poster; /* no background and no padding of its own; the language's formats */
} bd_chart_options;

/* Never NULL; lives in env->arena. */
bd_chart *bd_chart_compile(bd_env *env, const bd_json *spec, const bd_chart_options *options);

/* The whole picture, padding, axes, legends and titles included. px. */
typedef struct bd_chart_size {
	double width, height;
} bd_chart_size;
bd_chart_size bd_chart_measure(const bd_chart *chart);

/* CSS colour behind it; alpha 0: none. */
bd_color bd_chart_background(const bd_chart *chart);

/* Adds the picture to a group, its top left at x, y, as one Figure with its alt text. */
void bd_chart_draw(bd_env *env, const bd_chart *chart, bd_node *group, double x, double y);

/* The items as JSON, for comparisons (`bieudo scene --flat`): cells of marks, axes and legends. */
const char *bd_chart_flat(bd_env *env, const bd_chart *chart, const char *name);

/* For metadata: the spec's own title and description, "" where it has none. */
const char *bd_chart_title(const bd_chart *chart);
const char *bd_chart_description(const bd_chart *chart);

/* True for an object that reads as a Vega-Lite spec: it has a mark or a composition. */
bool bd_chart_is_spec(const bd_json *spec);
