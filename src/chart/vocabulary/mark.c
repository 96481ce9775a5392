/* mark.c - mark definitions: what each mark and its parts may say. */
#include "chart/vocabulary/types.h"

/* Vega-Lite has one set of properties for all marks of one shape, their overlays and their config.
 */
static const bd_field mark_fields[] = {
	F(type, mark_type), F(style, strings_or_one), F(clip, flag), F(aria, flag),
	F(description, string), F(ariaRole, string), F(ariaRoleDescription, string),
	F(cursor, string), F(href, string), F(tooltip, any), F(url, string), F(aspect, flag),
	F(smooth, flag), F(invalid, invalid), F(order, any), F(orient, direction),
	/* place */
	F(x, mark_place), F(x2, mark_place), F(y, mark_place), F(y2, mark_place),
	F(xOffset, number), F(x2Offset, number), F(yOffset, number), F(y2Offset, number),
	F(width, band_or_number), F(height, band_or_number), F(size, amount), F(time, number),
	F(theta, number), F(theta2, number), F(thetaOffset, number), F(theta2Offset, number),
	F(radius, amount), F(radius2, amount), F(radiusOffset, number), F(radius2Offset, number),
	F(innerRadius, amount), F(outerRadius, amount), F(padAngle, number), F(startAngle, number),
	F(endAngle, number), F(angle, number), F(shape, shape),
	/* bars, rectangles and ticks */
	F(bandSize, amount), F(minBandSize, number), F(binSpacing, amount),
	F(continuousBandSize, amount), F(discreteBandSize, band_or_number),
	F(timeUnitBandPosition, number), F(timeUnitBandSize, number), F(thickness, amount),
	F(cornerRadius, number), F(cornerRadiusEnd, number), F(cornerRadiusTopLeft, number),
	F(cornerRadiusTopRight, number), F(cornerRadiusBottomLeft, number),
	F(cornerRadiusBottomRight, number),
	/* lines and areas */
	F(interpolate, interpolate), F(tension, number), F(line, overlay), F(point, overlay),
	/* paint */
	F(color, color), F(filled, flag), F(fill, color), F(stroke, color), F(opacity, share),
	F(fillOpacity, share), F(strokeOpacity, share), F(strokeWidth, amount),
	F(strokeDash, numbers), F(strokeDashOffset, number), F(strokeCap, cap), F(strokeJoin, join),
	F(strokeMiterLimit, number), F(strokeOffset, number), F(blend, blend),
	/* text */
	F(text, text), F(align, align), F(baseline, baseline), F(dx, number), F(dy, number),
	F(dir, text_direction), F(ellipsis, string), F(font, string), F(fontSize, amount),
	F(fontStyle, font_style), F(fontWeight, font_weight), F(limit, number),
	F(lineBreak, string), F(lineHeight, number), BD_FIELDS_END
};
OBJECT(mark_def, "A mark and how it looks.", mark_fields)

static const bd_choice mark_names[] = {
#define MARK(name) WORD(#name),
#include "marks/marks.def"
#undef MARK
	WORD("boxplot"), WORD("errorband"), WORD("errorbar"), WORD("geoshape"), { NULL, NULL }
};
/* As spreadsheets and other libraries say it. */
static const bd_choice_words mark_also[] = { { "bar",
					       "column columns bars barh histogram barchart cột" },
					     { "arc", "pie donut doughnut ring sector slice tròn" },
					     { "point", "scatter dot dots symbol bubble marker" },
					     { "text", "label labels" },
					     { "rect", "heatmap heat rectangle cell" },
					     { "line", "lines linechart spline" },
					     { "boxplot", "box whisker" },
					     { "geoshape", "map shape geo choropleth" },
					     { "rule", "hline vline" },
					     { NULL, NULL } };
const bd_type bd_vl_mark_type_word = { .kind = BD_T_CHOICE,
				       .size = sizeof(int),
				       .choices = mark_names,
				       .also = mark_also,
				       .term = BD_TERM_MARK };
