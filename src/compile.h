/* compile.h - what a document and the library's state hold; for compile.c and its neighbours. */
#pragma once
#include "base/env.h"
#include "bieudo.h"
#include "chart/chart.h"
#include "json/json.h"

struct bd_ctx {
	bd_arena arena;
	struct bd_fonts *fonts;
	struct bd_render_store *store;
	const char *share;
};

struct bd_doc {
	bd_ctx *ctx;
	bd_arena arena;
	bd_diags diags;
	bd_source source;
	bd_env env;
	bd_scene scene;
	bd_chart *chart;          /* NULL for a poster */
	const char *const *pages; /* of a poster */
};

/* Says what else a spec is that is neither a poster nor a chart (wrong_spec.c). */
void bd_complain_no_picture(const bd_json *root, bd_diags *diags);
