/* csv_scan.c - finds the ends of cells (csv_scan.h).
 *
 * A file of a million rows has some ten million bytes and a cell each seven, so a test for each
 * byte, or a loop for each cell, is what reading it would cost. Delimiters and line ends are found
 * 64 bytes at a time instead. Where quotes are about, which may hold either, it goes cell by cell.
 * A long text without any is read in slices at once; what is odd in it is then left to one scan of
 * all, which complains of things in their order. */
#include "data/csv_scan.h"

#include "base/bytes.h"
#include "base/parallel.h"
#include "json/locate.h"
#include <string.h>

enum { MAX_COMPLAINTS = 5, FIRST_ROWS = 1000, LONG_TEXT = 1 << 20 };

typedef struct scan {
	bd_env *env;
	bd_cells *cells;
	const char *text, *end;
	char delimiter;
	const char *line, *cell; /* where those begin that are being read */
	uint32_t *ends;          /* as in bd_cells: of the rows read */
	size_t rows, room;       /* read; that there is room for */
	uint32_t *row;           /* the one that is being read */
	size_t column, wanted;   /* read of this row; of the table */
	uint32_t *spare;         /* of a slice, whose room does not grow: for a row beyond it */
	bool odd;                /* the slice cannot be read by itself */
	bool extra;              /* the row has a cell too many */
	bool unclosed;           /* the rest of the file is one cell: no row */
	int complaints;
} scan;

static const bd_place *place_at(const scan *s, const char *at, size_t extent)
{
	bd_position p = bd_position_of(s->cells->source, (size_t)(at - s->text));
	bd_place *place = BD_NEW(s->env->arena, bd_place);
	*place = (bd_place){
		.source = s->cells->source, .line = p.line, .column = p.column, .extent = extent
	};
	return place;
}

/* A line with more cells than the header, beyond empty ones at its end: most often a comma that
 * should stand in quotes. */
static void complain_of_extra(scan *s, const char *end)
{
	s->odd = true;
	if (s->spare || s->complaints++ >= MAX_COMPLAINTS)
		return;
	bd_arena *arena = s->env->arena;
	bd_error(s->env->diags, place_at(s, s->line, (size_t)(end - s->line)), BD_RAGGED_ROW,
		 bd_printf(arena, "%zu", s->column), bd_printf(arena, "%zu", s->wanted));
}

/* Room for as many rows as the text left will have, if they are like those read so far. */
static void grow(scan *s, const char *at)
{
	size_t stride = s->wanted + 1, wanted = s->rows + FIRST_ROWS;
	if (s->rows) {
		double each = (double)(at - s->text) / (double)s->rows;
		wanted += (size_t)((double)(s->end - at) / each * 1.02);
	}
	s->ends = bd_grow(s->env->arena, s->ends, s->room * stride * sizeof *s->row,
			  wanted * stride * sizeof *s->row);
	s->room = wanted;
}

static inline void begin_row(scan *s, const char *at)
{
	if (s->rows == s->room && !s->spare)
		grow(s, at);
	s->row = s->rows < s->room ? s->ends + s->rows * (s->wanted + 1) : s->spare;
	s->row[0] = (uint32_t)(at - s->text);
	s->line = s->cell = at;
	s->column = 0;
	s->extra = false;
}

static bool holds_text(const scan *s, const char *end)
{
	bd_cell_span cell = { (uint32_t)(s->cell - s->text), (uint32_t)(end - s->cell) };
	if (*s->cell == '"')
		cell = bd_cell_unquoted(s->text, cell);
	return bd_cell_span_length(cell) > 0;
}

static inline void end_cell(scan *s, const char *at)
{
	if (++s->column <= s->wanted)
		s->row[s->column] = (uint32_t)(at - s->text);
	else
		s->extra = s->extra || holds_text(s, at);
	s->cell = at + 1;
}

static inline void end_row(scan *s, const char *at)
{
	end_cell(s, at);
	if (s->column == 1 && s->wanted > 1 && at == s->line)
		return; /* an empty line */
	while (s->column < s->wanted)
		s->row[++s->column] = (uint32_t)(at - s->text);
	if (s->extra)
		complain_of_extra(s, at);
	s->rows++;
}

/* At a delimiter or the end of a line, which may be of two bytes: the second is no line. */
static inline void take_separator(scan *s, const char *at)
{
	if (*at == s->delimiter) {
		end_cell(s, at);
		return;
	}
	if (*at != '\n' || at != s->line || at[-1] != '\r')
		end_row(s, at);
	begin_row(s, at + 1);
}

/* Says how far the row is. */
static inline void leave(scan *s, uint32_t *row, size_t column)
{
	s->row = row;
	s->line = s->text + row[0];
	s->column = column;
	if (column <= s->wanted) /* else there are cells too many, of which no end is kept */
		s->cell = column ? s->text + row[column] + 1 : s->line;
}

/* The separators of a block, a bit each. What every row of a sound file does, is done here. */
static void take_block(scan *s, const char *block, uint64_t separators)
{
	const size_t wanted = s->wanted;
	uint32_t *row = s->row;
	size_t column = s->column;
	for (; separators; separators &= separators - 1) {
		const char *at = block + __builtin_ctzll(separators);
		uint32_t here = (uint32_t)(at - s->text);
		bool delimiter = *at == s->delimiter;
		if (delimiter && column < wanted) {
			row[++column] = here;
		} else if (!delimiter && column + 1 == wanted && here != row[0] &&
			   s->rows + 1 < s->room) {
			row[wanted] = here;
			s->rows++;
			row += wanted + 1;
			row[0] = here + 1;
			column = 0;
		} else {
			leave(s, row, column);
			take_separator(s, at);
			row = s->row;
			column = s->column;
		}
	}
	leave(s, row, column);
}

