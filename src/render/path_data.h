/* path_data.h - a path as SVG's `d` (SVG 2, 9.3): for SVG itself, and for the scene's dump. */
#pragma once
#include "base/geom.h"
#include "base/str.h"

/* Absolute commands, each number rounded to `decimals` places; H and V where a line is level or
 * plumb. Easy to read. */
void bd_path_data(bd_str *s, const bd_path *path, int decimals);
/* The same with relative commands, which are shorter; rounding does not add up. */
void bd_path_data_short(bd_str *s, const bd_path *path, int decimals);
/* A number by itself. */
void bd_str_add_number(bd_str *s, double number, int decimals);
