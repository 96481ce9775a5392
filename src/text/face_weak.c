/* face_weak.c - faces that hold nothing, until the text part lands; then this file goes. */
#include "text/face_cairo.h"

#define WEAK __attribute__((weak))

WEAK const char *bd_face_name(const bd_face *face)
{
	(void)face;
	return "";
}

WEAK double bd_face_units_per_em(const bd_face *face)
{
	(void)face;
	return 1000;
}

WEAK bool bd_face_outline(const bd_face *face, uint32_t glyph, bd_path *path)
{
	(void)face;
	(void)glyph;
	(void)path;
	return false;
}
