/* unit.h - what every unit test includes: cmocka with its odd list of headers, and an arena. */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"

static inline int bd_unit_setup(void **state)
{
	bd_arena *arena = test_calloc(1, sizeof *arena);
	*state = arena;
	return 0;
}

static inline int bd_unit_teardown(void **state)
{
	bd_arena_free(*state);
	test_free(*state);
	return 0;
}

/* A test with an arena of its own: TEST(name) { … arena … }, and UNIT(name) in the list. */
#define TEST(name)                              \
	static void name##_in(bd_arena *arena); \
	static void name(void **state)          \
	{                                       \
		name##_in(*state);              \
	}                                       \
	static void name##_in(bd_arena *arena __attribute__((unused)))
#define UNIT(name) cmocka_unit_test_setup_teardown(name, bd_unit_setup, bd_unit_teardown)
