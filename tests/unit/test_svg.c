/* SVG as its readers see it: parsed by expat. */
#include "base/number.h"
#include "base/str.h"
#include "demo_scene.h"
#include "render/backend.h"
#include "render/path_data.h"
#include "scene/href.h"
#include "surroundings.h"

#include <expat.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *svg_of(const bd_scene *scene, const char *flavour)
{
	bd_backend_options options = { .flavour = flavour };
	bd_blob blob =
		bd_backend_render(bd_backend_find("svg"), scene, &options, &arena, env.diags);
	return blob.bytes;
}

/* What stands in <text> elements, a line each; and every id and reference. */
typedef struct reading {
	bd_str words, ids, references, roles;
	int texts, inside;
	double x[16], length[16]; /* of the first texts, where they say */
} reading;

static double number_of(const char *value)
{
	const char *end;
	return bd_number_parse(value, strlen(value), &end);
}

static void open_tag(void *data, const char *name, const char **attributes)
{
	reading *r = data;
	r->inside += !strcmp(name, "text");
	r->texts += !strcmp(name, "text");
	for (int i = 0; attributes[i]; i += 2) {
		const char *value = attributes[i + 1], *hash = strchr(value, '#');
		int text = !strcmp(name, "text") ? r->texts - 1 : 15;
		if (!strcmp(attributes[i], "x") && text < 15)
			r->x[text] = number_of(value);
		if (!strcmp(attributes[i], "textLength") && text < 15)
			r->length[text] = number_of(value);
		if (!strcmp(attributes[i], "id"))
			bd_str_printf(&r->ids, "|%s|", value);
		if (!strcmp(attributes[i], "role"))
			bd_str_printf(&r->roles, "%s ", value);
		if (hash && (!strcmp(attributes[i], "xlink:href") || strstr(value, "url(#")))
			bd_str_printf(&r->references, "%.*s\n", (int)strcspn(hash + 1, ")"),
				      hash + 1);
	}
}

static void close_tag(void *data, const char *name)
{
	reading *r = data;
	if (!strcmp(name, "text")) {
		r->inside--;
		bd_str_add_char(&r->words, '\n');
	}
}

static void characters(void *data, const char *text, int length)
{
	reading *r = data;
	if (r->inside)
		bd_str_add_bytes(&r->words, text, (size_t)length);
}

static reading read_svg(const char *svg)
{
	reading r = { bd_str_new(&arena), bd_str_new(&arena), bd_str_new(&arena),
		      bd_str_new(&arena), .texts = 0 };
	XML_Parser parser = XML_ParserCreate("UTF-8");
	XML_SetUserData(parser, &r);
	XML_SetElementHandler(parser, open_tag, close_tag);
	XML_SetCharacterDataHandler(parser, characters);
	enum XML_Status status = XML_Parse(parser, svg, (int)strlen(svg), 1);
	if (status != XML_STATUS_OK)
		fail_msg("%s", XML_ErrorString(XML_GetErrorCode(parser)));
	XML_ParserFree(parser);
	return r;
}

static void its_text_is_what_was_written(void **state)
{
	(void)state;
	static const char *const flavours[] = { "outline", "embed", "text" };
	for (int i = 0; i < 3; i++) {
		reading r = read_svg(svg_of(demo_words(&env), flavours[i]));
		assert_string_equal(bd_str_text(&r.words),
				    "Gần 11.000 người được khám\n"
				    "Sê Kông (\nເຊກອງ\n): tỉ lệ < 50% & «ẪỄỘ ự»\n"
				    "Huyện Lạ Màm\nHuyện Thà Tèng\nເມືອງສາມັກຄີໄຊ\n"
				    "Tỉ đồng\n7,3\nNguồn: Thời Đại, 19/9/2024\n");
		assert_string_equal(bd_str_text(&r.roles),
				    "graphics-document document heading paragraph list listitem "
				    "listitem listitem img ");
	}
}

/* So that another font, wider than ours, covers no neighbour. */
static void runs_of_editable_text_keep_their_room(void **state)
{
	(void)state;
	reading r = read_svg(svg_of(demo_words(&env), "text"));
	assert_true(r.texts > 4 && r.texts < 15);
	for (int i = 0; i < r.texts; i++)
		assert_true(r.length[i] > 0);
	/* Sê Kông (, ເຊກອງ and what follows stand side by side */
	assert_true(fabs(r.x[1] + r.length[1] - r.x[2]) < 0.1);
	assert_true(fabs(r.x[2] + r.length[2] - r.x[3]) < 0.1);
}

static void references_lead_to_ids(void **state)
{
	(void)state;
	const bd_scene *scenes[] = { demo_words(&env), demo_scene(&arena) };
	for (int i = 0; i < 2; i++) {
		reading r = read_svg(svg_of(scenes[i], NULL));
		const char *ids = bd_str_text(&r.ids);
		int count = 0;
		for (char *at = strtok(r.references.bytes, "\n"); at; at = strtok(NULL, "\n")) {
			const char *wanted = bd_printf(&arena, "|%s|", at);
			const char *found = strstr(ids, wanted);
			assert_non_null(found);
			assert_null(strstr(found + 1, wanted));
			count++;
		}
		assert_true(count >= 4);
	}
}

static const char *prefix_of(const char *svg)
{
	const char *id = strstr(svg, " id=\"b");
	return bd_strndup(&arena, id + 5, 7);
}

