/* JSON with places, and field tables. */
#include "unit.h"

#include "base/color.h"
#include "base/str.h"
#include "json/field.h"
#include "json/syntax.h"

#include <stdlib.h>
#include <string.h>

static const bd_json *parse(bd_arena *arena, const char *text, bd_diags *diags)
{
	bd_source *source = BD_NEW(arena, bd_source);
	*source = (bd_source){ .name = "t.json", .text = text, .length = strlen(text) };
	*diags = (bd_diags){ .arena = arena };
	return bd_json_parse(arena, source, diags);
}

/* "line:column+extent" of a node's value, or of its name. */
static const char *place(bd_arena *arena, const bd_json *node, bool key)
{
	const bd_source *source = bd_place_source(&node->place);
	size_t line, column, extent;
	source->locate(source, bd_place_pointer(arena, &node->place), key, 0, &line, &column,
		       &extent);
	return bd_printf(arena, "%zu:%zu+%zu", line, column, extent);
}

TEST(nodes_know_where_they_stand)
{
	bd_diags diags;
	const bd_json *root = parse(arena,
				    "{\n  \"tên\": [1, {\"a/b\": \"}\"}],\n"
				    "  \"\\u0111\\\"x\": true, \"~m\": {}\n}",
				    &diags);
	assert_non_null(root);
	const bd_json *inner = bd_json_at(bd_json_get(root, "tên"), 1);
	assert_string_equal(place(arena, inner, false), "2:14+12");
	assert_string_equal(place(arena, bd_json_get(inner, "a/b"), false), "2:22+3");
	assert_string_equal(place(arena, bd_json_get(inner, "a/b"), true), "2:15+5");
	assert_string_equal(place(arena, bd_json_get(root, "đ\"x"), true), "3:3+11");
	assert_string_equal(place(arena, bd_json_get(root, "~m"), false), "3:28+2");
	assert_string_equal(bd_place_pointer(arena, &bd_json_get(inner, "a/b")->place),
			    "/tên/1/a~1b");
}

/* A document of nothing but random nesting; below, each of its nodes is located. */
static void random_json(bd_str *s, int depth)
{
	int kind = rand() % (depth > 4 ? 4 : 6);
	static const char *const names[] = { "a", "b~", "c/d", "\\u00e9", "\\\"q", "đ", "" };
	switch (kind) {
	case 0: bd_str_printf(s, "%d", rand() % 1000); return;
	case 1: bd_str_printf(s, " \"%s\" ", names[rand() % 7]); return;
	case 2: bd_str_add(s, "null"); return;
	case 3: bd_str_add(s, "\n-1.5e3"); return;
	default: break;
	}
	bd_str_add_char(s, kind == 4 ? '[' : '{');
	int first = rand() % 7, count = rand() % 5;
	for (int i = 0; i < count; i++) {
		bd_str_add(s, i ? " ,\n" : "");
		if (kind == 5)
			bd_str_printf(s, "\"%s\" : ", names[(first + i) % 7]);
		random_json(s, depth + 1);
	}
	bd_str_add_char(s, kind == 4 ? ']' : '}');
}

static void check_places(bd_arena *arena, const bd_json *node)
{
	const bd_source *source = bd_place_source(&node->place);
	size_t line, column, extent;
	source->locate(source, bd_place_pointer(arena, &node->place), false, 0, &line, &column,
		       &extent);
	const char *at = source->text;
	for (size_t i = 1; i < line; i++)
		at = strchr(at, '\n') + 1;
	for (size_t i = 1; i < column; i++)
		do
			at++;
		while (((unsigned char)*at & 0xC0) == 0x80);
	static const char starts[] = "nt0\"[{";
	if (node->kind == BD_JSON_NUMBER)
		assert_true(*at == '-' || (*at >= '0' && *at <= '9'));
	else
		assert_int_equal(*at, starts[node->kind]);
	for (size_t i = 0; i < node->count && node->kind >= BD_JSON_ARRAY; i++)
		check_places(arena,
			     node->kind == BD_JSON_ARRAY ? node->items[i] : node->members[i].value);
}

TEST(every_node_of_any_document_is_found)
{
	srand(7);
	for (int i = 0; i < 500; i++) {
		bd_str s = bd_str_new(arena);
		random_json(&s, 0);
		bd_diags diags;
		const bd_json *root = parse(arena, bd_str_text(&s), &diags);
		assert_non_null(root);
		check_places(arena, root);
		bd_json_fault fault;
		bd_source source = { .text = bd_str_text(&s), .length = s.length };
		assert_false(bd_json_find_fault(&source, 0, &fault));
	}
}

