/* range.c - the range of a scale: numbers, colours from a list or a scheme, or any values; in
 * Vega's order of precedence. */
#include "base/str.h"
#include "scale/internal.h"
#include <math.h>

enum { DEFAULT_CLASSES = 5 };

/* The colours of a scheme that runs on, as steps without its very ends (vega-scale
 * quantizeInterpolator). */
static void sample_ramp(bd_arena *arena, bd_scale *scale, const struct bd_ramp *ramp, size_t count)
{
	scale->colors = BD_ARRAY(arena, count, bd_color);
	scale->range_count = count;
	for (size_t i = 0; i < count; i++)
		scale->colors[i] = bd_ramp_color(ramp, (double)(i + 1) / ((double)count + 1));
	scale->output = BD_OUT_COLORS;
}

/* How many colours a discrete range takes of a scheme. */
static size_t class_count(const bd_scale *scale, const bd_scale_def *def)
{
	size_t asked = def->scheme_count < 1000 ? def->scheme_count : 1000,
	       domain = scale->domain_value_count;
	switch (scale->type) {
	case BD_SCALE_THRESHOLD: return domain + 1;
	case BD_SCALE_BIN_ORDINAL: return domain > 1 ? domain - 1 : 1;
	case BD_SCALE_ORDINAL: return asked ? asked : domain ? domain : DEFAULT_CLASSES;
	case BD_SCALE_QUANTILE:
	case BD_SCALE_QUANTIZE: return asked ? asked : DEFAULT_CLASSES;
	default: return domain;
	}
}

static void flip_colors(bd_scale *scale)
{
	for (size_t i = 0; i < scale->range_count / 2; i++) {
		bd_color swap = scale->colors[i];
		scale->colors[i] = scale->colors[scale->range_count - 1 - i];
		scale->colors[scale->range_count - 1 - i] = swap;
	}
}

/* Colours that a ramp runs through become the mapping's, or steps of it the range. */
static void use_ramp(bd_env *env, bd_scale *scale, const bd_scale_def *def, struct bd_ramp ramp)
{
	if (!isnan(def->scheme_extent[0]) && !isnan(def->scheme_extent[1])) {
		ramp.from = def->scheme_extent[0];
		ramp.to = def->scheme_extent[1];
	}
	if (scale->mapping == BD_MAP_RAMP) {
		if (def->reverse) {
			double swap = ramp.from;
			ramp.from = ramp.to;
			ramp.to = swap;
		}
		scale->ramp = ramp;
		scale->output = BD_OUT_COLORS;
		return;
	}
	sample_ramp(env->arena, scale, &ramp, class_count(scale, def));
	if (def->reverse)
		flip_colors(scale);
}

/* A list of colours as it stands: the range, or the stops of a ramp. */
static void use_colors(bd_env *env, bd_scale *scale, const bd_scale_def *def,
		       const bd_color *colors, size_t count)
{
	scale->colors = BD_ARRAY(env->arena, count, bd_color);
	for (size_t i = 0; i < count; i++)
		scale->colors[i] = colors[i];
	scale->range_count = count;
	scale->output = BD_OUT_COLORS;
	if (def->reverse)
		flip_colors(scale);
	if (scale->mapping == BD_MAP_RAMP)
		scale->ramp =
			(struct bd_ramp){ scale->colors, count, scale->space, scale->gamma, 0, 1 };
}

static void use_scheme(bd_env *env, bd_scale *scale, const bd_scale_def *def)
{
	struct bd_ramp ramp;
	size_t count;
	const char *name = def->scheme;
	if (!bd_scheme_exists(name)) {
		bd_diag *diag =
			bd_error(env->diags, def->place, BD_UNKNOWN_NAME, BD_TERM_SCHEME, name);
		const char *const *names = bd_scheme_names();
		size_t n = 0;
		while (names[n])
			n++;
		const char *near = bd_closest(name, names, n, sizeof *names);
		if (near)
			bd_suggest(env->diags, diag, BD_HINT_DID_YOU_MEAN, near);
		name = "blues";
	}
	if (bd_scheme_ramp(env->arena, name, &ramp)) {
		use_ramp(env, scale, def, ramp);
		return;
	}
	const bd_color *colors = bd_scheme_colors(env->arena, name, 0, &count);
	bool cut = bd_scale_type_is_discretizing(scale->type) && class_count(scale, def) < count;
	use_colors(env, scale, def, colors, cut ? class_count(scale, def) : count);
}

