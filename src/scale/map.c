/* map.c - through a fitted scale: numbers, colours and values out, and back again. */
#include "scale/internal.h"

#include "base/parallel.h"
#include <math.h>

enum { PARALLEL = 50000 }; /* numbers worth threads */

/* Which of the range's members a value gets; SIZE_MAX where none. */
static size_t class_of(const bd_scale *scale, bd_value value)
{
	if (!scale->range_count)
		return SIZE_MAX;
	if (scale->mapping == BD_MAP_LIST) {
		size_t i = bd_value_set_find(&scale->set, value);
		return i == SIZE_MAX ? i : i % scale->range_count;
	}
	double number = bd_value_is_missing(value) ? NAN : bd_value_to_number(value);
	if (isnan(number))
		return SIZE_MAX;
	size_t below = bd_bisect_right(scale->thresholds, scale->threshold_count, number);
	if (scale->type == BD_SCALE_BIN_ORDINAL)
		return below ? (below - 1) % scale->range_count : SIZE_MAX;
	return below < scale->range_count ? below : scale->range_count - 1;
}

/* Where the band or point of a value begins. */
static double band_start(const bd_scale *scale, bd_value value)
{
	size_t i = bd_value_set_find(&scale->set, value);
	if (i == SIZE_MAX)
		return NAN;
	if (scale->reverse)
		i = scale->set.count - 1 - i;
	return scale->start + scale->step * (double)i;
}

static double along_pieces(const bd_scale *scale, double number)
{
	if (isnan(number))
		return NAN;
	if (scale->type == BD_SCALE_IDENTITY)
		return number;
	double along;
	size_t i = bd_piece_find(scale, number, &along);
	double from = scale->numbers[i],
	       to = scale->numbers[i + 1 < scale->range_count ? i + 1 : i];
	double out = from * (1 - along) + to * along;
	return scale->round ? bd_round_half_up(out) : out;
}

double bd_scale_number(const bd_scale *scale, bd_value value)
{
	if (scale->output != BD_OUT_NUMBERS)
		return NAN;
	if (scale->type == BD_SCALE_BAND || scale->type == BD_SCALE_POINT)
		return band_start(scale, value);
	if (scale->mapping == BD_MAP_PIECES)
		return along_pieces(scale,
				    bd_value_is_missing(value) ? NAN : bd_value_to_number(value));
	size_t i = class_of(scale, value);
	return i == SIZE_MAX ? NAN : scale->numbers[i];
}

typedef struct numbers_work {
	const bd_scale *scale;
	const double *in;
	double *out;
} numbers_work;

static void map_numbers(void *context, size_t slice, size_t from, size_t end)
{
	const numbers_work *w = context;
	const bd_scale *scale = w->scale;
	const double *in = w->in;
	double *out = w->out;
	(void)slice;
	bool straight = scale->mapping == BD_MAP_PIECES && scale->output == BD_OUT_NUMBERS &&
			scale->transform.kind == BD_TR_NONE && scale->type != BD_SCALE_IDENTITY &&
			scale->domain_count == 2 && scale->range_count == 2 && !scale->clamp &&
			!scale->round && scale->domain[0] != scale->domain[1];
	if (straight) {
		double low = scale->domain[0], span = scale->domain[1] - low,
		       first = scale->numbers[0], last = scale->numbers[1];
		for (size_t i = from; i < end; i++) {
			double along = (in[i] - low) / span;
			out[i] = first * (1 - along) + last * along;
		}
		return;
	}
	for (size_t i = from; i < end; i++)
		out[i] = bd_scale_number(scale, bd_v_number(in[i]));
}

void bd_scale_numbers(const bd_scale *scale, const double *in, double *out, size_t count)
{
	numbers_work w = { scale, in, out };
	bd_parallel(count, PARALLEL, map_numbers, &w);
}

