/* wrong_spec.c - JSON that is neither a poster nor a chart: a misspelt member, data, or the spec of
 * another library. */
#include "compile.h"

#include "base/str.h"

#include <string.h>

static bool has(const bd_json *node, const char *name)
{
	return bd_json_get(node, name) != NULL;
}

/* Whose spec it is; NULL: not known. */
static const char *library_of(const bd_json *root)
{
	const bd_json *data = bd_json_get(root, "data");
	const char *schema = bd_json_string(bd_json_get(root, "$schema"), "");
	if (strstr(schema, "/vega/") || (has(root, "marks") && has(root, "scales")))
		return "Vega";
	if (has(root, "series"))
		return has(root, "chart") ? "Highcharts" : "ECharts";
	if (has(data, "datasets") && has(root, "type"))
		return "Chart.js";
	if (has(root, "traces") || (has(root, "layout") && bd_json_is(data, BD_JSON_ARRAY)))
		return "Plotly";
	return NULL;
}

static bool is_data(const bd_json *root)
{
	const char *type = bd_json_string(bd_json_get(root, "type"), "");
	return (bd_json_is(root, BD_JSON_ARRAY) && root->count) ||
	       bd_streq(type, "FeatureCollection") || bd_streq(type, "Topology");
}

/* A member that one of these was meant by: "layers", "vConcat". */
static bool suggest_member(const bd_json *root, bd_diags *diags)
{
	static const char *const names[] = { "blocks", "mark",    "layer",   "facet",
					     "concat", "hconcat", "vconcat", "repeat" };
	bd_each_member (member, root) {
		const char *near = bd_closest(member->name, names, 8, sizeof *names);
		if (!near)
			continue;
		bd_diag *diag = bd_error(diags, &member->value->place, BD_NO_PICTURE);
		diag->at_key = true;
		bd_suggest(diags, diag, BD_HINT_DID_YOU_MEAN, near);
		return true;
	}
	return false;
}

void bd_complain_no_picture(const bd_json *root, bd_diags *diags)
{
	const bd_source *source = bd_place_source(&root->place);
	const char *library = library_of(root);
	if (library) {
		bd_error(diags, &root->place, BD_OTHER_GRAMMAR, library);
	} else if (is_data(root) && source) {
		bd_diag *diag = bd_error(diags, &root->place, BD_NOT_A_SPEC, source->name,
					 BD_TERM_DATA_FILE);
		bd_suggest(diags, diag, BD_HINT_USE_AS_DATA, source->name);
	} else if (!suggest_member(root, diags)) {
		bd_error(diags, &root->place, BD_NO_PICTURE);
	}
}
