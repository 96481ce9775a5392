/* Sharing out heights, moving labels apart, lanes, pages (layout/). */
#include "unit.h"

#include "layout/cover.h"
#include "layout/flow.h"
#include "layout/lanes.h"
#include "layout/page.h"
#include "layout/spread.h"

#include <math.h>

static const bd_extent boxes[] = { { 80, 100, 100, 0, 0 }, { 40, 50, 150, 0, 0 } };

TEST(boxes_keep_their_natural_heights_where_they_fit_exactly)
{
	bd_flow flow = { .gap = 20, .least = 0.5, .most = 2 };
	bd_slot slots[2];
	bd_flow_place(&flow, boxes, 2, 170, slots);
	assert_true(fabs(slots[0].height - 100) < 1e-9 && fabs(slots[1].height - 50) < 1e-9);
	assert_true(fabs(slots[1].y - 120) < 1e-9);
	assert_true(flow.overflow == 0);
}

TEST(what_is_left_goes_to_boxes_that_can_use_it_and_to_gaps)
{
	bd_flow flow = { .gap = 20, .least = 0.5, .most = 2 };
	bd_slot slots[2];
	bd_flow_place(&flow, boxes, 2, 230, slots);
	assert_true(fabs(slots[0].height - 100) < 1e-9);
	assert_true(slots[1].height > 50);
	assert_true(fabs(slots[1].y + slots[1].height - 230) < 1e-6);
}

TEST(boxes_and_gaps_give_way_together_down_to_the_least)
{
	bd_flow flow = { .gap = 20, .least = 0.5, .most = 2 };
	bd_slot slots[2];
	bd_flow_place(&flow, boxes, 2, 130, slots);
	assert_true(fabs(slots[0].height - 80) < 1e-9 && fabs(slots[1].height - 40) < 1e-9);
	assert_true(flow.overflow < 1e-9);
	bd_flow_place(&flow, boxes, 2, 100, slots);
	assert_true(fabs(flow.overflow - 30) < 1e-9);
}

TEST(pictures_give_way_before_all_else)
{
	static const bd_extent with_picture[] = { { 80, 100, 100, 0, 0 },
						  { 20, 200, 300, 0, 150 } };
	bd_flow flow = { .gap = 20, .least = 0.5, .most = 2 };
	bd_slot slots[2];
	bd_flow_place(&flow, with_picture, 2, 220, slots);
	assert_true(fabs(slots[0].height - 100) < 1e-9 && fabs(slots[1].height - 100) < 1e-9);
	assert_true(fabs(slots[1].y - 120) < 1e-9);
	bd_flow_place(&flow, with_picture, 2, 110, slots);
	assert_true(fabs(slots[0].height - 80) < 1e-9 && fabs(slots[1].height - 20) < 1e-9);
}

TEST(labels_move_apart_as_little_as_they_must)
{
	double middles[] = { 10, 50, 52, 100 };
	const double sizes[] = { 10, 10, 10, 10 };
	bd_spread(arena, middles, sizes, 4, 0, 200);
	const double expected[] = { 10, 46, 56, 100 };
	for (int i = 0; i < 4; i++)
		assert_true(fabs(middles[i] - expected[i]) < 1e-9);
}

TEST(labels_stay_within_their_bounds)
{
	double middles[] = { 1, 2, 3, 198, 199 };
	const double sizes[] = { 20, 20, 20, 20, 20 };
	bd_spread(arena, middles, sizes, 5, 0, 200);
	assert_true(middles[0] >= 10 - 1e-9 && middles[4] <= 190 + 1e-9);
	for (int i = 1; i < 5; i++)
		assert_true(middles[i] - middles[i - 1] >= 20 - 1e-9);
}

/* No label over another, no stem through a label. */
static void check_lanes(const bd_lane_label *l, size_t n, double width)
{
	for (size_t i = 0; i < n; i++) {
		assert_true(l[i].left >= -0.1 && l[i].left + l[i].width <= width + 0.1);
		for (size_t k = 0; k < n; k++) {
			if (i == k || l[i].below != l[k].below)
				continue;
			if (l[i].lane == l[k].lane)
				assert_true(l[i].left + l[i].width <= l[k].left + 1e-9 ||
					    l[k].left + l[k].width <= l[i].left + 1e-9);
			if (l[i].lane > l[k].lane) /* my stem passes its lane */
				assert_false(l[i].x > l[k].left + 1e-9 &&
					     l[i].x < l[k].left + l[k].width - 1e-9);
		}
	}
}

