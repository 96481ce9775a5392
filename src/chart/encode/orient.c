/* orient.c - which way a mark runs: bars stand or lie, lines go along x or y. Follows from the
 * types of x and y (Vega-Lite's documentation of `orient`). */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"

static const char vertical[] = "vertical", horizontal[] = "horizontal";

static bool is_binned(const bd_channel_def *def)
{
	return def->json && def->bin == BD_BIN_BINNED;
}

static bool is_measure(const bd_channel_def *def)
{
	return def->json && (bd_channel_def_has_field(def) || def->has_datum) &&
	       def->type == BD_QUANTITATIVE && def->bin == BD_BIN_NONE;
}

static bool is_temporal(const bd_channel_def *def)
{
	return def->json && bd_channel_def_has_field(def) && def->type == BD_TEMPORAL;
}

static const char *of_bar(const bd_view *unit, const char *said)
{
	const bd_channel_def *x = &unit->channels[CH_X], *y = &unit->channels[CH_Y];
	bool x2 = unit->channels[CH_X2].json, y2 = unit->channels[CH_Y2].json;
	if (bd_channel_def_has_field(x) &&
	    (is_binned(x) || (bd_channel_def_has_field(y) && y->aggregate && !x->aggregate)))
		return vertical;
	if (bd_channel_def_has_field(y) &&
	    (is_binned(y) || (bd_channel_def_has_field(x) && x->aggregate && !y->aggregate)))
		return horizontal;
	if (!x2 && !y2)
		return NULL;
	if (said)
		return said;
	if (!x2)
		return bd_channel_def_is_measure(x) && is_binned(y) ? horizontal : vertical;
	if (!y2)
		return bd_channel_def_is_measure(y) && is_binned(x) ? vertical : horizontal;
	return NULL;
}

/* A range in one direction decides; none does not. */
static const char *of_range(const bd_view *unit, bool rule)
{
	const bd_channel_def *x = &unit->channels[CH_X], *y = &unit->channels[CH_Y];
	if (unit->channels[CH_Y2].json)
		return is_binned(y) ? horizontal : vertical;
	if (unit->channels[CH_X2].json)
		return is_binned(x) ? vertical : horizontal;
	if (rule && x->json && !y->json)
		return vertical;
	if (rule && y->json && !x->json)
		return horizontal;
	return NULL;
}

static const char *of_measures(const bd_view *unit, const char *said)
{
	const bd_channel_def *x = &unit->channels[CH_X], *y = &unit->channels[CH_Y];
	bool tick = bd_streq(unit->mark_type, "tick");
	const char *along_x = tick ? vertical : horizontal, *along_y = tick ? horizontal : vertical;
	if (said)
		return said;
	bool bar = bd_streq(unit->mark_type, "bar");
	if (bar && x->json && !y->json && !bd_channel_def_is_measure(x))
		return vertical;
	if (bar && y->json && !x->json && !bd_channel_def_is_measure(y))
		return horizontal;
	if (is_measure(x) != is_measure(y))
		return is_measure(x) ? along_x : along_y;
	if (!is_measure(x) && is_temporal(y) && !is_temporal(x))
		return horizontal;
	return vertical;
}

const char *bd_mark_orient(const bd_view *unit)
{
	const char *mark = unit->mark_type;
	bool bar = bd_streq(mark, "bar"), rule = bd_streq(mark, "rule"),
	     area = bd_streq(mark, "area");
	if (!bar && !rule && !area && !bd_streq(mark, "line") && !bd_streq(mark, "tick") &&
	    !bd_streq(mark, "trail"))
		return NULL;
	const char *said = bd_json_string(bd_mark_property(unit, "orient"), NULL);
	const char *orient = bar ? of_bar(unit, said) : NULL;
	if (orient)
		return orient;
	if (bar || rule) {
		const bd_channel_def *channels = unit->channels;
		if (channels[CH_X2].json && channels[CH_Y2].json && !is_binned(&channels[CH_X]) &&
		    !is_binned(&channels[CH_Y]))
			return NULL;
	}
	if (bar || rule || area)
		orient = of_range(unit, rule);
	return orient ? orient : of_measures(unit, said);
}
