/* fn_string.c - text. Positions count as JavaScript's do (utf16.h). */
#include "expr/functions.h"
#include "expr/regexp.h"
#include "expr/utf16.h"
#include "unicode/case.h"

#include "base/array.h"
#include "base/number.h"
#include "base/str.h"
#include "base/utf8.h"
#include <math.h>
#include <string.h>

enum { LONGEST = 100000 };

static bd_value text_arg(const bd_call *call, size_t i)
{
	return bd_v_string(bd_arg_string(call, i, "undefined"));
}

static bd_value fn_lower(bd_call *call)
{
	return bd_v_string(bd_lower(call->arena, bd_arg_string(call, 0, "undefined")));
}

static bd_value fn_upper(bd_call *call)
{
	return bd_v_string(bd_upper(call->arena, bd_arg_string(call, 0, "undefined")));
}

static bd_value fn_substring(bd_call *call)
{
	bd_value text = text_arg(call, 0);
	double length = (double)bd_utf16_length(text);
	double start = bd_arg_number(call, 1, 0), end = bd_arg_number(call, 2, length);
	start = isnan(start) ? 0 : fmin(fmax(trunc(start), 0), length);
	end = isnan(end) ? 0 : fmin(fmax(trunc(end), 0), length);
	return bd_utf16_slice(call->arena, text, fmin(start, end), fmax(start, end));
}

static bd_value fn_trim(bd_call *call)
{
	const char *text = bd_arg_string(call, 0, "undefined"), *end = text + strlen(text), *next;
	while (text < end) {
		uint32_t c = bd_utf8_next(text, end, &next);
		if (c != ' ' && (c < 9 || c > 13) && c != 0xA0 && c != 0xFEFF)
			break;
		text = next;
	}
	for (bool more = true; more && end > text;) {
		more = strchr(" \t\r\n\v\f", end[-1]) != NULL;
		if (more)
			end--;
		else if (end - text >= 2 && !memcmp(end - 2, "\xC2\xA0", 2))
			end -= 2, more = true;
	}
	return bd_v_string(bd_strndup(call->arena, text, (size_t)(end - text)));
}

static bd_value fn_split(bd_call *call)
{
	enum { MOST = 10000 };
	bd_value text = text_arg(call, 0), separator = bd_arg(call, 1);
	double limit = bd_arg_number(call, 2, MOST);
	size_t most = limit >= 0 && limit < MOST ? (size_t)limit : MOST;
	if (separator.kind == BD_V_UNDEFINED)
		return bd_v_array(memcpy(BD_NEW(call->arena, bd_value), &text, sizeof text), 1);
	if (bd_is_regexp(separator))
		return bd_regexp_split(call, separator, text, most);
	const char *by = bd_value_to_string(call->arena, separator), *at = text.string;
	const char *end = at + strlen(at);
	size_t step = strlen(by);
	BD_LIST(bd_value) items = { 0 };
	while (items.count < most) {
		const char *next = NULL;
		if (step)
			next = strstr(at, by);
		else if (*at)
			bd_utf8_next(at, end, &next);
		bool last = !next || (!step && next == end);
		const char *stop = next ? next : end;
		if (!step && !*at)
			break;
		const char *part = bd_strndup(call->arena, at, (size_t)(stop - at));
		bd_push(call->arena, &items, bd_v_string(part));
		if (last)
			break;
		at = next + step;
	}
	return bd_v_array(items.items, items.count);
}

static bd_value fn_replace(bd_call *call)
{
	bd_value text = text_arg(call, 0), pattern = bd_arg(call, 1);
	const char *with = bd_arg_string(call, 2, "undefined");
	if (bd_is_regexp(pattern))
		return bd_regexp_replace(call, pattern, text, with);
	const char *what = bd_value_to_string(call->arena, pattern);
	const char *at = strstr(text.string, what);
	if (!at)
		return text;
	bd_str s = bd_str_new(call->arena);
	bd_str_add_bytes(&s, text.string, (size_t)(at - text.string));
	bd_str_add(&s, with);
	bd_str_add(&s, at + strlen(what));
	return bd_v_string(bd_str_text(&s));
}

static void repeat(bd_str *s, const char *text, double times)
{
	for (double i = 0; i < times && i < LONGEST && s->length < LONGEST; i++)
		bd_str_add(s, text);
}

static bd_value fn_pad(bd_call *call)
{
	bd_value text = text_arg(call, 0);
	double missing = bd_arg_number(call, 1, 0) - (double)bd_utf16_length(text);
	const char *with = bd_arg_string(call, 2, " "), *align = bd_arg_string(call, 3, "right");
	if (!(missing > 0))
		return text;
	double before = !strcmp(align, "left")     ? missing
			: !strcmp(align, "center") ? floor(missing / 2)
						   : 0;
	bd_str s = bd_str_new(call->arena);
	repeat(&s, with, before);
	bd_str_add(&s, text.string);
	repeat(&s, with, missing - before);
	return bd_v_string(bd_str_text(&s));
}