TEST(no_stem_crosses_a_label)
{
	enum { MOST = 24 };
	for (unsigned seed = 1; seed < 60; seed++) {
		bd_lane_label labels[MOST] = { 0 };
		size_t n = 2 + seed % (MOST - 2);
		double x = 10;
		unsigned random = seed * 2654435761u;
		for (size_t i = 0; i < n; i++) {
			random = random * 1664525u + 1013904223u;
			x += (random >> 24) % 80;
			labels[i].width = 120 + (random >> 16) % 90;
			labels[i].height = 40 + (random >> 8) % 40;
			labels[i].x = x;
		}
		bd_lanes lanes;
		if (bd_lanes_assign(arena, labels, n, 1400, 12, &lanes))
			check_lanes(labels, n, 1400);
		else
			assert_true(n > 12);
	}
}

TEST(both_sides_of_an_axis_are_used)
{
	/* Three crowded at the right, which need both sides, and two with all the room. */
	bd_lane_label labels[] = { { .x = 20, .width = 300, .height = 80 },
				   { .x = 500, .width = 300, .height = 80 },
				   { .x = 960, .width = 300, .height = 80 },
				   { .x = 970, .width = 300, .height = 80 },
				   { .x = 980, .width = 300, .height = 80 } };
	bd_lanes lanes;
	assert_true(bd_lanes_assign(arena, labels, 5, 1000, 12, &lanes));
	check_lanes(labels, 5, 1000);
	int below = 0;
	for (int i = 0; i < 5; i++)
		below += labels[i].below;
	assert_true(below == 2 || below == 3);
}

TEST(the_largest_hole_of_a_drawing_is_found)
{
	bd_node *root = bd_group_new(arena);
	bd_rect box = { 100, 100, 640, 320 };
	assert_true(bd_cover_of(arena, root, box).hole == 1);
	bd_add_rect(root, (bd_rect){ 100, 100, 640, 78 }, bd_solid(BD_BLACK));
	bd_add_rect(root, (bd_rect){ 100, 100, 158, 320 }, bd_solid(BD_BLACK));
	bd_cover cover = bd_cover_of(arena, root, box);
	assert_true(fabs(cover.hole - 0.75 * 0.75) < 0.05);
	assert_true(fabs(cover.filled + cover.hole - 1) < 0.01);
}

TEST(pages_have_names_and_sizes)
{
	bd_page page;
	assert_true(bd_page_find("portrait", arena, &page));
	assert_true(page.width == 1080 && page.height == 1350 && !page.paper);
	assert_true(bd_page_find("A4", arena, &page) && page.paper);
	assert_true(bd_page_find("1200x800", arena, &page) && page.width == 1200);
	assert_true(bd_page_find("1080xauto", arena, &page) && page.height == 0);
	assert_false(bd_page_find("1200x", arena, &page));
	assert_false(bd_page_find("1200x800px", arena, &page));
	assert_false(bd_page_find("8x800", arena, &page));
	assert_false(bd_page_find("1e9x800", arena, &page));
	assert_false(bd_page_find("autox800", arena, &page));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(boxes_keep_their_natural_heights_where_they_fit_exactly),
		UNIT(what_is_left_goes_to_boxes_that_can_use_it_and_to_gaps),
		UNIT(boxes_and_gaps_give_way_together_down_to_the_least),
		UNIT(pictures_give_way_before_all_else),
		UNIT(labels_move_apart_as_little_as_they_must),
		UNIT(labels_stay_within_their_bounds),
		UNIT(no_stem_crosses_a_label),
		UNIT(both_sides_of_an_axis_are_used),
		UNIT(the_largest_hole_of_a_drawing_is_found),
		UNIT(pages_have_names_and_sizes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
