/* stream.c - see stream.h. An array is read element by element: plain rows as they stand
 * (row_scan.h), any other by jansson, which reads one value from a text and says where it ended;
 * what lies between them here. */
#include "json/stream.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "unicode/check.h"
#include "unicode/nfc.h"
#include "json/locate.h"
#include "json/row_scan.h"

#include <jansson.h>
#include <string.h>

typedef struct reader {
	bd_arena *arena;
	const bd_json_rows *rows;
	void *user;
	const char *at, *end;
	bool good;
	bd_row_scan scan;
} reader;

static bool is_clean(const char *text, size_t length)
{
	bd_message why;
	return !bd_text_forbidden(text, length, &why);
}

static bd_value value_of(reader *r, const json_t *from, int depth, bool lent);

static bd_value array_of(reader *r, const json_t *from, int depth)
{
	size_t count = json_array_size(from);
	bd_value *items = BD_ARRAY(r->arena, count, bd_value);
	for (size_t i = 0; i < count; i++)
		items[i] = value_of(r, json_array_get(from, i), depth, false);
	return (bd_value){ .kind = BD_V_ARRAY, .length = (uint32_t)count, .items = items };
}

static bd_value object_of(reader *r, const json_t *from, int depth)
{
	bd_value_member *members = BD_ARRAY(r->arena, json_object_size(from), bd_value_member);
	uint32_t count = 0;
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)from, name, value)
	{
		r->good = r->good && is_clean(name, strlen(name));
		members[count++] = (bd_value_member){ bd_nfc(r->arena, name, strlen(name)),
						      value_of(r, value, depth, false) };
	}
	return (bd_value){ .kind = BD_V_OBJECT, .length = count, .members = members };
}

static bd_value value_of(reader *r, const json_t *from, int depth, bool lent)
{
	r->good = r->good && depth < BD_MAX_DEPTH;
	if (!r->good)
		return bd_v_undefined();
	switch (json_typeof(from)) {
	case JSON_OBJECT: return object_of(r, from, depth + 1);
	case JSON_ARRAY: return array_of(r, from, depth + 1);
	case JSON_STRING: {
		const char *text = json_string_value(from);
		size_t length = json_string_length(from);
		if (lent)
			return (bd_value){ .kind = BD_V_STRING,
					   .length = (uint32_t)length,
					   .string = text };
		r->good = is_clean(text, length);
		return bd_v_string(bd_nfc(r->arena, text, length));
	}
	case JSON_INTEGER:
	case JSON_REAL: return bd_v_number(json_number_value(from) + 0.0); /* -0 is 0 */
	case JSON_TRUE:
	case JSON_FALSE: return bd_v_bool(json_is_true(from));
	case JSON_NULL: break;
	}
	return bd_v_null();
}

static void tell(reader *r, const json_t *row)
{
	enum { DEPTH = 1 }; /* in the array */
	const char *name;
	json_t *value;
	if (!json_is_object(row)) {
		bd_value whole = value_of(r, row, DEPTH, true);
		r->good = r->good && r->rows->member(r->user, NULL, whole);
		return;
	}
	json_object_foreach((json_t *)row, name, value)
	{
		bd_value v = value_of(r, value, DEPTH + 1, true);
		r->good = r->good && r->rows->member(r->user, name, v);
	}
}

static void skip_space(reader *r)
{
	while (r->at < r->end &&
	       (*r->at == ' ' || *r->at == '\n' || *r->at == '\r' || *r->at == '\t'))
		r->at++;
}

static bool take(reader *r, char c)
{
	skip_space(r);
	if (r->at == r->end || *r->at != c)
		return false;
	r->at++;
	return true;
}

/* False where the row is none that this way reads. */
static bool take_plain_row(reader *r, const char *text)
{
	const char *after = bd_row_scan_next(&r->scan, r->at, r->end);
	if (!after)
		return false;
	r->rows->begin(r->user, (size_t)(r->at - text));
	r->at = after;
	for (size_t i = 0; i < r->scan.count; i++)
		r->good = r->good && r->rows->member(r->user, r->scan.members[i].name,
						     r->scan.members[i].value);
	return true;
}

static bool take_row(reader *r, const char *text)
{
	json_error_t error;
	skip_space(r);
	if (take_plain_row(r, text))
		return r->good;
	json_t *row = json_loadb(r->at, (size_t)(r->end - r->at),
				 JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK,
				 &error);
	if (!row)
		return false;
	r->rows->begin(r->user, (size_t)(r->at - text));
	r->at += error.position;
	tell(r, row);
	json_decref(row);
	return r->good;
}

bool bd_json_each_row(bd_arena *arena, bd_source *source, const bd_json_rows *rows, void *user)
{
	const char *text = source->text;
	reader r = { .arena = arena,
		     .rows = rows,
		     .user = user,
		     .at = text,
		     .end = text + source->length,
		     .good = true,
		     .scan.arena = arena };
	source->locate = bd_locate;
	if (source->length >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3))
		r.at += 3;
	if (!take(&r, '[') || bd_utf8_invalid(text, source->length))
		return false;
	bool more = !take(&r, ']');
	while (more) {
		if (!take_row(&r, text))
			return false;
		more = take(&r, ',');
		if (!more && !take(&r, ']'))
			return false;
	}
	skip_space(&r);
	return r.at == r.end;
}
