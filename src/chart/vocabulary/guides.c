/* guides.c - axes, legends, headers, titles and scales. */
#include "chart/vocabulary/guides.h"

static const bd_field axis_fields[] = { AXIS_MEMBERS, F(disable, flag), BD_FIELDS_END };
OBJECT(axis, "The line with ticks, labels and title along x or y.", axis_fields)
WORDS(tick_band, WORD("center"), WORD("extent"))

static const bd_field legend_fields[] = { LEGEND_MEMBERS, F(disable, flag), BD_FIELDS_END };
OBJECT(legend, "The key to colours, sizes and shapes.", legend_fields)
WORDS(legend_type, WORD("symbol"), WORD("gradient"))

static const bd_field header_fields[] = { HEADER_MEMBERS, BD_FIELDS_END };
OBJECT(header, "The labels and title of facets.", header_fields)

static const bd_field title_fields[] = { TITLE_MEMBERS, BD_FIELDS_END };
OBJECT(title_params, "The chart's title and how it looks.", title_fields)
UNION(title, &bd_vl_plain_string, &bd_vl_plain_strings, &bd_vl_title_params, &bd_vl_languages,
      &bd_vl_computed)

/* --- scales --- */
static const bd_choice_words scale_also[] = { { "log", "logarithmic log10 log2 ln" },
					      { "ordinal", "category categorical nominal" },
					      { "time", "date datetime temporal" },
					      { "linear", "quantitative number" },
					      { NULL, NULL } };
static const bd_choice scale_names[] = {
#define SCALE(id, name, family, doc) WORD(name),
#include "scale/scales.def"
#undef SCALE
	{ NULL, NULL }
};
const bd_type bd_vl_scale_type_word = {
	.kind = BD_T_CHOICE, .size = sizeof(int), .choices = scale_names, .also = scale_also
};
UNION(scale_type, &bd_vl_scale_type_word, &bd_vl_computed)
static const bd_field domain_fields[] = { F(unionWith, any_list),     F(param, plain_string),
					  F(selection, plain_string), F(field, plain_string),
					  F(encoding, plain_string),  F(expr, plain_string),
					  F(signal, plain_string),    BD_FIELDS_END };
OBJECT(domain_from, "Where the domain comes from.", domain_fields)
WORDS(unaggregated, WORD("unaggregated"))
UNION(domain, &bd_vl_any_list, &bd_vl_unaggregated_word, &bd_vl_domain_from)
static const bd_field range_fields[] = { F(field, plain_string), F(expr, plain_string),
					 F(signal, plain_string), F(step, number), BD_FIELDS_END };
OBJECT(range_from, "Where the range comes from.", range_fields)
UNION(range, &bd_vl_any_list, &bd_vl_plain_string, &bd_vl_range_from)
static const bd_field scheme_fields[] = { REQUIRED(name, plain_string), F(count, number),
					  F(extent, numbers), BD_FIELDS_END };
OBJECT(scheme_params, "A colour scheme, or a part of one.", scheme_fields)
UNION(scheme, &bd_vl_plain_string, &bd_vl_plain_strings, &bd_vl_scheme_params, &bd_vl_computed)
WORDS(color_space, WORD("rgb"), WORD("lab"), WORD("hcl"), WORD("hcl-long"), WORD("hsl"),
      WORD("hsl-long"), WORD("cubehelix"), WORD("cubehelix-long"))
static const bd_field blending_fields[] = { F(type, color_space), F(gamma, number), BD_FIELDS_END };
OBJECT(blending, "The colour space in which colours are mixed.", blending_fields)
UNION(color_interpolation, &bd_vl_color_space_word, &bd_vl_blending, &bd_vl_computed)
static const bd_field bins_fields[] = { F(step, number), F(start, number), F(stop, number),
					F(expr, plain_string), BD_FIELDS_END };
OBJECT(bins_params, "Edges of bins at even steps.", bins_fields)
UNION(bins, &bd_vl_any_list, &bd_vl_bins_params)

static const bd_field scale_fields[] = { F(type, scale_type),
					 F(domain, domain),
					 F(domainMax, any),
					 F(domainMid, number),
					 F(domainMin, any),
					 F(domainRaw, any),
					 F(range, range),
					 F(rangeMax, number_or_string),
					 F(rangeMin, number_or_string),
					 F(scheme, scheme),
					 F(interpolate, color_interpolation),
					 F(align, number),
					 F(base, number),
					 F(bins, bins),
					 F(clamp, flag),
					 F(constant, number),
					 F(exponent, number),
					 F(nice, nice),
					 F(padding, amount),
					 F(paddingInner, share),
					 F(paddingOuter, number),
					 F(reverse, flag),
					 F(round, flag),
					 F(zero, flag),
					 BD_FIELDS_END };
OBJECT(scale, "How data becomes places, sizes and colours.", scale_fields)
