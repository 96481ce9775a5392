/* What the items of a chart do not show: how they are drawn, clipped and placed on the page. Small
 * specs, looked at through the scene. Expected numbers are worked out by hand from Vega's rules. */
#include "base/str.h"
#include "bieudo.h"
#include "ctx_fixture.h"

#include <stdio.h>
#include <string.h>

static const char data[] = "'data':{'values':[{'xã':'A','năm':2020,'ca':10,'nhóm':'m'},"
			   "{'xã':'B','năm':2021,'ca':30,'nhóm':'n'},"
			   "{'xã':'A','năm':2021,'ca':20,'nhóm':'n'}]}";

static char *double_quoted(bd_arena *arena, const char *text)
{
	char *copy = bd_strdup(arena, text);
	for (char *c = copy; *c; c++)
		*c = *c == '\'' ? '"' : *c;
	return copy;
}

/* The scene of a spec in single quotes, with the data above. */
static const char *scene(bd_arena *arena, const char *members)
{
	char *text = double_quoted(arena, bd_printf(arena, "{%s,%s}", data, members));
	bd_doc *doc = bd_compile(ctx, "spec.json", text, strlen(text), &(bd_options){ 0 });
	assert_int_equal(bd_doc_diags(doc)->errors, 0);
	bd_blob blob = bd_render(doc, "scene", &(bd_render_options){ 0 });
	assert_non_null(blob.bytes);
	const char *copy = bd_strndup(arena, blob.bytes, blob.length);
	bd_doc_free(doc);
	return copy;
}

static void assert_holds(bd_arena *arena, const char *text, const char *part)
{
	if (!strstr(text, double_quoted(arena, part)))
		fail_msg("%s\nlacks %s", text, part);
}

static void assert_lacks(bd_arena *arena, const char *text, const char *part)
{
	if (strstr(text, double_quoted(arena, part)))
		fail_msg("%s\nholds %s", text, part);
}

#define POINTS                                                          \
	"'mark':'point','width':100,'height':100,'encoding':{'x':{"     \
	"'field':'năm','type':'quantitative','scale':{'zero':false}}," \
	"'y':{'field':'ca','type':'quantitative','axis':null}}"

TEST(a_plot_starts_on_a_whole_pixel)
{
	const char *look = scene(arena, "'mark':'bar','encoding':{'x':{'field':'xã'},"
					"'y':{'aggregate':'sum','field':'ca'}}");
	const char *at = strstr(look, "Figure");
	assert_non_null(at);
	at = strstr(at, "transform=1,0,0,1,");
	double x = 0.5, y = 0.5;
	assert_int_equal(sscanf(at, "transform=1,0,0,1,%lf,%lf", &x, &y), 2);
	assert_true(x == (int)x && y == (int)y);
}

TEST(marks_are_clipped_where_a_selection_may_move_their_scale)
{
	assert_lacks(arena, scene(arena, POINTS), "clip=");
	assert_holds(
		arena,
		scene(arena, "'params':[{'name':'v','select':'interval','bind':'scales'}]," POINTS),
		"clip=");
	assert_lacks(arena,
		     scene(arena, "'params':[{'name':'v','select':{'type':'interval',"
				  "'encodings':['size']},'bind':'scales'}]," POINTS),
		     "clip=");
}

TEST(a_condition_may_take_a_ticks_and_a_labels_colour_away)
{
	const char *look =
		scene(arena, "'mark':'bar','encoding':{'x':{'field':'xã','axis':{'labelColor':{"
			     "'condition':{'test':'datum.index == 0','value':'#ff0000'},"
			     "'value':null},'domainColor':null,'tickColor':null}},"
			     "'y':{'field':'ca','type':'quantitative','axis':null}}");
	assert_holds(arena, look, "text='A'");
	assert_lacks(arena, look, "text='B'");
	assert_holds(arena, look, "fill=#ff0000");
	assert_lacks(arena, look, "stroke=#888888");
}

TEST(lines_of_axes_have_caps_and_dash_offsets)
{
	const char *look = scene(
		arena, "'mark':'bar','encoding':{'x':{'field':'xã','axis':{'domainCap':'round',"
		       "'domainDash':[3,2],'domainDashOffset':1,'tickCap':'square'}},"
		       "'y':{'field':'ca','type':'quantitative','axis':null}}");
	assert_holds(arena, look, "cap=round");
	assert_holds(arena, look, "cap=square");
	assert_holds(arena, look, "dash=3,2 offset=1");
}

