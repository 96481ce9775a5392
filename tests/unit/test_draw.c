/* Outlines of marks, and items into scene nodes (scene/items.h). Curves and arcs are held to
 * numbers that d3-shape gives for the same points. */
#include "scene/draw.h"
#include "scene/reduce.h"
#include "unit.h"

#include <math.h>
#include <string.h>

static const bd_point six[] = {
	{ 0, 0 }, { 10, 20 }, { 20, 5 }, { 35, 30 }, { 35, 40 }, { 60, 10 }
};

/* With fonts; the test frees them. */
static bd_env env_new(bd_arena *arena)
{
	bd_diags *diags = BD_NEW(arena, bd_diags);
	*diags = (bd_diags){ .arena = arena, .last = &diags->first };
	return (bd_env){ .arena = arena,
			 .scratch = arena,
			 .diags = diags,
			 .fonts = bd_fonts_new("fonts", NULL),
			 .lang = "vi" };
}

static void assert_near(double a, double b)
{
	if (fabs(a - b) > 1e-4)
		fail_msg("%g is not %g", a, b);
}

static void assert_points(const bd_path *path, size_t from, const bd_point *wanted, size_t count)
{
	assert_true(path->point_count >= from + count);
	for (size_t i = 0; i < count; i++) {
		assert_near(path->points[from + i].x, wanted[i].x);
		assert_near(path->points[from + i].y, wanted[i].y);
	}
}

static bd_path curve(bd_arena *arena, const char *name, bool join)
{
	bd_path path = bd_path_new(arena);
	if (join)
		bd_path_move(&path, 0, 100);
	bd_curve_add(&path, &(bd_curve){ name, NAN }, six, 6, false, join);
	return path;
}

TEST(smooth_curves_have_their_control_points)
{
	bd_path monotone = curve(arena, "monotone", false),
		natural = curve(arena, "natural", false);
	bd_path cardinal = curve(arena, "cardinal", false), basis = curve(arena, "basis", false);
	assert_int_equal(monotone.point_count, 16);
	assert_points(&monotone, 1, (bd_point[]){ { 3.333333, 10 }, { 6.666667, 20 } }, 2);
	assert_points(&cardinal, 1, (bd_point[]){ { 0, 0 }, { 6.666667, 19.166667 } }, 2);
	assert_points(&basis, 1, (bd_point[]){ { 1.666667, 3.333333 } }, 1);
	assert_near(bd_path_bounds(&natural).x, 0);
	assert_true(bd_path_bounds(&natural).y + bd_path_bounds(&natural).height > 40);
}

TEST(risers_of_both_edges_of_an_area_coincide)
{
	bd_path near = curve(arena, "step-after", false), far = curve(arena, "step-after", true);
	assert_points(&near, 1, (bd_point[]){ { 10, 0 }, { 10, 20 } }, 2);
	assert_points(&far, 2, (bd_point[]){ { 0, 20 }, { 10, 20 } }, 2);
}

TEST(every_curve_takes_one_or_two_points)
{
	static const char *const names[] = { "basis-open",  "cardinal-closed", "natural", "bundle",
					     "catmull-rom", "monotone",        "step",    NULL };
	for (size_t k = 0; names[k]; k++)
		for (size_t n = 0; n <= 2; n++) {
			bd_path path = bd_path_new(arena);
			assert_true(bd_curve_exists(names[k]));
			bd_curve_add(&path, &(bd_curve){ names[k], NAN }, six, n, false, false);
			for (size_t i = 0; i < path.point_count; i++)
				assert_true(isfinite(path.points[i].x + path.points[i].y));
		}
	assert_false(bd_curve_exists("curly"));
}

TEST(a_symbol_covers_the_area_it_is_given)
{
	bd_path path = bd_path_new(arena);
	assert_true(bd_symbol_path(&path, "square", 100));
	bd_rect box = bd_path_bounds(&path);
	assert_near(box.width, 10);
	assert_near(box.x, -5);
	path = bd_path_new(arena);
	assert_true(bd_symbol_path(&path, "M-1,-1H1V1H-1Z", 400));
	assert_near(bd_path_bounds(&path).height, 20);
	assert_false(bd_symbol_exists("octagon"));
	assert_false(bd_symbol_path(&path, "square", NAN));
}

