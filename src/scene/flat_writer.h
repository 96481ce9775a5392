/* flat_writer.h - JSON as `bieudo scene --flat` prints it (flat.c): numbers to three decimals, null
 * for what is none, and members that say nothing left out. */
#pragma once
#include "base/str.h"
#include "scene/items.h"

typedef struct bd_flat_writer {
	bd_str out;
	bool first; /* nothing yet in the innermost list */
} bd_flat_writer;

/* A comma where one is due, and the name; NULL in arrays. A value must follow. */
void bd_flat_put_name(bd_flat_writer *f, const char *name);
void bd_flat_put_string(bd_flat_writer *f, const char *text);
void bd_flat_put_number(bd_flat_writer *f, double number);
/* A whole member; nothing for NaN. */
void bd_flat_put_field(bd_flat_writer *f, const char *name, double number);
/* `bracket`: [ or {, and ] or }. */
void bd_flat_open_list(bd_flat_writer *f, const char *name, char bracket);
void bd_flat_close_list(bd_flat_writer *f, char bracket);

/* One string, or a list of lines. */
void bd_flat_put_text(bd_flat_writer *f, const char *name, const char *text, bool as_list);
/* A title is a list of texts, each one string or a list of lines. */
void bd_flat_put_title(bd_flat_writer *f, const char *name, const bd_guide_text *title);
void bd_flat_put_paint(bd_flat_writer *f, const char *name, bd_paint paint);
void bd_flat_put_dash(bd_flat_writer *f, const bd_dash *dash);