static bd_color color_along_pieces(const bd_scale *scale, double number)
{
	double along;
	size_t i = bd_piece_find(scale, number, &along);
	if (i + 1 >= scale->range_count)
		return scale->colors[i];
	return bd_color_interpolate(scale->colors[i], scale->colors[i + 1], along, scale->space,
				    scale->gamma);
}

bool bd_scale_color(const bd_scale *scale, bd_value value, bd_color *color)
{
	if (scale->output != BD_OUT_COLORS)
		return false;
	if (scale->mapping == BD_MAP_LIST || scale->mapping == BD_MAP_THRESHOLDS) {
		size_t i = class_of(scale, value);
		if (i != SIZE_MAX)
			*color = scale->colors[i];
		return i != SIZE_MAX;
	}
	double number = bd_value_is_missing(value) ? NAN : bd_value_to_number(value);
	if (isnan(number))
		return false;
	*color = scale->mapping == BD_MAP_RAMP
			 ? bd_ramp_color(&scale->ramp, bd_ramp_position(scale, number))
			 : color_along_pieces(scale, number);
	return true;
}

bd_value bd_scale_value(bd_arena *arena, const bd_scale *scale, bd_value value)
{
	bd_color color;
	char text[BD_COLOR_ROOM];
	if (scale->output == BD_OUT_NUMBERS) {
		double number = bd_scale_number(scale, value);
		return isnan(number) ? bd_v_undefined() : bd_v_number(number);
	}
	if (scale->output == BD_OUT_COLORS) {
		if (!bd_scale_color(scale, value, &color))
			return bd_v_undefined();
		bd_color_format(color, text);
		return bd_v_string(bd_strdup(arena, text));
	}
	if (scale->mapping == BD_MAP_PIECES || scale->mapping == BD_MAP_RAMP) {
		/* nothing lies between two words: d3 shows the later one */
		double along;
		size_t i = bd_piece_find(scale, bd_value_to_number(value), &along);
		return scale->values[i + 1 < scale->range_count ? i + 1 : i];
	}
	size_t i = class_of(scale, value);
	return i == SIZE_MAX ? bd_v_undefined() : scale->values[i];
}

static bd_value invert_band(const bd_scale *scale, double position)
{
	double count = (double)scale->set.count;
	if (!(scale->step > 0) || !count)
		return bd_v_undefined();
	double i = floor((position - scale->start) / scale->step);
	double into = position - scale->start - i * scale->step;
	if (i < 0 || i >= count || into > scale->bandwidth + 1e-10)
		return bd_v_undefined();
	return scale->set.items[(size_t)(scale->reverse ? count - 1 - i : i)];
}

static bd_value invert_pieces(const bd_scale *scale, double position)
{
	size_t pieces =
		scale->domain_count < scale->range_count ? scale->domain_count : scale->range_count;
	if (pieces < 2)
		return bd_v_undefined();
	const double *r = scale->numbers, *d = scale->lifted;
	bool falls = r[pieces - 1] < r[0];
	size_t i = 0;
	while (i + 2 < pieces && (falls ? position <= r[i + 1] : position >= r[i + 1]))
		i++;
	double along = r[i] == r[i + 1] ? 0.5 : (position - r[i]) / (r[i + 1] - r[i]);
	double number =
		bd_transform_ground(&scale->transform, d[i] * (1 - along) + d[i + 1] * along);
	return bd_scale_type_is_time(scale->type) ? bd_v_date(number) : bd_v_number(number);
}

bd_value bd_scale_invert(const bd_scale *scale, double position)
{
	if (scale->output != BD_OUT_NUMBERS || isnan(position))
		return bd_v_undefined();
	if (scale->type == BD_SCALE_BAND || scale->type == BD_SCALE_POINT)
		return invert_band(scale, position);
	if (scale->type == BD_SCALE_IDENTITY)
		return bd_v_number(position);
	return scale->mapping == BD_MAP_PIECES ? invert_pieces(scale, position) : bd_v_undefined();
}