TEST(what_is_no_json_is_refused_at_its_place)
{
	static const struct {
		const char *text;
		bd_message message;
		size_t line, column;
		const char *why;
	} cases[] = {
		{ "{\"a\": 1,}", BD_BAD_JSON, 1, 8, BD_TERM_JSON_LAST_COMMA },
		{ "[1,\n]", BD_BAD_JSON, 1, 3, BD_TERM_JSON_LAST_COMMA },
		{ "{\"a\": 1, \"a\": 2}", BD_BAD_JSON, 1, 10, BD_TERM_JSON_DUPLICATE },
		{ "{\"tên\": \"\xFF\"}", BD_NOT_UTF8, 1, 10, NULL },
		{ "[1,\n2", BD_BAD_JSON, 2, 2, BD_TERM_JSON_ENDS_EARLY },
		{ "", BD_BAD_JSON, 1, 1, BD_TERM_JSON_EMPTY },
		{ "[1 /* một */]", BD_BAD_JSON, 1, 4, BD_TERM_JSON_COMMENT },
		{ "{\"a\": 7,3}", BD_BAD_JSON, 1, 8, BD_TERM_JSON_DECIMAL },
		{ "{\"a\": [7, 3, x]}", BD_BAD_JSON, 1, 14, BD_TERM_JSON_WORD },
		{ "{\"ă\": “b”}", BD_BAD_JSON, 1, 7, BD_TERM_JSON_QUOTES },
		{ "{a: 1}", BD_BAD_JSON, 1, 2, BD_TERM_JSON_QUOTES },
		{ "{\"a\" 1}", BD_BAD_JSON, 1, 6, BD_TERM_JSON_NO_COLON },
		{ "[1 2]", BD_BAD_JSON, 1, 4, BD_TERM_JSON_NO_COMMA },
		{ "[,1]", BD_BAD_JSON, 1, 2, BD_TERM_JSON_NO_VALUE },
		{ "[[1}]", BD_BAD_JSON, 1, 4, BD_TERM_JSON_BRACKET },
		{ "[-]", BD_BAD_JSON, 1, 2, BD_TERM_JSON_NUMBER },
		{ "[007]", BD_BAD_JSON, 1, 2, BD_TERM_JSON_NUMBER },
		{ "[1.]", BD_BAD_JSON, 1, 2, BD_TERM_JSON_NUMBER },
		{ "[1e999]", BD_BAD_JSON, 1, 2, BD_TERM_JSON_NUMBER_TOO_BIG },
		{ "[\"\\q\"]", BD_BAD_JSON, 1, 3, BD_TERM_JSON_ESCAPE },
		{ "[\"a\nb\"]", BD_BAD_JSON, 1, 4, BD_TERM_JSON_CONTROL },
		{ "[\"a", BD_BAD_JSON, 1, 2, BD_TERM_JSON_OPEN_STRING },
		{ "[1] 2", BD_BAD_JSON, 1, 5, BD_TERM_JSON_MORE },
		{ "]", BD_BAD_JSON, 1, 1, BD_TERM_JSON_NO_VALUE },
		{ "\xEF\xBB\xBF]", BD_BAD_JSON, 1, 1, BD_TERM_JSON_NO_VALUE },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bd_diags diags;
		assert_null(parse(arena, cases[i].text, &diags));
		assert_int_equal(diags.errors, 1);
		const bd_diag *d = diags.first;
		bool right = d->message == cases[i].message && d->place->line == cases[i].line &&
			     d->place->column == cases[i].column &&
			     (!cases[i].why || d->args[0] == cases[i].why);
		if (!right)
			fail_msg("%s: %zu:%zu %s", cases[i].text, d->place->line, d->place->column,
				 bd_term_text(d->args[0], BD_UI_EN));
	}
	bd_diags diags;
	assert_non_null(parse(arena, "\xEF\xBB\xBF{}", &diags));
}

TEST(depth_has_an_end)
{
	char text[401];
	memset(text, '[', 200);
	memset(text + 200, ']', 200);
	text[400] = 0;
	bd_diags diags;
	assert_null(parse(arena, text, &diags));
	assert_int_equal(diags.errors, 1);
	assert_int_equal(diags.first->message, BD_TOO_DEEP);
}

TEST(strings_become_nfc)
{
	bd_diags diags;
	const bd_json *root = parse(arena, "{\"a\": \"So\xCC\x9Bn\"}", &diags);
	assert_string_equal(bd_json_get(root, "a")->string, "Sơn");
}

struct sample {
	double radius;
	const char *label, *text;
	int side;
	bool wide;
	bd_color color;
	BD_ARRAY_OF(double) numbers;
	const bd_json *either;
};