/* True where every value is a string that is a colour; they stand in *out then. */
static bool read_colors(bd_arena *arena, const bd_scale_def *def, bd_color **out)
{
	*out = BD_ARRAY(arena, def->range_count, bd_color);
	for (size_t i = 0; i < def->range_count; i++)
		if (def->range[i].kind != BD_V_STRING ||
		    !bd_color_parse(def->range[i].string, &(*out)[i]))
			return false;
	return def->range_count > 0;
}

static bool all_numbers(const bd_scale_def *def)
{
	for (size_t i = 0; i < def->range_count; i++)
		if (def->range[i].kind != BD_V_NUMBER && def->range[i].kind != BD_V_DATE &&
		    def->range[i].kind != BD_V_BOOL)
			return false;
	return def->range_count > 0;
}

static void use_values(bd_env *env, bd_scale *scale, const bd_scale_def *def)
{
	bool numbers =
		all_numbers(def) || scale->type == BD_SCALE_BAND || scale->type == BD_SCALE_POINT;
	scale->range_count = def->range_count;
	scale->values = BD_ARRAY(env->arena, def->range_count, bd_value);
	scale->numbers = BD_ARRAY(env->arena, def->range_count, double);
	scale->output = numbers ? BD_OUT_NUMBERS : BD_OUT_VALUES;
	for (size_t i = 0; i < def->range_count; i++) {
		size_t from = def->reverse ? def->range_count - 1 - i : i;
		scale->values[i] = def->range[from];
		scale->numbers[i] = bd_value_to_number(def->range[from]);
		if (!isfinite(scale->numbers[i]) && numbers)
			scale->numbers[i] = 0;
	}
}

/* Strings between which nothing can lie, on a scale that runs on. */
static void complain_of_colors(bd_env *env, const bd_scale_def *def)
{
	bd_color color;
	for (size_t i = 0; i < def->range_count; i++)
		if (def->range[i].kind == BD_V_STRING &&
		    !bd_color_parse(def->range[i].string, &color))
			bd_error(env->diags, def->place, BD_BAD_COLOR, def->range[i].string);
}

static void default_range(bd_env *env, bd_scale *scale)
{
	scale->range_count = 2;
	scale->numbers = BD_ARRAY(env->arena, 2, double);
	scale->values = BD_ARRAY(env->arena, 2, bd_value);
	scale->numbers[1] = 1;
	scale->values[0] = bd_v_number(0);
	scale->values[1] = bd_v_number(1);
	scale->output = BD_OUT_NUMBERS;
}

void bd_range_configure(bd_env *env, bd_scale *scale, const bd_scale_def *def)
{
	bd_color *colors;
	scale->space = def->interpolate;
	scale->gamma = def->gamma;
	if (def->interpolate && !bd_interpolate_exists(def->interpolate)) {
		bd_error(env->diags, def->place, BD_UNKNOWN_NAME, BD_TERM_COLOR_SPACE,
			 def->interpolate);
		scale->space = NULL;
	}
	if (def->scheme) {
		use_scheme(env, scale, def);
	} else if (read_colors(env->arena, def, &colors)) {
		if (def->range_is_scheme && def->range_count > 1)
			use_ramp(env, scale, def,
				 (struct bd_ramp){ colors, def->range_count, scale->space,
						   scale->gamma, 0, 1 });
		else
			use_colors(env, scale, def, colors, def->range_count);
	} else if (def->range_count) {
		if (scale->mapping == BD_MAP_PIECES || scale->mapping == BD_MAP_RAMP)
			complain_of_colors(env, def);
		use_values(env, scale, def);
	} else {
		default_range(env, scale);
	}
	if (scale->mapping == BD_MAP_RAMP && !scale->ramp.count) {
		scale->mapping = BD_MAP_PIECES;
		if (scale->output != BD_OUT_NUMBERS)
			default_range(env, scale);
	}
}
