/* axis_overlap.c - labels of an axis that give way: to each other by labelOverlap
 * (label_overlap.c), to the axis' ends by labelFlush and labelBound (axis_parts.h). */
#include "base/str.h"
#include "chart/guides/axis_parts.h"

#include <math.h>

static const char *overlap_method(const bd_guide_plan *plan)
{
	const bd_json *said = bd_guide_property(plan, "labelOverlap");
	const bd_channel_def *def = plan->def;
	if (bd_json_is(said, BD_JSON_STRING))
		return said->string;
	if (said)
		return bd_json_bool(said, false) ? "parity" : NULL;
	bool words = def->type == BD_NOMINAL || def->type == BD_ORDINAL;
	bool by_time = def->unit && !bd_json_is(def->sort, BD_JSON_OBJECT) &&
		       !bd_json_is(def->sort, BD_JSON_ARRAY);
	if (words && !by_time)
		return NULL;
	return plan->use->type == BD_SCALE_LOG || plan->use->type == BD_SCALE_SYMLOG ? "greedy"
										     : "parity";
}

/* Labels at the very ends turn inwards, so as not to stick out. */
static void flush(const bd_guide_plan *plan, bd_axis_items *axis, bool is_x, double length)
{
	const bd_json *said = bd_guide_property(plan, "labelFlush");
	const bd_channel_def *def = plan->def;
	bool by_default = is_x && (def->type == BD_QUANTITATIVE || def->type == BD_TEMPORAL) &&
			  !bd_scale_type_is_discrete(plan->use->type);
	bool on = said ? bd_json_bool(said, bd_json_number(said, -1) >= 0) : by_default;
	double within = bd_json_number(said, 1),
	       outwards = bd_guide_number(plan, "labelFlushOffset", 0);
	for (size_t i = 0; on && i < axis->labels.count; i++) {
		bd_guide_text *label = &axis->labels.items[i];
		double at = is_x ? label->x : label->y;
		bool first = fabs(at) <= within && fabs(at) < fabs(at - length);
		bool last = !first && fabs(at - length) <= within;
		if (label->angle != 0 || (!first && !last))
			continue;
		if (is_x)
			label->align = first ? BD_TEXT_LEFT : BD_TEXT_RIGHT;
		else
			label->baseline = first ? BD_BASELINE_TOP : BD_BASELINE_BOTTOM;
		*(is_x ? &label->x : &label->y) += first ? -outwards : outwards;
	}
}

void bd_axis_hide_overlaps(const bd_guide_plan *plan, bd_axis_items *axis, bool is_x, double length,
			   bool crowded)
{
	const char *method = crowded ? "greedy" : overlap_method(plan);
	double apart = bd_guide_number(plan, "labelSeparation", 0);
	flush(plan, axis, is_x, length);
	if (method)
		bd_labels_thin_out(axis->labels.items, axis->labels.count, apart,
				   bd_streq(method, "greedy"));
	const bd_json *bound = bd_guide_property(plan, "labelBound");
	double slack = bd_json_is(bound, BD_JSON_NUMBER) ? bound->number : 1;
	for (size_t i = 0; bound && bd_json_bool(bound, bd_json_is(bound, BD_JSON_NUMBER)) &&
			   i < axis->labels.count;
	     i++) {
		bd_rect r = bd_guide_text_cover(&axis->labels.items[i]);
		double from = is_x ? r.x : r.y, to = from + (is_x ? r.width : r.height);
		axis->labels.items[i].hidden |= from < -slack || to > length + slack;
	}
}
