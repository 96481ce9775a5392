/* json_rows.h - inside data/: large files of rows in JSON. */
#pragma once
#include "data/read.h"

/* The table of a source that is an array of rows, as bd_table_from_json makes it of its tree; NULL,
 * without a complaint, where that has to be asked: it is something else, or not sound. */
bd_table *bd_json_rows_read(bd_env *env, const bd_source *source);
