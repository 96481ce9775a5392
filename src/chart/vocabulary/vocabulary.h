/* vocabulary.h - every name that a Vega-Lite 6 spec may use, as field tables (json/field.h).
 *
 * The tables check, and nothing else: what a property means is decided where it is used. They say
 * what Vega-Lite allows, not what we draw; a feature that we lack is reported where it is met. The
 * vocabulary is split by subject: vocabulary_NAME.c. */
#pragma once
#include "base/env.h"
#include "json/json.h"

/* Reports names that Vega-Lite does not know (warnings; errors where env->strict) and values of a
 * wrong kind (errors), each with its place. False after an error. */
bool bd_chart_check(bd_env *env, const bd_json *spec);
