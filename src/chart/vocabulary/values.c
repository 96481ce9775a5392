/* values.c - what a property's value may be: numbers, texts, colours, words, dates, and
 * the expressions that may stand for each (vocabulary_types.h). */
#include "chart/vocabulary/types.h"

#include "base/color.h"
#include "base/geom.h"
#include "base/str.h"

const bd_type bd_vl_any = { .kind = BD_T_ANY, .size = sizeof(const bd_json *) };
const bd_type bd_vl_plain_string = { .kind = BD_T_STRING, .size = sizeof(const char *) };
const bd_type bd_vl_plain_number = { .kind = BD_T_NUMBER, .size = sizeof(double) };
const bd_type bd_vl_plain_bool = { .kind = BD_T_BOOL, .size = sizeof(bool) };

/* Vega-Lite's, but not ours so far. */
static bool refuse(const bd_json *node, void *out, bd_reader *reader)
{
	(void)out;
	bd_diag *diag = bd_error(reader->diags, &node->place, BD_NOT_YET,
				 node->place.key ? node->place.key : "");
	diag->at_key = true;
	return false;
}
const bd_type bd_vl_not_yet = { .kind = BD_T_CUSTOM, .size = 1, .read = refuse };

/* {"expr": …}; axes also take a value by condition. */
static const bd_field computed_fields[] = { F(expr, plain_string),  F(signal, plain_string),
					    F(condition, any),      F(value, any),
					    F(param, plain_string), BD_FIELDS_END };
OBJECT(computed, "A value that an expression or a condition says.", computed_fields)

/* Opacities and shares of a band; sizes and widths. */
const bd_type bd_vl_plain_share = {
	.kind = BD_T_NUMBER, .size = sizeof(double), .min = 0, .max = 1
};
const bd_type bd_vl_plain_amount = {
	.kind = BD_T_NUMBER, .size = sizeof(double), .min = 0, .max = BD_NO_MOST
};
UNION(share, &bd_vl_plain_share, &bd_vl_computed)
UNION(amount, &bd_vl_plain_amount, &bd_vl_computed)
UNION(number, &bd_vl_plain_number, &bd_vl_computed)
UNION(flag, &bd_vl_plain_bool, &bd_vl_computed)
UNION(string, &bd_vl_plain_string, &bd_vl_computed)
UNION(number_or_flag, &bd_vl_plain_number, &bd_vl_plain_bool, &bd_vl_computed)
UNION(number_or_string, &bd_vl_plain_number, &bd_vl_plain_string, &bd_vl_computed)
UNION(number_item, &bd_vl_plain_number, &bd_vl_computed)
LIST(number_list, number_item, false)
UNION(numbers, &bd_vl_number_list, &bd_vl_computed)
LIST(plain_strings, plain_string, false)
LIST(strings_or_one, plain_string, true)
UNION(flag_or_string, &bd_vl_plain_bool, &bd_vl_plain_string, &bd_vl_computed)
UNION(values, &bd_vl_any_list, &bd_vl_computed)
LIST(any_list, any, false)

/* A text per language, lines of a text, or a text. */
static const bd_field languages_fields[] = { F(vi, text_lines), F(lo, text_lines),
					     F(en, text_lines), BD_FIELDS_END };
OBJECT(languages, "A text in several languages.", languages_fields)
UNION(text_lines, &bd_vl_plain_string, &bd_vl_plain_strings)
UNION(text, &bd_vl_plain_string, &bd_vl_plain_strings, &bd_vl_languages, &bd_vl_computed)

/* --- colours --- */
static const bd_field stop_fields[] = { REQUIRED(offset, plain_number),
					REQUIRED(color, plain_string), BD_FIELDS_END };
OBJECT(gradient_stop, "A colour of a gradient.", stop_fields)
LIST(gradient_stops, gradient_stop, false)
WORDS(gradient_kind, WORD("linear"), WORD("radial"))
static const bd_field gradient_fields[] = { F(gradient, gradient_kind), F(stops, gradient_stops),
					    F(id, plain_string),        F(x1, plain_number),
					    F(y1, plain_number),        F(r1, plain_number),
					    F(x2, plain_number),        F(y2, plain_number),
					    F(r2, plain_number),        BD_FIELDS_END };
