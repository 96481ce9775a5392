/* encoding.c - the channels of an encoding, and what the definition of each may say. */
#include "chart/vocabulary/types.h"

/* --- fields, bins, units of time, sorting --- */
static const bd_field repeated_fields[] = { F(repeat, repeat_word), F(vi, plain_string),
					    F(lo, plain_string), F(en, plain_string),
					    BD_FIELDS_END };
OBJECT(repeated, "The field of a repetition, or one for each language.", repeated_fields)
WORDS(repeat_word, WORD("row"), WORD("column"), WORD("layer"), WORD("repeat"))
UNION(field, &bd_vl_plain_string, &bd_vl_repeated)

static const bd_choice_words aggregate_also[] = {
	{ "mean", "avg" },     { "sum", "total totals add" }, { "count", "cnt number n" },
	{ "stdev", "std sd" }, { "variance", "var" },         { "distinct", "unique nunique" },
	{ NULL, NULL }
};
WORDS_ALSO(aggregate_word, aggregate_also, WORD("argmax"), WORD("argmin"), WORD("average"),
	   WORD("count"), WORD("distinct"), WORD("max"), WORD("mean"), WORD("median"), WORD("min"),
	   WORD("missing"), WORD("product"), WORD("q1"), WORD("q3"), WORD("ci0"), WORD("ci1"),
	   WORD("stderr"), WORD("stdev"), WORD("stdevp"), WORD("sum"), WORD("valid"),
	   WORD("values"), WORD("variance"), WORD("variancep"), WORD("exponential"),
	   WORD("exponentialb"))
static const bd_field arg_fields[] = { F(argmin, plain_string), F(argmax, plain_string),
				       F(exponential, plain_number), BD_FIELDS_END };
OBJECT(aggregate_by, "An aggregate that needs a field or number of its own.", arg_fields)
UNION(aggregate, &bd_vl_aggregate_word_word, &bd_vl_aggregate_by)

static const bd_field bin_fields[] = { F(anchor, number),  F(base, number), F(binned, flag),
				       F(divide, numbers), F(extent, any),  F(maxbins, number),
				       F(minstep, number), F(nice, flag),   F(step, number),
				       F(steps, numbers),  BD_FIELDS_END };
OBJECT(bin_params, "How values are put into bins.", bin_fields)
WORDS(binned, WORD("binned"))
UNION(bin, &bd_vl_plain_bool, &bd_vl_binned_word, &bd_vl_bin_params)

static const bd_field unit_fields[] = { F(unit, plain_string), F(utc, flag),    F(step, number),
					F(maxbins, number),    F(binned, flag), BD_FIELDS_END };
OBJECT(time_unit_params, "A unit of time and how it is counted.", unit_fields)
UNION(time_unit, &bd_vl_plain_string, &bd_vl_time_unit_params)

static const bd_field sort_fields[] = { F(field, field), F(op, aggregate_word), F(order, order),
					F(encoding, plain_string), BD_FIELDS_END };
OBJECT(sort_by, "By what values are sorted.", sort_fields)
static const bd_choice_words sort_also[] = { { "ascending", "asc increasing a-z" },
					     { "descending", "desc decreasing z-a" },
					     { NULL, NULL } };
WORDS_ALSO(sort_word, sort_also, WORD("ascending"), WORD("descending"), WORD("x"), WORD("y"),
	   WORD("color"), WORD("fill"), WORD("stroke"), WORD("strokeWidth"), WORD("size"),
	   WORD("shape"), WORD("fillOpacity"), WORD("strokeOpacity"), WORD("opacity"), WORD("text"),
	   WORD("theta"), WORD("radius"), WORD("angle"), WORD("strokeDash"), WORD("-theta"),
	   WORD("-radius"), WORD("-angle"), WORD("-strokeDash"), WORD("-x"), WORD("-y"),
	   WORD("-color"), WORD("-fill"), WORD("-stroke"), WORD("-strokeWidth"), WORD("-size"),
	   WORD("-shape"), WORD("-fillOpacity"), WORD("-strokeOpacity"), WORD("-opacity"),
	   WORD("-text"))
UNION(sort, &bd_vl_sort_word_word, &bd_vl_any_list, &bd_vl_sort_by)

WORDS(stack_word, WORD("zero"), WORD("center"), WORD("normalize"))
UNION(stack, &bd_vl_stack_word_word, &bd_vl_plain_bool)
WORDS(impute_method, WORD("value"), WORD("median"), WORD("max"), WORD("min"), WORD("mean"))
static const bd_field impute_fields[] = { F(value, any), F(method, impute_method), F(keyvals, any),
					  F(frame, any_list), BD_FIELDS_END };