TEST(sectors_are_padded_and_their_corners_rounded)
{
	bd_path plain = bd_path_new(arena), round = bd_path_new(arena), ring = bd_path_new(arena);
	bd_arc_add(&plain, &(bd_arc){ 0, M_PI / 2, 20, 50, 0, 0 }, 100, 100);
	bd_rect box = bd_path_bounds(&plain);
	assert_near(box.x, 100);
	assert_near(box.y, 50);
	assert_near(box.width, 50);
	bd_arc_add(&round, &(bd_arc){ 0, M_PI / 2, 20, 50, 0.1, 5 }, 100, 100);
	assert_true(bd_path_bounds(&round).x > 102);
	bd_arc_add(&ring, &(bd_arc){ 0, 7, 20, 50, 0, 0 }, 0, 0);
	assert_near(bd_path_bounds(&ring).width, 100);
	bd_path nothing = bd_path_new(arena);
	bd_arc_add(&nothing, &(bd_arc){ 0, 1, 0, 0, 0, 0 }, 0, 0);
	assert_int_equal(nothing.verb_count, 0);
}

TEST(a_long_line_keeps_what_each_column_shows)
{
	enum { MANY = 100000 };
	double *x = BD_ARRAY(arena, MANY, double), *y = BD_ARRAY(arena, MANY, double);
	for (size_t i = 0; i < MANY; i++) {
		x[i] = (double)i / 1000;
		y[i] = sin((double)i * 0.7) * 50;
	}
	y[51234] = 80; /* one spike */
	size_t left;
	bd_edge edge = { .x.each = x, .y.each = y, .count = MANY };
	bd_point *points = bd_reduce_edge(arena, &edge, &left);
	assert_true(left <= 4 * 400 && left > 400);
	double highest = 0;
	for (size_t i = 0; i < left; i++)
		highest = fmax(highest, points[i].y);
	assert_near(highest, 80);
	assert_near(points[left - 1].x, 99.999);
	for (size_t i = 0; i < 1000; i++) /* to and fro: every point counts */
		x[i] = i % 2 ? 10 : 0;
	edge.count = 1000;
	bd_reduce_edge(arena, &edge, &left);
	assert_int_equal(left, 1000);
}

/* The same by its definition: the points of each quarter of a pixel, the first of the lowest, the
 * first of the highest. */
static size_t reduce_plainly(const bd_point *p, size_t count, bd_point *out)
{
	size_t kept = 0;
	for (size_t from = 0, end; from < count; from = end) {
		size_t low = from, high = from;
		for (end = from; end < count && floor(p[end].x * 4) == floor(p[from].x * 4);
		     end++) {
			low = p[end].y < p[low].y ? end : low;
			high = p[end].y > p[high].y ? end : high;
		}
		for (size_t i = from; i < end; i++)
			if (i == from || i == low || i == high || i == end - 1)
				out[kept++] = p[i];
	}
	return kept;
}

TEST(a_long_line_is_reduced_by_its_definition)
{
	enum { MANY = 3000 };
	double *x = BD_ARRAY(arena, MANY, double), *y = BD_ARRAY(arena, MANY, double);
	bd_point *p = BD_ARRAY(arena, MANY, bd_point), *wanted = BD_ARRAY(arena, MANY, bd_point);
	uint32_t random = 1;
	for (int round = 0; round < 40; round++) {
		bool backwards = round % 2;
		double at = -50, step = round % 5 == 0 ? 3 : 0.02 * round;
		for (size_t i = 0; i < MANY; i++) {
			random = random * 1664525 + 1013904223;
			at += step * (double)(random >> 28) / 16;
			x[i] = at;
			y[i] = (double)(random >> 20 & 63); /* ties */
			if (round % 7 == 0 && i % 11 == 0)
				y[i] = NAN; /* stands for 0 */
			p[backwards ? MANY - 1 - i : i] =
				(bd_point){ x[i], isnan(y[i]) ? 0 : y[i] };
		}
		size_t left, kept = reduce_plainly(p, MANY, wanted);
		bd_edge edge = { .x.each = x, .y.each = y, .count = MANY, .backwards = backwards };
		bd_point *points = bd_reduce_edge(arena, &edge, &left);
		assert_int_equal(left, kept);
		assert_memory_equal(points, wanted, kept * sizeof *points);
	}
}

