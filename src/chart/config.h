/* config.h - Vega-Lite's defaults, under a theme's, under the spec's own. */
#pragma once
#include "chart/model.h"

/* theme and own may be NULL. */
const bd_json *bd_config_merge(bd_compiler *c, const bd_json *theme, const bd_json *own);
