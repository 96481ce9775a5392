/* Rows of JSON read one by one are those of its tree: the same columns, values and places. */
#include "data_fixture.h"

#include "data/json_rows.h"

static uint32_t state_of_random = 1;

static uint32_t below(uint32_t limit)
{
	state_of_random = state_of_random * 1664525 + 1013904223;
	return (uint32_t)((uint64_t)state_of_random * limit >> 32);
}

/* Mostly rows of the same members, now and then another, a missing one, one of another kind. */
static const char *random_rows(bd_arena *arena)
{
	static const char *const names[] = { "năm", "gia\\u0301", "tên", "a.b", "data", "" };
	static const char *const values[] = { "1",
					      "-2.5e3",
					      "-0",
					      "\"Hà Giang\"",
					      "\"Ha\xCC\x80\"",
					      "null",
					      "true",
					      "[1, \"x\"]",
					      "{\"a\": {\"b\": [ ]}}",
					      "\"\"",
					      "\"1.5\"",
					      "12345678901",
					      "\"\\u1ea1\\n\\\"\"",
					      "false",
					      "[]",
					      "\"\\ud83d\\udc4d\\/\\r\\t\"",
					      "0.1",
					      "-0.0",
					      "123456789012345678",
					      "1.2345678901234567",
					      "0e5",
					      "4.9e-324" };
	static const char *const spaces[] = { "", " ", "\n", "\r\n\t" };
	bd_str s = bd_str_new(arena);
	uint32_t rows = below(12), members = below(5);
	bd_str_printf(&s, "%s[", spaces[below(4)]);
	for (uint32_t row = 0; row < rows; row++) {
		bd_str_printf(&s, "%s%s", row ? "," : "", spaces[below(4)]);
		if (below(10) == 0) {
			bd_str_add(&s, values[below(22)]);
			continue;
		}
		bd_str_add(&s, "{");
		for (uint32_t m = 0, count = 0; m <= members; m++)
			if (below(8))
				bd_str_printf(&s, "%s%s\"%s\":%s", count++ ? "," : "",
					      spaces[below(4)], names[m], values[below(22)]);
		bd_str_printf(&s, "%s}%s", spaces[below(4)], spaces[below(4)]);
	}
	bd_str_printf(&s, "]%s", spaces[below(4)]);
	return bd_str_text(&s);
}

/* Each cell as it would be complained of. */
static const char *places(fixture *f, bd_table *t)
{
	for (size_t i = 0; i < t->count; i++)
		for (size_t row = 0; row < t->rows; row++) {
			bd_column *c = bd_table_at(t, i);
			if (bd_column_value(c, row).kind == BD_V_UNDEFINED)
				continue;
			bd_error(&f->diags, bd_table_place(t, row, c), BD_NOT_A_NUMBER,
				 bd_table_written(t, row, c), c->name);
		}
	return fixture_complaints(f);
}

static void rows_are_those_of_the_tree(void **state)
{
	(void)state;
	for (int round = 0; round < 1500; round++) {
		fixture *f = fixture_new(), *g = fixture_new();
		const char *text = random_rows(&f->arena);
		bd_table *rows = bd_json_rows_read(&f->env, fixture_source(f, "a.json", text));
		bd_source *source = fixture_source(g, "a.json", text);
		const bd_json *tree = bd_json_parse(&g->arena, source, &g->diags);
		assert_non_null(tree);
		assert_non_null(rows);
		bd_table *wanted = bd_table_from_json(&g->env, tree);
		assert_int_equal(rows->rows, wanted->rows);
		assert_int_equal(rows->count, wanted->count);
		for (size_t i = 0; i < rows->count; i++) {
			const bd_column *a = bd_table_at(rows, i), *b = bd_table_at(wanted, i);
			assert_string_equal(a->name, b->name);
			assert_int_equal(a->kind, b->kind);
			assert_string_equal(fixture_column(rows, a->name),
					    fixture_column(wanted, b->name));
		}
		assert_string_equal(places(f, rows), places(g, wanted));
		fixture_free(f);
		fixture_free(g);
	}
}

