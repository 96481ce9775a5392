/* column.c - columns of numbers for marks: fields through scales, places between two fields or
 * shifted from one, and expressions (encoder.h). */
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/marks/encoder.h"
#include "chart/scales/scales.h"

#include <math.h>

const bd_json *bd_invalid_output(const bd_view *unit, bd_channel channel)
{
	return bd_json_find(unit->c->config, "scale", "invalid",
			    bd_channel_name(bd_channel_scale(channel)), NULL);
}

/* A mark that shows invalid values has them at zero, or at the least of the domain, unless the
 * config has a value for them. */
static void show_invalid(bd_encoder *e, const bd_scale_use *use, double *out)
{
	const bd_json *mode = bd_mark_property(e->unit, "invalid");
	const bd_json *said = bd_invalid_output(e->unit, use->channel);
	if (!said &&
	    (!mode || (mode->kind != BD_JSON_NULL && !bd_json_equals_string(mode, "show") &&
		       !bd_json_equals_string(mode, "include"))))
		return;
	double least = bd_chart_number(e->unit, bd_json_get(said, "value"),
				       bd_scale_zero_or_min(use->scale));
	for (size_t i = 0; i < e->rows; i++)
		if (!isfinite(out[i]))
			out[i] = least;
}

bd_numbers bd_encoder_scaled(bd_encoder *e, const char *name, const bd_scale_use *use, double band)
{
	bd_column *column = bd_view_column(e->table, name);
	if (!column || !use || !use->scale)
		return BD_NONE;
	double *out = BD_ARRAY(e->arena, e->rows, double);
	if (bd_scale_type_is_discrete(use->type)) {
		double shift = band * bd_scale_bandwidth(use->scale);
		for (size_t i = 0; i < e->rows; i++)
			out[i] = bd_scale_number(use->scale, bd_column_value(column, i)) + shift;
	} else if (bd_scale_type_is_continuous(use->type)) {
		bd_scale_numbers(use->scale, bd_column_numbers(e->unit->c->arena, column), out,
				 e->rows);
		show_invalid(e, use, out);
	} else {
		for (size_t i = 0; i < e->rows; i++)
			out[i] = bd_scale_number(use->scale, bd_column_value(column, i));
	}
	return (bd_numbers){ .each = out };
}

bd_numbers bd_encoder_between(bd_encoder *e, const char *start, const char *end,
			      const bd_scale_use *use, double position)
{
	bd_column *a = bd_view_column(e->table, start), *b = bd_view_column(e->table, end);
	if (!a || !b || !use || !use->scale)
		return bd_encoder_scaled(e, start, use, position);
	const double *from = bd_column_numbers(e->unit->c->arena, a);
	const double *to = bd_column_numbers(e->unit->c->arena, b);
	double *out = BD_ARRAY(e->arena, e->rows, double);
	for (size_t i = 0; i < e->rows; i++)
		out[i] = isnan(to[i]) ? from[i] : from[i] + position * (to[i] - from[i]);
	bd_scale_numbers(use->scale, out, out, e->rows);
	return (bd_numbers){ .each = out };
}

bd_numbers bd_numbers_add(bd_encoder *e, bd_numbers a, bd_numbers b)
{
	if (!b.each && (b.one == 0 || isnan(b.one)))
		return a;
	if (!a.each && !b.each)
		return BD_ONE(a.one + b.one);
	double *out = BD_ARRAY(e->arena, e->rows, double);
	for (size_t i = 0; i < e->rows; i++) {
		double by = bd_number_at(b, i);
		out[i] = bd_number_at(a, i) + (isnan(by) ? 0 : by);
	}
	return (bd_numbers){ .each = out };
}

bd_column *bd_encoder_expression_column(bd_encoder *e, const bd_json *value)
{
	bd_compiler *c = e->unit->c;
	const bd_json *text = bd_expression_of(value);
	const bd_view *before = c->at;
	c->at = e->unit;
	const bd_expr *expr = bd_expr_parse(c->env, text->string, &text->place, &c->names);
	bd_column *column = expr && bd_check_fields(c->env, e->table, expr)
				    ? bd_table_derive(c->env, e->table, expr, "__expr")
				    : NULL;
	c->at = before;
	return column;
}

bd_numbers bd_encoder_expression(bd_encoder *e, const bd_json *value)
{
	bd_column *column = bd_encoder_expression_column(e, value);
	return column ? (bd_numbers){ .each = bd_column_numbers(e->arena, column) } : BD_NONE;
}

bd_numbers bd_encoder_unit_middle(bd_encoder *e, const bd_channel_def *def, const bd_scale_use *use,
				  double position)
{
	bd_column *column = bd_view_column(e->table, def->name);
	if (!column || !use || !use->scale)
		return BD_NONE;
	bd_time_unit_params units;
	if (!bd_time_unit_read(e->unit->c->env, bd_json_get(def->json, "timeUnit"), &units))
		return bd_encoder_scaled(e, def->name, use, 0);
	const double *in = bd_column_numbers(e->unit->c->arena, column);
	double *out = BD_ARRAY(e->arena, e->rows, double);
	for (size_t i = 0; i < e->rows; i++) {
		double next = bd_time_unit_next(&units, in[i]);
		out[i] = in[i] + position * (next - in[i]);
	}
	bd_scale_numbers(use->scale, out, out, e->rows);
	return (bd_numbers){ .each = out };
}

bd_numbers bd_encoder_shifted(bd_encoder *e, const char *name, const bd_scale_use *use, double by)
{
	bd_column *column = bd_view_column(e->table, name);
	if (!column || !use || !use->scale)
		return BD_NONE;
	const double *in = bd_column_numbers(e->unit->c->arena, column);
	double *out = BD_ARRAY(e->arena, e->rows, double);
	for (size_t i = 0; i < e->rows; i++)
		out[i] = in[i] + by;
	bd_scale_numbers(use->scale, out, out, e->rows);
	return (bd_numbers){ .each = out };
}
