/* axis_crowd.c - discrete axes with more values than pixels (axis_parts.h). Vega writes a label for
 * each, black on black, and takes a minute for it; here as many are written as can be read. */
#include "chart/guides/axis_parts.h"

#include <math.h>

/* px from one value to the next below which an axis of MANY values is crowded. Above, and with
 * fewer, labels may overlap as Vega's do. */
static const double LEAST_STEP = 2;
enum { MANY = 1000 };

static bool was_said(const bd_diags *diags, const bd_place *place)
{
	for (const bd_diag *d = diags->first; d; d = d->next)
		if (d->message == BD_CROWDED_AXIS && d->place == place)
			return true;
	return false;
}

static void complain(const bd_guide_plan *plan, double length, size_t values, size_t every)
{
	bd_env *env = plan->view->c->env;
	const bd_place *place = plan->def->json ? &plan->def->json->place : NULL;
	if (was_said(env->diags, place))
		return;
	bd_warning(env->diags, place, BD_CROWDED_AXIS, bd_number_text(env->arena, (double)values),
		   bd_number_text(env->arena, round(length)),
		   bd_number_text(env->arena, (double)every));
}

void bd_axis_thin(bd_axis_build *b, bool main)
{
	const bd_guide_plan *plan = b->plan;
	const bd_scale *scale = plan->use->scale;
	if (b->tick_count <= MANY || !bd_scale_type_is_discrete(plan->use->type) || b->extra ||
	    bd_guide_property(plan, "labelOverlap"))
		return;
	double step =
		fabs(bd_scale_number(scale, b->ticks[1]) - bd_scale_number(scale, b->ticks[0]));
	if (!(step < LEAST_STEP))
		return;
	double room = bd_guide_number(plan, "labelFontSize", 10) + 2, all = (double)b->tick_count;
	size_t every = (size_t)fmin(ceil(room / fmax(step, 1e-9)), all), left = 0;
	bd_value *few = BD_ARRAY(plan->view->c->env->arena, b->tick_count / every + 1, bd_value);
	for (size_t i = 0; i < b->tick_count; i += every)
		few[left++] = b->ticks[i];
	if (main && bd_guide_bool(plan, "labels", true))
		complain(plan, b->length, b->tick_count, every);
	b->ticks = few;
	b->tick_count = left;
	b->crowded = true;
}
