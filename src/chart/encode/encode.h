/* encode.h - reading encodings (encode.c, channel_def.c), the mark's orientation (orient.c), titles
 * (field_title.c). */
#pragma once
#include "chart/encode/model.h"

/* Fills unit->channels, details and orders from a normalised encoding. */
void bd_encoding_read(bd_view *unit, const bd_json *encoding);
/* One definition; false (and def->json NULL) for null or what is no definition. */
bool bd_channel_def_read(bd_compiler *c, const bd_json *json, bd_channel channel,
			 bd_channel_def *def);
/* A member ("scale", "legend") of the definition, or of its condition that names the field. */
const bd_json *bd_channel_def_member(const bd_channel_def *def, const char *name);
bool bd_channel_def_has_field(const bd_channel_def *def); /* a field, or a count */
bool bd_channel_def_is_scaled(const bd_channel_def *def); /* field or datum, with a scale */
bool bd_channel_def_is_discrete(const bd_channel_def *def);
bool bd_channel_def_is_measure(const bd_channel_def *def); /* quantitative and not binned */
bool bd_unit_is_aggregate(const bd_view *unit);

/* "vertical" or "horizontal", or NULL where it means nothing for the mark. */
const char *bd_mark_orient(const bd_view *unit);
/* unit->stack, from the channels and the mark. */
void bd_stack_decide(bd_view *unit);
/* Which channel of an encoding the mark stacks ("y"), and how; NULL: none. `compiler` is a
 * bd_compiler: normalising asks this before there are views (bd_stack_finder). */
const char *bd_stack_find(void *compiler, const bd_json *mark, const bd_json *encoding,
			  const char **offset);

/* "Mean of price", "date (year-month)", "Count of Records". */
const char *bd_field_default_title(bd_compiler *c, const bd_channel_def *def);
/* The title that a guide (axis, legend, header; may be NULL) or the field says, or the default;
 * lines are kept apart by '\n'. NULL: none. */
const char *bd_field_title(bd_view *view, const bd_channel_def *def, const bd_json *guide);
/* A title that is text or a list of lines; NULL for null or nothing. */
const char *bd_title_text(const bd_view *view, const bd_json *title);
