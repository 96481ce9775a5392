/* demo_scene.h - a small scene with one of every shape, for the tests of scene/ and render/: fills,
 * strokes, dashes, a clip, gradients, a hatching, stamps, a group at half opacity, a blend, a
 * picture. 320 by 200 px, on an opaque background. */
#pragma once
#include "scene/scene.h"

#include <math.h>

static bd_color demo_red, demo_blue, demo_gold;

static bd_scene *demo_new(bd_arena *arena, double width, double height)
{
	bd_scene *scene = BD_NEW(arena, bd_scene);
	*scene = (bd_scene){ .arena = arena,
			     .lang = "vi",
			     .title = "Hình thử: Việt Nam – Lào",
			     .description = "Mọi loại hình trong một khung.",
			     .author = "bieudo",
			     .date = 1726704000000.0,
			     .page_count = 1 };
	scene->pages = BD_NEW(arena, bd_scene_page);
	scene->pages[0] = (bd_scene_page){ .geometry = { width, height, 0, 0.75, false },
					   .background = bd_color_from_bytes(251, 248, 242),
					   .root = bd_group_new(arena) };
	scene->pages[0].root->group.role = BD_ROLE_DOCUMENT;
	demo_red = bd_color_from_bytes(200, 16, 46);
	demo_blue = bd_color_from_bytes(18, 53, 107);
	demo_gold = bd_color_from_bytes(242, 183, 5);
	return scene;
}

static bd_path *demo_path(bd_arena *arena, const char *d)
{
	bd_path *path = BD_NEW(arena, bd_path);
	*path = bd_path_new(arena);
	bd_path_parse_svg(path, d);
	return path;
}

static void demo_paints(bd_node *root, bd_arena *arena)
{
	bd_gradient_stop *stops = BD_ARRAY(arena, 2, bd_gradient_stop);
	stops[0] = (bd_gradient_stop){ 0, demo_red };
	stops[1] = (bd_gradient_stop){ 1, bd_color_with_alpha(demo_gold, 0.25) };
	bd_gradient *linear = BD_NEW(arena, bd_gradient), *radial = BD_NEW(arena, bd_gradient);
	*linear = (bd_gradient){ .x1 = 10, .x2 = 100, .stops = stops, .stop_count = 2 };
	*radial = (bd_gradient){ true, 150, 40, 0, 150, 40, 30, stops, 2 };
	bd_paint paint = { .kind = BD_PAINT_GRADIENT, .opacity = 1, .gradient = linear };
	bd_add_rect(root, (bd_rect){ 10, 10, 90, 60 }, paint);
	paint.gradient = radial;
	bd_add_shape(root, demo_path(arena, "M120 10h60v60h-60z"), paint, (bd_stroke){ 0 });
	bd_node *tile = bd_group_new(arena);
	bd_add_rule(tile, (bd_point){ -1, 9 }, (bd_point){ 9, -1 }, bd_solid(demo_blue), 1.5);
	bd_add_rule(tile, (bd_point){ -1, 1 }, (bd_point){ 1, -1 }, bd_solid(demo_blue), 1.5);
	bd_add_rule(tile, (bd_point){ 7, 9 }, (bd_point){ 9, 7 }, bd_solid(demo_blue), 1.5);
	bd_pattern *pattern = BD_NEW(arena, bd_pattern);
	*pattern = (bd_pattern){ 8, 8, BD_IDENTITY, tile };
	paint = (bd_paint){ .kind = BD_PAINT_PATTERN, .opacity = 1, .pattern = pattern };
	bd_add_rect(root, (bd_rect){ 200, 10, 48, 60 }, paint);
}

static void demo_strokes(bd_node *root, bd_arena *arena)
{
	static const double dash[] = { 8, 4 };
	bd_stroke stroke = { .paint = bd_solid(demo_blue), .width = 3 };
	bd_add_shape(root, demo_path(arena, "M10 90L40 120L70 90L100 120"), BD_NO_PAINT, stroke);
	stroke.join = BD_JOIN_ROUND;
	stroke.cap = BD_CAP_ROUND;
	bd_add_shape(root, demo_path(arena, "M120 90C140 130 160 130 180 90"), BD_NO_PAINT, stroke);
	stroke = (bd_stroke){ .paint = bd_solid(demo_red),
			      .width = 2,
			      .dash = dash,
			      .dash_count = 2,
			      .dash_offset = 3 };
	bd_add_shape(root, demo_path(arena, "M200 105H310"), BD_NO_PAINT, stroke);
	bd_add_rule(root, (bd_point){ 200, 95.5 }, (bd_point){ 310, 95.5 }, bd_solid(BD_BLACK), 1);
}

static void demo_groups(bd_node *root, bd_arena *arena)
{
	bd_node *group = bd_add_group(root);
	group->group.id = "nua-trong";
	group->group.name = "Nửa trong";
	group->group.opacity = 0.5;
	group->group.transform = bd_matrix_translate(10, 130);
	bd_add_rect(group, (bd_rect){ 0, 0, 40, 40 }, bd_solid(demo_red));
	bd_add_rect(group, (bd_rect){ 20, 20, 40, 40 }, bd_solid(demo_blue));
	group = bd_add_group(root);
	group->group.clip = demo_path(arena, "M120 160m-30 0a30 30 0 1 0 60 0a30 30 0 1 0 -60 0z");
	bd_add_rect(group, (bd_rect){ 90, 130, 60, 30 }, bd_solid(demo_gold));
	bd_add_rect(group, (bd_rect){ 90, 160, 60, 30 }, bd_solid(demo_blue));
	bd_node *star = bd_add_shape(root, demo_path(arena, "M185 130l10 50l-25 -32h30l-25 32z"),
				     bd_solid(demo_gold), (bd_stroke){ 0 });
	star->shape.even_odd = true;
	bd_add_rect(root, (bd_rect){ 255, 10, 40, 40 }, bd_solid(demo_gold));
	bd_node *blend = bd_add_rect(root, (bd_rect){ 265, 20, 40, 50 }, bd_solid(demo_red));
	blend->shape.blend = "multiply";
}

