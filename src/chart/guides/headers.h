/* headers.h - inside chart/: the values of a facet's fields (facet.c) and the headers around its
 * cells (headers.c). */
#pragma once
#include "chart/guides/guide.h"

typedef struct bd_facet_keys {
	const bd_channel_def *def;
	bd_value_set set;
} bd_facet_keys;

typedef struct bd_headers {
	bd_view *view, *child;
	bd_cell *root;
	const bd_facet_keys *keys; /* FACET, ROW, COLUMN */
	size_t columns, rows;
	bd_rect plots;
} bd_headers;
void bd_headers_make(const bd_headers *headers);
/* An axis of a facet's child stands in a header, once for all cells of a row or column. */
bool bd_axis_is_in_header(const bd_view *plot, const bd_guide_plan *plan);

/* A header's label: the value by its format. */
bd_guide_text bd_header_label(bd_view *view, const bd_channel_def *def, const bd_json *header,
			      bd_value value, size_t index, size_t count);

/* --- header_place.c --- */
/* Sets a text's place, angle, align and baseline beside `cells`: on `side`, by the properties that
 * `prefix` begins ("label", "title"), its nearest edge `away` px from them. */
void bd_facet_text_place(const bd_guide_plan *plan, const char *prefix, bd_guide_text *text,
			 const char *side, bd_rect cells, double away);
/* A header's property: its own, those of config's `section` ("headerRow"), config.header's. */
bd_guide_plan bd_header_plan(bd_view *view, const bd_json *header, const char *section);
