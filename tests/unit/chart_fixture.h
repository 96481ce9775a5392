/* chart_fixture.h - what tests of charts share: a spec in single quotes, its flat dump, and what
 * that holds. The including file defines CHART_DATA, the members that come first in each spec. */
#pragma once
#include "base/str.h"
#include "bieudo.h"
#include "ctx_fixture.h"

#include <string.h>

/* A spec in single quotes, with the file's data. */
static inline bd_doc *compile(bd_arena *arena, const char *members)
{
	char *text = bd_printf(arena, "{%s,%s}", CHART_DATA, members);
	for (char *c = text; *c; c++)
		*c = *c == '\'' ? '"' : *c;
	return bd_compile(ctx, "spec.json", text, strlen(text), &(bd_options){ 0 });
}

static inline const char *flat(bd_arena *arena, const char *members)
{
	bd_doc *doc = compile(arena, members);
	assert_int_equal(bd_doc_diags(doc)->errors, 0);
	bd_blob blob = bd_render(doc, "flat", &(bd_render_options){ 0 });
	assert_non_null(blob.bytes);
	const char *copy = bd_strndup(arena, blob.bytes, blob.length);
	bd_doc_free(doc);
	return copy;
}

static inline void assert_holds(bd_arena *arena, const char *text, const char *part)
{
	char *wanted = bd_strdup(arena, part);
	for (char *c = wanted; *c; c++)
		*c = *c == '\'' ? '"' : *c;
	if (!strstr(text, wanted))
		fail_msg("%s\nlacks %s", text, wanted);
}

static inline void assert_lacks(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("%s\nholds %s", text, part);
}
