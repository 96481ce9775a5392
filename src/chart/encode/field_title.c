/* field_title.c - what an axis or legend is called: what the spec says, or words made of the field
 * and what was done to it (encode.h). */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"

#include <string.h>

static const char *unit_words(bd_compiler *c, const char *unit)
{
	static const char *const parts[] = { "year",      "quarter",      "month",  "week",
					     "dayofyear", "date",         "day",    "hours",
					     "minutes",   "milliseconds", "seconds" };
	bd_str words = bd_str_new(c->arena);
	if (bd_starts_with(unit, "utc"))
		unit += 3;
	while (*unit) {
		size_t length = strlen(unit);
		for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
			if (bd_starts_with(unit, parts[i])) {
				length = strlen(parts[i]);
				break;
			}
		if (words.length)
			bd_str_add_char(&words, '-');
		bd_str_add_bytes(&words, unit, length);
		unit += length;
	}
	return bd_str_text(&words);
}

static const char *functional_title(bd_compiler *c, const bd_channel_def *def)
{
	const char *name = def->aggregate              ? def->aggregate
			   : def->bin == BD_BIN_PARAMS ? "bin"
			   : def->unit                 ? def->unit
						       : NULL;
	if (!name)
		return def->field;
	bd_str text = bd_str_new(c->arena);
	for (const char *p = name; *p; p++)
		bd_str_add_char(&text, *p >= 'a' && *p <= 'z' ? (char)(*p - 32) : *p);
	bd_str_printf(&text, "(%s)", def->field ? def->field : "*");
	return bd_str_text(&text);
}

/* Titles made of fields, in the words of a language. */
typedef struct title_words {
	const char *count;
	const char *of[8]; /* pairs of an aggregate and its words; ended by NULL */
} title_words;

static const title_words vietnamese = {
	"Số lượng", { "mean", "Trung bình", "median", "Trung vị", "sum", "Tổng", NULL }
};

static const char *words_of(const title_words *words, const char *aggregate)
{
	for (int i = 0; words && words->of[i]; i += 2)
		if (bd_streq(words->of[i], aggregate))
			return words->of[i + 1];
	return NULL;
}

static const char *aggregate_title(bd_compiler *c, const title_words *words,
				   const bd_channel_def *def, const char *field)
{
	const char *own = words_of(words, def->aggregate);
	if (own)
		return bd_printf(c->arena, "%s %s", own, field);
	char *name = bd_strdup(c->arena, def->aggregate);
	if (name[0] >= 'a' && name[0] <= 'z')
		name[0] = (char)(name[0] - 32);
	return bd_printf(c->arena, "%s of %s", name, field);
}

const char *bd_field_default_title(bd_compiler *c, const bd_channel_def *def)
{
	const char *style = bd_json_string(bd_json_get(c->config, "fieldTitle"), "verbal");
	const char *field = def->field ? def->field : "";
	bool is_vi = c->locale && bd_streq(c->locale->lang, "vi");
	const title_words *words = is_vi ? &vietnamese : NULL;
	if (def->aggregate && bd_streq(def->aggregate, "count")) {
		const char *said = bd_json_string(bd_json_get(c->config, "countTitle"), NULL);
		return said ? said : words ? words->count : "Count of Records";
	}
	if (bd_streq(style, "plain"))
		return field;
	if (bd_streq(style, "functional"))
		return functional_title(c, def);
	if (def->bin == BD_BIN_PARAMS)
		return bd_printf(c->arena, words ? "%s (theo khoảng)" : "%s (binned)", field);
	if (def->unit && !def->unit_binned && *def->unit && !words)
		return bd_printf(c->arena, "%s (%s)", field, unit_words(c, def->unit));
	if (def->arg_field) {
		bool max = bd_streq(def->aggregate, "argmax");
		if (words && max)
			return bd_printf(c->arena, "%s khi %s lớn nhất", field, def->arg_field);
		if (words)
			return bd_printf(c->arena, "%s khi %s nhỏ nhất", field, def->arg_field);
		return bd_printf(c->arena, "%s for %s %s", field, max ? "max" : "min",
				 def->arg_field);
	}
	return def->aggregate ? aggregate_title(c, words, def, field) : field;
}

const char *bd_title_text(const bd_view *view, const bd_json *title)
{
	title = bd_chart_resolve(view, title);
	if (bd_json_is(title, BD_JSON_STRING))
		return title->string;
	if (!bd_json_is(title, BD_JSON_ARRAY))
		return NULL;
	bd_str text = bd_str_new(view->c->arena);
	const bd_json *line;
	bd_each (line, title) {
		if (bd_i_line)
			bd_str_add_char(&text, '\n');
		bd_str_add(&text, bd_json_string(line, ""));
	}
	return bd_str_text(&text);
}

const char *bd_field_title(bd_view *view, const bd_channel_def *def, const bd_json *guide)
{
	const bd_json *said = bd_json_get(guide, "title");
	if (!said)
		said = bd_json_get(def->json, "title");
	if (!said && def->conditional_field)
		said = bd_json_get(def->conditional_field, "title");
	if (said)
		return bd_title_text(view, said);
	if (!bd_channel_def_has_field(def))
		return NULL;
	return bd_field_default_title(view->c, def);
}
