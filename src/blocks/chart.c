/* chart.c - a Vega-Lite spec inside a poster, in the theme's look, as wide as its place.
 *
 * The block's other fields are the spec: nothing is renamed or added to Vega-Lite. Its heading is
 * the block's, so that it looks like every other block's. */
#include "blocks/block.h"

#include "base/str.h"
#include "chart/chart.h"
#include "chart/vocabulary/vocabulary.h"
#include "locale/locale.h"

#include <math.h>
#include <string.h>

#define LEAST_FIT 0.6 /* how much smaller a chart may be drawn than its spec says */

typedef struct chart {
	bd_block_head head;
	double aspect;
	const char *alt;
	const bd_json *spec;
} chart;

static const bd_field fields[] = {
	BD_BLOCK_FIELDS(chart),
	BD_FIELD(chart, aspect, &bd_type_number, .min = 0.1, .max = 10,
		 .doc = "Width by height, where the page leaves a choice. 2 where it is not said."),
	BD_FIELD(chart, alt, &bd_type_text, .also = "description",
		 .doc = "The chart in words, for those who do not see it."),
	BD_FIELDS_END
};

/* What is left when the block's own fields are taken away is Vega-Lite. */
static void check(void *object, const bd_json *node, bd_reader *reader)
{
	chart *c = object;
	static const char *const own[] = { "type", "title", "icon", "note", "aspect", "alt" };
	const bd_json *spec = node;
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (bd_json_get(spec, own[i]))
			spec = bd_json_with(reader->arena, spec, own[i], NULL);
	if (c->alt)
		spec = bd_json_with(reader->arena, spec, "description",
				    bd_json_new_string(reader->arena, c->alt, node));
	c->spec = spec;
	if (!bd_chart_is_spec(spec))
		bd_error(reader->diags, &node->place, BD_MISSING_FIELD, "mark");
	else if (reader->user)
		bd_chart_check(reader->user, spec);
}

/* The theme's config with the page's sizes. */
static const bd_json *config(bd_env *env, const bd_style *style)
{
	double label = bd_style_size(style, BD_TEXT_LABEL) * 0.92;
	double line = bd_style_px(style, 5) * style->type, px = style->unit;
	const char *sizes = bd_printf(
		env->arena,
		"{\"fieldTitle\":\"plain\",\"countTitle\":\"%s\","
		"\"axis\":{\"labelOverlap\":\"parity\",\"labelSeparation\":4,\"labelFontSize\":%."
		"2f,\"titleFontSize\":%.2f,\"labelPadding\":%.2f,"
		"\"titlePadding\":%.2f,\"gridWidth\":%.2f,\"domainWidth\":%.2f,\"tickWidth\":%.2f},"
		"\"axisX\":{\"labelSeparation\":%.2f},"
		"\"axisQuantitative\":{\"tickCount\":5},\"axisTemporal\":{\"tickCount\":6},"
		"\"legend\":{\"labelFontSize\":%.2f,\"titleFontSize\":%.2f,\"symbolSize\":%.2f,"
		"\"labelOffset\":%.2f,\"columnPadding\":%.2f,\"offset\":%.2f},"
		"\"header\":{\"labelFontSize\":%.2f,\"titleFontSize\":%.2f},"
		"\"title\":{\"fontSize\":%.2f},\"text\":{\"fontSize\":%.2f},"
		"\"line\":{\"strokeWidth\":%.2f},\"rule\":{\"strokeWidth\":%.2f},"
		"\"point\":{\"size\":%.2f},\"circle\":{\"size\":%.2f}}",
		bd_count_title(env->locale ? env->locale : bd_locale_find("en")), label, label,
		10 * px, 12 * px, 1.5 * px, 3 * px, 1.5 * px, 0.5 * label, label, label,
		label * label * 0.5, 8 * px, 28 * px, 20 * px, label, label,
		bd_style_size(style, BD_TEXT_HEAD), label, line, 2 * px, 90 * px * px,
		90 * px * px);
	bd_source *theme = BD_NEW(env->arena, bd_source), *page = BD_NEW(env->arena, bd_source);
	*theme = (bd_source){ "theme", style->theme->config, strlen(style->theme->config), NULL };
	*page = (bd_source){ "page", sizes, strlen(sizes), NULL };
	return bd_json_merge(env->arena, bd_json_parse(env->arena, theme, env->diags),
			     bd_json_parse(env->arena, page, env->diags), true);
}

/* A mark's own sizes are the theme's px: on a small page they are smaller, as all else is. */
static const bd_json *scale_mark(bd_arena *arena, const bd_json *mark, double unit)
{
	static const char *const names[] = { "dx", "dy", "strokeWidth", "size" };
	if (!bd_json_is(mark, BD_JSON_OBJECT))
		return mark;
	const char *type = bd_json_string(bd_json_get(mark, "type"), "point");
	bool area = bd_streq(type, "point") || bd_streq(type, "circle") || bd_streq(type, "square");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const bd_json *number = bd_json_get(mark, names[i]);
		bool squared = area && bd_streq(names[i], "size"); /* px² */
		if (bd_json_is(number, BD_JSON_NUMBER))
			mark = bd_json_with(
				arena, mark, names[i],
				bd_json_new_number(arena,
						   number->number * unit * (squared ? unit : 1),
						   number));
	}
	static const char *const overlays[] = { "point", "line" };
	for (size_t i = 0; i < 2; i++) {
		const bd_json *own = bd_json_get(mark, overlays[i]);
		if (bd_json_is(own, BD_JSON_OBJECT))
			mark = bd_json_with(arena, mark, overlays[i], scale_mark(arena, own, unit));
	}
	return mark;
}

