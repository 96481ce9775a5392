/* size.c - how large plots are: a number, steps of a discrete scale, or the container's. */
#include "chart/scales/size.h"
#include "base/limits.h"
#include "base/str.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/scales/scales.h"

#include <math.h>

/* The scale that decides steps along a side: of the first unit that has one. */
static bd_scale_use *scale_of(bd_view *plot, bd_channel channel)
{
	bd_view_list units = bd_view_units(plot);
	for (size_t i = 0; i < units.count; i++)
		if (units.items[i]->uses[channel])
			return units.items[i]->uses[channel];
	return NULL;
}

/* A size that the plot, or a unit in it, says. */
static const bd_json *said_size(bd_view *plot, const char *name)
{
	const bd_json *said = bd_json_get(plot->spec, name);
	if (said)
		return said;
	for (size_t i = 0; i < plot->child_count; i++) {
		said = said_size(plot->children[i], name);
		if (said)
			return said;
	}
	return NULL;
}

/* An offset scale in the bands makes a step of it count, and the band as wide as it needs. */
static double step_with_offset(bd_scale_use *use, bd_scale_use *offset, double step, bool of_offset)
{
	if (!offset || !bd_scale_type_is_discrete(offset->type) || !of_offset)
		return step;
	double inner = offset->def.padding_inner, outer = offset->def.padding_outer;
	if (offset->type == BD_SCALE_POINT) {
		inner = 1;
		outer = isnan(offset->def.padding) ? 0.5 : offset->def.padding;
	} else if (!isnan(offset->def.padding)) {
		inner = fmin(1, offset->def.padding);
		outer = offset->def.padding;
	}
	offset->step = step;
	return step * bd_plot_band_space(offset->def.domain_count, inner, outer) /
	       (1 - (isnan(use->def.padding_inner) ? 0 : use->def.padding_inner));
}

static double space_of(const bd_scale_use *use)
{
	double inner = use->def.padding_inner, outer = use->def.padding_outer;
	if (use->type == BD_SCALE_POINT) {
		inner = 1;
		outer = isnan(use->def.padding) ? outer : use->def.padding;
	} else if (!isnan(use->def.padding)) {
		inner = fmin(1, use->def.padding);
		outer = use->def.padding;
	}
	return bd_plot_band_space(use->def.domain_count, isnan(inner) ? 0 : inner,
				  isnan(outer) ? 0 : outer);
}

/* Discrete without a number: as many steps as it has places. */
static double stepped(bd_view *plot, bd_scale_use *use, bd_scale_use *offset, bool is_x)
{
	bool of_offset;
	double step = bd_plot_step(plot, is_x, &of_offset);
	const bd_json *said = said_size(plot, is_x ? "width" : "height");
	if (bd_json_get(said, "step")) {
		step = bd_chart_number(plot, bd_json_get(said, "step"), step);
		of_offset = !bd_json_equals_string(bd_json_get(said, "for"), "position");
	}
	step = step_with_offset(use, offset, step, of_offset);
	const bd_json *range = bd_json_get(bd_json_get(use->spec, "range"), "step");
	step = bd_chart_number(plot, range, step);
	use->step = step;
	*(is_x ? &plot->width_step : &plot->height_step) = true;
	return step * space_of(use);
}

static double view_config(bd_view *plot, const char *name, double otherwise)
{
	const bd_json *own = bd_json_get(bd_json_get(plot->spec, "view"), name);
	if (!own)
		own = bd_json_find(plot->c->config, "view", name, NULL);
	return bd_chart_number(plot, own, otherwise);
}

/* "container" is the place the chart is put into; in a picture of its own, Vega-Lite's default. */
static double container_size(bd_view *plot, bool is_x)
{
	double given = is_x ? plot->c->container_width : plot->c->container_height;
	if (given <= 0)
		given = view_config(plot, is_x ? "continuousWidth" : "continuousHeight", 300);
	return fmax(given - (is_x ? plot->c->around_x : plot->c->around_y), 16);
}

static double side(bd_view *plot, bool is_x)
{
	const char *name = is_x ? "width" : "height";
	const bd_json *said = bd_chart_resolve(plot, said_size(plot, name));
	bd_scale_use *use = scale_of(plot, is_x ? CH_X : CH_Y);
	bd_scale_use *offset = scale_of(plot, is_x ? CH_X_OFFSET : CH_Y_OFFSET);
	if (bd_json_is(said, BD_JSON_NUMBER))
		return fmin(fmax(said->number, 0), BD_MAX_SIDE);
	if (bd_json_equals_string(said, "container"))
		return container_size(plot, is_x);
	if (plot->c->fit_container &&
	    (is_x ? plot->c->container_width : plot->c->container_height) > 0 && plot->c->single)
		return container_size(plot, is_x);
	if (use && bd_scale_type_is_discrete(use->type)) {
		const bd_json *discrete = bd_json_find(
			plot->c->config, "view", is_x ? "discreteWidth" : "discreteHeight", NULL);
		if (bd_json_is(discrete, BD_JSON_NUMBER) && !said)
			return discrete->number;
		return stepped(plot, use, offset, is_x);
	}
	bool arc = false;
	bd_view_list units = bd_view_units(plot);
	for (size_t i = 0; i < units.count; i++)
		arc |= bd_streq(units.items[i]->mark_type, "arc") ||
		       units.items[i]->uses[CH_THETA] || units.items[i]->uses[CH_RADIUS] ||
		       bd_streq(units.items[i]->mark_type, "geoshape") ||
		       units.items[i]->channels[CH_LATITUDE].json ||
		       units.items[i]->channels[CH_LONGITUDE].json;
	if (use || arc)
		return view_config(plot, is_x ? "continuousWidth" : "continuousHeight", 300);
	bool of_offset;
	const bd_json *discrete = bd_json_find(plot->c->config, "view",
					       is_x ? "discreteWidth" : "discreteHeight", NULL);
	if (bd_json_is(discrete, BD_JSON_NUMBER))
		return discrete->number;
	return bd_plot_step(plot, is_x, &of_offset);
}

void bd_plot_size(bd_view *plot)
{
	plot->width_step = plot->height_step = false;
	plot->width = side(plot, true);
	plot->height = side(plot, false);
	bd_compiler *c = plot->c;
	if (c->fit_width > 0 && !plot->width_step)
		plot->width = fmax(c->fit_width - c->around_x, 16);
	if (c->fit_height > 0 && !plot->height_step)
		plot->height = fmax(c->fit_height - c->around_y, 16);
}
