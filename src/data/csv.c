/* csv.c - delimiter-separated text to columns.
 *
 * One pass finds where each cell stands; a column's cells are read as numbers, dates or text only
 * when somebody looks at the column, so that a wide file costs no more than what is used of it.
 * The places stay, so that a complaint about a cell knows its line without reading again. */
#include "data/csv.h"

#include "base/array.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "data/csv_scan.h"
#include "unicode/check.h"
#include "json/locate.h"
#include <string.h>

enum { MAX_COLUMNS = 10000 };

static const bd_place *place_at(bd_arena *arena, const bd_source *source, const char *at,
				size_t extent)
{
	bd_position p = bd_position_of(source, (size_t)(at - source->text));
	bd_place *place = BD_NEW(arena, bd_place);
	*place = (bd_place){
		.source = source, .line = p.line, .column = p.column, .extent = extent
	};
	return place;
}

/* The names of the columns; returns where the rows begin. */
static const char *read_header(bd_env *env, const char *at, char delimiter, bd_cells *cells)
{
	const char *text = cells->source->text, *end = text + cells->source->length;
	BD_LIST(const char *) names = { 0 };
	for (bool more = true; more;) {
		bool unclosed;
		const char *from = at;
		at = bd_csv_cell_end(from, end, delimiter, &unclosed);
		if (unclosed)
			bd_error(env->diags, place_at(env->arena, cells->source, from, 1),
				 BD_UNCLOSED_QUOTE);
		bd_cell_span span = { (uint32_t)(from - text), (uint32_t)(at - from) };
		if (span.size && *from == '"')
			span = bd_cell_unquoted(text, span);
		if (names.count < MAX_COLUMNS)
			bd_push(env->arena, &names, bd_cell_text(env->arena, text, span));
		more = at < end && *at == delimiter;
		at += more;
	}
	cells->names = names.items;
	cells->count = names.count;
	at += at < end && *at == '\r';
	return at + (at < end && *at == '\n');
}

/* Characters that do not belong in a text, each at its line and column. */
static void check_characters(bd_env *env, const bd_source *source)
{
	const char *at = source->text, *end = at + source->length, *next;
	bd_message why;
	for (int i = 0; i < BD_MAX_DIAGS_SHOWN && at < end; i++, at = next) {
		at = bd_text_forbidden(at, (size_t)(end - at), &why);
		if (!at)
			return;
		bd_position position = bd_position_of(source, (size_t)(at - source->text));
		bd_place *place = BD_NEW(env->arena, bd_place);
		*place = (bd_place){ .source = source,
				     .line = position.line,
				     .column = position.column,
				     .extent = 1 };
		bd_error(env->diags, place, why, bd_forbidden_name(env->arena, why, at, end));
		bd_utf8_next(at, end, &next);
	}
}

bd_table *bd_csv_read(bd_env *env, const bd_source *source, char delimiter,
		      const bd_read_options *options)
{
	const char *at = source->text, *end = at + source->length;
	if (source->length >= 3 && !memcmp(at, "\xEF\xBB\xBF", 3))
		at += 3;
	if (!delimiter)
		delimiter = bd_csv_delimiter(at, (size_t)(end - at));
	bd_cells *cells = BD_NEW(env->arena, bd_cells);
	cells->source = source;
	check_characters(env, source);
	if (at < end)
		at = read_header(env, at, delimiter, cells);
	if (at < end)
		bd_csv_scan(env, cells, at, delimiter);
	return bd_cells_table(env, cells, options);
}

/* How many of a delimiter stand outside quotes on the line at `at`. */
static size_t count_on_line(const char *at, const char *end, char delimiter, const char **next)
{
	size_t count = 0;
	bool quoted = false;
	for (; at < end && (quoted || (*at != '\n' && *at != '\r')); at++) {
		if (*at == '"')
			quoted = !quoted;
		count += !quoted && *at == delimiter;
	}
	while (at < end && (*at == '\n' || *at == '\r'))
		at++;
	*next = at;
	return count;
}

char bd_csv_delimiter(const char *text, size_t length)
{
	static const char candidates[] = ",;\t|";
	enum { LINES = 10 };
	char best = ',';
	size_t best_score = 0;
	for (const char *c = candidates; *c; c++) {
		const char *at = text, *end = text + length;
		size_t header = count_on_line(at, end, *c, &at), alike = 1;
		for (int i = 0; header && i < LINES && at < end; i++)
			alike += count_on_line(at, end, *c, &at) == header;
		size_t score = header ? alike * 1000 + header : 0;
		if (score > best_score) {
			best_score = score;
			best = *c;
		}
	}
	return best;
}
