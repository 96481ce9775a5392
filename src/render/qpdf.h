/* qpdf.h - libqpdf, loaded on first use: only PDF needs it, and its libraries take as long to load
 * as a small picture takes to draw. The functions are called as q->init, q->oh_get_key … */
#pragma once
#include "base/diag.h"
#include <qpdf/qpdf-c.h>

typedef struct bd_qpdf {
#define FUNCTION(name) __typeof__(&qpdf_##name) name;
#include "render/qpdf.def"
#undef FUNCTION
} bd_qpdf;

bool bd_qpdf_load(bd_qpdf *q, bd_diags *diags); /* false after a complaint */