OBJECT(gradient, "Colours that run into each other, across the box of what they paint.",
       gradient_fields)
/* A CSS colour; Vega also takes "" and "none" for no colour at all. */
static bool read_css_color(const bd_json *node, void *out, bd_reader *reader)
{
	bd_color ignored;
	(void)out;
	if (node->kind == BD_JSON_STRING && (!*node->string || bd_streq(node->string, "none")))
		return true;
	return bd_type_read(&bd_type_color, node, &ignored, reader);
}
const bd_type bd_vl_css_color = { .kind = BD_T_CUSTOM, .size = 1, .read = read_css_color };
UNION(color, &bd_vl_css_color, &bd_vl_gradient, &bd_vl_computed)

/* The name of a point's shape, or an outline as in SVG's d. */
static bool read_shape(const bd_json *node, void *out, bd_reader *reader)
{
	static const char *const names[] = { "circle",         "square",        "cross",
					     "diamond",        "triangle-up",   "triangle-down",
					     "triangle-right", "triangle-left", "triangle",
					     "stroke",         "arrow",         "wedge" };
	enum { COUNT = sizeof names / sizeof *names };
	bd_path path = bd_path_new(reader->arena);
	(void)out;
	if (node->kind != BD_JSON_STRING)
		return bd_type_check(&bd_vl_plain_string, node, reader);
	for (int i = 0; i < COUNT; i++)
		if (bd_streq(names[i], node->string))
			return true;
	if (bd_path_parse_svg(&path, node->string) && path.verb_count > 1)
		return true;
	bd_unknown_name(reader->diags, &node->place, BD_TERM_SHAPE, node->string, names, COUNT,
			sizeof *names);
	return false;
}
const bd_type bd_vl_plain_shape = { .kind = BD_T_CUSTOM, .size = 1, .read = read_shape };
UNION(shape, &bd_vl_computed, &bd_vl_plain_shape)

/* --- words --- */
WORDS(align, WORD("left"), WORD("center"), WORD("right"))
WORDS(baseline, WORD("alphabetic"), WORD("top"), WORD("middle"), WORD("bottom"), WORD("line-top"),
      WORD("line-bottom"))
WORDS(cap, WORD("butt"), WORD("round"), WORD("square"))
WORDS(join, WORD("miter"), WORD("round"), WORD("bevel"))
WORDS(direction, WORD("horizontal"), WORD("vertical"))
WORDS(side, WORD("left"), WORD("right"), WORD("top"), WORD("bottom"))
WORDS(title_side, WORD("none"), WORD("left"), WORD("right"), WORD("top"), WORD("bottom"))
WORDS(legend_side, WORD("none"), WORD("left"), WORD("right"), WORD("top"), WORD("bottom"),
      WORD("top-left"), WORD("top-right"), WORD("bottom-left"), WORD("bottom-right"))
WORDS(anchor, WORD("start"), WORD("middle"), WORD("end"))
WORDS(font_style, WORD("normal"), WORD("italic"), WORD("oblique"))
static const bd_choice_words weight_also[] = { { "bold", "heavy black strong semibold demibold" },
					       { "normal", "regular light thin medium" },
					       { NULL, NULL } };
WORDS_ALSO(weight_name, weight_also, WORD("normal"), WORD("bold"), WORD("lighter"), WORD("bolder"))
UNION(font_weight, &bd_vl_weight_name_word, &bd_vl_plain_number, &bd_vl_computed)
static const bd_choice_words interpolate_also[] = { { "monotone",
						      "smooth curve curved spline monotoneX" },
						    { "step", "stepped steps" },
						    { "linear", "straight none" },
						    { NULL, NULL } };
WORDS_ALSO(interpolate, interpolate_also, WORD("linear"), WORD("linear-closed"), WORD("step"),
	   WORD("step-before"), WORD("step-after"), WORD("basis"), WORD("basis-open"),
	   WORD("basis-closed"), WORD("bundle"), WORD("cardinal"), WORD("cardinal-open"),
	   WORD("cardinal-closed"), WORD("catmull-rom"), WORD("monotone"), WORD("natural"))
