/* bieudo.h - the public API: a spec in, pictures out.
 *
 *	bd_ctx *ctx = bd_ctx_new(&(bd_ctx_options){ .share = "/usr/share/bieudo" });
 *	bd_doc *doc = bd_compile(ctx, "poster.json", text, length, &(bd_options){ 0 });
 *	if (bd_doc_errors(doc) == 0) {
 *		bd_blob png = bd_render(doc, "png", &(bd_render_options){ .scale = 2 });
 *		…
 *	}
 *	bd_doc_free(doc);
 *	bd_ctx_free(ctx);
 *
 * Nothing here prints, writes a file, or reads one but what the spec names (base/io.h). */
#pragma once
#include "base/diag.h"
#include "base/diag_print.h"
#include "base/io.h"
#include "base/limits.h"
#include "base/near_file.h"
#include "base/str.h"
#include <stdbool.h>

typedef struct bd_ctx bd_ctx; /* fonts, and what rendering keeps; one for each thread */
typedef struct bd_doc bd_doc; /* a compiled spec with its scene and its complaints */

typedef struct bd_ctx_options {
	const char *share;               /* the folder of fonts/ and icons/ */
	const char *const *font_folders; /* more of them; NULL-ended, or NULL */
} bd_ctx_options;

/* NULL where the share folder holds no fonts. Free with bd_ctx_free, after all its documents. A
 * context and its documents belong to one thread at a time; another thread takes its own. */
bd_ctx *bd_ctx_new(const bd_ctx_options *options);
void bd_ctx_free(bd_ctx *ctx);

typedef struct bd_options {
	const char *page;           /* a page's name, "1200x800"; NULL: the spec's first */
	const char *lang;           /* NULL: the spec's own */
	const char *theme;          /* NULL: the spec's own */
	const char *const *folders; /* the spec's folder, then more it may read; NULL-ended */
	double date;                /* now(), and the date in files: ms since 1970 UTC */
	bool strict;
	bool languages; /* warn of texts that lack a language which others of the spec have */
} bd_options;

/* Never NULL. `name` is what the user calls the spec; text is copied. */
bd_doc *bd_compile(bd_ctx *ctx, const char *name, const char *text, size_t length,
		   const bd_options *options);
void bd_doc_free(bd_doc *doc);

const bd_diags *bd_doc_diags(const bd_doc *doc);
/* The pages a spec says it is meant for (NULL-ended; empty for a bare chart), after bd_compile. */
const char *const *bd_doc_pages(const bd_doc *doc);
/* The files that were read for it; NULL-ended. */
const char *const *bd_doc_dependencies(const bd_doc *doc);

typedef struct bd_render_options {
	double scale;        /* PNG: device pixels per px; 0: 1 for screens, 2 for charts */
	const char *flavour; /* SVG: "outline" (NULL), "embed", "text" */
} bd_render_options;

/* The bytes of a format ("png", "svg", "pdf", "scene", "flat"), in the document's memory; bytes is
 * NULL where the document has errors, or gets one now (bd_doc_diags). */
bd_blob bd_render(bd_doc *doc, const char *format, const bd_render_options *options);

/* Names and what they are, for `bieudo list`: "blocks", "marks", "pages", "icons", "fonts",
 * "themes", "formats". NULL-ended pairs of name and description in ctx's memory; NULL where
 * `what` is none of them. */
const char *const *bd_list(bd_ctx *ctx, const char *what);

/* From the field tables: the JSON Schema of poster specs, and the pages of the reference, as
 * NULL-ended pairs of path and text. */
const char *bd_schema(bd_arena *arena);
const char *const *bd_reference(bd_arena *arena);

/* Complains where a file is plainly no spec but a table, a picture, a document; by its first bytes,
 * else by its name. bd_compile asks this itself. */
bool bd_wrong_file(bd_diags *diags, const char *name, const char *text, size_t length);

/* "2026-01-31" as ms since 1970 UTC; NaN where it is no date. */
double bd_date_from_text(const char *text);

const char *bd_version(void);
