/* check_data.h - is what an encoding asks for in the data? */
#pragma once
#include "chart/encode/model.h"

/* Complains where a channel names a column that the rows do not have, or asks for numbers or dates
 * from text that holds others. Vega draws nothing in such a place and says nothing, so that a
 * misspelt column looks like an empty chart. */
void bd_field_check_data(bd_view *unit, const bd_channel_def *def, bd_table *table);
