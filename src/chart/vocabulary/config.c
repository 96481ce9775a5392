/* config.c - `config`: the look of everything that does not say its own. */
#include "chart/vocabulary/guides.h"

static const bd_field axis_fields[] = { AXIS_MEMBERS, F(disable, flag), BD_FIELDS_END };
OBJECT(axis_config, "Axes.", axis_fields)
static const bd_field legend_fields[] = { LEGEND_MEMBERS,
					  F(disable, flag),
					  F(layout, any),
					  F(unselectedOpacity, number),
					  F(strokeDash, numbers),
					  F(strokeWidth, number),
					  F(gradientDirection, direction),
					  F(gradientHorizontalMaxLength, number),
					  F(gradientHorizontalMinLength, number),
					  F(gradientVerticalMaxLength, number),
					  F(gradientVerticalMinLength, number),
					  F(gradientLabelLimit, number),
					  F(gradientLabelOffset, number),
					  F(symbolBaseFillColor, color),
					  F(symbolBaseStrokeColor, color),
					  F(symbolDirection, direction),
					  BD_FIELDS_END };
OBJECT(legend_config, "Legends.", legend_fields)
static const bd_field header_fields[] = { HEADER_MEMBERS, BD_FIELDS_END };
OBJECT(header_config, "Headers of facets.", header_fields)
static const bd_field title_fields[] = { TITLE_MEMBERS, BD_FIELDS_END };
OBJECT(title_config, "Titles.", title_fields)

static const bd_field composition_fields[] = { F(columns, number), F(spacing, row_column_number),
					       BD_FIELDS_END };
OBJECT(composition_config, "Facets and concatenations.", composition_fields)
static const bd_field view_fields[] = { F(continuousWidth, number),
					F(continuousHeight, number),
					F(discreteWidth, extent),
					F(discreteHeight, extent),
					F(step, number),
					F(clip, flag),
					BOX_MEMBERS,
					BD_FIELDS_END };
OBJECT(view_config, "Plotting areas.", view_fields)

static const bd_field scale_fields[] = { F(animationDuration, number),
					 F(framesPerSecond, number),
					 F(bandPaddingInner, number),
					 F(bandPaddingOuter, number),
					 F(bandWithNestedOffsetPaddingInner, number),
					 F(bandWithNestedOffsetPaddingOuter, number),
					 F(barBandPaddingInner, number),
					 F(rectBandPaddingInner, number),
					 F(tickBandPaddingInner, number),
					 F(offsetBandPaddingInner, number),
					 F(offsetBandPaddingOuter, number),
					 F(clamp, flag),
					 F(continuousPadding, number),
					 F(invalid, any),
					 F(maxBandSize, number),
					 F(minBandSize, number),
					 F(maxFontSize, number),
					 F(minFontSize, number),
					 F(maxOpacity, number),
					 F(minOpacity, number),
					 F(maxSize, number),
					 F(minSize, number),
					 F(maxStrokeWidth, number),
					 F(minStrokeWidth, number),
					 F(pointPadding, number),
					 F(quantileCount, number),
					 F(quantizeCount, number),
					 F(round, flag),
					 F(useUnaggregatedDomain, flag),
					 F(xReverse, flag),
					 F(zero, flag),
					 BD_FIELDS_END };
OBJECT(scale_config, "Scales.", scale_fields)
UNION(range_scheme, &bd_vl_any_list, &bd_vl_plain_string, &bd_vl_scheme_ref)
static const bd_field scheme_ref_fields[] = { F(scheme, scheme),  F(count, number),
					      F(extent, numbers), F(signal, plain_string),
					      F(step, number),    BD_FIELDS_END };
OBJECT(scheme_ref, "A colour scheme.", scheme_ref_fields)
static const bd_field range_fields[] = { F(category, range_scheme),
					 F(diverging, range_scheme),
					 F(heatmap, range_scheme),
					 F(ordinal, range_scheme),
					 F(ramp, range_scheme),
					 F(symbol, any_list),
					 BD_FIELDS_END };
OBJECT(range_config, "Ranges of scales by name.", range_fields)
MAP(styles, style)
UNION(style, &bd_vl_style_object)
/* A style is for marks, guides or titles alike. */
const bd_object_type bd_vl_style_type = { "style", "A named look.", 0,
					  (const bd_field[]){ BD_FIELDS_END }, .open = true };
const bd_type bd_vl_style_object = { .kind = BD_T_OBJECT, .object = &bd_vl_style_type };

static const bd_field locale_fields[] = { F(number, any), F(time, any), BD_FIELDS_END };
OBJECT(locale_objects, "How numbers and dates are written, as in d3.", locale_fields)
UNION(locale, &bd_vl_plain_string, &bd_vl_locale_objects)
WORDS(field_title, WORD("verbal"), WORD("functional"), WORD("plain"))

#define FORMATS                                                                      \
	F(numberFormat, any), F(numberFormatType, plain_string), F(timeFormat, any), \
		F(timeFormatType, plain_string), F(normalizedNumberFormat, any),     \
		F(normalizedNumberFormatType, plain_string)
static const bd_field tooltip_fields[] = { FORMATS, BD_FIELDS_END };
OBJECT(tooltip_format, "Formats of tooltips.", tooltip_fields)

static const bd_field config_fields[] = {
	F(background, color), F(padding, padding), F(autosize, autosize), F(font, plain_string),
	F(lineBreak, string), F(locale, locale), F(aria, flag), F(countTitle, plain_string),
	F(fieldTitle, field_title), F(customFormatTypes, flag), FORMATS,
	F(tooltipFormat, tooltip_format), F(params, params), F(selection, selections),
	F(signals, any), F(style, styles),
	/* marks */
	F(mark, mark_def), F(arc, mark_def), F(area, mark_def), F(bar, mark_def),
	F(circle, mark_def), F(geoshape, mark_def), F(image, mark_def), F(line, mark_def),
	F(point, mark_def), F(rect, mark_def), F(rule, mark_def), F(square, mark_def),
	F(text, mark_def), F(tick, mark_def), F(trail, mark_def), F(boxplot, boxplot),
	F(errorband, errorband), F(errorbar, errorbar),
	/* guides */
	F(axis, axis_config), F(axisBand, axis_config), F(axisBottom, axis_config),
	F(axisDiscrete, axis_config), F(axisLeft, axis_config), F(axisPoint, axis_config),
	F(axisQuantitative, axis_config), F(axisRight, axis_config), F(axisTemporal, axis_config),
	F(axisTop, axis_config), F(axisX, axis_config), F(axisXBand, axis_config),
	F(axisXDiscrete, axis_config), F(axisXPoint, axis_config),
	F(axisXQuantitative, axis_config), F(axisXTemporal, axis_config), F(axisY, axis_config),
	F(axisYBand, axis_config), F(axisYDiscrete, axis_config), F(axisYPoint, axis_config),
	F(axisYQuantitative, axis_config), F(axisYTemporal, axis_config), F(legend, legend_config),
	F(header, header_config), F(headerColumn, header_config), F(headerFacet, header_config),
	F(headerRow, header_config), F(title, title_config),
	/* views */
	F(view, view_config), F(concat, composition_config), F(facet, composition_config),
	F(projection, projection), F(range, range_config), F(scale, scale_config), BD_FIELDS_END
};
OBJECT(config, "The look of everything that does not say its own.", config_fields)