static const char *separator_from(const char *at, const char *end, char delimiter)
{
	while (at < end && *at != delimiter && *at != '\n' && *at != '\r')
		at++;
	return at;
}

/* Behind the quote that closes the one at `at`, "" being one inside; NULL where none does. */
static const char *closing_quote(const char *at, const char *end)
{
	for (at++; (at = memchr(at, '"', (size_t)(end - at))); at++)
		if (++at == end || *at != '"')
			return at;
	return NULL;
}

const char *bd_csv_cell_end(const char *at, const char *end, char delimiter, bool *unclosed)
{
	const char *from = at < end && *at == '"' ? closing_quote(at, end) : at;
	*unclosed = !from;
	return from ? separator_from(from, end, delimiter) : end;
}

/* Cell by cell, at least up to `until`; returns where the next one, or the rest of one, begins. */
static const char *take_slowly(scan *s, const char *at, const char *until)
{
	while (at < until) {
		bool unclosed = false;
		const char *from = at;
		at = at == s->cell ? bd_csv_cell_end(at, s->end, s->delimiter, &unclosed)
				   : separator_from(at, s->end, s->delimiter);
		if (unclosed)
			bd_error(s->env->diags, place_at(s, from, 1), BD_UNCLOSED_QUOTE);
		s->unclosed = s->unclosed || unclosed;
		if (at < s->end)
			take_separator(s, at++);
	}
	return at;
}

static void scan_all(scan *s, const char *at)
{
	begin_row(s, at);
	while (s->end - at >= BD_BYTES_BLOCK) {
		if (bd_bytes_equal(at, '"')) {
			at = take_slowly(s, at, at + BD_BYTES_BLOCK);
			continue;
		}
		uint64_t separators = bd_bytes_equal(at, s->delimiter) | bd_bytes_equal(at, '\n') |
				      bd_bytes_equal(at, '\r');
		take_block(s, at, separators);
		at += BD_BYTES_BLOCK;
	}
	take_slowly(s, at, s->end);
	if (s->line < s->end && !s->unclosed)
		end_row(s, s->end);
}

/* --- in slices --- */

typedef struct scan_work {
	const scan *whole;
	const char *at; /* where the rows begin */
	scan slices[BD_SLICES];
} scan_work;

/* How many rows a slice can have at most: one for each line. */
static void count_lines(void *context, size_t slice, size_t from, size_t end)
{
	scan_work *w = context;
	const char *at = w->at + from, *stop = w->at + end;
	scan *s = &w->slices[slice];
	*s = *w->whole;
	s->room = from < end && stop[-1] != '\n';
	for (; stop - at >= BD_BYTES_BLOCK; at += BD_BYTES_BLOCK) {
		s->room += (size_t)__builtin_popcountll(bd_bytes_equal(at, '\n'));
		s->odd = s->odd || bd_bytes_equal(at, '"');
	}
	for (; at < stop; at++) {
		s->room += *at == '\n';
		s->odd = s->odd || *at == '"';
	}
}

static void scan_slice(void *context, size_t slice, size_t from, size_t end)
{
	scan_work *w = context;
	scan s = w->slices[slice]; /* not among those of others: they are written to all the time */
	s.end = w->at + end;
	if (from < end)
		scan_all(&s, w->at + from);
	w->slices[slice] = s;
}

/* The rows of all slices one behind the other, where lines without a row left gaps. */
static void close_up(scan *all, const scan_work *w)
{
	const size_t stride = all->wanted + 1;
	for (size_t i = 0; i < BD_SLICES; i++) {
		const scan *s = &w->slices[i];
		uint32_t *to = all->ends + all->rows * stride;
		if (to != s->ends)
			memmove(to, s->ends, s->rows * stride * sizeof *to);
		all->rows += s->rows;
	}
}

/* False where the text has to be read in one. */
static bool scan_slices(scan *all, const char *at)
{
	scan_work w = { .whole = all, .at = at };
	size_t length = (size_t)(all->end - at), room = 0, stride = all->wanted + 1;
	if (bd_parallel_lines(at, length, LONG_TEXT, count_lines, &w) != BD_SLICES)
		return false;
	for (size_t i = 0; i < BD_SLICES; i++) {
		if (w.slices[i].odd)
			return false;
		room += w.slices[i].room;
	}
	bd_arena scratch = { 0 };
	uint32_t *spares = BD_ARRAY(&scratch, BD_SLICES * stride, uint32_t);
	all->ends = BD_ARRAY(all->env->arena, room * stride, uint32_t);
	for (size_t i = 0, row = 0; i < BD_SLICES; row += w.slices[i++].room) {
		w.slices[i].ends = all->ends + row * stride;
		w.slices[i].spare = spares + i * stride;
	}
	bd_parallel_lines(at, length, LONG_TEXT, scan_slice, &w);
	bool good = true;
	for (size_t i = 0; i < BD_SLICES; i++)
		good = good && !w.slices[i].odd && w.slices[i].rows <= w.slices[i].room;
	if (good)
		close_up(all, &w);
	bd_arena_free(&scratch);
	return good;
}

void bd_csv_scan(bd_env *env, bd_cells *cells, const char *at, char delimiter)
{
	scan s = { .env = env,
		   .cells = cells,
		   .text = cells->source->text,
		   .end = cells->source->text + cells->source->length,
		   .delimiter = delimiter,
		   .wanted = cells->count };
	if (!scan_slices(&s, at)) {
		s.ends = NULL;
		scan_all(&s, at);
	}
	cells->ends = s.ends;
	cells->rows = s.rows;
}
