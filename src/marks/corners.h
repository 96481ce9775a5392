/* corners.h - rounded corners, which bars and rects share (bar.c). */
#pragma once
#include "marks/marks.h"

void bd_encode_corners(bd_encoder *e, bd_items *items);