/* Each name is a column as long as there are rows, so that they multiply. */
static void rows_without_a_name_in_common_are_refused(void **state)
{
	(void)state;
	enum { ROWS = 12000 };
	fixture *f = fixture_new();
	bd_str s = bd_str_new(&f->arena);
	for (int row = 0; row < ROWS; row++)
		bd_str_printf(&s, "%s{\"k%d\":1}", row ? "," : "[", row);
	bd_str_add(&s, "]");
	bd_source *source = fixture_source(f, "a.json", bd_str_text(&s));
	assert_null(bd_json_rows_read(&f->env, source));
	const bd_json *tree = bd_json_parse(&f->arena, source, &f->diags);
	assert_int_equal(bd_table_from_json(&f->env, tree)->rows, 0);
	assert_int_equal(f->diags.errors, 1);
	assert_int_equal(f->diags.first->message, BD_TOO_MANY_CELLS);
	assert_string_equal(f->diags.first->args[1], "4166");
	fixture_free(f);
}

static void the_rest_is_left_to_the_tree(void **state)
{
	static const char *const texts[] = {
		"",
		"{}",
		"[1,]",
		"[{\"a\":01}]",
		"[{\"a\":1.}]",
		"[{\"a\":-}]",
		"[{\"a\":1e400}]",
		"[{\"a\":99999999999999999999}]",
		"[{\"a\":\"\\ud800\"}]",
		"[{\"a\":\"\\udc00\\ud800\"}]",
		"[{\"a\":\"\\u0000\"}]",
		"[{\"a\":\"\\u00g0\"}]",
		"[{\"a\":\"\\x\"}]",
		"[{\"a\":\"\t\"}]",
		"[{\"a\":\"x",
		"[{\"a\":\"x\\",
		"[{\"a\":1,}]",
		"[{\"a\" 1}]",
		"[{\"a\":}]",
		"[{a:1}]",
		"[{\"a\":nul}]",
		"[{\"a\":1",
		"[1",
		"[1] 2",
		"[{\"a\":1,\"a\":2}]",
		"[\"\\u202e\"]",
		"[{\"\\u0007\":1}]",
		"[1 2]",
		"[\"\xFF\"]",
		"[tru]",
		"[{\"a\":[\"\\u0001\"]}]",
		"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1"
		"]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
	};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		fixture *f = fixture_new();
		bd_table *t = bd_json_rows_read(&f->env, fixture_source(f, "a.json", texts[i]));
		assert_null(t);
		assert_int_equal(f->diags.errors, 0);
		fixture_free(f);
	}
}

static void many_rows(void **state)
{
	enum { ROWS = 20000 };
	fixture *f = fixture_new();
	bd_str s = bd_str_new(&f->arena);
	(void)state;
	for (int i = 0; i < ROWS; i++)
		bd_str_printf(&s, "%c{\"i\": %d, \"tên\": \"Xã %d\"%s}", i ? ',' : '[', i, i % 7,
			      i > 15000 ? ", \"muộn\": 1" : "");
	bd_str_add(&s, "]");
	bd_table *t = bd_json_rows_read(&f->env, fixture_source(f, "a.json", bd_str_text(&s)));
	assert_int_equal(t->rows, ROWS);
	for (size_t i = 0; i < ROWS; i++) {
		assert_true(bd_table_cell(t, i, "i").number == (double)i);
		assert_int_equal(bd_table_cell(t, i, "tên").string[4], '0' + (int)i % 7);
		assert_int_equal(bd_table_cell(t, i, "muộn").kind,
				 i > 15000 ? BD_V_NUMBER : BD_V_UNDEFINED);
	}
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_those_of_the_tree),
		cmocka_unit_test(rows_without_a_name_in_common_are_refused),
		cmocka_unit_test(the_rest_is_left_to_the_tree),
		cmocka_unit_test(many_rows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
