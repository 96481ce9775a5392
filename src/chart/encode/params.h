/* params.h - parameters in their first state: variables at their value. Nothing is interactive
 * here; selections are in selection.h. */
#pragma once
#include "chart/encode/model.h"

/* Finds all `params` of the spec, and readies c->names for expressions. */
void bd_params_gather(bd_compiler *c, const bd_json *spec);
