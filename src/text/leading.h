/* leading.h - inside text/: how far apart lines must stand. */
#pragma once
#include "base/env.h"
#include "text/text.h"

/* The least air between the ink of two lines, in em: enough to be seen. */
#define BD_LINE_GAP 0.05

/* The distance between baselines, in px, at which the ink of no two neighbouring lines comes closer
 * than BD_LINE_GAP; the lines' x are set. 0 for fewer than two lines. */
double bd_leading_needed(bd_env *env, const bd_text_line_at *lines, size_t count, double size);
