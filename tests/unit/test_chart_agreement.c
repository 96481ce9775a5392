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

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(layers_that_sort_differently_fall_back_to_the_natural_order),
		UNIT(a_legend_of_two_columns_reads_down_them),
		UNIT(the_first_layer_that_speaks_of_an_axis_or_legend_decides_whether_it_is_there),
		UNIT(a_guide_of_its_own_stands_though_the_config_has_none),
	};
	return cmocka_run_group_tests(tests, start, finish);
}
