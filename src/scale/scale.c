/* scale.c - the types of scales, fitting one, and asking what it became. */
#include "scale/internal.h"
#include <math.h>
#include <string.h>

enum family { CONTINUOUS, DISCRETIZING, DISCRETE };

static const struct scale_type {
	const char *name;
	enum family family;
} types[BD_SCALE_TYPE_COUNT] = {
#define SCALE(id, name, family, doc) { name, family },
#include "scale/scales.def"
#undef SCALE
};

const char *bd_scale_type_name(bd_scale_type type)
{
	return types[type].name;
}

bd_scale_type bd_scale_type_find(const char *name)
{
	int type = 0;
	while (type < BD_SCALE_TYPE_COUNT && strcmp(types[type].name, name))
		type++;
	return (bd_scale_type)type;
}

bool bd_scale_type_is_continuous(bd_scale_type type)
{
	return types[type].family == CONTINUOUS;
}

bool bd_scale_type_is_discrete(bd_scale_type type)
{
	return types[type].family == DISCRETE;
}

bool bd_scale_type_is_discretizing(bd_scale_type type)
{
	return types[type].family == DISCRETIZING;
}

bool bd_scale_type_is_time(bd_scale_type type)
{
	return type == BD_SCALE_TIME || type == BD_SCALE_UTC;
}

bd_scale_def bd_scale_def_new(bd_scale_type type)
{
	return (bd_scale_def){ .type = type,
			       .domain_min = NAN,
			       .domain_max = NAN,
			       .domain_mid = NAN,
			       .padding = NAN,
			       .padding_inner = NAN,
			       .padding_outer = NAN,
			       .align = 0.5,
			       .base = 10,
			       .exponent = type == BD_SCALE_SQRT ? 0.5 : 1,
			       .constant = 1,
			       .bins_step = NAN,
			       .bins_start = NAN,
			       .bins_stop = NAN,
			       .scheme_extent = { NAN, NAN },
			       .range_step = NAN,
			       .gamma = 1 };
}

static struct bd_transform transform_of(const bd_scale_def *def)
{
	struct bd_transform t = { BD_TR_NONE, def->base, def->exponent, def->constant, false };
	switch (def->type) {
	case BD_SCALE_LOG: t.kind = BD_TR_LOG; break;
	case BD_SCALE_SYMLOG: t.kind = BD_TR_SYMLOG; break;
	case BD_SCALE_POW: t.kind = BD_TR_POW; break;
	case BD_SCALE_SQRT:
		t.kind = BD_TR_POW;
		t.exponent = 0.5;
		break;
	default: break;
	}
	if (!(t.base > 0) || t.base == 1 || !isfinite(t.base))
		t.base = 10;
	if (!isfinite(t.exponent) || t.exponent == 0)
		t.exponent = 1;
	if (!isfinite(t.constant) || t.constant == 0)
		t.constant = 1;
	return t;
}

/* Colours all along a domain of two or three numbers: Vega's sequential and diverging scales. */
static bool wants_ramp(const bd_scale_def *def)
{
	if (def->type == BD_SCALE_SEQUENTIAL)
		return true;
	if (!bd_scale_type_is_continuous(def->type) || bd_scale_type_is_time(def->type) ||
	    def->type == BD_SCALE_IDENTITY)
		return false;
	bool colors = def->scheme || def->range_count;
	for (size_t i = 0; i < def->range_count && !def->scheme; i++)
		colors = colors && def->range[i].kind == BD_V_STRING;
	size_t count = def->domain_count + (isnan(def->domain_mid) ? 0 : 1);
	return colors && count <= 3;
}

static enum bd_mapping mapping_of(const bd_scale_def *def)
{
	switch (types[def->type].family) {
	case DISCRETE: return BD_MAP_LIST;
	case DISCRETIZING: return BD_MAP_THRESHOLDS;
	case CONTINUOUS: break;
	}
	return wants_ramp(def) ? BD_MAP_RAMP : BD_MAP_PIECES;
}

bd_scale *bd_scale_fit(bd_env *env, const bd_scale_def *def)
{
	bd_scale *scale = BD_NEW(env->arena, bd_scale);
	scale->type = def->type;
	scale->mapping = mapping_of(def);
	scale->transform = transform_of(def);
	scale->clamp = def->clamp;
	scale->round = def->round;
	bd_domain_configure(env, scale, def);
	bd_range_configure(env, scale, def);
	if (scale->type == BD_SCALE_BAND || scale->type == BD_SCALE_POINT)
		bd_band_configure(scale, def);
	if (scale->mapping == BD_MAP_THRESHOLDS)
		bd_thresholds_configure(env->arena, scale);
	return scale;
}

const bd_value *bd_scale_domain(const bd_scale *scale, size_t *count)
{
	*count = scale->domain_value_count;
	return scale->domain_values;
}

static bool is_band(const bd_scale *scale)
{
	return scale->type == BD_SCALE_BAND || scale->type == BD_SCALE_POINT;
}

const bd_value *bd_scale_range(bd_arena *arena, const bd_scale *scale, size_t *count)
{
	if (is_band(scale)) {
		bd_value *ends = BD_ARRAY(arena, 2, bd_value);
		ends[0] = bd_v_number(scale->range_from);
		ends[1] = bd_v_number(scale->range_to);
		*count = 2;
		return ends;
	}
	*count = scale->mapping == BD_MAP_RAMP ? 0 : scale->range_count;
	if (scale->output != BD_OUT_COLORS || !*count)
		return scale->values;
	bd_value *colors = BD_ARRAY(arena, *count, bd_value);
	for (size_t i = 0; i < *count; i++) {
		char text[BD_COLOR_ROOM];
		bd_color_format(scale->colors[i], text);
		colors[i] = bd_v_string(bd_strdup(arena, text));
	}
	return colors;
}

double bd_scale_bandwidth(const bd_scale *scale)
{
	return is_band(scale) ? scale->bandwidth : 0;
}

double bd_scale_step(const bd_scale *scale)
{
	return is_band(scale) ? scale->step : 0;
}

double bd_scale_range_start(const bd_scale *scale)
{
	if (scale->output != BD_OUT_NUMBERS || !scale->range_count)
		return NAN;
	return is_band(scale) ? scale->range_from : scale->numbers[0];
}

double bd_scale_range_end(const bd_scale *scale)
{
	if (scale->output != BD_OUT_NUMBERS || !scale->range_count)
		return NAN;
	return is_band(scale) ? scale->range_to : scale->numbers[scale->range_count - 1];
}

bool bd_scale_is_gradient(const bd_scale *scale)
{
	return scale->output == BD_OUT_COLORS && bd_scale_type_is_continuous(scale->type);
}

const double *bd_scale_thresholds(const bd_scale *scale, size_t *count)
{
	*count = scale->threshold_count;
	return scale->thresholds;
}

static double zero_or_end(const bd_scale *scale, bool last)
{
	size_t count = scale->domain_value_count;
	if (!count)
		return NAN;
	bool has_zero = scale->domain_count && !bd_scale_type_is_time(scale->type) &&
			scale->type != BD_SCALE_LOG;
	if (has_zero) {
		double a = scale->domain[0], b = scale->domain[scale->domain_count - 1];
		if (scale->zero || (a <= 0 && 0 <= b))
			return bd_scale_number(scale, bd_v_number(0));
	}
	return bd_scale_number(scale, scale->domain_values[last ? count - 1 : 0]);
}

double bd_scale_zero_or_min(const bd_scale *scale)
{
	return zero_or_end(scale, false);
}

double bd_scale_zero_or_max(const bd_scale *scale)
{
	return zero_or_end(scale, true);
}
