/* pdf_text.h - words in a PDF, with what cairo 1.16 needs so that readers find and copy them whole.
 */
#pragma once
#include "render/painter.h"

/* Paints a run with the bytes that each of its glyphs stands for. `last`: the run painted before it
 * in the same element, after which a blank may be due; NULL: none. */
void bd_pdf_show_words(bd_painter *painter, const bd_glyphs *g, const bd_run *last);
