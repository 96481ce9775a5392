/* languages.h - texts that lack a language which others of their poster have. */
#pragma once
#include "base/env.h"
#include "json/json.h"

/* Warns of each. A text per language is an object of strings named by languages and nothing else,
 * wherever it stands: a column's name for each language is one too. Rows of data are not looked at.
 */
void bd_languages_check(bd_env *env, const bd_json *root);
