/* pdf_finish.h - what cairo 1.16 cannot say about a PDF, added to its bytes by libqpdf. */
#pragma once
#include "base/array.h"
#include "base/str.h"
#include "scene/scene.h"

/* What a structure element is to carry; in the order in which the elements were begun. */
typedef struct bd_pdf_fact {
	bd_role role;
	const char *alt, *lang; /* NULL: none */
} bd_pdf_fact;

typedef BD_LIST(bd_pdf_fact) bd_pdf_facts;

/* ISO 8601 in UTC, as XMP and cairo take it: 2024-09-19T00:00:00Z. */
const char *bd_pdf_date(bd_arena *arena, double milliseconds);

/* The finished file in `arena`; bytes is NULL after a complaint. */
bd_blob bd_pdf_finish(const bd_str *raw, const bd_scene *scene, const bd_pdf_facts *facts,
		      const char *date, bd_arena *arena, bd_diags *diags);

bd_str bd_pdf_xmp(bd_arena *arena, const bd_scene *scene, const char *date);