static bd_paints *one_color(bd_arena *arena)
{
	bd_paints *paints = BD_NEW(arena, bd_paints);
	bd_paint *paint = BD_NEW(arena, bd_paint);
	*paint = bd_solid(BD_BLACK);
	*paints = (bd_paints){ paint, 1, NULL };
	return paints;
}

TEST(equal_symbols_become_one_node)
{
	static const double x[] = { 1, 2, NAN, 4 }, size[] = { 4, 9, 16, NAN };
	bd_env env = { .arena = arena, .scratch = arena };
	bd_items *m = bd_items_new(arena, BD_ITEM_SYMBOL, 4);
	m->x.each = x;
	m->size.each = size;
	m->fill = *one_color(arena);
	bd_node *group = bd_group_new(arena);
	bd_draw_mark(&env, m, bd_cell_new(arena, "c"), group);
	assert_int_equal(group->group.first->kind, BD_NODE_STAMPS);
	assert_null(group->group.first->next);
	const bd_stamps *stamps = &group->group.first->stamps;
	assert_int_equal(stamps->count, 4);
	assert_null(stamps->look);
	assert_near(stamps->x[2], 0); /* as in Vega, what is not said is 0 */
	assert_near(stamps->scale[1], 3);
	assert_near(stamps->scale[3], 8);
}

static size_t nodes_of_rects(bd_arena *arena, size_t count, double width, double opacity)
{
	bd_env env = { .arena = arena, .scratch = arena };
	double *x = BD_ARRAY(arena, count, double);
	for (size_t i = 0; i < count; i++)
		x[i] = (double)i;
	bd_items *m = bd_items_new(arena, BD_ITEM_RECT, count);
	m->x.each = x;
	m->width = BD_ONE(width);
	m->height = BD_ONE(2);
	m->opacity = BD_ONE(opacity);
	m->fill = *one_color(arena);
	bd_node *group = bd_group_new(arena);
	bd_draw_mark(&env, m, bd_cell_new(arena, "c"), group);
	size_t nodes = 0;
	for (const bd_node *node = group->group.first; node; node = node->next)
		nodes++;
	return nodes;
}

TEST(many_rectangles_share_nodes)
{
	assert_int_equal(nodes_of_rects(arena, 100, 2, 1), 100);
	assert_int_equal(nodes_of_rects(arena, 20000, 2, 1), 1);
	assert_int_equal(nodes_of_rects(arena, 20000, 2, 0.5), 1);
	assert_int_equal(nodes_of_rects(arena, 20000, 0.1, 0.5), 1);
	/* so fine that none may be painted on its own */
	size_t outlines = nodes_of_rects(arena, 20000, 0.1, 1);
	assert_true(outlines > 100 && outlines < 1000);
}