UNION(mark_type, &bd_vl_mark_type_word, &bd_vl_computed)
WORDS(invalid, WORD("filter"), WORD("break-paths-filter-domains"), WORD("break-paths-show-domains"),
      WORD("break-paths-show-path-domains"), WORD("show"))
WORDS(text_direction, WORD("ltr"), WORD("rtl"))
WORDS(whole, WORD("width"), WORD("height"))
UNION(mark_place, &bd_vl_plain_number, &bd_vl_whole_word, &bd_vl_computed)
static const bd_field band_fields[] = { F(band, number), F(expr, plain_string),
					F(signal, plain_string), BD_FIELDS_END };
OBJECT(band, "A share of the band.", band_fields)
UNION(band_or_number, &bd_vl_plain_number, &bd_vl_band, &bd_vl_computed)
WORDS(transparent, WORD("transparent"))
UNION(overlay, &bd_vl_plain_bool, &bd_vl_transparent_word, &bd_vl_mark_def)

/* --- composite marks --- */
UNION(part, &bd_vl_plain_bool, &bd_vl_mark_def)
WORDS(error_extent, WORD("ci"), WORD("iqr"), WORD("stderr"), WORD("stdev"))
WORDS(min_max, WORD("min-max"))
UNION(box_extent, &bd_vl_plain_number, &bd_vl_min_max_word, &bd_vl_computed)

#define COMPOSITE                                                              \
	F(type, mark_type), F(clip, flag), F(color, color), F(opacity, share), \
		F(orient, direction), F(style, strings_or_one), F(aria, flag), \
		F(description, string), F(tooltip, any), F(invalid, invalid)

static const bd_field boxplot_fields[] = {
	COMPOSITE,         F(box, part),          F(median, part), F(rule, part), F(ticks, part),
	F(outliers, part), F(extent, box_extent), F(size, amount), BD_FIELDS_END
};
OBJECT(boxplot, "Quartiles, range and outliers of groups.", boxplot_fields)
static const bd_field errorbar_fields[] = { COMPOSITE,       F(rule, part),
					    F(ticks, part),  F(extent, error_extent),
					    F(size, amount), F(thickness, amount),
					    BD_FIELDS_END };
OBJECT(errorbar, "An interval around each value.", errorbar_fields)
static const bd_field errorband_fields[] = { COMPOSITE,
					     F(band, part),
					     F(borders, part),
					     F(extent, error_extent),
					     F(interpolate, interpolate),
					     F(tension, number),
					     BD_FIELDS_END };
OBJECT(errorband, "A band around a line.", errorband_fields)

/* `mark` is a name or an object, whose type says which table is its own. */
static bool read_mark(const bd_json *node, void *out, bd_reader *reader)
{
	(void)out;
	if (node->kind != BD_JSON_OBJECT)
		return bd_type_check(&bd_vl_mark_type, node, reader);
	const bd_json *type = bd_json_get(node, "type");
	const bd_type *meant = bd_json_equals_string(type, "boxplot")     ? &bd_vl_boxplot
			       : bd_json_equals_string(type, "errorbar")  ? &bd_vl_errorbar
			       : bd_json_equals_string(type, "errorband") ? &bd_vl_errorband
									  : &bd_vl_mark_def;
	bool good = bd_type_check(meant, node, reader);
	if (!type) {
		bd_error(reader->diags, &node->place, BD_MISSING_FIELD, "type");
		return false;
	}
	return good;
}
static const bd_type *const mark_any[] = { &bd_vl_mark_type, &bd_vl_mark_def,  &bd_vl_boxplot,
					   &bd_vl_errorbar,  &bd_vl_errorband, NULL };
const bd_type bd_vl_mark = {
	.kind = BD_T_CUSTOM, .size = 1, .any_of = mark_any, .read = read_mark
};
