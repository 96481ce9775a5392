/* rows.h - what fills a block's channels: `items` written out, or rows of `data` by `encoding`.
 *
 * A row becomes an item by the same field table as a written one: each cell is a JSON node whose
 * place is the cell, so that a mistake in a file is reported at its line and column. */
#pragma once
#include "blocks/block.h"

typedef struct bd_rows {
	const bd_json *items, *data, *transform, *encoding;
} bd_rows;

/* For the schema and the reference: a list of `item`, which bd_rows_read reads. */
#define BD_ROWS_OF(item_)                                          \
	{                                                          \
		.kind = BD_T_ANY, .name = "items", .item = (item_) \
	}

/* Read by data/, and by the block's own fields. */
extern const bd_type bd_type_rows_data, bd_type_rows_transform, bd_type_rows_encoding;

#define BD_ROWS_FIELDS(T, items_)                                                                 \
	BD_FIELD_NAMED(T, rows.items, "items", (items_), .doc = "The items, written out."),       \
		BD_FIELD_NAMED(                                                                   \
			T, rows.data, "data", &bd_type_rows_data,                                 \
			.doc = "Rows of a file instead of items: `url` names a CSV, JSON or "     \
			       "Excel file, `format` says how to read it (`sheet`, `range`, "     \
			       "`decimal`, `encoding`); `values` are rows written out.",          \
			.example = "{ \"url\": \"data/moc.csv\" }"),                              \
		BD_FIELD_NAMED(T, rows.transform, "transform", &bd_type_rows_transform,           \
			       .doc = "What is done to the rows first, as in a chart: a list of " \
				      "`filter`, `calculate`, `aggregate` and others."),          \
		BD_FIELD_NAMED(T, rows.encoding, "encoding", &bd_type_rows_encoding,              \
			       .doc = "Which column fills which field of an item. For each of "   \
				      "these, `field` is a column's name, or one for each "       \
				      "language, or `value` is the same for all rows.",           \
			       .example = "{ \"label\": { \"field\": \"tên\" } }")

/* The items: pointers to structs of `item` (an OBJECT type; strings and numbers too, where `item`
 * is CUSTOM), `count` of them; none after a complaint. `node` is the block. */
void *bd_rows_read(const bd_rows *rows, const bd_type *item, size_t *count, const bd_json *node,
		   bd_reader *reader);
