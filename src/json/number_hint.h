/* number_hint.h - inside json/: what to write for a number that stands in quotes.
 *
 * «7.060», «44,69%» or "2" where a number is due: the hint has it as JSON writes it. A sign before
 * three last digits is read as the poster's language does. */
#pragma once
#include "json/field.h"

/* Says that `node` is no number, with that hint where it is a string that holds one; false. */
/* Whether a text is a number, perhaps with its unit, and whether it is true or false. */
bool bd_holds_number(const char *text);
bool bd_holds_bool(const char *text);
bool bd_complain_no_number(const bd_json *node, bd_reader *reader);
