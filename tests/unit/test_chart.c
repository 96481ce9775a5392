/* Vega-Lite specs to items (chart/chart.h): small specs, looked at through the flat dump. Expected
 * numbers are those of the documentation's rules, worked out by hand. */
#define CHART_DATA                                                       \
	"'data':{'values':[{'xã':'A','năm':2020,'ca':10,'nhóm':'m'}," \
	"{'xã':'B','năm':2021,'ca':30,'nhóm':'n'},"                   \
	"{'xã':'A','năm':2021,'ca':20,'nhóm':'n'}]}"
#include "chart_fixture.h"

TEST(a_bar_stands_in_its_band)
{
	const char *items = flat(arena, "'mark':'bar','encoding':{'x':{'field':'xã'},"
					"'y':{'aggregate':'sum','field':'ca'}}");
	assert_holds(arena, items, "'width':40,'height':300");
	assert_holds(arena, items, "{'x':1,'y':0,'width':18,'height':300,'fill':'#4c78a8'}");
	assert_holds(arena, items, "'title':'Sum of ca'");
}

TEST(bars_by_colour_are_stacked_the_first_on_top)
{
	const char *items = flat(arena, "'mark':'bar','height':60,'encoding':{'x':{'field':'xã'},"
					"'y':{'aggregate':'sum','field':'ca'},"
					"'color':{'field':'nhóm'}}");
	assert_holds(arena, items, "{'x':1,'y':0,'width':18,'height':20,'fill':'#4c78a8'}");
	assert_holds(arena, items, "{'x':1,'y':20,'width':18,'height':40,'fill':'#f58518'}");
	assert_holds(arena, items, "'labels':['m','n']");
}

TEST(two_measures_of_arcs_are_stacked_only_where_the_spec_says_so)
{
	static const char rose[] = "'mark':'arc','encoding':{'theta':{'field':'ca','type':"
				   "'quantitative'},'radius':{'field':'ca','type':'quantitative',"
				   "'scale':{'type':'sqrt'}},'detail':{'field':'xã'}}";
	const char *items = flat(arena, rose);
	assert_holds(arena, items, "'startAngle':2.094,'endAngle':0"); /* 10 of 30 */
	assert_holds(arena, items, "'startAngle':6.283,'endAngle':0");
	assert_holds(arena, items, "'startAngle':4.189,'endAngle':0");
}

TEST(offsets_put_bars_side_by_side)
{
	const char *items =
		flat(arena, "'mark':'bar','encoding':{'x':{'field':'xã'},'xOffset':{"
			    "'field':'nhóm'},'y':{'field':'ca','type':'quantitative'}}");
	/* two bands of 20 in a step of 50, a fifth of it free */
	assert_holds(arena, items, "'width':110,'height':300");
	assert_holds(arena, items, "{'x':10,'y':200,'width':20,'height':100");
	assert_holds(arena, items, "{'x':30,'y':100,'width':20,'height':200");
}

TEST(each_series_is_a_line_of_its_own)
{
	const char *items = flat(arena, "'mark':'line','encoding':{'x':{'field':'năm',"
					"'type':'quantitative','scale':{'zero':false}},"
					"'y':{'field':'ca','type':'quantitative'},"
					"'color':{'field':'xã'}}");
	assert_holds(arena, items, "'type':'line','count':2,'items':[{'x':0,'y':200");
	assert_holds(arena, items, "'type':'line','count':1,'items':[{'x':300,'y':0");
}

TEST(a_layer_shares_its_encoding_and_axes)
{
	const char *items = flat(arena, "'encoding':{'x':{'field':'xã'},'y':{'field':'ca',"
					"'type':'quantitative'}},'layer':[{'mark':'bar'},"
					"{'mark':'text','encoding':{'text':{'field':'ca'}}}]");
	assert_holds(arena, items, "'type':'rect','count':3");
	assert_holds(arena, items, "'type':'text','count':3");
	assert_holds(arena, items, "'title':'ca'");
	assert_lacks(items, "ca, ca");
}

