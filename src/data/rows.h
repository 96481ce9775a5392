/* rows.h - rows written as JSON. */
#pragma once
#include "data/table.h"
#include "json/json.h"

/* An array of objects, or of plain values (column "data"); a lone object is one row. Cells keep
 * their places in the spec or file. */
bd_table *bd_table_from_json(bd_arena *arena, const bd_json *array);