/* Rules along an axis are rectangles, slanting ones are not. */
TEST(many_rules_share_nodes_where_they_stand_upright)
{
	enum { COUNT = 6000 };
	bd_env env = { .arena = arena, .scratch = arena };
	double *x = BD_ARRAY(arena, COUNT, double), *y2 = BD_ARRAY(arena, COUNT, double);
	for (size_t i = 0; i < COUNT; i++) {
		x[i] = (double)i / 10;
		y2[i] = i % 5 ? 40 : 0; /* nothing to see */
	}
	bd_items *m = bd_items_new(arena, BD_ITEM_RULE, COUNT);
	m->x.each = m->x2.each = x;
	m->y = BD_ONE(0);
	m->y2.each = y2;
	m->stroke_width = BD_ONE(3);
	m->stroke = *one_color(arena);
	bd_node *group = bd_group_new(arena);
	bd_draw_mark(&env, m, bd_cell_new(arena, "c"), group);
	assert_int_equal(group->group.first->kind, BD_NODE_STAMPS);
	const bd_stamps *stamps = &group->group.first->stamps;
	assert_int_equal(stamps->count, COUNT / 5 * 4);
	assert_near(stamps->x[0], 0.1 - 1.5);
	assert_near(stamps->scale[0], 3);
	assert_near(stamps->scale_y[0], 40);
	m->x2 = BD_ONE(7);
	bd_node *slanting = bd_group_new(arena);
	bd_draw_mark(&env, m, bd_cell_new(arena, "c"), slanting);
	assert_int_equal(slanting->group.first->kind, BD_NODE_PATH);
}

/* Of many symbols those of other shapes come into the same node, and those alike share theirs. */
TEST(many_symbols_of_several_shapes_become_one_node)
{
	enum { COUNT = 2000, SHAPES = 3, COLORS = 2 };
	static const char *const names[] = { "circle", "square", "cross" };
	bd_env env = { .arena = arena, .scratch = arena };
	uint32_t *shape = BD_ARRAY(arena, COUNT, uint32_t),
		 *color = BD_ARRAY(arena, COUNT, uint32_t);
	const bd_paint two[] = { bd_solid(BD_BLACK), bd_solid(bd_color_from_bytes(255, 0, 0)) };
	for (uint32_t i = 0; i < COUNT; i++) {
		shape[i] = i % SHAPES;
		color[i] = i / 7 % COLORS;
	}
	bd_items *m = bd_items_new(arena, BD_ITEM_SYMBOL, COUNT);
	m->x = m->y = BD_ONE(5);
	m->shape = (bd_strings){ names, shape };
	m->fill = (bd_paints){ two, 2, color };
	bd_node *group = bd_group_new(arena);
	bd_draw_mark(&env, m, bd_cell_new(arena, "c"), group);
	assert_null(group->group.first->next);
	const bd_stamps *stamps = &group->group.first->stamps;
	assert_int_equal(stamps->looks, SHAPES * COLORS);
	for (size_t i = 3 * 7 * 2; i < COUNT; i++) {
		assert_ptr_equal(bd_stamp_shape(stamps, i), bd_stamp_shape(stamps, i % SHAPES));
		assert_near(stamps->fills[bd_stamp_look(stamps, i)].color.r, color[i]);
	}
	assert_ptr_not_equal(bd_stamp_shape(stamps, 0), bd_stamp_shape(stamps, 1));
}

/* Two colours and a hundred opacities, in turn, but for symbols that are not to be seen. */
TEST(symbols_that_look_alike_share_their_paints)
{
	enum { COUNT = 3000, LOOKS = 200 };
	double *size = BD_ARRAY(arena, COUNT, double), *opacity = BD_ARRAY(arena, COUNT, double);
	uint32_t *index = BD_ARRAY(arena, COUNT, uint32_t);
	const bd_paint two[] = { bd_solid(BD_BLACK), bd_solid(bd_color_from_bytes(255, 0, 0)) };
	for (size_t i = 0; i < COUNT; i++) {
		size[i] = i % 7 == 3 ? 0 : 9;
		opacity[i] = (double)(i / 2 % 100 + 1) / 100;
		index[i] = i % 2;
	}
	bd_env env = { .arena = arena, .scratch = arena };
	bd_items *m = bd_items_new(arena, BD_ITEM_SYMBOL, COUNT);
	m->size.each = size;
	m->opacity.each = opacity;
	m->fill = (bd_paints){ two, 2, index };
	bd_node *group = bd_group_new(arena);
	bd_draw_mark(&env, m, bd_cell_new(arena, "c"), group);
	const bd_stamps *stamps = &group->group.first->stamps;
	size_t seen = 0;
	assert_int_equal(stamps->looks, LOOKS);
	for (size_t i = 0; i < COUNT; i++) {
		if (!(size[i] > 0))
			continue;
		bd_color color = stamps->fills[bd_stamp_look(stamps, seen++)].color;
		assert_near(color.a, opacity[i]);
		assert_near(color.r, index[i]);
	}
	assert_int_equal(stamps->count, seen);
}