TEST(a_facet_has_a_cell_for_each_value_and_axes_in_headers)
{
	const char *items = flat(arena, "'mark':'point','encoding':{'row':{'field':'xã'},'x':{"
					"'field':'ca','type':'quantitative'}}");
	assert_holds(arena, items, "'role':'row-header','titles':['A']");
	assert_holds(arena, items, "'role':'column-footer'");
	assert_holds(arena, items, "'type':'symbol','count':2");
	assert_holds(arena, items, "'type':'symbol','count':1");
}

TEST(conditions_choose_by_row_and_empty_selections_hold)
{
	const char *items =
		flat(arena, "'params':[{'name':'chọn','select':'point'}],'mark':'point',"
			    "'encoding':{'x':{'field':'ca','type':'quantitative'},"
			    "'size':{'condition':{'test':'datum.ca > 15','value':99},'value':9},"
			    "'fill':{'condition':{'param':'chọn','value':'red'},'value':'blue'}}");
	assert_holds(arena, items, "'size':9,'shape':'circle','fill':'red'");
	assert_holds(arena, items, "'size':99,'shape':'circle','fill':'red'");
	assert_lacks(items, "blue");
}

TEST(bins_leave_a_pixel_between_bars)
{
	const char *items =
		flat(arena, "'mark':'bar','encoding':{'x':{'field':'ca','bin':{'step':10}"
			    "},'y':{'aggregate':'count'}}");
	assert_holds(arena, items, "{'x':151,'y':0,'width':149,'height':300");
	assert_holds(arena, items, "'title':'ca (binned)'");
	assert_holds(arena, items, "'title':'Count of Records'");
}

TEST(a_list_sorts_a_domain)
{
	const char *items =
		flat(arena, "'mark':'bar','encoding':{'x':{'field':'xã','sort':['B','A']},"
			    "'y':{'field':'ca','type':'quantitative','stack':null}}");
	assert_holds(arena, items, "'text':'B'},{'x':29.5,'y':7,'text':'A'}");
}

TEST(shares_are_per_cent)
{
	const char *items =
		flat(arena, "'mark':'bar','encoding':{'x':{'field':'xã'},'color':{'field':'nhóm'},"
			    "'y':{'field':'ca','type':'quantitative','stack':'normalize'}}");
	assert_holds(arena, items, "'text':'100%'");
}

TEST(axis_labels_stand_in_the_middle_of_bands)
{
	const char *items = flat(arena, "'mark':'bar','encoding':{'x':{'field':'xã','axis':{"
					"'bandPosition':0,'tickOffset':5}}}");
	assert_holds(arena, items, "'x':15,'y':7,'text':'A'");
}

TEST(zero_is_kept_where_only_the_end_is_said)
{
	const char *items = flat(arena, "'mark':'bar','encoding':{'x':{'field':'xã'},'y':{"
					"'field':'ca','type':'quantitative','aggregate':'mean',"
					"'scale':{'domainMax':60}}}");
	assert_holds(arena, items, "'y':150,'width':18,'height':150");
}

TEST(a_scale_type_that_does_not_fit_gives_way)
{
	const char *items = flat(arena, "'mark':'point','encoding':{'x':{'field':'ca','type':"
					"'quantitative','scale':{'type':'band'}}}");
	assert_holds(arena, items, "'width':300,'height':20");
}

TEST(a_channel_that_the_mark_cannot_show_groups_nothing)
{
	const char *items = flat(arena, "'mark':'bar','encoding':{'x':{'field':'năm','type':"
					"'ordinal'},'y':{'aggregate':'count'},'shape':{'field':"
					"'nhóm'}}");
	assert_holds(arena, items, "'count':2");
}

TEST(legends_kept_apart_stand_in_their_cells)
{
	const char *items =
		flat(arena, "'hconcat':[{'mark':'bar','encoding':{'x':{'field':'xã'},'y':{"
			    "'aggregate':'count'},'color':{'field':'nhóm'}}},{'mark':'bar',"
			    "'encoding':{'x':{'field':'xã'},'y':{'aggregate':'count'},'color':{"
			    "'field':'nhóm'}}}],'resolve':{'legend':{'color':'independent'}}");
	assert_holds(arena, items,
		     "'name':'root','width':0,'height':300,'marks':[],'axes':[],"
		     "'legends':[]");
}

