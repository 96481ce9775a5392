/* check_scale.h - can a scale and its guides be what a definition says of them? */
#pragma once
#include "chart/encode/model.h"

/* Complains of a domain that holds no numbers or dates where the field does, of one without an
 * extent, and of colours in its range that are none. */
void bd_channel_check_scale(bd_view *unit, const bd_channel_def *def);
/* Of the values in a list (a sort, a domain) those that the column does not have under that name,
 * though nearly. */
void bd_channel_check_values(bd_view *unit, const bd_channel_def *def, bd_table *table);
