/* vocabulary.c - checking a spec against Vega-Lite's vocabulary (vocabulary.h). */
#include "chart/vocabulary/vocabulary.h"
#include "chart/vocabulary/types.h"

bool bd_chart_check(bd_env *env, const bd_json *spec)
{
	int before = env->diags->errors;
	bd_reader reader = { .arena = env->scratch,
			     .diags = env->diags,
			     .lang = env->lang,
			     .unknown_warns = true,
			     .null_passes = true };
	if (spec)
		bd_type_check(&bd_vl_view, spec, &reader);
	return env->diags->errors == before;
}