TEST(autosize_fits_axes_into_the_width)
{
	const char *items = flat(arena, "'width':400,'autosize':'fit','mark':'point','encoding':{"
					"'y':{'field':'ca','type':'quantitative'}}");
	assert_lacks(items, "\"width\":400,");
}

TEST(a_facet_by_numbers_is_titled_by_numbers)
{
	const char *items = flat(arena, "'mark':'point','encoding':{'x':{'field':'ca','type':"
					"'quantitative'},'facet':{'field':'năm','type':"
					"'ordinal','columns':2}}");
	assert_holds(arena, items, "'title':[2020]");
}

TEST(views_of_a_concat_are_cells)
{
	const char *items =
		flat(arena, "'hconcat':[{'mark':'bar','width':50,'encoding':{'y':{"
			    "'aggregate':'count'}}},{'mark':'point','width':70,'encoding':{"
			    "'x':{'field':'ca','type':'quantitative'}}}]");
	assert_holds(arena, items, "'width':50,'height':300");
	assert_holds(arena, items, "'width':70,'height':20");
}

TEST(cells_of_the_nearest_point_stay_in_the_plot)
{
	const char *items = flat(arena, "'params':[{'name':'gần','select':{'type':'point',"
					"'nearest':true,'encodings':['x']}}],'mark':'point',"
					"'width':90,'height':60,'encoding':{'x':{'field':'ca',"
					"'type':'quantitative'},'y':{'field':'xã'}}");
	assert_holds(arena, items, "'type':'path','count':3");
	/* Halfway between 20 and 30, from top to bottom: only x counts. */
	assert_holds(arena, items, "'bounds':[74.825,-0.175,90.175,60.175]");
}

TEST(a_brush_on_one_axis_spans_the_other)
{
	const char *items =
		flat(arena, "'params':[{'name':'quét','select':{'type':'interval',"
			    "'resolve':'union'}}],'mark':'point','width':90,"
			    "'height':60,'encoding':{'x':{'field':'ca','type':"
			    "'quantitative'},'y':{'field':'ca','type':'quantitative'}}");
	assert_holds(arena, items, "'x':0,'y':0,'width':0,'height':60,'fill':'#333333'");
}

TEST(each_random_transform_has_numbers_of_its_own)
{
	const char *items = flat(arena, "'transform':[{'calculate':'random()','as':'a'},"
					"{'calculate':'random()','as':'b'},"
					"{'calculate':'datum.a == datum.b','as':'c'}],"
					"'mark':'text','encoding':{'text':{'field':'c'}}");
	assert_holds(arena, items, "'text':'false'");
	assert_lacks(items, "'text':'true'");
}

TEST(legends_kept_apart_do_not_merge_over_layers)
{
	const char *items = flat(
		arena,
		"'resolve':{'legend':{'size':'independent'}},'layer':[{'mark':'circle','encoding':{"
		"'x':{'field':'xã'},'size':{'field':'ca','type':'quantitative','title':'một'}}},"
		"{'mark':'circle','encoding':{'x':{'field':'xã'},'size':{'field':'ca','type':"
		"'quantitative','title':'hai'}}}]");
	assert_holds(arena, items, "'title':'một'");
	assert_holds(arena, items, "'title':'hai'");
}

TEST(layers_share_bins_whatever_each_filters)
{
	const char *items =
		flat(arena,
		     "'encoding':{'x':{'field':'ca','bin':{'step':10}},'y':{'aggregate':'count'}},"
		     "'layer':[{'mark':'bar'},{'transform':[{'filter':'datum.ca > 25'}],"
		     "'mark':{'type':'bar','color':'red'}}]");
	assert_holds(arena, items, "'x':151,'y':150,'width':149,'height':150,'fill':'red'");
}

