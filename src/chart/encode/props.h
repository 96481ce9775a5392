/* props.h - where a property's value comes from: the spec, its styles, the config; and what an
 * {"expr"} among them is in the parameters' first state. */
#pragma once
#include "chart/encode/model.h"

/* The value, {"expr"} and {"signal"} replaced by what they say; NULL for NULL. */
const bd_json *bd_chart_resolve(const bd_view *view, const bd_json *value);
/* The text of an {"expr"} or {"signal"}; NULL for anything else. */
const bd_json *bd_expression_of(const bd_json *value);
/* It has to be evaluated row by row. */
bool bd_expression_reads_datum(const bd_json *value);
double bd_chart_number(const bd_view *view, const bd_json *value, double otherwise);
bool bd_chart_bool(const bd_view *view, const bd_json *value, bool otherwise);
const char *bd_chart_string(const bd_view *view, const bd_json *value, const char *otherwise);

/* A paint said in the spec: CSS colour or gradient object; NONE for null. */
bd_paint bd_chart_paint(const bd_view *view, const bd_json *value);

/* A property of a unit's mark: the mark's own, its styles', config's for its type, config.mark's.
 * NULL where none says anything; JSON null counts as said. */
const bd_json *bd_mark_property(const bd_view *unit, const char *name);
const bd_json *bd_mark_property_of(bd_compiler *c, const bd_json *mark, const char *name);
/* The "fill" or "stroke" of a mark that no channel paints; `main`: what its `color` is. NULL or
 * JSON null: none. */
const bd_json *bd_mark_color(const bd_view *unit, const char *kind, bool main);
/* Only the mark definition's and its styles'. */
const bd_json *bd_mark_own(const bd_view *unit, const char *name);
/* What style and config say of the mark, not its own definition. */
const bd_json *bd_mark_config(const bd_view *unit, const char *name);
