/* data.c - where data comes from, projections, and parameters. Transforms are checked
 * where they are applied (data/). */
#include "chart/vocabulary/types.h"

/* --- data --- */
static const bd_field format_fields[] = { F(type, plain_string), F(parse, any),
					  F(property, plain_string), F(delimiter, plain_string),
					  F(feature, plain_string), F(mesh, plain_string),
					  F(filter, plain_string), F(header, any_list),
					  /* ours: office files */
					  F(encoding, plain_string), F(sheet, any),
					  F(range, plain_string), F(decimal, plain_string),
					  BD_FIELDS_END };
OBJECT(data_format, "How a file is read.", format_fields)
static const bd_field sequence_fields[] = { F(start, number), F(stop, number), F(step, number),
					    F(as, plain_string), BD_FIELDS_END };
OBJECT(sequence, "Numbers at even steps.", sequence_fields)
static const bd_field data_fields[] = { F(url, string),        F(values, any),
					F(name, plain_string), F(format, data_format),
					F(sequence, sequence), F(sphere, not_yet),
					F(graticule, not_yet), BD_FIELDS_END };
OBJECT(data_source, "The data of a view.", data_fields)

/* Without a source there are no rows, so that a misspelt one is more than a name passed over. */
static bool read_data(const bd_json *node, void *out, bd_reader *reader)
{
	static const char *const sources[] = { "url",      "values", "name",
					       "sequence", "sphere", "graticule" };
	bd_reader own = *reader;
	int before = reader->diags->errors;
	bool sourced = false;
	(void)out;
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
		sourced |= bd_json_get(node, sources[i]) != NULL;
	own.unknown_warns = reader->unknown_warns && sourced;
	bd_object_check(&bd_vl_data_source_object, node, &own);
	if (!sourced && reader->diags->errors == before)
		bd_error(reader->diags, &node->place, BD_NO_DATA);
	return reader->diags->errors == before;
}
const bd_type bd_vl_data = {
	.kind = BD_T_CUSTOM, .size = 1, .object = &bd_vl_data_source_object, .read = read_data
};

/* --- projections --- */
WORDS(projection_type, WORD("albers"), WORD("albersUsa"), WORD("azimuthalEqualArea"),
      WORD("azimuthalEquidistant"), WORD("conicConformal"), WORD("conicEqualArea"),
      WORD("conicEquidistant"), WORD("equalEarth"), WORD("equirectangular"), WORD("gnomonic"),
      WORD("identity"), WORD("mercator"), WORD("naturalEarth1"), WORD("orthographic"),
      WORD("stereographic"), WORD("transverseMercator"))
static const bd_field projection_fields[] = { F(type, projection_type),
					      F(center, values),
					      F(clipAngle, number),
					      F(clipExtent, values),
					      F(coefficient, number),
					      F(distance, number),
					      F(extent, values),
					      F(fit, any),
					      F(fraction, number),
					      F(lobes, number),
					      F(parallel, number),
					      F(parallels, values),
					      F(pointRadius, number),
					      F(precision, number),
					      F(radius, number),
					      F(ratio, number),
					      F(reflectX, flag),
					      F(reflectY, flag),
					      F(rotate, values),
					      F(scale, number),
					      F(size, values),
					      F(spacing, number),
					      F(tilt, number),
					      F(translate, values),
					      BD_FIELDS_END };
OBJECT(projection, "How the globe lies on the page.", projection_fields)

/* --- parameters: nothing moves here, so that they count in their first state --- */
static const bd_field param_fields[] = { REQUIRED(name, plain_string),
					 F(value, any),
					 F(expr, plain_string),
					 F(react, flag),
					 F(bind, any),
					 F(select, select),
					 F(views, plain_strings),
					 F(push, plain_string),
					 BD_FIELDS_END };
OBJECT(param, "A named value, or a selection.", param_fields)
LIST(params, param, false)
WORDS(select_word, WORD("point"), WORD("interval"))
static const bd_field brush_fields[] = {
	F(cursor, string),        F(fill, color),         F(fillOpacity, number),
	F(stroke, color),         F(strokeDash, numbers), F(strokeDashOffset, number),
	F(strokeOpacity, number), F(strokeWidth, number), BD_FIELDS_END
};
OBJECT(brush, "The rectangle of an interval selection.", brush_fields)
#define SELECTION                                                                               \
	F(type, select_word), F(clear, any), F(encodings, plain_strings),                       \
		F(fields, plain_strings), F(on, any), F(resolve, plain_string), F(mark, brush), \
		F(translate, any), F(zoom, any), F(nearest, flag), F(toggle, any)
static const bd_field select_fields[] = { SELECTION, BD_FIELDS_END };
OBJECT(select_params, "What a selection selects.", select_fields)
UNION(select, &bd_vl_select_word_word, &bd_vl_select_params)
static const bd_field selections_fields[] = { F(point, select_params), F(interval, select_params),
					      BD_FIELDS_END };
OBJECT(selections, "Defaults of selections.", selections_fields)
