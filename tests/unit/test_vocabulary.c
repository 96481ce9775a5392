/* Vega-Lite's vocabulary: what a spec may say, and what is said where it says something else
 * (chart/vocabulary.h). */
#include "base/str.h"
#include "chart/vocabulary/vocabulary.h"
#include "unit.h"

#include <string.h>

/* The complaints of a spec: "MESSAGE-SLUG /pointer first-argument" each, a line each. */
static const char *complaints(bd_arena *arena, const char *text)
{
	bd_diags diags = { .arena = arena, .last = &diags.first };
	bd_env env = { .arena = arena, .scratch = arena, .diags = &diags, .lang = "vi" };
	bd_source *source = BD_NEW(arena, bd_source);
	char *quoted = bd_strdup(arena, text);
	for (char *c = quoted; *c; c++)
		*c = *c == '\'' ? '"' : *c;
	*source = (bd_source){ .name = "spec.json", .text = quoted, .length = strlen(text) };
	bd_str all = bd_str_new(arena);
	bd_chart_check(&env, bd_json_parse(arena, source, &diags));
	for (const bd_diag *d = diags.first; d; d = d->next)
		bd_str_printf(&all, "%s%s %s %s %s", d == diags.first ? "" : "\n",
			      d->severity == BD_ERROR ? "error" : "warning",
			      bd_place_pointer(arena, d->place), d->args[0],
			      d->hint_args ? d->hint_args[0] : "");
	return bd_str_text(&all);
}

#define IS(text, wanted) assert_string_equal(complaints(arena, text), wanted)

TEST(a_sound_spec_passes)
{
	IS("{'$schema':'x','data':{'values':[1]},'mark':{'type':'bar','cornerRadiusEnd':4},"
	   "'encoding':{'x':{'field':'a','type':'nominal','axis':null,'sort':['b']},"
	   "'y':{'aggregate':'sum','field':'b','axis':{'labelColor':{'condition':{'test':'1',"
	   "'value':'red'},'value':'blue'}}},'color':{'value':{'expr':'c'}}},"
	   "'width':{'step':20},'config':{'bar':{'color':'#abc'},'style':{'mine':{'any':1}}}}",
	   "");
}

TEST(an_unknown_name_is_a_warning_with_a_suggestion)
{
	IS("{'mark':'bar','encoding':{'colour':{'field':'a'}}}",
	   "warning /encoding/colour colour color");
	IS("{'mark':{'type':'line','interpolat':'basis'}}",
	   "warning /mark/interpolat interpolat interpolate");
	IS("{'layer':[{'mark':'bar','encoding':{'x':{'axis':{'tilte':'A'}}}}]}",
	   "warning /layer/0/encoding/x/axis/tilte tilte title");
	IS("{'hconcat':[{'mark':'bar'}],'encoding':{}}", "warning /encoding encoding ");
}

TEST(a_wrong_value_is_an_error_at_its_place)
{
	IS("{'mark':'barr'}", "error /mark mark bar");
	IS("{'mark':'bar','encoding':{'x':{'type':'quantitativ'}}}",
	   "error /encoding/x/type value quantitative");
	IS("{'mark':{'type':'text','fontSize':'big'}}", "error /mark/fontSize a number ");
	IS("{'mark':{'type':'bar','color':'rde'}}", "error /mark/color rde ");
	IS("{'mark':{'color':'red'}}", "error /mark type ");
	IS("{'facet':{'field':'a'}}", "error  spec ");
}

TEST(composite_marks_have_parts_of_their_own)
{
	IS("{'mark':{'type':'boxplot','extent':'min-max','median':{'color':'white'}}}", "");
	IS("{'mark':{'type':'boxplot','borders':true}}", "warning /mark/borders borders ");
	IS("{'mark':{'type':'errorband','borders':true,'extent':'ci'}}", "");
}

TEST(every_mistake_is_found_at_once)
{
	IS("{'mark':'bar','widht':3,'encoding':{'x':{'feild':'a'},'y':{'axis':{'grid':3}}}}",
	   "warning /encoding/x/feild feild field\nerror /encoding/y/axis/grid true or false \n"
	   "warning /widht widht width");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(a_sound_spec_passes),
		UNIT(an_unknown_name_is_a_warning_with_a_suggestion),
		UNIT(a_wrong_value_is_an_error_at_its_place),
		UNIT(composite_marks_have_parts_of_their_own),
		UNIT(every_mistake_is_found_at_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
