/* check.h - what every scene must keep, looked at once before any backend sees it: all numbers
 * finite, nothing nested too deep, sizes that can be painted. A compiler that breaks this has a
 * bug, or was handed a number nobody thought of; either way the picture would be wrong. */
#pragma once
#include "scene/scene.h"

/* False after a complaint. */
bool bd_scene_check(const bd_scene *scene, bd_diags *diags);
