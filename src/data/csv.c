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
#include "data/cells.h"
#include "unicode/check.h"
#include "json/locate.h"
#include <string.h>

enum { MAX_COMPLAINTS = 5, MAX_COLUMNS = 10000 };

typedef struct scan {
	bd_env *env;
	const bd_source *source;
	const char *at, *end;
	char delimiter;
	int complaints;
} scan;

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

/* A cell in quotes: up to the closing one; "" stands for one quote. Leaves `at` at the delimiter
 * or line end behind it; what stands between is part of no cell. */
static bd_cell_span quoted_cell(scan *s)
{
	const char *open = s->at++, *start = s->at;
	bool doubled = false;
	for (;;) {
		const char *quote = memchr(s->at, '"', (size_t)(s->end - s->at));
		if (!quote) {
			bd_error(s->env->diags, place_at(s->env->arena, s->source, open, 1),
				 BD_UNCLOSED_QUOTE);
			s->at = quote = s->end;
			return bd_cell_span_of(s->source->text, start, quote, doubled);
		}
		s->at = quote + 1;
		if (s->at < s->end && *s->at == '"') {
			doubled = true;
			s->at++;
			continue;
		}
		bd_cell_span span = bd_cell_span_of(s->source->text, start, quote, doubled);
		while (s->at < s->end && *s->at != s->delimiter && *s->at != '\n' && *s->at != '\r')
			s->at++;
		return span;
	}
}

#define EACH_BYTE 0x0101010101010101u

/* A word whose lowest high bit marks the first byte of `word` that is `c`. */
static inline uint64_t find_byte(uint64_t word, char c)
{
	uint64_t x = word ^ (EACH_BYTE * (unsigned char)c);
	return (x - EACH_BYTE) & ~x & (EACH_BYTE << 7);
}

/* The delimiter or line end at or behind `p`. Eight bytes at a time: most cells are shorter, and
 * end without a branch that the processor guesses wrong. */
static inline const char *cell_end(const char *p, const char *end, char delimiter)
{
	uint64_t word;
	for (; end - p >= 8; p += 8) {
		memcpy(&word, p, sizeof word);
		uint64_t found =
			find_byte(word, delimiter) | find_byte(word, '\n') | find_byte(word, '\r');
		if (found)
			return p + __builtin_ctzll(found) / 8;
	}
	while (p < end && *p != delimiter && *p != '\n' && *p != '\r')
		p++;
	return p;
}

static inline bd_cell_span next_cell(scan *s)
{
	if (s->at < s->end && *s->at == '"')
		return quoted_cell(s);
	const char *start = s->at;
	s->at = cell_end(start, s->end, s->delimiter);
	return bd_cell_span_of(s->source->text, start, s->at, false);
}

/* Steps over the delimiter; true where another cell follows on this line. */
static inline bool more_cells(scan *s)
{
	if (s->at >= s->end || *s->at != s->delimiter)
		return false;
	s->at++;
	return true;
}

static inline void end_line(scan *s)
{
	if (s->at < s->end && *s->at == '\r')
		s->at++;
	if (s->at < s->end && *s->at == '\n')
		s->at++;
}

/* A line with more cells than the header, beyond empty ones at its end: most often a comma that
 * should stand in quotes. */
static void complain_of_extra(scan *s, const char *line, size_t has, size_t wanted)
{
	if (s->complaints++ >= MAX_COMPLAINTS)
		return;
	bd_arena *arena = s->env->arena;
	bd_error(s->env->diags, place_at(arena, s->source, line, (size_t)(s->at - line)),
		 BD_RAGGED_ROW, bd_printf(arena, "%zu", has), bd_printf(arena, "%zu", wanted));
}

static void read_row(scan *s, bd_cells *cells)
{
	const char *line = s->at;
	size_t row = cells->rows, column = 0, wanted = cells->count;
	bool extra = false;
	do {
		bd_cell_span span = next_cell(s);
		if (column < wanted)
			cells->spans[column][row] = span;
		else
			extra = extra || bd_cell_span_length(span);
		column++;
	} while (more_cells(s));
	if (column == 1 && wanted > 1 && s->at == line)
		return; /* an empty line */
	if (extra)
		complain_of_extra(s, line, column, wanted);
	cells->rows++;
}

/* At least as many as there are: line feeds, and carriage returns with none behind them. */
static size_t count_lines(const char *text, const char *end)
{
	size_t lines = 1;
	for (const char *at = text; (at = memchr(at, '\n', (size_t)(end - at))); at++)
		lines++;
	for (const char *at = text; (at = memchr(at, '\r', (size_t)(end - at))); at++)
		lines += at + 1 == end || at[1] != '\n';
	return lines;
}

static void read_header(scan *s, bd_cells *cells)
{
	BD_LIST(const char *) names = { 0 };
	do {
		bd_cell_span span = next_cell(s);
		const char *name = bd_cell_text(s->env->arena, s->source->text, span);
		if (names.count < MAX_COLUMNS)
			bd_push(s->env->arena, &names, name);
	} while (more_cells(s));
	end_line(s);
	cells->names = names.items;
	cells->count = names.count;
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
	scan s = { .env = env,
		   .source = source,
		   .at = source->text,
		   .end = source->text + source->length,
		   .delimiter = delimiter };
	if (source->length >= 3 && !memcmp(s.at, "\xEF\xBB\xBF", 3))
		s.at += 3;
	if (!delimiter)
		s.delimiter = bd_csv_delimiter(s.at, (size_t)(s.end - s.at));
	bd_cells *cells = BD_NEW(env->arena, bd_cells);
	cells->source = source;
	check_characters(env, source);
	if (s.at < s.end)
		read_header(&s, cells);
	cells->ascii = bd_utf8_is_ascii(s.at, (size_t)(s.end - s.at));
	size_t room = count_lines(s.at, s.end);
	cells->spans = BD_ARRAY(env->arena, cells->count, bd_cell_span *);
	for (size_t i = 0; i < cells->count; i++)
		cells->spans[i] = BD_ARRAY(env->arena, room, bd_cell_span);
	while (s.at < s.end) {
		read_row(&s, cells);
		end_line(&s);
	}
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