#define BARS(color)                                                              \
	"'mark':'bar','width':100,'height':100,'encoding':{'x':{'field':'năm'," \
	"'type':'ordinal','axis':null},'y':{'field':'ca','type':'quantitative'," \
	"'axis':null},'color':{'field':'ca','type':'nominal','legend':" color "}}"

/* Where the part of the scene that `text` begins stands: its numbers. */
static void place_of(const char *look, const char *text, double *x, double *y)
{
	const char *at = strstr(look, text), *before = at;
	assert_non_null(at);
	while (strncmp(before, "glyphs ", 7) != 0)
		before--;
	assert_int_equal(sscanf(before, "glyphs %lf,%lf", x, y), 2);
}

TEST(legend_entries_leave_room_for_a_stroke)
{
	double x, y, x2, y2;
	const char *look = scene(arena, BARS("{}"));
	place_of(look, "text=\"10\"", &x, &y);
	place_of(look, "text=\"20\"", &x2, &y2);
	/* max(ceil(sqrt(100) + 1.5), 10) and a gap of 4; a row is 11 high, and 2 to the next */
	assert_true(x == 16 && x2 == 16);
	assert_true(y2 - y == 13);
}

TEST(a_vertical_legend_is_filled_column_by_column)
{
	double x, y, x2, y2, x3, y3;
	const char *look = scene(arena, BARS("{'columns':2}"));
	place_of(look, "text=\"10\"", &x, &y);
	place_of(look, "text=\"20\"", &x2, &y2);
	place_of(look, "text=\"30\"", &x3, &y3);
	assert_true(x2 == x && y2 > y && x3 > x && y3 == y);
	look = scene(arena, BARS("{'columns':2,'direction':'horizontal'}"));
	place_of(look, "text=\"10\"", &x, &y);
	place_of(look, "text=\"20\"", &x2, &y2);
	place_of(look, "text=\"30\"", &x3, &y3);
	assert_true(x2 > x && y2 == y && x3 == x && y3 > y);
}

TEST(legends_stand_where_their_orient_says)
{
	/* the widest entry is 16 and two digits of 10 px wide: 29 in whole px */
	assert_holds(arena, scene(arena, BARS("{'title':null}")),
		     "name='legend' transform=1,0,0,1,118,0");
	assert_holds(arena,
		     scene(arena, BARS("{'title':null,'orient':'none','legendX':7,'legendY':9}")),
		     "name='legend' transform=1,0,0,1,7,9");
	assert_holds(arena, scene(arena, BARS("{'title':null,'orient':'bottom-left','offset':3}")),
		     "name='legend' transform=1,0,0,1,3,60");
	assert_holds(arena, scene(arena, BARS("{'title':null,'orient':'left'}")),
		     "name='legend' transform=1,0,0,1,-47,0");
	assert_holds(arena,
		     scene(arena, "'config':{'legend':{'layout':{'right':{'anchor':'end'}}}}," BARS(
					  "{'title':null}")),
		     "name='legend' transform=1,0,0,1,118,63");
}

#define TITLED(title) "'title':{'text':'T'," title "}," BARS("null")

TEST(a_title_stands_at_any_side)
{
	double x, y;
	place_of(scene(arena, TITLED("'orient':'top'")), "text=\"T\"", &x, &y);
	assert_true(x > 40 && x < 50 && y == -7); /* 4 above, the baseline 3 higher */
	place_of(scene(arena, TITLED("'orient':'bottom','anchor':'start'")), "text=\"T\"", &x, &y);
	assert_true(x == 0 && y == 114);
	const char *look = scene(arena, TITLED("'orient':'left','anchor':'start'"));
	assert_holds(arena, look, "transform=0,-1,1,0,-17,100");
	look = scene(arena, TITLED("'orient':'right','anchor':'end'"));
	assert_holds(arena, look, "transform=0,1,-1,0,117,100");
	place_of(scene(arena, TITLED("'frame':'group','anchor':'start','dx':5,'dy':-2")),
		 "text=\"T\"", &x, &y);
	assert_true(x == 5 && y == -9);
}

static const char rows[] = "'mark':'point','width':50,'height':50,'encoding':{'row':{'field':'xã',"
			   "'header':%s},'x':{'field':'ca','type':'quantitative','axis':null}}";

