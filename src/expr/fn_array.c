/* fn_array.c - arrays, and what works on arrays and text alike. */
#include "expr/functions.h"
#include "expr/utf16.h"

#include "base/str.h"
#include <math.h>
#include <string.h>

enum { LONGEST = 1000000 };

static bool is_array(bd_value v)
{
	return v.kind == BD_V_ARRAY;
}

static bd_value fn_length(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	return is_array(v)             ? bd_v_number(v.length)
	       : v.kind == BD_V_STRING ? bd_v_number((double)bd_utf16_length(v))
				       : bd_v_undefined();
}

/* The first (or last) place of a value in an array, or of a text in a text; -1 for none. */
static bd_value index_of(bd_call *call, bool last)
{
	bd_value in = bd_arg(call, 0), what = bd_arg(call, 1);
	double found = -1;
	if (is_array(in)) {
		for (uint32_t i = 0; i < in.length && (last || found < 0); i++)
			if (bd_value_strict_equals(in.items[i], what))
				found = i;
		return bd_v_number(found);
	}
	bd_value text = bd_v_string(bd_value_to_string(call->arena, in));
	const char *part = bd_value_to_string(call->arena, what);
	const char *at = strstr(text.string, part), *best = at;
	while (last && at && *at && (at = strstr(at + 1, part)))
		best = at;
	if (best)
		found = (double)bd_utf16_at(text, (size_t)(best - text.string));
	return bd_v_number(found);
}

static bd_value fn_indexof(bd_call *call)
{
	return index_of(call, false);
}

static bd_value fn_lastindexof(bd_call *call)
{
	return index_of(call, true);
}

static bd_value fn_join(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	const char *by = bd_arg_string(call, 1, ",");
	bd_str s = bd_str_new(call->arena);
	for (uint32_t i = 0; is_array(v) && i < v.length; i++) {
		bd_str_add(&s, i ? by : "");
		if (!bd_value_is_missing(v.items[i]))
			bd_str_add(&s, bd_value_to_string(call->arena, v.items[i]));
	}
	return bd_v_string(bd_str_text(&s));
}

/* A position that may count from the end, cut to 0 … length. */
static double position(const bd_call *call, size_t i, double otherwise, double length)
{
	double at = trunc(bd_arg_number(call, i, otherwise));
	at = isnan(at) ? 0 : at < 0 ? at + length : at;
	return fmin(fmax(at, 0), length);
}

static bd_value fn_slice(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	if (!is_array(v))
		v = bd_v_string(bd_value_to_string(call->arena, v));
	double length = is_array(v) ? v.length : (double)bd_utf16_length(v);
	double start = position(call, 1, 0, length), end = position(call, 2, length, length);
	if (!is_array(v))
		return bd_utf16_slice(call->arena, v, start, fmax(start, end));
	return bd_v_array(v.items + (size_t)start, end > start ? (size_t)(end - start) : 0);
}

static bd_value fn_reverse(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	if (!is_array(v))
		return bd_v_undefined();
	bd_value *items = BD_ARRAY(call->arena, v.length, bd_value);
	for (uint32_t i = 0; i < v.length; i++)
		items[i] = v.items[v.length - 1 - i];
	return bd_v_array(items, v.length);
}

static void merge_sort(bd_value *items, bd_value *spare, size_t count)
{
	if (count < 2)
		return;
	size_t half = count / 2;
	merge_sort(items, spare, half);
	merge_sort(items + half, spare, count - half);
	for (size_t i = 0, a = 0, b = half; i < count; i++) {
		bool left = b == count || (a < half && bd_value_compare(items[a], items[b]) <= 0);
		spare[i] = items[left ? a++ : b++];
	}
	memcpy(items, spare, count * sizeof *items);
}

static bd_value fn_sort(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	if (!is_array(v))
		return bd_v_undefined();
	bd_value *items = BD_ARRAY(call->arena, v.length, bd_value);
	if (v.length)
		memcpy(items, v.items, v.length * sizeof *items);
	merge_sort(items, BD_ARRAY(call->arena, v.length, bd_value), v.length);
	return bd_v_array(items, v.length);
}

static bd_value fn_peek(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	return is_array(v) && v.length ? v.items[v.length - 1] : bd_v_undefined();
}

static bd_value fn_pluck(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	const char *name = bd_arg_string(call, 1, "");
	if (!is_array(v))
		return bd_v_undefined();
	bd_value *items = BD_ARRAY(call->arena, v.length, bd_value);
	for (uint32_t i = 0; i < v.length; i++)
		items[i] = bd_value_get(v.items[i], name);
	return bd_v_array(items, v.length);
}

static bd_value fn_sequence(bd_call *call)
{
	double start = call->count > 1 ? bd_arg_number(call, 0, 0) : 0;
	double stop = call->count > 1 ? bd_arg_number(call, 1, 0) : bd_arg_number(call, 0, 0);
	double step = bd_arg_number(call, 2, 1);
	double wanted = fmax(0, ceil((stop - start) / step));
	size_t count = wanted <= LONGEST ? (size_t)wanted : 0;
	bd_value *items = BD_ARRAY(call->arena, count, bd_value);
	for (size_t i = 0; i < count; i++)
		items[i] = bd_v_number(start + (double)i * step);
	return bd_v_array(items, count);
}

