/* surroundings.h - what text and pictures need around them: arenas, diagnostics, our fonts. For
 * cmocka_run_group_tests(tests, start, stop). */
#pragma once
#include "base/env.h"
#include "text/text.h"
#include "unit.h"

static bd_arena arena, scratch;
static bd_diags diags;
static bd_env env;

static int start(void **state)
{
	(void)state;
	diags = (bd_diags){ .arena = &arena };
	env = (bd_env){ .arena = &arena,
			.scratch = &scratch,
			.diags = &diags,
			.fonts = bd_fonts_new("fonts", NULL),
			.lang = "vi" };
	return env.fonts ? 0 : -1;
}

static int stop(void **state)
{
	(void)state;
	bd_fonts_free(env.fonts);
	bd_arena_free(&arena);
	bd_arena_free(&scratch);
	return 0;
}
