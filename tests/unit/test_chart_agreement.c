/* Where several parts of a spec speak of one thing, and corners where Vega decides in a way of its
 * own: held by what Vega-Lite 6 and Vega 6 draw for the same specs. */
#define CHART_DATA                                                                  \
	"'data':{'values':[{'xã':'A','ca':10,'hạng':3,'nhóm':'m'},"             \
	"{'xã':'B','ca':30,'hạng':2,'nhóm':'n'},{'xã':'C','ca':20,'hạng':1," \
	"'nhóm':'p'},{'xã':'D','ca':5,'hạng':0,'nhóm':'q'},"                   \
	"{'xã':'E','ca':1,'hạng':9,'nhóm':'r'}]}"
#include "chart_fixture.h"

#define XY "'x':{'field':'xã'},'y':{'field':'ca','type':'quantitative'}"

TEST(layers_that_sort_differently_fall_back_to_the_natural_order)
{
	const char *items =
		flat(arena, "'layer':[{'mark':'bar','encoding':{'x':{'field':'xã','sort':{'field':"
			    "'hạng'}},'y':{'field':'ca','type':'quantitative'}}},"
			    "{'mark':'rule','encoding':{" XY "}}]");
	assert_holds(arena, items, "'text':'A'},{'x':29.5,'y':7,'text':'B'}");
	items = flat(arena, "'encoding':{'x':{'field':'xã','sort':{'field':'hạng'}},'y':{'field':"
			    "'ca','type':'quantitative'}},'layer':[{'mark':'bar'},"
			    "{'mark':'rule'}]");
	assert_holds(arena, items, "'text':'D'},{'x':29.5,'y':7,'text':'C'}");
}

TEST(a_legend_of_two_columns_reads_down_them)
{
	const char *items = flat(arena, "'mark':'point','encoding':{" XY ",'color':{'field':'nhóm',"
					"'legend':{'columns':2}}}");
	assert_holds(arena, items, "'labels':['m','q','n','r','p']");
	items = flat(arena, "'mark':'point','encoding':{" XY ",'color':{'field':'nhóm',"
			    "'legend':{'columns':2,'orient':'bottom'}}}");
	assert_holds(arena, items, "'labels':['m','n','p','q','r']");
}

TEST(the_first_layer_that_speaks_of_an_axis_or_legend_decides_whether_it_is_there)
{
	const char *items =
		flat(arena, "'layer':[{'mark':'bar','encoding':{" XY "}},"
			    "{'mark':'rule','encoding':{'x':{'field':'xã','axis':null}"
			    ",'color':{'field':'nhóm','legend':null}}},"
			    "{'mark':'point','encoding':{" XY ",'color':{'field':'nhóm'}}}]");
	assert_lacks(items, "'orient':'bottom'");
	assert_holds(arena, items, "'legends':[]");
}

TEST(a_guide_of_its_own_stands_though_the_config_has_none)
{
	const char *items =
		flat(arena, "'mark':'bar','encoding':{'x':{'field':'xã','axis':{"
			    "'labelAngle':0}},'y':{'field':'ca','type':'quantitative'},"
			    "'color':{'field':'nhóm','legend':{'title':'N'}}},"
			    "'config':{'axis':{'disable':true},'legend':{'disable':true}}");
	assert_holds(arena, items, "'orient':'bottom'");
	assert_lacks(items, "'orient':'left'");
	assert_holds(arena, items, "'title':'N'");
}

TEST(a_config_of_points_reaches_them)
{
	const char *items = flat(arena, "'mark':'point','encoding':{" XY "},'config':{'point':{"
					"'size':90,'strokeWidth':1}}");
	assert_holds(arena, items, "'size':90,'shape':'circle'");
	assert_holds(arena, items, "'strokeWidth':1,");
	items = flat(arena,
		     "'mark':'line','encoding':{" XY "},'config':{'mark':{'strokeWidth':5}}");
	assert_holds(arena, items, "'strokeWidth':5");
}

