/* How single blocks look on a page: even rows, broken axes, grids that stop at figures. */
#include "ctx_fixture.h"

#include "base/array.h"
#include "base/str.h"
#include "compile.h"

#include <math.h>
#include <string.h>

static bd_doc *compile(const char *text, const char *page)
{
	return bd_compile(ctx, "test", text, strlen(text), &(bd_options){ .page = page });
}

/* Where `text` stands on the page; x NaN: nowhere. */
static bd_rect find(const bd_node *node, bd_matrix m, const char *text)
{
	bd_rect none = { NAN, NAN, 0, 0 };
	if (node->kind == BD_NODE_GLYPHS) {
		const bd_run *run = &node->glyphs.run;
		bool same = run->length == strlen(text) && !memcmp(run->utf8, text, run->length);
		bd_rect r = bd_node_bounds(node);
		bd_point at = bd_matrix_apply(m, (bd_point){ r.x, r.y });
		return same ? (bd_rect){ at.x, at.y, r.width, r.height } : none;
	}
	if (node->kind != BD_NODE_GROUP)
		return none;
	m = bd_matrix_multiply(m, node->group.transform);
	for (const bd_node *n = node->group.first; n; n = n->next) {
		bd_rect r = find(n, m, text);
		if (!isnan(r.x))
			return r;
	}
	return none;
}

static bd_rect on_page(const bd_doc *doc, const char *text)
{
	return find(doc->scene.pages[0].root, BD_IDENTITY, text);
}

static double middle(bd_rect r)
{
	return r.y + r.height / 2;
}

TEST(rows_of_links_are_even_though_a_name_takes_two_lines)
{
	bd_doc *doc = compile(
		"{\"blocks\": [{\"type\": \"links\", \"items\": ["
		"{\"from\": \"N1\", \"to\": \"M1\"}, {\"from\": \"N2\", \"to\": \"M2\"},"
		"{\"from\": \"N3\", \"to\": \"Một tên rất dài của một cụm bản ở xa, và của các bản "
		"ở quanh đó, không thể đứng trong một dòng\"}, {\"from\": \"N4\", \"to\": "
		"\"M4\"}]}]}",
		"square");
	double y[4];
	for (int i = 0; i < 4; i++)
		y[i] = middle(on_page(doc, bd_printf(arena, "N%d", i + 1)));
	assert_true(y[1] > y[0]);
	assert_true(fabs(y[2] - y[1] - (y[1] - y[0])) < 1.5);
	assert_true(fabs(y[3] - y[2] - (y[1] - y[0])) < 1.5);
	bd_doc_free(doc);
}

/* Three events of 1962 and two of 2020 and after. */
static bd_doc *timeline(bd_arena *arena, const char *field)
{
	const char *spec = bd_printf(
		arena,
		"{\"blocks\": [{\"type\": \"timeline\", \"orient\": \"vertical\"%s, \"items\": ["
		"{\"time\": \"5/9/1962\", \"title\": \"a\"}, {\"time\": \"6/9/1963\", \"title\": "
		"\"b\"}, {\"time\": \"7/9/2020\", \"title\": \"c\"}, "
		"{\"time\": \"8/9/2021\", \"title\": \"d\"}]}]}",
		field);
	return compile(spec, "square");
}

TEST(a_day_as_excel_counts_it_is_a_date)
{
	bd_doc *doc = compile("{\"blocks\": [{\"type\": \"timeline\", \"items\": ["
			      "{\"time\": 28324, \"title\": \"a\"}, "
			      "{\"time\": \"44764\", \"title\": \"b\"}]}]}",
			      "square");
	assert_int_equal(bd_doc_diags(doc)->errors, 0);
	assert_true(on_page(doc, "18/7/1977").x > 0);
	assert_true(on_page(doc, "22/7/2022").x > 0);
	bd_doc_free(doc);
}

TEST(an_axis_breaks_as_the_spec_says)
{
	bd_doc *never = timeline(arena, ", \"break\": false");
	bd_doc *always = timeline(arena, ", \"break\": true");
	assert_int_equal(bd_doc_diags(never)->errors + bd_doc_diags(always)->errors, 0);
	assert_true(on_page(never, "1990").x > 0);
	assert_false(on_page(always, "1990").x > 0);
	bd_doc *wrong = timeline(arena, ", \"break\": \"sometimes\"");
	assert_int_equal(bd_doc_diags(wrong)->errors, 1);
	bd_doc_free(never);
	bd_doc_free(always);
	bd_doc_free(wrong);
}

