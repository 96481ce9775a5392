/* derive.c - the columns of a field's bins and time units: where each begins and ends, and where
 * the bars over them do (tables.h). */
#include "base/str.h"
#include "chart/encode/props.h"
#include "chart/encode/tables.h"
#include "marks/marks.h"

#include <math.h>

/* The data was cut to the unit before; where its intervals end is counted from where they begin.
 * Marks that stand at the beginning need no end, nor do their scales. */
static void add_unit_end(bd_view *unit, bd_step *step, const bd_channel_def *def)
{
	bd_compiler *c = unit->c;
	if (unit->kind == BD_VIEW_UNIT && !unit->kind_of_mark->rect_based &&
	    def->band_position == 0)
		return;
	bd_column *column = bd_view_column(step->table, def->field);
	bd_time_unit_params params;
	if (!column || !bd_time_unit_read(c->env, bd_json_get(def->json, "timeUnit"), &params))
		return;
	const double *starts = bd_column_numbers(c->arena, column);
	double *ends = BD_ARRAY(c->arena, column->rows, double);
	for (size_t i = 0; i < column->rows; i++)
		ends[i] = isfinite(starts[i]) ? bd_time_unit_next(&params, starts[i]) : NAN;
	step->table = bd_table_copy(step->table);
	bd_table_set(step->table, bd_column_new_numbers(c->arena, def->end, BD_COLUMN_DATE, ends,
							NULL, column->rows));
}

/* bandPosition moves a bar so that its place in the band is where the unit begins: at 0 it stands
 * around the beginning, half in the unit before. */
static void add_offset_rect(bd_view *unit, bd_step *step, bd_channel_def *def,
			    const bd_time_unit_params *params)
{
	bd_compiler *c = unit->c;
	if (unit->kind != BD_VIEW_UNIT || !unit->kind_of_mark->rect_based ||
	    def->type != BD_TEMPORAL)
		return;
	double position = def->band_position;
	if (isnan(position))
		position =
			bd_chart_number(unit, bd_mark_property(unit, "timeUnitBandPosition"), NAN);
	bd_column *column = bd_view_column(step->table, def->name);
	if (isnan(position) || position >= 0.5 || !column)
		return;
	double shift = 0.5 - position;
	const double *starts = bd_column_numbers(c->arena, column);
	double *from = BD_ARRAY(c->arena, column->rows, double);
	double *to = BD_ARRAY(c->arena, column->rows, double);
	bd_time_unit finest = BD_UNIT_YEAR;
	for (int i = 0; i < BD_UNIT_COUNT; i++)
		if (params->units & BD_UNIT_BIT(i))
			finest = (bd_time_unit)i;
	if (finest == BD_UNIT_DAY || finest == BD_UNIT_DAYOFYEAR)
		finest = BD_UNIT_DATE;
	double units = params->step > 0 ? params->step : 1;
	for (size_t i = 0; i < column->rows; i++) {
		double start = starts[i];
		from[i] = start - shift * (start - bd_time_offset(finest, start, -units));
		to[i] = start + (1 - shift) * (bd_time_offset(finest, start, units) - start);
	}
	def->rect_start = bd_printf(c->arena, "__from_%s", def->end);
	def->rect_end = bd_printf(c->arena, "__to_%s", def->end);
	step->table = bd_table_copy(step->table);
	bd_table_set(step->table, bd_column_new_numbers(c->arena, def->rect_start, BD_COLUMN_DATE,
							from, NULL, column->rows));
	bd_table_set(step->table, bd_column_new_numbers(c->arena, def->rect_end, BD_COLUMN_DATE, to,
							NULL, column->rows));
}

/* A transform that leaves a field as it is, whichever rows it keeps. */
static bool leaves(const bd_json *transform, const char *field)
{
	return bd_json_get(transform, "filter") ||
	       (bd_json_get(transform, "calculate") &&
		!bd_json_equals_string(bd_json_get(transform, "as"), field));
}

/* Layers have the bins of the rows that they share, before each one's own filters, so that they lie
 * on each other. */
static void take_layer_extent(bd_view *unit, const bd_channel_def *def, bd_bin_params *params)
{
	const bd_json *own = bd_json_get(unit->spec, "transform"), *item;
	bool shares = unit->parent && unit->parent->kind == BD_VIEW_LAYER && own &&
		      !bd_json_get(unit->spec, "data") && isnan(params->extent[0]);
	bd_each (item, own)
		shares = shares && leaves(item, def->field);
	bd_column *column = shares ? bd_view_column(unit->parent->source, def->field) : NULL;
	if (!column)
		return;
	const bd_number_span *span = bd_column_span(unit->c->arena, column);
	if (span->min > span->max)
		return;
	params->extent[0] = span->min;
	params->extent[1] = span->max;
}

void bd_field_derive(bd_view *unit, bd_channel_def *def, void *user)
{
	bd_step *step = user;
	bd_compiler *c = unit->c;
	if (!def->field || !def->name)
		return;
	bd_env *env = c->env;
	if (def->bin == BD_BIN_PARAMS && !def->aggregate) {
		bd_bin_params params = bd_bin_params_read(env, def->bin_params);
		take_layer_extent(unit, def, &params);
		bd_bins *bins = BD_NEW(c->arena, bd_bins);
		bd_bin(env, &step->table, def->field, &params, def->name, def->end, bins);
		def->bins = bins;
	} else if (def->unit && !def->unit_binned && !def->aggregate) {
		bd_time_unit_params params;
		if (!bd_time_unit_read(env, bd_json_get(def->json, "timeUnit"), &params))
			return;
		bd_time_unit_apply(env, &step->table, def->field, &params, def->name, def->end);
		add_offset_rect(unit, step, def, &params);
	} else if (def->unit_binned && !def->aggregate && def->end) {
		add_unit_end(unit, step, def);
		bd_time_unit_params params;
		if (bd_time_unit_read(env, bd_json_get(def->json, "timeUnit"), &params))
			add_offset_rect(unit, step, def, &params);
	}
}