static bd_value pair(bd_arena *arena, double a, double b)
{
	bd_value *items = BD_ARRAY(arena, 2, bd_value);
	items[0] = bd_v_number(a);
	items[1] = bd_v_number(b);
	return bd_v_array(items, 2);
}

static bd_value fn_extent(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	double low = INFINITY, high = -INFINITY;
	for (uint32_t i = 0; is_array(v) && i < v.length; i++) {
		if (bd_value_is_missing(v.items[i]))
			continue;
		double x = bd_value_to_number(v.items[i]);
		low = x < low ? x : low;
		high = x > high ? x : high;
	}
	return low > high ? pair(call->arena, NAN, NAN) : pair(call->arena, low, high);
}

/* The ends of a range given as an array, the lower first. */
static bool ends(bd_value range, double *low, double *high)
{
	if (!is_array(range) || range.length < 1)
		return false;
	double a = bd_value_to_number(range.items[0]);
	double b = bd_value_to_number(range.items[range.length - 1]);
	*low = fmin(a, b);
	*high = fmax(a, b);
	return true;
}

static bd_value fn_clamp_range(bd_call *call)
{
	double low, high, least = bd_arg_number(call, 1, NAN), most = bd_arg_number(call, 2, NAN);
	if (!ends(bd_arg(call, 0), &low, &high))
		return bd_v_undefined();
	double span = high - low;
	if (span >= most - least)
		return pair(call->arena, least, most);
	low = fmin(fmax(low, least), most - span);
	return pair(call->arena, low, low + span);
}

static bd_value fn_inrange(bd_call *call)
{
	double low, high, x = bd_arg_number(call, 0, NAN);
	bool with_low = call->count < 3 || bd_value_to_bool(call->args[2]);
	bool with_high = call->count < 4 || bd_value_to_bool(call->args[3]);
	if (!ends(bd_arg(call, 1), &low, &high))
		return bd_v_bool(false);
	return bd_v_bool((with_low ? low <= x : low < x) && (with_high ? x <= high : x < high));
}

static bd_value fn_lerp(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	double t = bd_arg_number(call, 1, 0);
	if (!is_array(v) || !v.length)
		return bd_v_undefined();
	double a = bd_value_to_number(v.items[0]), b = bd_value_to_number(v.items[v.length - 1]);
	return bd_v_number(t == 1 ? b : a + t * (b - a));
}

static bd_value fn_span(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	if (!is_array(v) || !v.length)
		return bd_v_number(0);
	return bd_v_number(bd_value_to_number(v.items[v.length - 1]) -
			   bd_value_to_number(v.items[0]));
}

static bd_value fn_merge(bd_call *call)
{
	size_t room = 0;
	uint32_t count = 0;
	for (size_t i = 0; i < call->count; i++)
		room += call->args[i].kind == BD_V_OBJECT ? call->args[i].length : 0;
	bd_value_member *members = BD_ARRAY(call->arena, room, bd_value_member);
	for (size_t i = 0; i < call->count; i++) {
		bd_value v = call->args[i];
		for (uint32_t m = 0; v.kind == BD_V_OBJECT && m < v.length; m++) {
			uint32_t at = 0;
			while (at < count && strcmp(members[at].name, v.members[m].name))
				at++;
			members[at] = v.members[m];
			count += at == count;
		}
	}
	return (bd_value){ .kind = BD_V_OBJECT, .length = count, .members = members };
}

const bd_function bd_functions_array[] = {
	{ "length", 1, 1, .call = fn_length, .doc = "The number of items or characters." },
	{ "indexof", 2, 2, .call = fn_indexof,
	  .doc = "Where a value or text first stands; or -1." },
	{ "lastindexof", 2, 2, .call = fn_lastindexof, .doc = "Where it last stands; or -1." },
	{ "join", 1, 2, .call = fn_join, .doc = "array, separator: one text." },
	{ "slice", 1, 3, .call = fn_slice, .doc = "start, end (negative: from the end): a part." },
	{ "reverse", 1, 1, .call = fn_reverse, .doc = "The items from the last to the first." },
	{ "sort", 1, 1, .call = fn_sort, .doc = "The items in rising order." },
	{ "peek", 1, 1, .call = fn_peek, .doc = "The last item." },
	{ "pluck", 2, 2, .call = fn_pluck, .doc = "array, name: that member of each item." },
	{ "sequence", 1, 3, .call = fn_sequence, .doc = "start, stop, step: numbers before stop." },
	{ "extent", 1, 1, .call = fn_extent, .doc = "The least and the largest, as an array." },
	{ "clampRange", 3, 3, .call = fn_clamp_range,
	  .doc = "A range moved inside least and most." },
	{ "inrange", 2, 4, .call = fn_inrange, .doc = "value, range: whether it lies in it." },
	{ "lerp", 2, 2, .call = fn_lerp, .doc = "array, fraction: a number between its ends." },
	{ "span", 1, 1, .call = fn_span, .doc = "The last item less the first." },
	{ "merge", 0, -1, .call = fn_merge, .doc = "Objects made one; later members win." },
	{ .name = NULL },
};