TEST(styles_speak_of_color_and_never_of_the_fill_that_it_is)
{
	const char *items =
		flat(arena, "'mark':{'type':'bar','style':'s'},'encoding':{" XY
			    "},'config':{'style':{'s':{'fill':'red','stroke':'blue'}}}");
	assert_holds(arena, items, "'fill':'#4c78a8','stroke':'blue'");
	items = flat(arena, "'mark':{'type':'bar','style':'s'},'encoding':{" XY
			    "},'config':{'style':{'s':{'color':'#010203'}}}");
	assert_holds(arena, items, "'fill':'#010203'");
}

TEST(an_extra_tick_stands_where_the_first_band_starts)
{
	const char *items = flat(arena, "'mark':'bar','encoding':{'x':{'field':'xã','axis':{"
					"'tickExtra':true}},'y':{'field':'ca','type':"
					"'quantitative'}}");
	assert_holds(arena, items, "'ticks':[[1,0],[10,0],[30,0],[50,0],[70,0],[90,0]]");
}

TEST(a_config_gives_legends_their_symbols)
{
	const char *items =
		flat(arena, "'mark':'line','encoding':{" XY ",'color':{'field':'nhóm'}},"
			    "'config':{'legend':{'symbolType':'square'}}");
	assert_holds(arena, items, "'symbols':[{'shape':'square'");
}

TEST(labels_that_an_expression_leaves_empty_are_empty)
{
	const char *items = flat(arena, "'mark':'bar','encoding':{'x':{'field':'xã','axis':{"
					"'labelExpr':'datum.index > 0 ? datum.label : null'}}}");
	assert_lacks(items, "null");
	assert_holds(arena, items, "'text':''");
}

TEST(each_cell_summarises_its_own_rows)
{
	const char *items =
		flat(arena,
		     "'facet':{'row':{'field':'nhóm'}},'spec':{'layer':[{'mark':'bar','transform':["
		     "{'aggregate':[{'op':'sum','field':'ca','as':'t'}],'groupby':['xã']}],"
		     "'encoding':{'x':{'field':'t','type':'quantitative'}}},{'mark':'point',"
		     "'encoding':{'x':{'field':'ca','type':'quantitative'}}}]}");
	assert_holds(arena, items, "'titles':['m']");
	assert_holds(arena, items, "'type':'rect','count':1");
	items = flat(arena, "'mark':'boxplot','encoding':{'column':{'field':'nhóm'},'x':{'field':"
			    "'xã','type':'ordinal'},'y':{'field':'ca','type':'quantitative'}}");
	assert_holds(arena, items, "'titles':['r']");
}

TEST(a_summary_by_year_says_years_on_its_axis)
{
	const char *items = flat(
		arena, "'mark':{'type':'errorband','extent':'stdev'},'transform':[{'calculate':"
		       "'datetime(2000 + datum.ca, 0, 1)','as':'t'}],'encoding':{'x':{'field':'t',"
		       "'type':'ordinal','timeUnit':'year'},'y':{'field':'hạng','type':"
		       "'quantitative'}}");
	assert_holds(arena, items, "'text':'2005'");
	assert_lacks(items, "T00:00");
}

TEST(numbers_that_cannot_be_computed_are_left_out)
{
	const char *items = flat(arena, "'mark':'point','transform':[{'calculate':"
					"'sqrt(datum.ca - 10)','as':'r'}],'encoding':{'x':{'field':"
					"'r','type':'quantitative'}}");
	assert_holds(arena, items, "'type':'symbol','count':3");
}

TEST(a_colour_may_be_computed_for_each_row)
{
	const char *items = flat(
		arena,
		"'mark':{'type':'bar','color':{'expr':"
		"'if(datum.ca > 15, \\u0022red\\u0022, \\u0022blue\\u0022)'}},'encoding':{" XY "}");
	assert_holds(arena, items, "'height':100,'fill':'blue'}");
	assert_holds(arena, items, "'height':300,'fill':'red'}");
}

