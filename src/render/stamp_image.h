/* stamp_image.h - very many stamps as pixels, for the formats of vectors: a hundred thousand shapes
 * are more than their readers can draw, and more than anyone will take apart. */
#pragma once
#include "scene/scene.h"

/* Beyond this many, stamps become a picture in SVG and PDF; rectangles are lighter, and their edges
 * matter. */
enum { BD_MOST_STAMPS = 20000, BD_MOST_BOXES = 100000 };
static inline bool bd_stamps_are_many(const bd_stamps *stamps)
{
	return stamps->count > (stamps->scale_y ? BD_MOST_BOXES : BD_MOST_STAMPS);
}

/* What of the stamps falls in `visible` (of their own space), at two pixels a px of the page, of
 * which one unit takes `scale`; less where that would be too many. False where nothing does. */
bool bd_stamp_image(const bd_stamps *stamps, bd_rect visible, double scale, bd_arena *arena,
		    bd_diags *diags, bd_image *image);
