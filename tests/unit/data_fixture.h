/* data_fixture.h - an env without fonts or files, and short ways to look at tables. */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag_print.h"
#include "base/env.h"
#include "base/str.h"
#include "data/csv.h"
#include "data/read.h"
#include "data/rows.h"
#include "locale/locale.h"
#include "json/json.h"

typedef struct fixture {
	bd_arena arena;
	bd_diags diags;
	bd_env env;
} fixture;

static inline fixture *fixture_new(void)
{
	fixture *f = calloc(1, sizeof *f);
	f->diags.arena = &f->arena;
	f->env = (bd_env){ .arena = &f->arena,
			   .scratch = &f->arena,
			   .diags = &f->diags,
			   .locale = NULL,
			   .lang = "en" };
	return f;
}

static inline void fixture_free(fixture *f)
{
	bd_arena_free(&f->arena);
	free(f);
}

static inline bd_source *fixture_source(fixture *f, const char *name, const char *text)
{
	bd_source *source = BD_NEW(&f->arena, bd_source);
	*source = (bd_source){ .name = name, .text = text, .length = strlen(text) };
	return source;
}

static inline const bd_json *fixture_json(fixture *f, const char *text)
{
	const bd_json *json =
		bd_json_parse(&f->arena, fixture_source(f, "spec.json", text), &f->diags);
	assert_non_null(json);
	return json;
}

/* What the user would be told. */
static inline const char *fixture_complaints(fixture *f)
{
	return bd_diags_text(&f->arena, &f->diags, BD_UI_EN);
}

/* A value in a short notation: null, undefined, true, 1.5, 'text', @ms, [..], {..}. */
static inline void fixture_show(bd_str *s, bd_value v)
{
	switch (v.kind) {
	case BD_V_STRING: bd_str_printf(s, "'%s'", v.string); return;
	case BD_V_DATE: bd_str_printf(s, "@%s", bd_value_to_string(s->arena, v)); return;
	case BD_V_ARRAY:
		bd_str_add_char(s, '[');
		for (uint32_t i = 0; i < v.length; i++) {
			bd_str_add(s, i ? "," : "");
			fixture_show(s, v.items[i]);
		}
		bd_str_add_char(s, ']');
		return;
	case BD_V_OBJECT:
		bd_str_add_char(s, '{');
		for (uint32_t i = 0; i < v.length; i++) {
			bd_str_printf(s, "%s%s:", i ? "," : "", v.members[i].name);
			fixture_show(s, v.members[i].value);
		}
		bd_str_add_char(s, '}');
		return;
	default: bd_str_add(s, bd_value_to_string(s->arena, v)); return;
	}
}

/* A column as "1 2 null 'x'". */
static inline const char *fixture_column(bd_table *table, const char *path)
{
	bd_column *c = bd_table_field(table, path);
	if (!c)
		return "no such column";
	bd_str s = bd_str_new(table->arena);
	for (size_t i = 0; i < table->rows; i++) {
		bd_str_add(&s, i ? " " : "");
		fixture_show(&s, bd_column_value(c, i));
	}
	return bd_str_text(&s);
}