TEST(what_is_not_defined_breaks_a_line)
{
	static const double x[] = { 0, 1, 2, 3, 4 }, y[] = { 0, 1, 2, NAN, INFINITY };
	static const bool defined[] = { true, true, false, true, true };
	bd_env env = { .arena = arena, .scratch = arena };
	bd_items *m = bd_items_new(arena, BD_ITEM_LINE, 5);
	m->x.each = x;
	m->y.each = y;
	m->defined = defined;
	m->clip = true;
	m->stroke = *one_color(arena);
	bd_node *group = bd_group_new(arena);
	bd_cell *cell = bd_cell_new(arena, "c");
	cell->width = 7;
	bd_draw_mark(&env, m, cell, group);
	const bd_node *clipped = group->group.first;
	assert_near(bd_path_bounds(clipped->group.clip).width, 7);
	const bd_path *path = clipped->group.first->shape.path;
	static const uint8_t verbs[] = { BD_MOVE, BD_LINE, BD_MOVE, BD_CLOSE };
	assert_int_equal(path->verb_count, 4);
	assert_memory_equal(path->verbs, verbs, 4);
}

TEST(a_gradient_leans_with_its_box)
{
	bd_gradient unit = { .x1 = 0, .y1 = 0, .x2 = 1, .y2 = 1 };
	bd_paint paint = { .kind = BD_PAINT_GRADIENT, .opacity = 1, .gradient = &unit };
	bd_rect box = { 10, 20, 200, 100 };
	const bd_gradient *g = bd_draw_over_box(arena, paint, box).gradient;
	/* the corners that are halfway in the unit box are halfway here */
	double dx = g->x2 - g->x1, dy = g->y2 - g->y1;
	double t = ((210 - g->x1) * dx + (20 - g->y1) * dy) / (dx * dx + dy * dy);
	assert_near(t, 0.5);
	t = ((210 - g->x1) * dx + (120 - g->y1) * dy) / (dx * dx + dy * dy);
	assert_near(t, 1);
}

TEST(texts_are_cut_and_hidden_ones_left_out)
{
	bd_env env = env_new(arena);
	bd_guide_text label = { .text = "Một nhãn dài\nhai dòng",
				.x = 50,
				.align = BD_TEXT_RIGHT,
				.font = { .family = "Inter", .size = 20, .weight = 400 },
				.color = BD_BLACK,
				.opacity = 1,
				.limit = 70 };
	bd_node *group = bd_group_new(arena);
	bd_draw_guide_text(&env, &label, group);
	const bd_glyphs *first = &group->group.first->glyphs, *last = &group->group.last->glyphs;
	assert_true(first->run.width <= 70);
	assert_near(first->x + first->run.width, 50);
	assert_memory_equal(first->run.utf8 + first->run.length - 3, "…", 3);
	assert_near(last->y - first->y, 22);
	label.hidden = true;
	group = bd_group_new(arena);
	bd_draw_guide_text(&env, &label, group);
	assert_null(group->group.first);
	bd_fonts_free(env.fonts);
}

/* Two parts, 20 to 50 and 50 to 100, and beside them a stack of one. */
static const bd_node *stacks(bd_arena *arena, double radius)
{
	static const double x[] = { 0, 30, 0 }, y[] = { 50, 40, 20 }, height[] = { 50, 60, 30 };
	bd_env env = { .arena = arena, .scratch = arena };
	bd_items *m = bd_items_new(arena, BD_ITEM_RECT, 3);
	m->x.each = x;
	m->y.each = y;
	m->height.each = height;
	m->width = BD_ONE(40);
	m->corner_radius[0] = m->corner_radius[1] = BD_ONE(radius);
	m->fill = *one_color(arena);
	m->round_stack = true;
	bd_node *group = bd_group_new(arena);
	bd_draw_mark(&env, m, bd_cell_new(arena, "c"), group);
	return group->group.first;
}