/* Level lines that pass through a box, in a tree. */
static int struck(const bd_node *node, bd_matrix m, bd_rect box)
{
	int count = 0;
	if (node->kind == BD_NODE_PATH) {
		const bd_path *path = node->shape.path;
		for (size_t i = 0; i + 1 < path->point_count; i += 2) {
			bd_point a = bd_matrix_apply(m, path->points[i]);
			bd_point b = bd_matrix_apply(m, path->points[i + 1]);
			count += fabs(a.y - b.y) < 0.01 && a.y > box.y &&
				 a.y < box.y + box.height && fmin(a.x, b.x) < box.x + box.width &&
				 fmax(a.x, b.x) > box.x;
		}
	}
	if (node->kind != BD_NODE_GROUP)
		return count;
	m = bd_matrix_multiply(m, node->group.transform);
	for (const bd_node *n = node->group.first; n; n = n->next)
		count += struck(n, m, box);
	return count;
}

#define CHART                                                                                 \
	"\"data\": {\"values\": [{\"x\": 1, \"y\": 100}, {\"x\": 2, \"y\": 94}]}, "           \
	"\"encoding\": {\"x\": {\"field\": \"x\", \"type\": \"ordinal\"}, "                   \
	"\"y\": {\"field\": \"y\", \"type\": \"quantitative\"}, "                             \
	"\"text\": {\"field\": \"y\", \"format\": \".1f\"}}, \"mark\": {\"type\": \"text\", " \
	"\"dx\": 30, \"size\": "                                                              \
	"24}"

TEST(a_grid_stops_at_the_figures_of_a_poster_and_only_there)
{
	bd_doc *poster = compile("{\"blocks\": [{\"type\": \"chart\", " CHART "}]}", "square");
	bd_doc *bare = compile("{\"$schema\": \"https://vega.github.io/schema/vega-lite/v6.json\", "
			       "\"width\": 400, " CHART "}",
			       NULL);
	assert_int_equal(bd_doc_diags(poster)->errors + bd_doc_diags(bare)->errors, 0);
	assert_true(on_page(poster, "100,0").x > 0);
	assert_int_equal(struck(poster->scene.pages[0].root, BD_IDENTITY, on_page(poster, "100,0")),
			 0);
	assert_true(struck(bare->scene.pages[0].root, BD_IDENTITY, on_page(bare, "100.0")) > 0);
	bd_doc_free(poster);
	bd_doc_free(bare);
}

static bd_doc *compile_file(bd_arena *arena, const char *name, const char *page)
{
	static const char *const folders[] = { "specs", NULL };
	bd_blob blob;
	assert_int_equal(bd_read_file(arena, name, 1 << 20, &blob), BD_LOADED);
	return bd_compile(ctx, name, blob.bytes, blob.length,
			  &(bd_options){ .page = page, .folders = folders });
}

TEST(a_small_page_closes_its_gaps_before_it_is_an_error)
{
	bd_doc *doc = compile_file(arena, "specs/son-kim-2-na-pe.json", "400x400");
	assert_int_equal(bd_doc_diags(doc)->errors, 0);
	bd_doc_free(doc);
}

TEST(rows_of_a_tall_page_stand_one_below_another)
{
	bd_doc *doc = compile_file(arena, "specs/duy-tan-ban-phuong.json", "600x2000");
	assert_int_equal(bd_doc_diags(doc)->errors, 0);
	assert_true(on_page(doc, "Việc sắp tới").y > on_page(doc, "Hai bên cùng làm").y + 100);
	bd_doc_free(doc);
	doc = compile_file(arena, "specs/duy-tan-ban-phuong.json", "portrait");
	assert_true(on_page(doc, "Việc sắp tới").y < on_page(doc, "Hai bên cùng làm").y + 1);
	bd_doc_free(doc);
}

TEST(a_story_leaves_room_for_the_buttons_around_it)
{
	bd_doc *doc = compile("{\"title\": \"T\", \"source\": \"S\", \"blocks\": [{\"type\": "
			      "\"text\", \"text\": \"x\"}]}",
			      "story");
	bd_rect all = bd_node_bounds(doc->scene.pages[0].root);
	assert_true(all.y >= 190);
	assert_true(all.y + all.height <= 1920 - 220 + 1);
	bd_doc_free(doc);
}

