/* Box plots, error bars and bands as layers (chart/normalise/composite.h). */
#include "base/str.h"
#include "chart/normalise/composite.h"
#include "unit.h"

#include <string.h>

static const char config_text[] = "{'boxplot':{'size':14,'extent':1.5,'box':{},'median':{'color':'"
				  "white'},'outliers':{},'rule':{}},"
				  "'errorbar':{'center':'mean','rule':true,'ticks':false},"
				  "'errorband':{'band':{'opacity':0.3},'borders':false}}";

static const bd_json *parse(bd_arena *arena, bd_diags *diags, const char *text)
{
	bd_source *source = BD_NEW(arena, bd_source);
	char *quoted = bd_strdup(arena, text);
	for (char *c = quoted; *c; c++)
		*c = *c == '\'' ? '"' : *c;
	*source = (bd_source){ .name = "spec.json", .text = quoted, .length = strlen(quoted) };
	return bd_json_parse(arena, source, diags);
}

static const bd_json *layers(bd_arena *arena, const char *text)
{
	bd_diags diags = { .arena = arena, .last = &diags.first };
	bool good;
	const bd_json *out = bd_composite_layers(arena, &diags, parse(arena, &diags, config_text),
						 parse(arena, &diags, text), &good);
	assert_true(good);
	assert_int_equal(diags.errors, 0);
	return out;
}

static void assert_json(bd_arena *arena, const bd_json *node, const char *wanted)
{
	bd_diags diags = { .arena = arena, .last = &diags.first };
	assert_string_equal(bd_json_print(arena, node),
			    bd_json_print(arena, parse(arena, &diags, wanted)));
}

TEST(a_simple_mark_is_left_alone)
{
	assert_null(layers(arena, "{'mark':'bar','encoding':{'x':{'field':'a'}}}"));
}

TEST(a_box_plot_has_outliers_whiskers_box_and_median)
{
	const bd_json *out =
		layers(arena, "{'mark':'boxplot','encoding':{'x':{'field':'xã','type':'nominal'},"
			      "'y':{'field':'số ca','type':'quantitative'}}}");
	const bd_json *first = bd_json_at(bd_json_get(out, "layer"), 0);
	const bd_json *outliers = bd_json_at(bd_json_get(first, "layer"), 0);
	assert_json(arena, bd_json_get(first, "transform"),
		    "[{'joinaggregate':[{'op':'q1','field':'số ca','as':'lower_box_số ca'},"
		    "{'op':'q3','field':'số ca','as':'upper_box_số ca'}],'groupby':['xã']}]");
	assert_json(arena, bd_json_get(outliers, "mark"),
		    "{'type':'point','style':'boxplot-outliers'}");
	const bd_json *box =
		bd_json_at(bd_json_get(bd_json_at(bd_json_get(out, "layer"), 1), "layer"), 0);
	assert_json(arena, bd_json_get(box, "encoding"),
		    "{'x':{'field':'xã','type':'nominal'},'y':{'field':'lower_box_số ca',"
		    "'type':'quantitative','title':'số ca'},'y2':{'field':'upper_box_số ca'}}");
}

TEST(whiskers_may_reach_to_the_ends)
{
	const bd_json *out = layers(
		arena,
		"{'mark':{'type':'boxplot','extent':'min-max','box':false},'encoding':"
		"{'x':{'field':'v','type':'quantitative'}},'transform':[{'filter':'true'}]}");
	assert_int_equal(bd_json_get(out, "transform")->count, 2);
	assert_int_equal(bd_json_get(out, "layer")->count, 3); /* two whiskers and the median */
}

TEST(an_error_may_be_given_or_computed)
{
	const bd_json *rows = layers(arena, "{'mark':{'type':'errorbar','extent':'iqr'},'encoding':"
					    "{'y':{'field':'v','type':'quantitative'}}}");
	assert_json(arena, bd_json_get(rows, "transform"),
		    "[{'aggregate':[{'op':'q1','field':'v','as':'lower_v'},"
		    "{'op':'q3','field':'v','as':'upper_v'}],'groupby':[]}]");
	const bd_json *given =
		layers(arena, "{'mark':'errorbar','encoding':{'yError':{'field':'e'},"
			      "'y':{'field':'v','type':'quantitative'}}}");
	assert_json(
		arena, bd_json_at(bd_json_get(given, "transform"), 1),
		"{'calculate':'datum[\\u0027v\\u0027] - datum[\\u0027e\\u0027]','as':'lower_v'}");
}

TEST(a_unit_of_time_is_computed_before)
{
	const bd_json *out = layers(
		arena,
		"{'mark':'errorband','encoding':{'x':{'field':'ngày','timeUnit':'yearmonth'},"
		"'y':{'field':'v','type':'quantitative'},'y2':{'field':'w'}}}");
	const bd_json *band = bd_json_at(bd_json_get(out, "layer"), 0);
	assert_json(arena, bd_json_find(band, "encoding", "x", NULL),
		    "{'field':'yearmonth_ngày','type':'temporal','title':'ngày (year-month)'}");
	assert_json(arena, bd_json_get(band, "mark"),
		    "{'opacity':0.3,'type':'area','style':'errorband-band'}");
	assert_json(arena, bd_json_at(bd_json_get(out, "transform"), 1),
		    "{'calculate':'datum[\\u0027w\\u0027]','as':'upper_v'}");
}

TEST(an_axis_without_numbers_is_an_error)
{
	bd_diags diags = { .arena = arena, .last = &diags.first };
	bool good;
	const bd_json *spec =
		parse(arena, &diags,
		      "{'mark':'boxplot','encoding':{'x':{'field':'a','type':'nominal'}}}");
	assert_null(bd_composite_layers(arena, &diags, spec, spec, &good));
	assert_false(good);
	assert_int_equal(diags.first->message, BD_COMPOSITE_AXIS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(a_simple_mark_is_left_alone),
		UNIT(a_box_plot_has_outliers_whiskers_box_and_median),
		UNIT(whiskers_may_reach_to_the_ends),
		UNIT(an_error_may_be_given_or_computed),
		UNIT(a_unit_of_time_is_computed_before),
		UNIT(an_axis_without_numbers_is_an_error),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
