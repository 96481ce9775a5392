/* charts.c - the reference of charts: marks with an example each, channels, scales, schemes. What a
 * Vega-Lite spec means is documented by Vega-Lite; these pages say what of it there is. */
#include "base/str.h"
#include "chart/vocabulary/channels.h"
#include "data/transform.h"
#include "marks/marks.h"
#include "reference/reference.h"
#include "scale/scale.h"
#include <string.h>

/* A small chart by each mark: the rest of its encoding. */
typedef struct example {
	const char *mark, *encoding;
} example;

#define YEAR  "\"x\": { \"field\": \"năm\", \"type\": \"ordinal\" }"
#define GIFTS "\"y\": { \"field\": \"suất\", \"type\": \"quantitative\" }"
#define SIDE  "\"color\": { \"field\": \"bên\", \"type\": \"nominal\" }"

static const example examples[] = {
	{ "arc", "\"theta\": { \"field\": \"suất\", \"type\": \"quantitative\" }, " SIDE },
	{ "area", YEAR ", " GIFTS ", " SIDE },
	{ "bar", YEAR ", " GIFTS ", \"xOffset\": { \"field\": \"bên\" }, " SIDE },
	{ "circle", YEAR ", " GIFTS ", " SIDE },
	{ "image", YEAR ", " GIFTS ", \"url\": { \"value\": \"anh/cot-moc.svg\" }" },
	{ "line", YEAR ", " GIFTS ", " SIDE },
	{ "point", YEAR ", " GIFTS ", \"shape\": { \"field\": \"bên\", \"type\": \"nominal\" }" },
	{ "rect", YEAR ", \"y\": { \"field\": \"bên\", \"type\": \"nominal\" }, "
		       "\"color\": { \"field\": \"suất\", \"type\": \"quantitative\" }" },
	{ "rule",
	  "\"y\": { \"aggregate\": \"mean\", \"field\": \"suất\", \"type\": \"quantitative\" }" },
	{ "square", YEAR ", " GIFTS ", " SIDE },
	{ "text",
	  YEAR ", " GIFTS ", \"text\": { \"field\": \"suất\", \"type\": \"quantitative\" }" },
	{ "tick", "\"x\": { \"field\": \"suất\", \"type\": \"quantitative\" }, "
		  "\"y\": { \"field\": \"bên\", \"type\": \"nominal\" }" },
	{ "trail",
	  YEAR ", " GIFTS ", \"size\": { \"field\": \"suất\", \"type\": \"quantitative\" }" },
};

#define DATA                                                                               \
	"{ \"values\": [ { \"năm\": 2022, \"bên\": \"Quảng Nam\", \"suất\": 420 }, " \
	"{ \"năm\": 2022, \"bên\": \"Sê Kông\", \"suất\": 180 }, "                   \
	"{ \"năm\": 2023, \"bên\": \"Quảng Nam\", \"suất\": 560 }, "                 \
	"{ \"năm\": 2023, \"bên\": \"Sê Kông\", \"suất\": 240 } ] }"

static const char *example_of(bd_arena *arena, const bd_mark *mark)
{
	const char *encoding = YEAR ", " GIFTS;
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
		if (!strcmp(examples[i].mark, mark->name))
			encoding = examples[i].encoding;
	return bd_reference_pretty(arena, bd_printf(arena,
						    "{ \"data\": " DATA
						    ", \"mark\": \"%s\", \"encoding\": { %s } }",
						    mark->name, encoding));
}

static const char *mark_page(bd_arena *arena, const bd_mark *mark)
{
	return bd_printf(arena,
			 "# %s\n\n%s\n\n```json\n%s\n```\n\nIts properties and channels are those "
			 "of [Vega-Lite](https://vega.github.io/vega-lite/docs/%s.html).\n",
			 mark->name, mark->doc ? mark->doc : "", example_of(arena, mark),
			 mark->name);
}

static const char *charts_page(bd_arena *arena)
{
	static const struct {
		const char *name, *doc;
	} channels[] = {
#define CHANNEL(id, name, scale, takes, doc) { name, doc },
#include "chart/vocabulary/channels.def"
#undef CHANNEL
	}, scales[] = {
#define SCALE(id, name, family, doc) { name, doc },
#include "scale/scales.def"
#undef SCALE
	};
	bd_str s = bd_str_new(arena);
	bd_str_add(&s, "# Charts\n\nA chart spec is Vega-Lite 6, unchanged; an unknown field is a "
		       "warning, and an error with `--strict`.\n\n## Marks\n\n");
	for (const bd_mark *const *mark = bd_marks; *mark; mark++)
		bd_str_printf(&s, "- [%s](marks/%s.md): %s\n", (*mark)->name, (*mark)->name,
			      (*mark)->doc ? (*mark)->doc : "");
	bd_str_add(&s, "\n## Transforms\n\n");
	for (const bd_transform_type *const *t = bd_transform_types; *t; t++)
		bd_str_printf(&s, "- [%s](transforms/%s.md): %s\n", (*t)->name, (*t)->name,
			      (*t)->type->doc ? (*t)->type->doc : "");
	bd_str_add(&s, "\n## Channels\n\n| Channel | What it does |\n|---|---|\n");
	for (size_t i = 0; i < sizeof channels / sizeof *channels; i++)
		bd_str_printf(&s, "| `%s` | %s |\n", channels[i].name, channels[i].doc);
	bd_str_add(&s, "\n## Scales\n\n| Type | What it does |\n|---|---|\n");
	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
		bd_str_printf(&s, "| `%s` | %s |\n", scales[i].name, scales[i].doc);
	bd_str_add(&s, "\n## Colour schemes\n\n");
	for (const char *const *name = bd_scheme_names(); *name; name++)
		bd_str_printf(&s, "%s`%s`", name == bd_scheme_names() ? "" : ", ", *name);
	bd_str_add(&s, "\n");
	return bd_str_text(&s);
}

void bd_reference_add_charts(bd_arena *arena, bd_reference_pages *pages)
{
	bd_reference_page charts = { "charts.md", charts_page(arena) };
	bd_push(arena, pages, charts);
	for (const bd_mark *const *mark = bd_marks; *mark; mark++) {
		bd_reference_page page = { bd_printf(arena, "marks/%s.md", (*mark)->name),
					   mark_page(arena, *mark) };
		bd_push(arena, pages, page);
	}
	for (const bd_transform_type *const *t = bd_transform_types; *t; t++)
		bd_reference_add_type(arena, pages,
				      bd_printf(arena, "transforms/%s.md", (*t)->name), (*t)->name,
				      (*t)->type);
}