TEST(an_empty_text_is_an_absent_one)
{
	bd_doc *doc = compile("{\"credit\": \"\", \"source\": \"S\", \"blocks\": [{\"type\": "
			      "\"text\", \"text\": \"x\"}]}",
			      "square");
	assert_false(on_page(doc, "Đồ họa: ").x > 0);
	assert_false(on_page(doc, "Đồ họa:").x > 0);
	assert_true(on_page(doc, "Nguồn: S").x > 0);
	bd_doc_free(doc);
}

/* Three of the first four take two lines. */
TEST(a_list_of_eight_in_two_columns_has_four_in_each)
{
	bd_doc *doc = compile_file(arena, "specs/tam-viec-cung-lam.json", "square");
	bd_rect fifth = on_page(doc, "Thăm hỏi, tặng quà dịp lễ tết");
	assert_true(fifth.y > 0);
	assert_true(fabs(fifth.y - on_page(doc, "Tuyên truyền pháp luật, biên giới").y) < 6);
	bd_doc_free(doc);
}

#define PICTURE(caption)                                                                    \
	"{\"type\": \"image\", \"url\": \"anh/cot-moc.svg\", \"alt\": \"x\", \"caption\": " \
	"\"" caption "\"}"

TEST(captions_of_neighbouring_pictures_begin_level)
{
	static const char *const folders[] = { "specs", NULL };
	static const char text[] =
		"{\"title\": \"T\", \"blocks\": [{\"type\": \"row\", \"blocks\": [" PICTURE(
			"mao") ", " PICTURE("oma\\nnao") "]}]}";
	bd_doc *doc = bd_compile(ctx, "specs/test.json", text, strlen(text),
				 &(bd_options){ .page = "square", .folders = folders });
	assert_int_equal(bd_doc_diags(doc)->errors, 0);
	assert_true(on_page(doc, "nao").y > on_page(doc, "oma").y + 10);
	assert_true(fabs(on_page(doc, "mao").y - on_page(doc, "oma").y) < 1);
	bd_doc_free(doc);
}

/* Eight in a row of a slide would be crowded. */
TEST(many_figures_stand_in_rows_of_equal_columns)
{
	bd_doc *doc =
		compile("{\"title\": \"T\", \"blocks\": [{\"type\": \"figures\", \"items\": ["
			"{\"value\": 1, \"label\": \"a\"}, {\"value\": 2, \"label\": \"b\"}, "
			"{\"value\": 3, \"label\": \"c\"}, {\"value\": 4, \"label\": \"d\"}, "
			"{\"value\": 5, \"label\": \"e\"}, {\"value\": 6, \"label\": \"f\"}, "
			"{\"value\": 7, \"label\": \"g\"}, {\"value\": 8, \"label\": \"h\"}]}]}",
			"landscape");
	assert_true(on_page(doc, "5").y > on_page(doc, "1").y + 50);
	assert_true(fabs(on_page(doc, "e").x - on_page(doc, "a").x) < 4);
	bd_doc_free(doc);
}

/* Beside two items fourteen would leave a hole: they take the whole width, in two columns. */
TEST(a_row_of_a_long_and_a_short_list_is_stacked)
{
	bd_doc *doc = compile("{\"title\": \"T\", \"blocks\": [{\"type\": \"row\", \"blocks\": ["
			      "{\"type\": \"list\", \"items\": [\"a1\", \"a2\", \"a3\", \"a4\", "
			      "\"a5\", \"a6\", \"a7\", \"a8\", \"a9\", \"a10\", \"a11\", \"a12\", "
			      "\"a13\", \"a14\"]}, {\"type\": \"list\", \"items\": [\"b1\", \"b2\"]"
			      "}]}]}",
			      "1080x800");
	assert_true(on_page(doc, "a8").x > on_page(doc, "a1").x + 100);
	assert_true(on_page(doc, "b1").y > on_page(doc, "a7").y);
	bd_doc_free(doc);
}

/* The items before them take one line and two. */
TEST(rows_of_a_list_in_columns_are_level)
{
	bd_doc *doc = compile_file(arena, "specs/tam-viec-cung-lam.json", "square");
	double fourth = on_page(doc, "Giao lưu văn hóa,").y;
	double eighth = on_page(doc, "Phòng chống dịch bệnh, thiên tai").y;
	assert_true(fabs(fourth - eighth) < 6);
	bd_doc_free(doc);
}

#define CARD(title) "{\"type\": \"card\", \"blocks\": [{\"type\": \"text\", " title "}]}"