static void two_pictures_share_no_id(void **state)
{
	(void)state;
	bd_scene *one = demo_scene(&arena), *other = demo_scene(&arena);
	assert_string_equal(svg_of(one, NULL), svg_of(other, NULL));
	bd_add_rect(other->pages[0].root, (bd_rect){ 0, 0, 1, 1 }, bd_solid(BD_BLACK));
	const char *a = prefix_of(svg_of(one, NULL)), *b = prefix_of(svg_of(other, NULL));
	assert_int_equal(strspn(a + 1, "0123456789abcdef"), 6);
	assert_string_not_equal(a, b);
}

static void words_cannot_leave_their_place(void **state)
{
	(void)state;
	bd_scene *scene = demo_new(&arena, 100, 100);
	scene->title = "</title><script>\"&\x01";
	bd_node *group = bd_add_group(scene->pages[0].root);
	group->group.alt = "\"><script>";
	group->group.href = "javascript:alert(1)";
	bd_node *rect = bd_add_rect(group, (bd_rect){ 0, 0, 1, 1 }, bd_solid(BD_BLACK));
	rect->shape.blend = "x\"><script>";
	const char *svg = svg_of(scene, NULL);
	read_svg(svg);
	assert_null(strstr(svg, "<script"));
	assert_null(strstr(svg, "javascript"));
}

static void links_that_are_let_through(void **state)
{
	(void)state;
	static const char *const good[] = {
		"https://a.vn/?b:c", "HTTP://a.vn", "mailto:a@b.vn", "tel:+84",
		"trang/hai.html",    "#muc",        "?q=a:b"
	};
	static const char *const bad[] = { "javascript:1",
					   "JavaScript:1",
					   "data:text/html,1",
					   "vbscript:1",
					   " javascript:1",
					   "java\nscript:1",
					   "" };
	for (int i = 0; i < 7; i++) {
		assert_true(bd_href_is_safe(good[i]));
		assert_false(bd_href_is_safe(bad[i]));
	}
}

/* Too many for vectors: one picture, cut to the page, however far some stamps are away. */
static void very_many_stamps_are_a_picture(void **state)
{
	(void)state;
	enum { COUNT = 20001 };
	double *x = BD_ARRAY(&arena, COUNT, double), *y = BD_ARRAY(&arena, COUNT, double);
	for (int i = 0; i < COUNT; i++) {
		x[i] = i * 100.0;
		y[i] = i % 50;
	}
	bd_path *disc = demo_path(&arena, "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z");
	bd_scene *scene = demo_new(&arena, 300, 100);
	bd_node *group = bd_add_group(scene->pages[0].root);
	group->group.transform = bd_matrix_scale(0.5, 2);
	bd_paint fill = bd_solid(demo_red);
	bd_add_stamps(group, (bd_stamps){ .shape = disc,
					  .count = COUNT,
					  .x = x,
					  .y = y,
					  .fills = &fill,
					  .looks = 1 });
	const char *svg = svg_of(scene, NULL);
	read_svg(svg);
	assert_non_null(strstr(svg, "<image x=\"0\" y=\"0\" width=\"600\""));
	assert_true(strlen(svg) < 20000);
	bd_blob pdf = bd_backend_render(bd_backend_find("pdf"), scene, NULL, &arena, env.diags);
	assert_true(pdf.bytes && pdf.length < 20000);
}

static const char *data(const char *d, bool relative, int decimals)
{
	bd_path path = bd_path_new(&arena), again = bd_path_new(&arena);
	assert_true(bd_path_parse_svg(&path, d));
	bd_str s = bd_str_new(&arena);
	(relative ? bd_path_data_short : bd_path_data)(&s, &path, decimals);
	assert_true(bd_path_parse_svg(&again, bd_str_text(&s)));
	assert_int_equal(again.point_count, path.point_count);
	for (size_t i = 0; i < path.point_count; i++) {
		double slack = 0.5 * pow(10, -decimals) + 1e-9;
		assert_float_equal(again.points[i].x, path.points[i].x, slack);
		assert_float_equal(again.points[i].y, path.points[i].y, slack);
	}
	return bd_str_text(&s);
}

static void paths_are_short_and_exact(void **state)
{
	(void)state;
	assert_string_equal(data("M1 2L11 2L11 -3.256Z", false, 2), "M1 2H11V-3.26Z");
	assert_string_equal(data("M1 2L11 2L11 -3.256Z", true, 2), "m1 2h10v-5.26z");
	assert_string_equal(data("M0.005 0L1 1L2 3M5 5L6 6", true, 1), "m0 0 1 1 1 2m3 2 1 1");
	/* a thousand steps of a third must not drift */
	bd_str d = bd_str_new(&arena);
	bd_str_add(&d, "M0 0");
	for (int i = 1; i < 1000; i++)
		bd_str_printf(&d, "L%d.3333 %d.6666", i, i % 7);
	data(bd_str_text(&d), true, 2);
	data("M0 0C1.005 2 3 4 5 6C7 8 9 10 11 12ZL3 3M-1-1", true, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(its_text_is_what_was_written),
		cmocka_unit_test(runs_of_editable_text_keep_their_room),
		cmocka_unit_test(references_lead_to_ids),
		cmocka_unit_test(two_pictures_share_no_id),
		cmocka_unit_test(words_cannot_leave_their_place),
		cmocka_unit_test(links_that_are_let_through),
		cmocka_unit_test(very_many_stamps_are_a_picture),
		cmocka_unit_test(paths_are_short_and_exact),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
