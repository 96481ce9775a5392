/* arena_fixture.h - one arena for all tests of a program, for cmocka_run_group_tests(tests, NULL,
 * finish). */
#pragma once
#include "unit.h"

static bd_arena arena;

static inline int finish(void **state)
{
	(void)state;
	bd_arena_free(&arena);
	return 0;
}
