/* raster_stamps.h - thousands of equal marks on pixels. */
#pragma once
#include "render/painter.h"

void bd_raster_stamps(bd_painter *painter, const bd_stamps *stamps);