static bd_value fn_truncate(bd_call *call)
{
	bd_value text = text_arg(call, 0);
	double length = (double)bd_utf16_length(text), most = bd_arg_number(call, 1, 0);
	const char *align = bd_arg_string(call, 2, "right");
	bd_value dots = bd_v_string(bd_arg_string(call, 3, "…"));
	if (length <= most)
		return text;
	double keep = fmax(0, most - (double)bd_utf16_length(dots)), head = keep;
	if (!strcmp(align, "left"))
		head = 0;
	else if (!strcmp(align, "center"))
		head = ceil(keep / 2);
	bd_str s = bd_str_new(call->arena);
	bd_str_add(&s, bd_utf16_slice(call->arena, text, 0, head).string);
	bd_str_add(&s, dots.string);
	bd_str_add(&s, bd_utf16_slice(call->arena, text, length - (keep - head), length).string);
	return bd_v_string(bd_str_text(&s));
}

static bd_value fn_parse_float(bd_call *call)
{
	const char *text = bd_arg_string(call, 0, "NaN"), *end;
	text += strspn(text, " \t\r\n");
	double number = bd_number_parse(text, strlen(text), &end);
	return bd_v_number(end == text ? NAN : number);
}

static bd_value fn_parse_int(bd_call *call)
{
	const char *text = bd_arg_string(call, 0, "NaN");
	double base = bd_arg_number(call, 1, 0), number = 0;
	text += strspn(text, " \t\r\n");
	bool minus = *text == '-';
	text += *text == '-' || *text == '+';
	if ((base == 0 || base == 16) && text[0] == '0' && (text[1] | 32) == 'x') {
		text += 2;
		base = 16;
	}
	base = base == 0 ? 10 : base;
	bool any = false;
	for (; *text; text++, any = true) {
		int digit = *text >= '0' && *text <= '9'                 ? *text - '0'
			    : (*text | 32) >= 'a' && (*text | 32) <= 'z' ? (*text | 32) - 'a' + 10
									 : 99;
		if (digit >= base)
			break;
		number = number * base + digit;
	}
	return bd_v_number(!any || base < 2 || base > 36 ? NAN : minus ? -number : number);
}

static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static bd_value fn_btoa(bd_call *call)
{
	bd_value text = text_arg(call, 0);
	bd_str s = bd_str_new(call->arena);
	for (uint32_t i = 0; i < text.length; i += 3) {
		uint32_t bits = 0, left = text.length - i;
		for (uint32_t k = 0; k < 3; k++)
			bits = bits << 8 | (k < left ? (unsigned char)text.string[i + k] : 0);
		for (uint32_t k = 0; k < 4; k++)
			bd_str_add_char(&s, k > left ? '=' : base64[bits >> (18 - 6 * k) & 63]);
	}
	return bd_v_string(bd_str_text(&s));
}

static bd_value fn_atob(bd_call *call)
{
	bd_str s = bd_str_new(call->arena);
	uint32_t bits = 0, count = 0;
	for (const char *p = bd_arg_string(call, 0, ""); *p; p++) {
		const char *digit = strchr(base64, *p);
		if (!digit)
			continue;
		bits = bits << 6 | (uint32_t)(digit - base64);
		count += 6;
		if (count >= 8) {
			count -= 8;
			bd_str_add_char(&s, (char)(bits >> count & 255));
		}
	}
	const char *text = bd_str_text(&s);
	bool fine = !bd_utf8_invalid(text, s.length) && !memchr(text, 0, s.length);
	return bd_v_string(fine ? text : "");
}

const bd_function bd_functions_string[] = {
	{ "lower", 1, 1, .call = fn_lower, .doc = "Small letters." },
	{ "upper", 1, 1, .call = fn_upper, .doc = "Capital letters." },
	{ "substring", 2, 3, .call = fn_substring, .doc = "text, start, end: a part of it." },
	{ "trim", 1, 1, .call = fn_trim, .doc = "Without blanks at both ends." },
	{ "split", 2, 3, .call = fn_split, .doc = "text, separator, most: its parts." },
	{ "replace", 3, 3, .call = fn_replace, .doc = "text, what (or a regexp), with what." },
	{ "pad", 2, 4, .call = fn_pad, .doc = "text, length, character, left|right|center." },
	{ "truncate", 2, 4, .call = fn_truncate,
	  .doc = "text, length, left|right|center, ellipsis: cut where it is longer." },
	{ "parseFloat", 1, 1, .call = fn_parse_float, .doc = "The number a text begins with." },
	{ "parseInt", 1, 2, .call = fn_parse_int, .doc = "text, base: the integer at its start." },
	{ "btoa", 1, 1, .call = fn_btoa, .doc = "Base64 of a text." },
	{ "atob", 1, 1, .call = fn_atob, .doc = "The text of Base64." },
	{ .name = NULL },
};