TEST(a_timer_shows_its_first_frame)
{
	const char *items = flat(arena, "'params':[{'name':'khung','select':{'type':'point',"
					"'fields':['ca'],'on':'timer'}}],'transform':[{'filter':{"
					"'param':'khung'}}],'mark':'text','encoding':{'text':{"
					"'field':'ca'},'y':{'field':'ca','type':'quantitative'},"
					"'time':{'field':'ca','type':'ordinal'}}");
	assert_holds(arena, items, "'type':'text','count':1");
	/* Of all frames' scale. */
	assert_holds(arena, items, "'y':200,'text':'10'");
}

TEST(values_without_a_place_get_the_colour_of_the_config)
{
	const char *items =
		flat(arena, "'config':{'scale':{'invalid':{'color':{'value':'teal'}}}},"
			    "'transform':[{'calculate':'datum.ca > 15 ? datum.ca : null',"
			    "'as':'số'}],'mark':'square','encoding':{'x':{'field':'xã'},"
			    "'color':{'field':'số','type':'quantitative'}}");
	assert_holds(arena, items, "'type':'symbol','count':3");
	assert_holds(arena, items, "'fill':'teal'");
}

TEST(a_label_at_the_beginning_of_a_month_does_not_widen_the_scale)
{
	const char *items =
		flat(arena,
		     "'transform':[{'calculate':'datetime(2021, datum.ca / 10 - 1)','as':'t'}],"
		     "'encoding':{'x':{'timeUnit':'binnedyearmonth','field':'t','bandPosition':0}},"
		     "'layer':[{'mark':'bar'},{'mark':'text','encoding':{'text':{'value':'a'}}}]");
	/* From the middle of December to that of March: 90 days. */
	assert_holds(arena, items, "'type':'text','count':3,'items':[{'x':51.667,");
}

TEST(what_is_wrong_is_said_where_it_stands)
{
	bd_doc *doc = compile(arena, "'mark':'bár','encoding':{'x':{'field':'xã'}}");
	assert_true(bd_doc_diags(doc)->errors > 0);
	assert_string_equal(bd_place_pointer(arena, bd_doc_diags(doc)->first->place), "/mark");
	bd_doc_free(doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(a_bar_stands_in_its_band),
		UNIT(bars_by_colour_are_stacked_the_first_on_top),
		UNIT(two_measures_of_arcs_are_stacked_only_where_the_spec_says_so),
		UNIT(offsets_put_bars_side_by_side),
		UNIT(each_series_is_a_line_of_its_own),
		UNIT(a_layer_shares_its_encoding_and_axes),
		UNIT(a_facet_has_a_cell_for_each_value_and_axes_in_headers),
		UNIT(conditions_choose_by_row_and_empty_selections_hold),
		UNIT(bins_leave_a_pixel_between_bars),
		UNIT(a_list_sorts_a_domain),
		UNIT(shares_are_per_cent),
		UNIT(axis_labels_stand_in_the_middle_of_bands),
		UNIT(zero_is_kept_where_only_the_end_is_said),
		UNIT(a_scale_type_that_does_not_fit_gives_way),
		UNIT(a_channel_that_the_mark_cannot_show_groups_nothing),
		UNIT(legends_kept_apart_stand_in_their_cells),
		UNIT(autosize_fits_axes_into_the_width),
		UNIT(a_facet_by_numbers_is_titled_by_numbers),
		UNIT(views_of_a_concat_are_cells),
		UNIT(cells_of_the_nearest_point_stay_in_the_plot),
		UNIT(a_brush_on_one_axis_spans_the_other),
		UNIT(each_random_transform_has_numbers_of_its_own),
		UNIT(legends_kept_apart_do_not_merge_over_layers),
		UNIT(layers_share_bins_whatever_each_filters),
		UNIT(a_timer_shows_its_first_frame),
		UNIT(values_without_a_place_get_the_colour_of_the_config),
		UNIT(a_label_at_the_beginning_of_a_month_does_not_widen_the_scale),
		UNIT(what_is_wrong_is_said_where_it_stands),
	};
	return cmocka_run_group_tests(tests, start, finish);
}
