/* file_type.h - what kind of data file it is. */
#pragma once
#include "base/env.h"
#include "json/json.h"

/* By what `format.type` says (NULL: nothing; a word that is none is complained of), else by the
 * name's ending, whatever its capitals: "csv", "tsv", "dsv", "json", "topojson" or "xlsx". NULL
 * where neither tells. `node` is the data object. */
const char *bd_file_type(bd_env *env, const char *said, const char *url, const bd_json *node);
/* Of a file whose name says nothing: JSON begins with a bracket. */
const char *bd_file_type_by_content(const bd_blob *blob);
/* Excel's files, those before 2007 too, whatever their names: no text begins like that. */
bool bd_file_is_workbook(const bd_blob *blob);
