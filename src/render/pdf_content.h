/* pdf_content.h - page content with its marks set right: what carries no tag is an artifact, and no
 * marked content lies within marked content. */
#pragma once
#include "base/array.h"
#include "base/str.h"

/* Part of the content of an element, under an id of its own. */
typedef struct bd_pdf_split {
	int of, id; /* the MCID that cairo gave, and the new one */
} bd_pdf_split;

typedef BD_LIST(bd_pdf_split) bd_pdf_splits;

/* ISO 32000-1, 14.8.2.2: in a tagged PDF all that is painted is either part of the structure or
 * an artifact. cairo leaves what stands in no tag bare; this copies the content stream with
 * "/Artifact BMC … EMC" around it.
 *
 * cairo puts a Span with an ActualText around clusters (Lao marks) inside the element's own
 * marked content. Readers that count the ends of marked content without its beginnings (poppler
 * does) take such a Span's end for the element's: the rest of its text is lost to them. So each
 * Span becomes content of the element by an id of its own, and so does what goes on after it; ids
 * from `next_id` on. The splits (in `arena`) are to be entered in the structure tree, after the
 * ids that they are of, in their order. */
bd_pdf_splits bd_pdf_mark_content(bd_str *out, const char *content, size_t length, int next_id,
				  bd_arena *arena);