TEST(headings_in_neighbouring_cards_end_level)
{
	bd_doc *doc =
		compile("{\"blocks\": [{\"type\": \"row\", \"blocks\": [" CARD(
				"\"title\": \"Hiệp ước\", "
				"\"text\": \"x\"") ", " CARD("\"title\": \"Một đầu đề dài thì "
							     "phải xuống dòng\", "
							     "\"text\": \"z\"") "]}]}",
			"1080x420");
	assert_true(on_page(doc, "x").y > 0);
	assert_true(fabs(on_page(doc, "x").y - on_page(doc, "z").y) < 1);
	bd_doc_free(doc);
}

/* «cùng» leans on the next word: the title is a little smaller for it. */
TEST(titles_shrink_a_little_for_a_good_break)
{
	bd_doc *doc = compile_file(arena, "specs/duy-tan-ban-phuong.json", "portrait");
	assert_true(on_page(doc, "cùng làm ăn, cùng giữ đường biên").y > 0);
	bd_doc_free(doc);
}

#define TWO_TEXTS                                                                                \
	"{\"blocks\": [{\"type\": \"chart\", \"data\": {\"values\": [{\"v\": 1}]}, \"layer\": [" \
	"{\"mark\": {\"type\": \"text\", \"text\": \"AA\", \"dy\": 0}}, "                        \
	"{\"mark\": {\"type\": \"text\", \"text\": \"BB\", \"dy\": 100}}]}]}"

TEST(sizes_of_marks_are_those_of_the_page)
{
	static const struct {
		const char *page;
		double apart;
	} cases[] = { { "1080x1080", 100 }, { "540x540", 50 } };
	for (size_t i = 0; i < 2; i++) {
		bd_doc *doc = compile(TWO_TEXTS, cases[i].page);
		assert_int_equal(bd_doc_diags(doc)->errors, 0);
		double apart = on_page(doc, "BB").y - on_page(doc, "AA").y;
		assert_true(fabs(apart - cases[i].apart) < 2);
		bd_doc_free(doc);
	}
}

TEST(a_chart_with_sizes_of_its_own_stays_in_its_place)
{
	static const char spec[] =
		"{\"blocks\": [{\"type\": \"chart\", \"width\": 300, \"height\": %s, "
		"\"data\": {\"values\": [{\"v\": 1}]}, \"mark\": \"bar\", \"encoding\": "
		"{\"y\": {\"field\": \"v\", \"type\": \"quantitative\"}}}]}";
	bd_doc *fits = compile(bd_printf(arena, spec, "1100"), "square");
	assert_int_equal(bd_doc_diags(fits)->errors, 0);
	bd_rect all = bd_node_bounds(fits->scene.pages[0].root);
	assert_true(all.y >= 0 && all.y + all.height <= 1080);
	bd_doc *high = compile(bd_printf(arena, spec, "4000"), "square");
	assert_int_equal(bd_doc_diags(high)->errors, 1);
	assert_int_equal(bd_doc_diags(high)->first->message, BD_PAGE_OVERFLOW);
	bd_doc_free(fits);
	bd_doc_free(high);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(rows_of_links_are_even_though_a_name_takes_two_lines),
		UNIT(a_day_as_excel_counts_it_is_a_date),
		UNIT(an_axis_breaks_as_the_spec_says),
		UNIT(a_grid_stops_at_the_figures_of_a_poster_and_only_there),
		UNIT(a_small_page_closes_its_gaps_before_it_is_an_error),
		UNIT(rows_of_a_tall_page_stand_one_below_another),
		UNIT(a_story_leaves_room_for_the_buttons_around_it),
		UNIT(an_empty_text_is_an_absent_one),
		UNIT(a_list_of_eight_in_two_columns_has_four_in_each),
		UNIT(captions_of_neighbouring_pictures_begin_level),
		UNIT(many_figures_stand_in_rows_of_equal_columns),
		UNIT(a_row_of_a_long_and_a_short_list_is_stacked),
		UNIT(rows_of_a_list_in_columns_are_level),
		UNIT(headings_in_neighbouring_cards_end_level),
		UNIT(titles_shrink_a_little_for_a_good_break),
		UNIT(sizes_of_marks_are_those_of_the_page),
		UNIT(a_chart_with_sizes_of_its_own_stays_in_its_place),
	};
	return cmocka_run_group_tests(tests, start, finish);
}
