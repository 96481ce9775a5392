/* icc_srgb.h - the ICC profile of sRGB (IEC 61966-2-1), made here, so that no file need be found:
 * three colorants and one curve. */
#pragma once
#include "base/io.h"

bd_blob bd_icc_srgb(bd_arena *arena);
