/* Icons and pictures: what is drawn, what is refused, and where complaints point. */
#include "art/art.h"
#include "art/svg.h"
#include "base/str.h"
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct fixture {
	bd_arena arena;
	bd_diags diags;
	bd_env env;
} fixture;

static int set_up(void **state)
{
	fixture *f = test_calloc(1, sizeof *f);
	f->diags.arena = &f->arena;
	f->env = (bd_env){
		.arena = &f->arena, .scratch = &f->arena, .diags = &f->diags, .share = "."
	};
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	fixture *f = *state;
	bd_arena_free(&f->arena);
	test_free(f);
	return 0;
}

static bool read_svg(fixture *f, const char *text, bd_art *art)
{
	bd_source *source = BD_NEW(&f->arena, bd_source);
	*source = (bd_source){ .name = "a.svg", .text = text, .length = strlen(text) };
	return bd_svg_read(&f->arena, source, &f->diags, art);
}

/* Draws into a 100 px box and says what it covers. */
static bd_rect bounds(fixture *f, const bd_art *art)
{
	bd_node *group = bd_group_new(&f->arena);
	return bd_node_bounds(bd_art_draw(art, group, (bd_rect){ 0, 0, 100, 100 }, BD_BLACK));
}

#define NEAR(a, b) assert_true(fabs((a) - (b)) < 0.01)

static void every_icon_is_read(void **state)
{
	fixture *f = *state;
	const char *const *names = bd_art_names(&f->arena, ".");
	size_t count = 0;
	for (; names[count]; count++) {
		const bd_art *art = bd_art_icon(&f->env, names[count], NULL);
		assert_non_null(art);
		bd_rect r = bounds(f, art);
		assert_true(r.width > 10 && r.height > 10);
	}
	assert_true(count > 30);
	assert_int_equal(f->diags.errors, 0);
}

static void names_follow_the_sets(void **state)
{
	fixture *f = *state;
	assert_non_null(bd_art_icon(&f->env, "stethoscope", NULL));
	assert_non_null(bd_art_icon(&f->env, "hi-doctor", NULL));
	assert_non_null(bd_art_icon(&f->env, "flag-vn", NULL));
	assert_null(bd_art_icon(&f->env, "stetoscope", NULL));
	assert_string_equal(f->diags.first->hint_args[0], "stethoscope");
	assert_null(bd_art_icon(&f->env, "../icons/vn", NULL));
}

static void a_flag_keeps_its_shape(void **state)
{
	fixture *f = *state;
	bd_rect r = bounds(f, bd_art_icon(&f->env, "flag-la", NULL));
	NEAR(r.x, 0);
	NEAR(r.y, 12.5);
	NEAR(r.width, 100);
	NEAR(r.height, 75);
}

static void shapes_use_and_transforms(void **state)
{
	fixture *f = *state;
	bd_art art;
	assert_true(read_svg(f,
			     "<svg xmlns='http://www.w3.org/2000/svg' "
			     "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='10 10 100 100'>"
			     "<use xlink:href='#r' x='5'/>"
			     "<defs><rect id='r' x='20' y='30' width='10mm' height='10'/></defs>"
			     "<g transform='translate(10 10) scale(2)'>"
			     "<polygon points='0,0 4,0 4,4'/></g></svg>",
			     &art));
	bd_rect r = bounds(f, &art);
	NEAR(r.x, 0);
	NEAR(r.y, 0);
	NEAR(r.width, 15 + 96 / 2.54);
	NEAR(r.height, 30);
}

static void a_style_attribute_wins(void **state)
{
	fixture *f = *state;
	bd_art art;
	assert_true(read_svg(f,
			     "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10' "
			     "fill='red'><rect width='4' height='4' fill='blue' "
			     "style='fill: #0f0; stroke: currentColor; opacity: .5'/></svg>",
			     &art));
	bd_node *group = bd_group_new(&f->arena);
	bd_art_draw(&art, group, (bd_rect){ 0, 0, 10, 10 }, bd_color_from_bytes(1, 2, 3));
	const bd_node *node = group->group.first->group.first->group.first;
	assert_int_equal(node->kind, BD_NODE_GROUP);
	NEAR(node->group.opacity, .5);
	const bd_shape *shape = &node->group.first->shape;
	NEAR(shape->fill.color.g, 1);
	NEAR(shape->fill.color.r, 0);
	NEAR(shape->stroke.paint.color.b, 3 / 255.0);
}

