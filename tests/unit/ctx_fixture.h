/* ctx_fixture.h - a context for all tests of a program, for cmocka_run_group_tests(tests, start,
 * finish). */
#pragma once
#include "bieudo.h"
#include "unit.h"

static bd_ctx *ctx;

static inline int start(void **state)
{
	(void)state;
	ctx = bd_ctx_new(&(bd_ctx_options){ .share = "." });
	return ctx ? 0 : -1;
}

static inline int finish(void **state)
{
	(void)state;
	bd_ctx_free(ctx);
	return 0;
}
