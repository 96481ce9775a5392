/* raster_stamps.c - see raster_stamps.h. */
#include "render/raster_stamps.h"

void bd_raster_stamps(bd_painter *painter, const bd_stamps *stamps)
{
	bd_painter_stamps(painter, stamps);
}
