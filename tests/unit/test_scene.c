/* The display list: its dump, its checks and its bounds. */
#include "base/str.h"
#include "render/backend.h"
#include "scene/check.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static bd_arena arena;

static bd_scene *scene_new(double width, double height)
{
	bd_scene *scene = BD_NEW(&arena, bd_scene);
	*scene = (bd_scene){ .arena = &arena, .lang = "vi", .page_count = 1 };
	scene->pages = BD_NEW(&arena, bd_scene_page);
	scene->pages[0] = (bd_scene_page){ .geometry = { width, height, 0, 0.75, false },
					   .background = bd_color_from_bytes(251, 248, 242),
					   .root = bd_group_new(&arena) };
	scene->pages[0].root->group.role = BD_ROLE_DOCUMENT;
	return scene;
}

static const char *dump(const bd_scene *scene)
{
	bd_diags diags = { .arena = &arena };
	bd_blob blob = bd_backend_render(bd_backend_find("scene"), scene, NULL, &arena, &diags);
	return blob.bytes;
}

static void dumps_what_there_is(void **state)
{
	(void)state;
	bd_scene *scene = scene_new(100, 50);
	bd_node *figure = bd_add_group(scene->pages[0].root);
	figure->group.role = BD_ROLE_FIGURE;
	figure->group.alt = "Cột \"cao\"";
	figure->group.origin = "/blocks/0";
	figure->group.transform = bd_matrix_translate(10, 5.126);
	bd_add_rect(figure, (bd_rect){ 0, 0, 20.004, 10 },
		    bd_solid(bd_color_from_bytes(200, 16, 46)));
	bd_add_rule(figure, (bd_point){ 0, 10.5 }, (bd_point){ 80, 10.5 }, bd_solid(BD_BLACK), 0.5);
	assert_string_equal(dump(scene),
			    "scene lang=\"vi\"\n"
			    "page 100x50 background=#fbf8f2\n"
			    "  group Document\n"
			    "    group Figure alt=\"Cột \\\"cao\\\"\" from=\"/blocks/0\" "
			    "transform=1,0,0,1,10,5.13\n"
			    "      path d=\"M0 0H20V10H0Z\" fill=#c8102e\n"
			    "      path d=\"M0 10.5H80\" stroke=#000000 width=0.5\n");
}

static void refuses_what_is_not_finite(void **state)
{
	(void)state;
	bd_scene *scene = scene_new(100, 50);
	bd_node *group = bd_add_group(scene->pages[0].root);
	group->group.origin = "/layer/1";
	bd_add_rect(group, (bd_rect){ 0, 0, NAN, 10 }, bd_solid(BD_BLACK));
	bd_diags diags = { .arena = &arena };
	assert_false(bd_scene_check(scene, &diags));
	assert_int_equal(diags.errors, 1);
	assert_int_equal(diags.first->message, BD_NOT_FINITE);
	assert_string_equal(diags.first->args[0], "/layer/1");
	assert_null(bd_backend_render(bd_backend_find("scene"), scene, NULL, &arena, &diags).bytes);
}

static void refuses_a_gradient_stop_at_infinity(void **state)
{
	(void)state;
	bd_scene *scene = scene_new(100, 50);
	bd_gradient_stop stops[] = { { 0, BD_BLACK }, { INFINITY, BD_BLACK } };
	bd_gradient gradient = { .x2 = 1, .stops = stops, .stop_count = 2 };
	bd_paint paint = { .kind = BD_PAINT_GRADIENT, .opacity = 1, .gradient = &gradient };
	bd_add_rect(scene->pages[0].root, (bd_rect){ 0, 0, 1, 1 }, paint);
	bd_diags diags = { .arena = &arena };
	assert_false(bd_scene_check(scene, &diags));
}

static void assert_box(bd_rect r, double x, double y, double width, double height)
{
	assert_float_equal(r.x, x, 1e-6);
	assert_float_equal(r.y, y, 1e-6);
	assert_float_equal(r.width, width, 1e-6);
	assert_float_equal(r.height, height, 1e-6);
}

static void bounds_count_strokes_and_clips(void **state)
{
	(void)state;
	bd_node *root = bd_group_new(&arena);
	bd_node *rect = bd_add_rect(root, (bd_rect){ 10, 10, 20, 10 }, bd_solid(BD_BLACK));
	assert_box(bd_node_bounds(rect), 10, 10, 20, 10);
	rect->shape.stroke = (bd_stroke){ .paint = bd_solid(BD_BLACK), .width = 4 };
	assert_box(bd_node_bounds(rect), 8, 8, 24, 14);
	bd_node *rule =
		bd_add_rule(root, (bd_point){ 0, 50 }, (bd_point){ 30, 50 }, bd_solid(BD_BLACK), 2);
	assert_box(bd_node_bounds(rule), -1, 49, 32, 2);
	bd_path clip = bd_path_new(&arena);
	bd_path_rect(&clip, (bd_rect){ 0, 0, 20, 100 });
	root->group.clip = &clip;
	root->group.transform = bd_matrix_scale(2, 1);
	assert_box(bd_node_bounds(root), 0, 8, 40, 43);
}

static void bounds_of_a_sharp_corner_hold_its_miter(void **state)
{
	(void)state;
	bd_node *root = bd_group_new(&arena);
	bd_path *v = BD_NEW(&arena, bd_path);
	*v = bd_path_new(&arena);
	bd_path_move(v, 0, 0);
	bd_path_line(v, 10, 50);
	bd_path_line(v, 20, 0);
	bd_node *node = bd_add_shape(root, v, BD_NO_PAINT,
				     (bd_stroke){ .paint = bd_solid(BD_BLACK), .width = 4 });
	/* half the width over the sine of half the angle */
	double tip = 2 / sin(atan2(10, 50));
	bd_rect box = bd_node_bounds(node);
	assert_true(box.y + box.height >= 50 + tip - 1e-6);
	assert_true(box.y + box.height <= 50 + tip + 10);
}

static void free_all(void)
{
	bd_arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dumps_what_there_is),
		cmocka_unit_test(refuses_what_is_not_finite),
		cmocka_unit_test(refuses_a_gradient_stop_at_infinity),
		cmocka_unit_test(bounds_count_strokes_and_clips),
		cmocka_unit_test(bounds_of_a_sharp_corner_hold_its_miter),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	free_all();
	return failed;
}
