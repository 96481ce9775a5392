/* face_cairo.h - a face as cairo knows it; for render/ alone. */
#pragma once
#include "text/text.h"
#include <cairo.h>

/* At a size in px: hinting none, metrics hinting off, greyscale. Borrowed; good
 * until 64 other sizes of the face were asked for, or the fonts are freed. */
cairo_scaled_font_t *bd_face_scaled(const bd_face *face, double size);
cairo_font_face_t *bd_face_cairo(const bd_face *face);
