/* chart.c - the pipeline from a Vega-Lite spec to items and scene. */
#include "chart/chart.h"
#include "base/str.h"
#include "chart/vocabulary.h"

struct bd_chart {
	bd_chart_size size;
	bd_color background;
	const char *title, *description, *alt;
};

bd_chart *bd_chart_compile(bd_env *env, const bd_json *spec, const bd_chart_options *options)
{
	bd_chart *chart = BD_NEW(env->arena, bd_chart);
	if (!options->in_poster) /* a poster checks its charts once, and compiles them often */
		bd_chart_check(env, spec);
	double width = bd_json_number(bd_json_get(spec, "width"), 200);
	double height = bd_json_number(bd_json_get(spec, "height"), 200);
	chart->size = (bd_chart_size){ options->width > 0 ? options->width : width,
				       options->height > 0 ? options->height : height };
	chart->background = BD_TRANSPARENT;
	chart->title = bd_json_string(bd_json_get(spec, "title"), "");
	chart->description = bd_json_string(bd_json_get(spec, "description"), "");
	chart->alt = chart->description;
	return chart;
}

bd_chart_size bd_chart_measure(const bd_chart *chart)
{
	return chart->size;
}

bd_color bd_chart_background(const bd_chart *chart)
{
	return chart->background;
}

void bd_chart_draw(bd_env *env, const bd_chart *chart, bd_node *group, double x, double y)
{
	(void)env;
	bd_rect box = { x, y, chart->size.width, chart->size.height };
	bd_add_rect(group, box, bd_solid(bd_color_from_bytes(238, 238, 238)));
}

const char *bd_chart_flat(bd_env *env, const bd_chart *chart, const char *name)
{
	(void)chart;
	return bd_printf(env->arena, "{\"name\":\"%s\",\"cells\":[]}", name);
}

const char *bd_chart_title(const bd_chart *chart)
{
	return chart->title;
}

const char *bd_chart_description(const bd_chart *chart)
{
	return chart->description;
}

const char *bd_chart_alt(const bd_chart *chart)
{
	return chart->alt;
}

bool bd_chart_is_spec(const bd_json *spec)
{
	static const char *const members[] = { "mark",    "layer",   "facet", "concat",
					       "hconcat", "vconcat", "repeat" };
	for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
		if (bd_json_get(spec, members[i]) != NULL)
			return true;
	return false;
}