WORDS(blend, WORD("normal"), WORD("multiply"), WORD("screen"), WORD("overlay"), WORD("darken"),
      WORD("lighten"), WORD("color-dodge"), WORD("color-burn"), WORD("hard-light"),
      WORD("soft-light"), WORD("difference"), WORD("exclusion"), WORD("hue"), WORD("saturation"),
      WORD("color"), WORD("luminosity"))
WORDS(layout_align, WORD("all"), WORD("each"), WORD("none"))
WORDS(bounds, WORD("full"), WORD("flush"))
static const bd_choice_words type_also[] = {
	{ "quantitative", "number numeric numerical continuous value float int integer Q" },
	{ "nominal", "category categorical string text name discrete N" },
	{ "ordinal", "order ordered rank O" },
	{ "temporal", "time date datetime timestamp T" },
	{ NULL, NULL }
};
WORDS_ALSO(type, type_also, WORD("quantitative"), WORD("ordinal"), WORD("temporal"),
	   WORD("nominal"), WORD("geojson"))
static const bd_choice_words order_also[] = { { "ascending", "asc up increasing" },
					      { "descending", "desc down decreasing" },
					      { NULL, NULL } };
WORDS_ALSO(order, order_also, WORD("ascending"), WORD("descending"))
WORDS(container, WORD("container"))
WORDS(frame, WORD("bounds"), WORD("group"))
WORDS(overlap_word, WORD("parity"), WORD("greedy"))
UNION(overlap, &bd_vl_overlap_word_word, &bd_vl_plain_bool, &bd_vl_computed)
WORDS(interval_word, WORD("millisecond"), WORD("second"), WORD("minute"), WORD("hour"), WORD("day"),
      WORD("week"), WORD("month"), WORD("year"))
static const bd_field interval_fields[] = { F(interval, interval_word), F(step, number),
					    BD_FIELDS_END };
OBJECT(interval_steps, "A unit of time and a number of them.", interval_fields)
UNION(tick_count, &bd_vl_plain_number, &bd_vl_interval_word_word, &bd_vl_interval_steps,
      &bd_vl_computed)
UNION(nice, &bd_vl_plain_bool, &bd_vl_plain_number, &bd_vl_interval_word_word,
      &bd_vl_interval_steps, &bd_vl_computed)

/* --- distances in two directions --- */
static const bd_field row_column_number_fields[] = { F(row, number), F(column, number),
						     BD_FIELDS_END };
OBJECT(row_column_numbers, "A number for rows and one for columns.", row_column_number_fields)
UNION(row_column_number, &bd_vl_plain_number, &bd_vl_row_column_numbers)
static const bd_field row_column_flag_fields[] = { F(row, flag), F(column, flag), BD_FIELDS_END };
OBJECT(row_column_flags, "A choice for rows and one for columns.", row_column_flag_fields)
UNION(row_column_flag, &bd_vl_plain_bool, &bd_vl_row_column_flags)
static const bd_field row_column_align_fields[] = { F(row, layout_align), F(column, layout_align),
						    BD_FIELDS_END };
OBJECT(row_column_aligns, "How rows and how columns line up.", row_column_align_fields)
UNION(row_column_align, &bd_vl_layout_align_word, &bd_vl_row_column_aligns)
static const bd_field padding_fields[] = { F(left, number), F(top, number), F(right, number),
					   F(bottom, number), BD_FIELDS_END };
OBJECT(paddings, "Space on each side, in px.", padding_fields)
UNION(padding, &bd_vl_plain_number, &bd_vl_paddings, &bd_vl_computed)
static const bd_field step_fields[] = { REQUIRED(step, number), F(for, step_for), BD_FIELDS_END };
WORDS(step_for, WORD("position"), WORD("offset"))
OBJECT(step, "Width or height by the room for each value.", step_fields)
UNION(extent, &bd_vl_plain_amount, &bd_vl_container_word, &bd_vl_step, &bd_vl_computed)
