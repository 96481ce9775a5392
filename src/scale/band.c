/* band.c - bands and points: a range cut into equal steps (d3-scale's band, with vega-scale's rule
 * for padding wider than the whole). */
#include "scale/internal.h"
#include <math.h>

static double fraction(double x, double otherwise)
{
	return isnan(x) ? otherwise : fmin(fmax(x, 0), 1);
}

double bd_band_inner(const bd_scale_def *def)
{
	if (def->type == BD_SCALE_POINT)
		return 1;
	return fraction(def->padding_inner, fraction(def->padding, 0));
}

double bd_band_outer(const bd_scale_def *def)
{
	return fraction(def->padding_outer, fraction(def->padding, 0));
}

double bd_band_space(double count, double inner, double outer)
{
	double space = count - inner + outer * 2;
	return count > 0 ? (space > 0 ? space : 1) : 0;
}

void bd_band_configure(bd_scale *scale, const bd_scale_def *def)
{
	double count = (double)scale->set.count, inner = bd_band_inner(def),
	       outer = bd_band_outer(def), space = bd_band_space(count, inner, outer);
	double from = scale->numbers[0], to = scale->numbers[scale->range_count - 1];
	if (!isnan(def->range_step)) {
		from = def->reverse ? def->range_step * space : 0;
		to = def->reverse ? 0 : def->range_step * space;
	}
	scale->range_from = from;
	scale->range_to = to;
	double low = fmin(from, to), high = fmax(from, to);
	double step = (high - low) / (space > 0 ? space : 1);
	if (scale->round)
		step = floor(step);
	double start = low + (high - low - step * (count - inner)) * fraction(def->align, 0.5);
	double width = step * (1 - inner);
	if (scale->round) {
		start = bd_round_half_up(start);
		width = bd_round_half_up(width);
	}
	scale->reverse = to < from;
	scale->start = start;
	scale->step = step;
	scale->bandwidth = width;
}
