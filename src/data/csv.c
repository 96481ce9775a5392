/* csv.c - delimiter-separated text to columns.
 *
 * One pass finds where each cell stands; a column's cells are read as numbers, dates or text only
 * when somebody looks at the column, so that a wide file costs no more than what is used of it.
 * The places stay, so that a complaint about a cell knows its line without reading again. */
#include "data/csv.h"

#include "base/array.h"
#include "base/limits.h"
#include "base/parallel.h"
#include "base/str.h"
#include "base/utf8.h"
#include "data/csv_scan.h"
#include "data/tidy.h"
#include "unicode/check.h"
#include "json/locate.h"
#include <string.h>

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

static const char *skip_line_end(const char *at, const char *end)
{
	at += at < end && *at == '\r';
	return at + (at < end && *at == '\n');
}

/* The names of the columns; returns where the rows begin. */
static const char *read_header(bd_env *env, const char *at, char delimiter, bool tidy,
			       bd_cells *cells)
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
		if (tidy)
			span = bd_cell_trimmed(text, span);
		if (span.size && text[span.start] == '"')
			span = bd_cell_unquoted(text, span);
		if (names.count < BD_MAX_COLUMNS)
			bd_push(env->arena, &names, bd_cell_text(env->arena, text, span));
		more = at < end && *at == delimiter;
		at += more;
	}
	if (tidy)
		bd_tidy_names(env->arena, names.items, names.count);
	cells->names = names.items;
	cells->count = names.count;
	return skip_line_end(at, end);
}

static bool is_allowed(const char *text, size_t length)
{
	bd_message why;
	return !bd_text_forbidden(text, length, &why);
}

/* Characters that do not belong in a text, each at its line and column. */
static void check_characters(bd_env *env, const bd_source *source)
{
	const char *at = source->text, *end = at + source->length, *next;
	bd_message why;
	if (bd_parallel_all(at, source->length, is_allowed))
		return;
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

/* Excel's own word to itself about the delimiter, on a line before the header: "sep=;". */
static const char *take_separator(const char *at, const char *end, char *delimiter)
{
	const char *after = at + strlen("sep=;");
	if (end - at < 6 || memcmp(at, "sep=", 4) || (*after != '\n' && *after != '\r'))
		return at;
	*delimiter = *delimiter ? *delimiter : at[4];
	return skip_line_end(after, end);
}

static const char *first_line(const char *at, const char *end)
{
	for (const char *p = at; p < end && strchr(" \t\r\n", *p); p++)
		if (*p == '\n' || *p == '\r')
			at = p + 1;
	return at;
}

bd_table *bd_csv_read(bd_env *env, const bd_source *source, char delimiter,
		      const bd_read_options *options)
{
	const char *at = source->text, *end = at + source->length;
	bool tidy = options && options->office;
	if (source->length >= 3 && !memcmp(at, "\xEF\xBB\xBF", 3))
		at += 3;
	at = take_separator(at, end, &delimiter);
	if (tidy)
		at = first_line(at, end);
	if (!delimiter)
		delimiter = bd_csv_delimiter(at, (size_t)(end - at));
	bd_cells *cells = BD_NEW(env->arena, bd_cells);
	cells->source = source;
	check_characters(env, source);
	if (at < end)
		at = read_header(env, at, delimiter, tidy, cells);
	if (at < end)
		bd_csv_scan(env, cells, at, delimiter);
	if (tidy)
		bd_tidy_cells(cells);
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

/* How well a delimiter fits: how many of the first lines have as many of it as the header, or,
 * where a title stands there, as the line before them. */
static size_t fit_of(const char *text, const char *end, char delimiter)
{
	enum { LINES = 10 };
	const char *at = text;
	size_t header = count_on_line(at, end, delimiter, &at), alike = 1, below = 0, most = 0;
	size_t before = 0;
	for (int i = 0; i < LINES && at < end; i++) {
		size_t count = count_on_line(at, end, delimiter, &at);
		alike += count == header;
		below += count && count == before;
		most = count > most ? count : most;
		before = count;
	}
	return header ? alike * 1000 + header : below ? below + most : 0;
}

char bd_csv_delimiter(const char *text, size_t length)
{
	static const char candidates[] = ",;\t|";
	char best = ',';
	size_t best_fit = 0;
	for (const char *c = candidates; *c; c++) {
		size_t fit = fit_of(text, text + length, *c);
		if (fit > best_fit) {
			best_fit = fit;
			best = *c;
		}
	}
	return best;
}