/* A clip along an edge would blend it twice, so the end part has the corners itself. */
TEST(a_stack_is_rounded_at_its_end)
{
	const bd_node *low = stacks(arena, 5), *high = low->next, *other = high->next;
	assert_int_equal(low->kind, BD_NODE_PATH);
	assert_int_equal(low->shape.path->verb_count, 5);
	assert_true(high->shape.path->verb_count > 5);
	assert_near(bd_path_bounds(high->shape.path).y, 20);
	assert_true(other->shape.path->verb_count > 5);
	assert_null(other->next);
}

TEST(a_stack_is_rounded_as_a_whole)
{
	const bd_node *stack = stacks(arena, 18); /* more than half of its end part */
	const bd_group *first = &stack->group;
	assert_int_equal(stack->kind, BD_NODE_GROUP);
	bd_rect whole = bd_path_bounds(first->clip);
	assert_near(whole.y, 20);
	assert_near(whole.height, 80);
	assert_non_null(first->first->next); /* two parts, and the other stack beside */
	assert_null(first->first->next->next);
	bd_rect high = bd_path_bounds(first->first->next->shape.path);
	assert_near(high.x, -1); /* its paint goes on under the clip's edge */
	assert_near(high.y, 19);
	assert_near(high.y + high.height, 50);
	assert_int_equal(stack->next->kind, BD_NODE_PATH);
}

TEST(a_mark_covers_its_texts_and_strokes)
{
	static const char *const words[] = { "Nhãn" };
	bd_env env = env_new(arena);
	bd_items *m = bd_items_new(arena, BD_ITEM_TEXT, 1);
	m->x = BD_ONE(100);
	m->y = BD_ONE(50);
	m->text.palette = words;
	m->font_size = BD_ONE(20);
	m->align = BD_TEXT_RIGHT;
	bd_rect box = bd_items_bounds(&env, m);
	assert_near(box.x + box.width, 100);
	assert_true(box.width > 30 && box.y < 40);
	m->angle = BD_ONE(90);
	assert_true(bd_items_bounds(&env, m).height > 30);
	m = bd_items_new(arena, BD_ITEM_RECT, 1);
	m->x = BD_ONE(10);
	m->width = BD_ONE(-4);
	m->stroke = *one_color(arena);
	m->stroke_width = BD_ONE(2);
	box = bd_items_bounds(&env, m);
	assert_near(box.x, 5);
	assert_near(box.width, 6);
	assert_near(bd_items_bounds(&env, bd_items_new(arena, BD_ITEM_LINE, 0)).width, 0);
	bd_fonts_free(env.fonts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(smooth_curves_have_their_control_points),
		UNIT(risers_of_both_edges_of_an_area_coincide),
		UNIT(every_curve_takes_one_or_two_points),
		UNIT(a_symbol_covers_the_area_it_is_given),
		UNIT(sectors_are_padded_and_their_corners_rounded),
		UNIT(a_long_line_keeps_what_each_column_shows),
		UNIT(a_long_line_is_reduced_by_its_definition),
		UNIT(equal_symbols_become_one_node),
		UNIT(many_rectangles_share_nodes),
		UNIT(many_rules_share_nodes_where_they_stand_upright),
		UNIT(many_symbols_of_several_shapes_become_one_node),
		UNIT(symbols_that_look_alike_share_their_paints),
		UNIT(what_is_not_defined_breaks_a_line),
		UNIT(a_gradient_leans_with_its_box),
		UNIT(texts_are_cut_and_hidden_ones_left_out),
		UNIT(a_stack_is_rounded_at_its_end),
		UNIT(a_stack_is_rounded_as_a_whole),
		UNIT(a_mark_covers_its_texts_and_strokes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