TEST(headers_and_their_title_keep_their_distances)
{
	double x, y;
	const char *look = scene(arena, bd_printf(arena, rows, "{'labelAngle':0}"));
	place_of(look, "text=\"A\"", &x, &y);
	assert_true(x == -17.9); /* 6.9 wide; a frame in whole px, and 10 */
	assert_holds(arena, look, "name='row-header' transform=1,0,0,1,0,72");
	look = scene(arena, bd_printf(arena, rows, "{'orient':'right'}"));
	/* the last point reaches 3.74 px beyond the plot and its frame half a one: 55 in all; the
	 * labels stand 10 off and are 10 high, their title 20 from them; baselines 2 within */
	assert_holds(arena, look, "transform=0,1,-1,0,68,25");
	assert_holds(arena, look, "transform=0,1,-1,0,98,61");
}

TEST(views_side_by_side_stand_on_whole_pixels)
{
	const char *look =
		scene(arena,
		      "'hconcat':[{'mark':'bar','width':33.5,'height':20,'encoding':{'x':{'field':"
		      "'ca','type':'quantitative','axis':null}}},{'mark':'bar','width':20,'height':"
		      "20,'encoding':{'x':{'field':'ca','type':'quantitative','axis':null}}}]");
	/* 33.5 and half a frame, 20 between, half a frame of the second */
	assert_holds(arena, look, "transform=1,0,0,1,55,0");
}

TEST(stroked_symbols_of_a_legend_have_room_for_tips)
{
	double x, y, x2, y2;
	const char *look =
		scene(arena, "'mark':'point','encoding':{'x':{'field':'ca','type':'quantitative',"
			     "'axis':null},'color':{'field':'ca','type':'nominal'}}");
	place_of(look, "text=\"10\"", &x, &y);
	place_of(look, "text=\"20\"", &x2, &y2);
	/* 12 high, a tip of 3 beyond 10 px at either end, 2 between: 6 + 8 + 2 + 2 */
	assert_true(y2 - y == 18);
}

TEST(a_bar_of_colours_is_as_opaque_as_the_marks)
{
	const char *color = "'encoding':{'x':{'field':'ca','type':'quantitative'},'color':{"
			    "'field':'ca','type':'quantitative','legend':{'orient':'top-left',"
			    "'gradientStrokeWidth':2}}},'width':250,'mark':";
	const char *look = scene(arena, bd_printf(arena, "%s'point'", color));
	assert_holds(arena, look, "stroke=#ddddddb3 width=2");
	assert_holds(arena, look, "H100V"); /* in a corner no longer than need be */
	assert_holds(arena, scene(arena, bd_printf(arena, "%s'bar'", color)),
		     "stroke=#dddddd width=2");
}

TEST(a_plots_frame_may_be_dashed)
{
	const char *look = scene(arena, "'view':{'stroke':'red','strokeDash':[4,2],'strokeCap':"
					"'round'}," BARS("null"));
	assert_holds(arena, look, "stroke=#ff0000 width=1 cap=round");
	assert_holds(arena, look, "dash=4,2");
}

TEST(lines_of_a_title_stand_clear_of_the_axis)
{
	double x, y;
	const char *look =
		scene(arena, "'mark':'bar','height':100,'encoding':{'y':{'field':'ca',"
			     "'type':'quantitative','axis':{'labels':false,'ticks':false,"
			     "'title':['M','N']}}}");
	/* 4 from the axis for the last line, 13 more for the first */
	assert_holds(arena, look, "transform=0,-1,1,0,-17,50");
	place_of(look, "text=\"N\"", &x, &y);
	assert_true(y == 11);
}

TEST(a_grid_may_lie_over_the_marks)
{
	const char *look = scene(arena, "'mark':'bar','height':100,'encoding':{'y':{'field':'ca',"
					"'type':'quantitative','axis':{'zindex':1,'gridColor':"
					"'#ff0000','domain':false}}}");
	assert_true(strstr(look, "fill=#4c78a8") < strstr(look, "stroke=#ff0000"));
}

TEST(a_text_from_right_to_left_loses_its_head)
{
	const char *look = scene(arena, "'mark':{'type':'text','limit':30,'dir':'rtl'},'encoding':{"
					"'text':{'value':'abcdefghij'}}");
	assert_holds(arena, look, "ghij'");
	assert_lacks(arena, look, "abc");
}