OBJECT(impute, "What fills the gaps.", impute_fields)

/* --- what definitions are made of --- */
#define FIELD_DEF                                                                      \
	F(field, field), F(aggregate, aggregate), F(bin, bin), F(timeUnit, time_unit), \
		F(title, text), F(bandPosition, share)
#define TYPED    F(type, type)
#define CONSTANT F(datum, any), F(value, any)
#define SORTED   F(sort, sort), F(scale, scale)
#define FORMAT   F(format, any), F(formatType, plain_string)

static const bd_field position_fields[] = { FIELD_DEF,         TYPED,
					    CONSTANT,          SORTED,
					    F(axis, axis),     F(stack, stack),
					    F(impute, impute), BD_FIELDS_END };
OBJECT(position, "x or y.", position_fields)
static const bd_field second_fields[] = { FIELD_DEF, TYPED, CONSTANT, BD_FIELDS_END };
OBJECT(second_position, "The other end of a mark, or an error.", second_fields)
static const bd_field offset_fields[] = { FIELD_DEF, TYPED, CONSTANT, SORTED, BD_FIELDS_END };
OBJECT(offset, "A place within the band of x or y.", offset_fields)
static const bd_field polar_fields[] = { FIELD_DEF, TYPED,           CONSTANT,
					 SORTED,    F(stack, stack), BD_FIELDS_END };
OBJECT(polar, "An angle or a radius.", polar_fields)
static const bd_field detail_fields[] = { FIELD_DEF, TYPED, BD_FIELDS_END };
OBJECT(detail_def, "A field that only groups.", detail_fields)
LIST(detail, detail_def, true)
static const bd_field order_fields[] = {
	FIELD_DEF, TYPED, F(sort, sort), F(value, any), F(condition, conditions), BD_FIELDS_END
};
OBJECT(order_def, "The order of points, or what is stacked first.", order_fields)
LIST(order_channel, order_def, true)
static const bd_field legend_fields[] = { FIELD_DEF,         TYPED,
					  CONSTANT,          SORTED,
					  F(legend, legend), F(condition, conditions),
					  BD_FIELDS_END };
OBJECT(mark_property, "A channel with a scale and a legend.", legend_fields)
static const bd_field text_fields[] = {
	FIELD_DEF, TYPED, CONSTANT, FORMAT, F(condition, conditions), F(scale, scale), BD_FIELDS_END
};
OBJECT(text_def, "A text from a field.", text_fields)
LIST(text_channel, text_def, true)
static const bd_field facet_def_fields[] = { FIELD_DEF,
					     TYPED,
					     F(header, header),
					     F(sort, sort),
					     F(align, row_column_align),
					     F(bounds, bounds),
					     F(center, row_column_flag),
					     F(columns, number),
					     F(spacing, row_column_number),
					     BD_FIELDS_END };
OBJECT(facet_channel, "A field that divides the chart.", facet_def_fields)
static const bd_field time_fields[] = { FIELD_DEF, TYPED, SORTED, F(rescale, flag), BD_FIELDS_END };
OBJECT(time_channel, "A field that an animation runs along.", time_fields)

/* --- conditions and predicates --- */
static const bd_field condition_fields[] = { F(test, predicate),
					     F(param, plain_string),
					     F(selection, any),
					     F(empty, flag),
					     FIELD_DEF,
					     TYPED,
					     CONSTANT,
					     SORTED,
					     FORMAT,
					     F(legend, legend),
					     BD_FIELDS_END };
OBJECT(condition, "A value or field where a test holds.", condition_fields)
LIST(conditions, condition, true)

static const bd_field predicate_fields[] = { F(and, predicates),
					     F(or, predicates),
					     F(not, predicate),
					     F(field, plain_string),
					     F(timeUnit, time_unit),
					     F(equal, any),
					     F(lt, any),
					     F(lte, any),
					     F(gt, any),
					     F(gte, any),
					     F(range, values),
					     F(oneOf, any_list),
					     F(valid, flag),
					     F(param, plain_string),
					     F(selection, any),
					     F(empty, flag),
					     BD_FIELDS_END };
OBJECT(predicate_object, "What a row must fulfil.", predicate_fields)
UNION(predicate, &bd_vl_plain_string, &bd_vl_predicate_object)
LIST(predicates, predicate, false)

/* --- the channels --- */
static const bd_field encoding_fields[] = {
#define CHANNEL(id, name_, scale, takes, doc_) \
	{ .name = (name_), .type = &bd_vl_##takes, .offset = (size_t)-1 },
#include "chart/vocabulary/channels.def"
#undef CHANNEL
	BD_FIELDS_END
};
OBJECT(encoding, "Which field fills which channel of the mark.", encoding_fields)