TEST(a_value_outside_a_list_of_colours_has_none)
{
	const char *items = flat(arena, "'mark':'bar','encoding':{" XY ",'color':{'field':'nhóm',"
					"'scale':{'domain':['m'],'range':['#010203']}}}");
	assert_holds(arena, items, "'height':100,'fill':'#010203'}");
	assert_holds(arena, items, "'height':300}");
}

TEST(stacks_follow_a_domain_of_colours_and_no_sort_of_them)
{
	const char bar[] = "'mark':'bar','height':66,'encoding':{'y':{'field':'ca','type':"
			   "'quantitative','scale':{'nice':false}},'color':{'field':'nhóm',%s}}";
	const char *items =
		flat(arena, bd_printf(arena, bar, "'scale':{'domain':['r','q','p','n','m']}"));
	assert_holds(arena, items, "{'x':1,'y':0,'width':18,'height':1,");
	items = flat(arena, bd_printf(arena, bar, "'sort':['r','q','p','n','m']"));
	assert_holds(arena, items, "'y':65,'width':18,'height':1,");
	items = flat(arena, "'mark':'bar','height':66,'encoding':{'y':{'field':'ca','type':"
			    "'quantitative','scale':{'nice':false}},'detail':{'field':'nhóm'},"
			    "'order':{'sort':'ascending'}}");
	assert_holds(arena, items, "'y':0,'width':18,'height':1,");
}

TEST(a_lookup_finds_what_a_selection_first_selects)
{
	const char *items = flat(
		arena, "'layer':[{'params':[{'name':'chọn','select':{'type':'point','encodings':["
		       "'x']},'value':[{'x':'B'}]}],'mark':'point','encoding':{" XY "}},"
		       "{'transform':[{'calculate':'1','as':'k'},{'lookup':'xã','from':{'param':"
		       "'chọn','key':'xã'}},{'filter':'datum[\\u0022chọn\\u0022]'}],'mark':'text',"
		       "'encoding':{" XY ",'text':{'field':'ca'}}}]");
	assert_holds(arena, items, "'type':'text','count':1");
}

TEST(no_legend_for_a_colour_is_none_for_the_same_shape)
{
	const char *items = flat(arena, "'mark':'point','encoding':{" XY ",'color':{'field':'nhóm',"
					"'legend':null},'shape':{'field':'nhóm'}}");
	assert_holds(arena, items, "'legends':[]");
}

TEST(both_ends_of_a_binned_bar_may_move)
{
	const char *items =
		flat(arena, "'mark':{'type':'bar','xOffset':-4,'x2Offset':4,"
			    "'binSpacing':0},'encoding':{'x':{'field':'ca','type':"
			    "'quantitative','bin':{'step':10}},'y':{'aggregate':'count'}}");
	assert_holds(arena, items, "'x':4.5,");
	assert_holds(arena, items, "'width':92,");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(layers_that_sort_differently_fall_back_to_the_natural_order),
		UNIT(a_legend_of_two_columns_reads_down_them),
		UNIT(the_first_layer_that_speaks_of_an_axis_or_legend_decides_whether_it_is_there),
		UNIT(a_guide_of_its_own_stands_though_the_config_has_none),
		UNIT(a_config_of_points_reaches_them),
		UNIT(styles_speak_of_color_and_never_of_the_fill_that_it_is),
		UNIT(an_extra_tick_stands_where_the_first_band_starts),
		UNIT(a_config_gives_legends_their_symbols),
		UNIT(labels_that_an_expression_leaves_empty_are_empty),
		UNIT(each_cell_summarises_its_own_rows),
		UNIT(a_summary_by_year_says_years_on_its_axis),
		UNIT(numbers_that_cannot_be_computed_are_left_out),
		UNIT(a_colour_may_be_computed_for_each_row),
		UNIT(a_value_outside_a_list_of_colours_has_none),
		UNIT(stacks_follow_a_domain_of_colours_and_no_sort_of_them),
		UNIT(a_lookup_finds_what_a_selection_first_selects),
		UNIT(no_legend_for_a_colour_is_none_for_the_same_shape),
		UNIT(both_ends_of_a_binned_bar_may_move),
	};
	return cmocka_run_group_tests(tests, start, finish);
}