static void gradients_take_their_box(void **state)
{
	fixture *f = *state;
	bd_art art;
	assert_true(read_svg(f,
			     "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>"
			     "<linearGradient id='g'><stop stop-color='red'/>"
			     "<stop offset='100%' style='stop-color:blue'/></linearGradient>"
			     "<rect x='2' y='2' width='4' height='2' fill='url(#g)'/></svg>",
			     &art));
	bd_art_node *back = art.root->first;
	assert_true(back->is_group);
	NEAR(back->transform.a, 4);
	NEAR(back->transform.e, 2);
	assert_int_equal(back->first->fill.kind, BD_ART_GRADIENT);
	assert_int_equal(back->first->fill.gradient->stop_count, 2);
	bd_rect r = bounds(f, &art);
	NEAR(r.x, 20);
	NEAR(r.width, 40);
}

static void what_is_not_drawn_is_refused(void **state)
{
	static const char *const bodies[] = {
		"<text>a</text>",
		"<image href='http://a/b.png'/>",
		"<style>path{}</style>",
		"<script/>",
		"<rect width='1' height='1' filter='url(#f)'/>",
		"<rect width='1' height='1' mask='url(#f)'/>",
		"<rect width='1' height='1' fill='url(http://a#b)'/>",
		"<use href='other.svg#a'/>",
		"<g id='a'><use href='#a'/></g>",
		"<rect width='1' height='1' onclick='x'/>",
		"<path d='M0 0 nonsense'/>",
	};
	fixture *f = *state;
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		bd_art art;
		assert_false(read_svg(f,
				      bd_printf(&f->arena,
						"<svg xmlns='http://www.w3.org/2000/svg' "
						"viewBox='0 0 9 9'>\n%s</svg>",
						bodies[i]),
				      &art));
		assert_int_equal(f->diags.first->message, BD_SVG_REFUSED);
		assert_int_equal(f->diags.first->place->line, 2);
		f->diags = (bd_diags){ .arena = &f->arena };
	}
}

static void broken_files_are_told(void **state)
{
	fixture *f = *state;
	bd_art art;
	assert_false(read_svg(f, "<svg viewBox='0 0 1 1'><g></svg>", &art));
	assert_int_equal(f->diags.first->message, BD_BAD_XML);
	assert_false(read_svg(f, "<svg/>", &art));
	assert_false(read_svg(f, "<!DOCTYPE a [<!ENTITY b 'c'>]><svg viewBox='0 0 1 1'/>", &art));
	bd_str deep = bd_str_new(&f->arena);
	bd_str_add(&deep, "<svg viewBox='0 0 1 1'>");
	for (int i = 0; i < 5000; i++)
		bd_str_add(&deep, "<g>");
	assert_false(read_svg(f, bd_str_text(&deep), &art));
}

static void places_in_a_file_count_characters(void **state)
{
	fixture *f = *state;
	bd_art art;
	assert_false(read_svg(f,
			      "<svg viewBox='0 0 1 1'>\n<title>Lào</title>\n"
			      "<g id='núi'/><x:view xmlns:x='urn:x' x:fill='red'/><text/></svg>",
			      &art));
	const bd_place *place = f->diags.first->place;
	assert_int_equal(f->diags.first->message, BD_SVG_REFUSED);
	assert_int_equal(f->diags.errors, 1);
	assert_int_equal(place->line, 3);
	assert_int_equal(place->column, 52);
}

/* It may stand in a document type outside the file, which is never read. */
static void an_unknown_entity_is_refused(void **state)
{
	fixture *f = *state;
	bd_art art;
	assert_true(read_svg(f, "<!DOCTYPE svg SYSTEM 'a.dtd'><svg viewBox='0 0 1 1'/>", &art));
	assert_false(read_svg(f,
			      "<!DOCTYPE svg SYSTEM 'a.dtd'>"
			      "<svg viewBox='0 0 1 1'><title>&ten;</title></svg>",
			      &art));
	assert_int_equal(f->diags.first->message, BD_SVG_REFUSED);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(places_in_a_file_count_characters),
		TEST(an_unknown_entity_is_refused),
		TEST(every_icon_is_read),
		TEST(names_follow_the_sets),
		TEST(a_flag_keeps_its_shape),
		TEST(shapes_use_and_transforms),
		TEST(a_style_attribute_wins),
		TEST(gradients_take_their_box),
		TEST(what_is_not_drawn_is_refused),
		TEST(broken_files_are_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
