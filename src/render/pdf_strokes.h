/* pdf_strokes.h - words with an outline, very many of them: labels with a halo.
 *
 * PDF strokes no text through cairo, so outlines are paths, some hundred bytes a glyph. A few are
 * just that. Of many, each glyph in each colour becomes a form (ISO 32000-1, 8.10) that is told
 * once and placed wherever it stands: twenty thousand labels are then two megabytes rather than a
 * hundred to be packed. */
#pragma once
#include "render/painter.h"

typedef struct bd_pdf_strokes {
	size_t painted; /* glyphs up to now */
	struct bd_pdf_form *forms[256];
} bd_pdf_strokes;

/* The strokes of a run; the fill is the caller's business. */
void bd_pdf_strokes_paint(bd_pdf_strokes *strokes, bd_painter *painter, const bd_glyphs *g);
/* What the forms hold; themselves they are in the painter's arena. After the page is finished. */
void bd_pdf_strokes_free(bd_pdf_strokes *strokes);
