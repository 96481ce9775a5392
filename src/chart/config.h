/* config.h - Vega-Lite's defaults, under a theme's, under the spec's own. */
#pragma once
#include "base/env.h"
#include "json/json.h"

/* theme and own may be NULL. Lives in env->arena. */
const bd_json *bd_config_merge(bd_env *env, const bd_json *theme, const bd_json *own);