static void demo_stamps(bd_node *root, bd_arena *arena)
{
	enum { COUNT = 12 };
	double *x = BD_ARRAY(arena, COUNT, double), *y = BD_ARRAY(arena, COUNT, double);
	double *scale = BD_ARRAY(arena, COUNT, double);
	bd_paint *fill = BD_NEW(arena, bd_paint);
	bd_stroke *stroke = BD_NEW(arena, bd_stroke);
	*fill = bd_solid(bd_color_with_alpha(demo_red, 0.6));
	*stroke = (bd_stroke){ .paint = bd_solid(demo_blue), .width = 1 };
	for (int i = 0; i < COUNT; i++) {
		x[i] = 216 + 8.3 * i;
		y[i] = 160 + 20 * sin(i * 0.7);
		scale[i] = 3 + i % 4;
	}
	bd_path *disc = BD_NEW(arena, bd_path);
	*disc = bd_path_new(arena);
	bd_path_circle(disc, 0, 0, 1);
	bd_add_stamps(root, (bd_stamps){ .shape = disc,
					 .count = COUNT,
					 .x = x,
					 .y = y,
					 .scale = scale,
					 .fills = fill,
					 .strokes = stroke,
					 .looks = 1 });
}

static void demo_picture(bd_node *root, bd_arena *arena)
{
	uint32_t *pixels = BD_ARRAY(arena, 16, uint32_t);
	for (int i = 0; i < 16; i++)
		pixels[i] = (i + i / 4) % 2 ? 0xff12356b : 0xfff2b705;
	bd_add_image(root, (bd_image){ .box = { 290, 170, 24, 24 },
				       .pixels = (const unsigned char *)pixels,
				       .width = 4,
				       .height = 4,
				       .stride = 16,
				       .opacity = 1 });
}

__attribute__((unused)) static bd_scene *demo_scene(bd_arena *arena)
{
	bd_scene *scene = demo_new(arena, 320, 200);
	bd_node *root = scene->pages[0].root;
	bd_node *figure = bd_add_group(root);
	figure->group.role = BD_ROLE_FIGURE;
	figure->group.alt = "Các hình thử";
	demo_paints(figure, arena);
	demo_strokes(figure, arena);
	demo_groups(figure, arena);
	demo_stamps(figure, arena);
	demo_picture(figure, arena);
	return scene;
}

static bd_node *demo_tagged(bd_node *root, bd_role role)
{
	bd_node *group = bd_add_group(root);
	group->group.role = role;
	return group;
}

static void demo_line(bd_env *env, bd_node *group, const char *text, bd_font font, double x,
		      double y, bd_color color)
{
	bd_line line = bd_text_line(env, text, &font, NULL);
	bd_add_line(group, &line, x, y, bd_solid(color));
}

/* Words in two scripts, tagged; a turned label, a stroked one, a link, a list. 480 by 300 px. */
__attribute__((unused)) static bd_scene *demo_words(bd_env *env)
{
	bd_scene *scene = demo_new(env->arena, 480, 300);
	bd_node *root = scene->pages[0].root;
	bd_color ink = bd_color_from_bytes(27, 31, 39);
	bd_font bold = { .family = "Be Vietnam Pro", .size = 30, .weight = 800 };
	bd_font body = { .family = "Inter", .size = 15, .weight = 400 };
	bd_node *at = demo_tagged(root, BD_ROLE_H1);
	demo_line(env, at, "Gần 11.000 người được khám", bold, 24, 50, ink);
	at = demo_tagged(root, BD_ROLE_P);
	at->group.origin = "/subtitle";
	demo_line(env, at, "Sê Kông (ເຊກອງ): tỉ lệ < 50% & «ẪỄỘ ự»", body, 24.3, 84.6, ink);
	at = demo_tagged(root, BD_ROLE_L);
	for (int i = 0; i < 3; i++) {
		static const char *const items[] = { "Huyện Lạ Màm", "Huyện Thà Tèng",
						     "ເມືອງສາມັກຄີໄຊ" };
		bd_node *item = demo_tagged(at, BD_ROLE_LI);
		demo_line(env, item, items[i], body, 40, 120 + 24 * i, ink);
	}
	at = demo_tagged(root, BD_ROLE_FIGURE);
	at->group.alt = "Biểu đồ cột: 2012 thấp nhất, 2024 cao nhất";
	for (int i = 0; i < 4; i++)
		bd_add_rect(at, (bd_rect){ 260 + 45 * i, 230 - 30.5 * (i + 1), 30, 30.5 * (i + 1) },
			    bd_solid(i == 3 ? demo_red : demo_blue));
	bd_node *turned = bd_add_group(at);
	turned->group.transform =
		bd_matrix_multiply(bd_matrix_translate(250, 230), bd_matrix_rotate(-90));
	demo_line(env, turned, "Tỉ đồng", body, 0, 0, ink);
	bd_line halo = bd_text_line(env, "7,3", &bold, NULL);
	bd_add_line(at, &halo, 380, 130, bd_solid(ink));
	at->group.last->glyphs.stroke = (bd_stroke){ .paint = bd_solid(demo_gold), .width = 1 };
	at = demo_tagged(root, BD_ROLE_LINK);
	at->group.href = "https://thoidai.com.vn/?a=1&b=2";
	demo_line(env, at, "Nguồn: Thời Đại, 19/9/2024", body, 24, 280, demo_blue);
	return scene;
}