TEST(texts_of_bins_stand_in_their_middle)
{
	double x, y;
	const char *look = scene(
		arena, "'width':100,'height':100,'mark':{'type':'text','radius':40},'encoding':{"
		       "'text':{'value':'T'},'theta':{'field':'ca','bin':{'step':20},'scale':{"
		       "'domain':[0,80],'range':[0,6.283185307179586]}}}");
	/* from 0 to 20 of 80: the middle is at one eighth of the circle */
	place_of(look, "text=\"T\"", &x, &y);
	assert_true(x > 70 && x < 80 && y > 20 && y < 30);
}

TEST(classes_in_a_legend_are_as_wide_as_their_values)
{
	const char *look = scene(
		arena, "'mark':'bar','encoding':{'x':{'field':'ca','type':'quantitative',"
		       "'axis':null},'color':{'field':'ca','type':'quantitative','scale':{"
		       "'type':'threshold','domain':[10,20,60],'range':['red','lime','blue',"
		       "'black']},'legend':{'direction':'horizontal','gradientLength':300}}}");
	/* 10 to 20 is a quarter of 20 to 60; the ends have the mean of both, as their values are
	 * open */
	assert_holds(arena, look, "M75 16H105V32H75Z' fill=#00ff00");
	assert_holds(arena, look, "M105 16H225V32H105Z' fill=#0000ff");
}

TEST(no_grid_lies_over_the_line_of_another_axis)
{
	const char *look = scene(arena, "'mark':'bar','encoding':{'x':{'field':'xã'},"
					"'y':{'field':'ca','type':'quantitative'}}");
	const char *grid = strstr(look, "stroke=#dddddd"), *line = strstr(look, "stroke=#888888");
	assert_true(grid && line && strstr(grid + 1, "stroke=#dddddd") < line);
}

TEST(a_title_stands_over_the_middle_of_its_plot)
{
	double x, y, x2, y2;
#define FRAMED(frame)                                                         \
	"'title':{'text':'T','orient':'bottom'" frame                         \
	"},'width':100,'mark':'bar','encoding':{'y':{'field':'xã','axis':{"  \
	"'labelPadding':60}},'x':{'field':'ca','type':'quantitative','axis':" \
	"null}}"
	place_of(scene(arena, FRAMED("")), "text=\"T\"", &x, &y);
	assert_true(x > 40 && x < 50);
	place_of(scene(arena, FRAMED(",'frame':'bounds'")), "text=\"T\"", &x2, &y2);
	assert_true(x2 < 20 && y2 == y);
}

TEST(symbols_of_a_legend_are_as_faint_as_a_value_makes_the_marks)
{
	const char *look = scene(
		arena, "'mark':'circle','encoding':{'opacity':{'value':0.2},'size':{'field':'ca',"
		       "'type':'quantitative','legend':{'orient':'bottom'}}}");
	assert_holds(arena, strstr(look, "legend"), "fill=#4c78a833");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(a_plot_starts_on_a_whole_pixel),
		UNIT(marks_are_clipped_where_a_selection_may_move_their_scale),
		UNIT(a_condition_may_take_a_ticks_and_a_labels_colour_away),
		UNIT(lines_of_axes_have_caps_and_dash_offsets),
		UNIT(legend_entries_leave_room_for_a_stroke),
		UNIT(a_vertical_legend_is_filled_column_by_column),
		UNIT(legends_stand_where_their_orient_says),
		UNIT(a_title_stands_at_any_side),
		UNIT(headers_and_their_title_keep_their_distances),
		UNIT(views_side_by_side_stand_on_whole_pixels),
		UNIT(stroked_symbols_of_a_legend_have_room_for_tips),
		UNIT(a_bar_of_colours_is_as_opaque_as_the_marks),
		UNIT(a_plots_frame_may_be_dashed),
		UNIT(lines_of_a_title_stand_clear_of_the_axis),
		UNIT(a_grid_may_lie_over_the_marks),
		UNIT(a_text_from_right_to_left_loses_its_head),
		UNIT(texts_of_bins_stand_in_their_middle),
		UNIT(classes_in_a_legend_are_as_wide_as_their_values),
		UNIT(no_grid_lies_over_the_line_of_another_axis),
		UNIT(a_title_stands_over_the_middle_of_its_plot),
		UNIT(symbols_of_a_legend_are_as_faint_as_a_value_makes_the_marks),
	};
	return cmocka_run_group_tests(tests, start, finish);
}
