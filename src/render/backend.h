/* backend.h - what turns a scene into the bytes of a format.
 *
 * A backend decides nothing, measures nothing and writes to memory only. A new one is one file and
 * one line in backends.def. */
#pragma once
#include "scene/scene.h"

typedef struct bd_backend_options {
	double scale;                  /* device pixels per px; 0: 1 */
	const char *flavour;           /* SVG: "outline" (NULL), "embed", "text" */
	size_t page;                   /* of formats that hold one page: which, from 0 */
	struct bd_render_store *store; /* what is kept between pictures; NULL: nothing */
} bd_backend_options;

typedef struct bd_backend {
	const char *name;      /* "png": what --format takes */
	const char *extension; /* ".png" */
	const char *mime;
	const char *doc;  /* a sentence, for lists and the reference */
	bool whole_scene; /* one file holds all pages */
	double longest;   /* px a side of a page, bleed included; 0: the backend knows itself */
	/* The bytes, in `arena`; bytes is NULL after a complaint. The scene was checked. */
	bd_blob (*render)(const bd_scene *scene, const bd_backend_options *options, bd_arena *arena,
			  bd_diags *diags);
} bd_backend;

/* NULL-ended, in the order of backends.def. */
const bd_backend *const *bd_backends(void);
const bd_backend *bd_backend_find(const char *name); /* NULL where there is none */

/* Checks the scene, then renders: what callers use. `options` may be NULL. */
bd_blob bd_backend_render(const bd_backend *backend, const bd_scene *scene,
			  const bd_backend_options *options, bd_arena *arena, bd_diags *diags);
