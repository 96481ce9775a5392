/* element.h - a small XML document as a tree of elements, for the SVG reader: references (`use`,
 * clipPath, gradients) may point forwards, so it must stand whole before it is read. */
#pragma once
#include "base/arena.h"
#include "base/diag.h"
#include <stdbool.h>

typedef struct bd_attribute {
	const char *name, *value; /* "fill"; "xlink:href" is "href" */
} bd_attribute;

typedef struct bd_element {
	const char *name; /* of an SVG element; "" for one of another namespace */
	const bd_attribute *attributes;
	size_t attribute_count;
	struct bd_element *parent, *first, *last, *next;
	bd_place place; /* of the element's start, in the file */
} bd_element;

/* The root element, or NULL after a complaint. Entities and documents with more elements or
 * depth than an icon has are refused. `source` must outlive the tree. */
bd_element *bd_element_read(bd_arena *arena, const bd_source *source, bd_diags *diags);

const char *bd_element_get(const bd_element *element,
			   const char *name); /* NULL where it is absent */
/* The element with an id, below `root` or itself; NULL where there is none. */
const bd_element *bd_element_by_id(const bd_element *root, const char *id);
