/* pdf_content.h - page content with what carries no tag marked as an artifact. */
#pragma once
#include "base/str.h"

/* ISO 32000-1, 14.8.2.2: in a tagged PDF all that is painted is either part of the structure or
 * an artifact. cairo leaves what stands in no tag bare; this copies the content stream with
 * "/Artifact BMC … EMC" around it. */
void bd_pdf_mark_artifacts(bd_str *out, const char *content, size_t length);
