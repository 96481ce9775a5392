/* check_unit.h - does a unit say enough to be drawn? */
#pragma once
#include "chart/encode/model.h"

/* Complains of channels that name nothing, conditions without a test or value, marks without the
 * channel that they live by, fields without data, and scales that cannot be what they say. Vega
 * passes over each of them, and draws less than was meant. */
void bd_unit_check(bd_view *unit);
