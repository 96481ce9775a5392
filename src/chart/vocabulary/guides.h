/* guides.h - inside chart/: members that guides and their config have in common, as
 * lists for their tables. */
#pragma once
#include "chart/vocabulary/types.h"

/* A text's look, with a prefix: TEXT_LOOK(label) is labelColor, labelFont … */
#define TEXT_LOOK(prefix)                                                                \
	F(prefix##Align, align), F(prefix##Baseline, baseline), F(prefix##Color, color), \
		F(prefix##Font, string), F(prefix##FontSize, amount),                    \
		F(prefix##FontStyle, font_style), F(prefix##FontWeight, font_weight),    \
		F(prefix##Limit, number), F(prefix##Padding, number)

#define LINE_LOOK(prefix)                                                       \
	F(prefix##Cap, cap), F(prefix##Color, color), F(prefix##Dash, numbers), \
		F(prefix##DashOffset, number), F(prefix##Opacity, share), F(prefix##Width, amount)

#define AXIS_MEMBERS                                                                             \
	F(aria, flag), F(description, string), F(style, strings_or_one), F(title, text),         \
		F(orient, side), F(position, number), F(offset, number), F(zindex, number),      \
		F(translate, number), F(minExtent, number), F(maxExtent, number),                \
		F(bandPosition, number), F(format, any), F(formatType, plain_string),            \
		F(values, values), F(domain, flag), LINE_LOOK(domain), F(grid, flag),            \
		LINE_LOOK(grid), F(ticks, flag), LINE_LOOK(tick), F(tickBand, tick_band),        \
		F(tickCount, tick_count), F(tickExtra, flag), F(tickMinStep, number),            \
		F(tickOffset, number), F(tickRound, flag), F(tickSize, amount), F(labels, flag), \
		TEXT_LOOK(label), F(labelAngle, number), F(labelBound, number_or_flag),          \
		F(labelExpr, plain_string), F(labelFlush, number_or_flag),                       \
		F(labelFlushOffset, number), F(labelLineHeight, number), F(labelOffset, number), \
		F(labelOpacity, share), F(labelOverlap, overlap), F(labelSeparation, number),    \
		TEXT_LOOK(title), F(titleAnchor, anchor), F(titleAngle, number),                 \
		F(titleLineHeight, number), F(titleOpacity, share), F(titleX, number),           \
		F(titleY, number)

#define LEGEND_MEMBERS                                                                           \
	F(aria, flag), F(description, string), F(title, text), F(type, legend_type),             \
		F(orient, legend_side), F(direction, direction), F(offset, number),              \
		F(padding, number), F(zindex, number), F(legendX, number), F(legendY, number),   \
		F(clipHeight, number), F(columns, number), F(columnPadding, number),             \
		F(rowPadding, number), F(gridAlign, layout_align), F(cornerRadius, number),      \
		F(fillColor, color), F(strokeColor, color), F(format, any),                      \
		F(formatType, plain_string), F(values, values), F(tickCount, tick_count),        \
		F(tickMinStep, number), F(gradientLength, amount), F(gradientOpacity, share),    \
		F(gradientStrokeColor, color), F(gradientStrokeWidth, number),                   \
		F(gradientThickness, amount), TEXT_LOOK(label), F(labelExpr, plain_string),      \
		F(labelOffset, number), F(labelOpacity, share), F(labelOverlap, overlap),        \
		F(labelSeparation, number), F(symbolDash, numbers), F(symbolDashOffset, number), \
		F(symbolFillColor, color), F(symbolLimit, number), F(symbolOffset, number),      \
		F(symbolOpacity, share), F(symbolSize, amount), F(symbolStrokeColor, color),     \
		F(symbolStrokeWidth, number), F(symbolType, string), TEXT_LOOK(title),           \
		F(titleAnchor, anchor), F(titleLineHeight, number), F(titleOpacity, share),      \
		F(titleOrient, side)

#define HEADER_MEMBERS                                                                            \
	F(title, text), F(orient, side), F(format, any), F(formatType, plain_string),             \
		F(labels, flag), TEXT_LOOK(label), F(labelAnchor, anchor), F(labelAngle, number), \
		F(labelExpr, plain_string), F(labelLineHeight, number), F(labelOrient, side),     \
		TEXT_LOOK(title), F(titleAnchor, anchor), F(titleAngle, number),                  \
		F(titleLineHeight, number), F(titleOrient, side)

/* How the box of a plotting area is drawn. */
#define BOX_MEMBERS                                                                              \
	F(cornerRadius, number), F(cursor, string), F(fill, color), F(fillOpacity, number),      \
		F(opacity, number), F(stroke, color), F(strokeCap, cap), F(strokeDash, numbers), \
		F(strokeDashOffset, number), F(strokeJoin, join), F(strokeMiterLimit, number),   \
		F(strokeOpacity, number), F(strokeWidth, number)

#define TITLE_MEMBERS                                                                       \
	F(text, text), F(align, align), F(anchor, anchor), F(angle, number), F(aria, flag), \
		F(baseline, baseline), F(color, color), F(dx, number), F(dy, number),       \
		F(font, string), F(fontSize, number), F(fontStyle, font_style),             \
		F(fontWeight, font_weight), F(frame, frame), F(limit, number),              \
		F(lineHeight, number), F(offset, number), F(orient, title_side),            \
		F(style, strings_or_one), F(subtitle, text), F(subtitleColor, color),       \
		F(subtitleFont, string), F(subtitleFontSize, number),                       \
		F(subtitleFontStyle, font_style), F(subtitleFontWeight, font_weight),       \
		F(subtitleLineHeight, number), F(subtitlePadding, number), F(zindex, number)
