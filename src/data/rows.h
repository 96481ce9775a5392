/* rows.h - rows written as JSON. */
#pragma once
#include "base/env.h"
#include "data/table.h"
#include "json/json.h"

/* An array of objects, or of plain values (column "data"); a lone object is one row. Cells keep
 * their places in the spec or file. Without rows, after a complaint, where their members have too
 * many names. */
bd_table *bd_table_from_json(bd_env *env, const bd_json *array);
