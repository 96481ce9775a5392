/* size.h - how large plots are (size.c). */
#pragma once
#include "chart/encode/model.h"

/* Sets width and height of a unit or outermost layer, once its scales are trained. */
void bd_plot_size(bd_view *plot);