static const bd_json *scale_marks(bd_arena *arena, const bd_json *spec, double unit)
{
	static const char *const parts[] = { "layer", "hconcat", "vconcat", "concat" };
	if (!bd_json_is(spec, BD_JSON_OBJECT) || fabs(unit - 1) < 1e-3)
		return spec;
	if (bd_json_get(spec, "mark"))
		spec = bd_json_with(arena, spec, "mark",
				    scale_mark(arena, bd_json_get(spec, "mark"), unit));
	if (bd_json_get(spec, "spec"))
		spec = bd_json_with(arena, spec, "spec",
				    scale_marks(arena, bd_json_get(spec, "spec"), unit));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const bd_json *list = bd_json_get(spec, parts[i]);
		if (!bd_json_is(list, BD_JSON_ARRAY))
			continue;
		const bd_json **items = BD_ARRAY(arena, list->count, const bd_json *);
		for (size_t k = 0; k < list->count; k++)
			items[k] = scale_marks(arena, list->items[k], unit);
		spec = bd_json_with(arena, spec, parts[i],
				    bd_json_new_array(arena, items, list->count, list));
	}
	return spec;
}

static bd_chart *compile(bd_env *env, const chart *c, double width, double height,
			 const bd_style *style)
{
	bd_chart_options options = { .config = config(env, style),
				     .width = width,
				     .height = height,
				     .fit = true,
				     .in_poster = true };
	return bd_chart_compile(env, scale_marks(env->arena, c->spec, style->unit), &options);
}

/* Marks may reach the very top of a plot: under a heading they need more than text does. */
static double under_heading(const chart *c, const bd_style *style)
{
	return c->head.title ? bd_style_gap(style, 12) : 0;
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	const chart *c = block;
	(void)env;
	double natural = width / (isnan(c->aspect) ? 2 : c->aspect);
	natural = fmax(bd_style_px(style, 300), fmin(natural, bd_style_px(style, 560)));
	double least = fmin(natural, bd_style_px(style, 170));
	/* Narrow charts lose their labels: the block asks for the wider column. */
	double strain = fmax(0, bd_style_px(style, 640) - width) / bd_style_px(style, 120);
	double most = fmax(natural, fmin(width * 1.5, bd_style_px(style, 1300)));
	double top = under_heading(c, style);
	return (bd_extent){ least + top, natural + top, most + top, strain, 0 };
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *group)
{
	const chart *c = block;
	if (style->trial) {
		bd_add_rect(group, box, bd_solid(style->theme->ink));
		return;
	}
	box.y += under_heading(c, style);
	box.height -= under_heading(c, style);
	const bd_place *before = env->place;
	env->place = &c->spec->place;
	bd_chart *drawn = compile(env, c, box.width, box.height, style);
	bd_chart_size size = bd_chart_measure(drawn);
	env->place = before;
	double fit = fmin(1, fmin(box.width / size.width, box.height / size.height));
	if (!(fit > LEAST_FIT)) {
		bd_error(env->diags, style->place, BD_PAGE_OVERFLOW, "chart",
			 bd_number_text(env->arena, ceil(fmax(size.width - box.width,
							      size.height - box.height))),
			 style->page);
		return;
	}
	/* Facets, and sizes that the spec says, may ask for more than there is: they are drawn
	 * smaller. */
	if (fit < 0.999) {
		group = bd_add_group(group);
		group->group.transform = bd_matrix_multiply(
			bd_matrix_translate(box.x, box.y + (box.height - size.height * fit) / 2),
			bd_matrix_scale(fit, fit));
		bd_chart_draw(env, drawn, group, 0, 0);
		return;
	}
	bd_chart_draw(env, drawn, group, box.x, box.y + fmax(0, (box.height - size.height) / 2));
}

extern const bd_block_kind bd_block_kind_chart;
const bd_block_kind bd_block_kind_chart = {
	{ "chart",
	  "A chart: beside these, all that a Vega-Lite 6 spec may hold (mark, encoding, data, "
	  "transform, "
	  "layer …). `bieudo check` knows those names too; this schema leaves them to Vega-Lite's "
	  "own.",
	  sizeof(chart), .fields = fields,
	  .example =
		  "{ \"type\": \"chart\", \"title\": \"Suất quà theo năm\", \"data\": { "
		  "\"values\": "
		  "[{ \"năm\": \"2022\", \"suất\": 420 }, { \"năm\": \"2023\", \"suất\": 560 }] }, "
		  "\"mark\": \"bar\", \"encoding\": { \"x\": { \"field\": \"năm\", \"type\": "
		  "\"ordinal\" }, "
		  "\"y\": { \"field\": \"suất\", \"type\": \"quantitative\" } } }",
	  .open = true, .check = check },
	.measure = measure,
	.place = place,
};