static const bd_choice sides[] = { { "left", NULL }, { "right", NULL }, { NULL, NULL } };
static const bd_type side_type = { BD_T_CHOICE, .size = sizeof(int), .choices = sides };
static const bd_type numbers_type = { BD_T_ARRAY, .item = &bd_type_number, .or_one = true };
static const bd_type *const either_types[] = { &bd_type_number, &side_type, NULL };
static const bd_type either_type = { BD_T_UNION, .any_of = either_types };
static const bd_field sample_fields[] = {
	BD_FIELD(struct sample, radius, &bd_type_number, .fallback = "3", .min = 0, .max = 200),
	BD_FIELD(struct sample, label, &bd_type_string, .required = true),
	BD_FIELD(struct sample, text, &bd_type_text, .doc = ""),
	BD_FIELD(struct sample, side, &side_type, .fallback = "\"right\""),
	BD_FIELD(struct sample, wide, &bd_type_bool, .fallback = "true"),
	BD_FIELD(struct sample, color, &bd_type_color, .fallback = "\"#fff\""),
	BD_FIELD(struct sample, numbers, &numbers_type, .doc = ""),
	BD_FIELD(struct sample, either, &either_type, .doc = ""),
	BD_FIELDS_END
};
static const bd_object_type sample_type = { .name = "sample",
					    .size = sizeof(struct sample),
					    .fields = sample_fields };

static struct sample read_sample(bd_arena *arena, const char *text, bd_diags *diags)
{
	const bd_json *root = parse(arena, text, diags);
	bd_reader reader = { .arena = arena, .diags = diags, .lang = "lo" };
	struct sample out = { 0 };
	bd_object_read(&sample_type, root, &out, &reader);
	return out;
}

TEST(a_table_reads_and_defaults)
{
	bd_diags diags;
	struct sample s = read_sample(arena,
				      "{\"label\": \"x\", \"text\": {\"vi\": \"Lào\", \"lo\": "
				      "\"ລາວ\"}, \"numbers\": [1, 2], \"either\": \"left\"}",
				      &diags);
	assert_int_equal(diags.errors, 0);
	assert_true(s.radius == 3 && s.side == 1 && s.wide && s.color.r == 1);
	assert_string_equal(s.text, "ລາວ");
	assert_int_equal(s.numbers.count, 2);
	assert_true(s.numbers.items[1] == 2);
	assert_string_equal(s.either->string, "left");
}

TEST(all_mistakes_are_told_at_once)
{
	bd_diags diags;
	struct sample s =
		read_sample(arena,
			    "{\"radius\": 500, \"side\": \"letf\", \"wide\": 1, \"color\": "
			    "\"rood\", \"wdie\": 2, \"text\": {\"vi\": \"a\"}, \"numbers\": "
			    "[1, \"b\"], \"either\": []}",
			    &diags);
	static const bd_message expected[] = { BD_OUT_OF_RANGE, BD_MISSING_TRANSLATION,
					       BD_UNKNOWN_NAME, BD_WRONG_TYPE,
					       BD_BAD_COLOR,    BD_WRONG_TYPE,
					       BD_WRONG_TYPE,   BD_UNKNOWN_FIELD,
					       BD_MISSING_FIELD };
	size_t i = 0;
	for (const bd_diag *d = diags.first; d; d = d->next)
		assert_int_equal(d->message, expected[i++]);
	assert_int_equal(i, sizeof expected / sizeof *expected);
	assert_true(s.radius == 3 && s.side == 1 && s.wide);
}

TEST(merging_keeps_places_and_order)
{
	bd_diags diags;
	const bd_json *a = parse(arena, "{\"x\": {\"p\": 1, \"q\": 2}, \"y\": 3}", &diags);
	const bd_json *b = parse(arena, "{\"x\": {\"q\": 5}, \"z\": 4}", &diags);
	assert_string_equal(bd_json_print(arena, bd_json_merge(arena, a, b, true)),
			    "{\"x\":{\"p\":1,\"q\":5},\"y\":3,\"z\":4}");
	assert_string_equal(bd_json_print(arena, bd_json_merge(arena, a, b, false)),
			    "{\"x\":{\"q\":5},\"y\":3,\"z\":4}");
	assert_string_equal(bd_json_print(arena, bd_json_with(arena, a, "y", NULL)),
			    "{\"x\":{\"p\":1,\"q\":2}}");
}

int main(void)
{
	const struct CMUnitTest tests[] = { UNIT(nodes_know_where_they_stand),
					    UNIT(every_node_of_any_document_is_found),
					    UNIT(what_is_no_json_is_refused_at_its_place),
					    UNIT(depth_has_an_end),
					    UNIT(strings_become_nfc),
					    UNIT(a_table_reads_and_defaults),
					    UNIT(all_mistakes_are_told_at_once),
					    UNIT(merging_keeps_places_and_order) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
