/* The quick ways of reading large files, each held to the slow one on random input: cells by their
 * definition, numbers to strtod, text and dates that repeat to those read one by one. */
#include "data_fixture.h"

#include "base/bytes.h"
#include "base/number.h"
#include "base/number_plain.h"
#include "base/time_read.h"
#include "data/group.h"
#include <math.h>
#include <stdio.h>

static uint32_t state_of_random = 1;

static uint32_t below(uint32_t limit)
{
	state_of_random = state_of_random * 1664525 + 1013904223;
	return (uint32_t)((uint64_t)state_of_random * limit >> 32);
}

enum { COLUMNS = 3, MOST_ROWS = 2000 };

/* What a text holds by definition, a byte at a time. */
typedef struct plainly {
	const char *at, *end;
	char *cells[MOST_ROWS][COLUMNS];
	size_t rows, ragged, unclosed;
} plainly;

static bool ends_cell(const plainly *p)
{
	return p->at == p->end || *p->at == ',' || *p->at == '\n' || *p->at == '\r';
}

static char *take_cell(bd_arena *arena, plainly *p)
{
	bd_str cell = bd_str_new(arena);
	bool open = p->at < p->end && *p->at == '"';
	for (p->at += open; open; p->at++) {
		if (p->at == p->end) {
			p->unclosed++;
			break;
		}
		if (*p->at == '"' && (p->at + 1 == p->end || p->at[1] != '"')) {
			for (p->at++; !ends_cell(p); p->at++)
				bd_str_add_bytes(&cell, p->at, 1);
			break;
		}
		p->at += *p->at == '"';
		bd_str_add_bytes(&cell, p->at, 1);
	}
	for (; !open && !ends_cell(p); p->at++)
		bd_str_add_bytes(&cell, p->at, 1);
	return bd_strdup(arena, bd_str_text(&cell));
}

static void take_row(bd_arena *arena, plainly *p)
{
	char **row = p->cells[p->rows];
	const char *line = p->at;
	size_t count = 0, unclosed = p->unclosed;
	bool more = true, extra = false;
	for (size_t i = 0; i < COLUMNS; i++)
		row[i] = bd_strdup(arena, "");
	for (; more; count++) {
		char *cell = take_cell(arena, p);
		if (count < COLUMNS)
			row[count] = cell;
		else
			extra = extra || *cell;
		more = p->at < p->end && *p->at == ',';
		p->at += more;
	}
	/* what follows a quote that is never closed is no row */
	bool whole = p->unclosed == unclosed || !p->rows;
	p->rows += whole && (count > 1 || p->at > line);
	p->ragged += whole && extra;
	p->at += p->at < p->end && *p->at == '\r';
	p->at += p->at < p->end && *p->at == '\n';
}

/* Mostly sound rows of plain cells; `wild` in 8 of the bytes are anything that matters. */
static const char *random_text(bd_arena *arena, uint32_t wild)
{
	static const char *const line_ends[] = { "\n", "\r\n", "\r" };
	static const char odd[] = ",\"\"\n\r", *const often[] = {
		"", "7", "-1.5", "\"a, b\"", "Tỉnh Hà Giang", "\"\"\"\""
	};
	const char *line_end = line_ends[below(3)];
	bd_str text = bd_str_new(arena);
	bd_str_add(&text, "a,b,c");
	for (uint32_t row = 0, rows = below(40); row < rows; row++) {
		bd_str_add(&text, line_end);
		for (int i = 0; i < COLUMNS; i++) {
			bd_str_add(&text, i ? "," : "");
			bd_str_add(&text, often[below(6)]);
			if (below(8) < wild)
				bd_str_add_bytes(&text, &odd[below(5)], 1);
		}
	}
	if (below(2))
		bd_str_add(&text, line_end);
	return bd_str_text(&text);
}

static void check_cells(const char *text)
{
	static plainly p;
	fixture *f = fixture_new();
	p = (plainly){ .at = text, .end = text + strlen(text) };
	while (p.at < p.end)
		take_row(&f->arena, &p);
	bd_table *t = bd_csv_read(&f->env, fixture_source(f, "bảng.csv", text), ',', NULL);
	size_t header = 1; /* of the rows that were taken plainly */
	assert_int_equal(t->rows, p.rows - header);
	for (size_t row = 0; row < t->rows; row++)
		for (size_t i = 0; i < COLUMNS; i++) {
			const bd_column *c = bd_table_at(t, i);
			assert_string_equal(bd_column_value(c, row).string, p.cells[row + 1][i]);
			assert_string_equal(bd_table_written(t, row, c), p.cells[row + 1][i]);
			assert_non_null(bd_table_place(t, row, c));
		}
	size_t ragged = p.ragged < 5 ? p.ragged : 5;
	assert_int_equal(f->diags.errors, ragged + p.unclosed);
	fixture_free(f);
}

static void cells_by_their_definition(void **state)
{
	(void)state;
	for (int round = 0; round < 3000; round++) {
		bd_arena arena = { 0 };
		check_cells(random_text(&arena, (uint32_t)round % 4));
		bd_arena_free(&arena);
	}
	check_cells("a,b,c\r\n\r\n1,2,3\r\n\r\n");
	check_cells("a,b,c\n1\n2,3\n\n4,5,6,,\n7,8,9,\"\",\"\"\n");
}

static const char *repeated(bd_arena *arena, const char *header, const char *rows, size_t times)
{
	bd_str text = bd_str_new(arena);
	bd_str_add(&text, header);
	for (size_t i = 0; i < times; i++)
		bd_str_add(&text, rows);
	return bd_str_text(&text);
}

/* Rows a few thousand times over, which are read in slices, are the same rows each time. */
static void check_repeated(const char *header, const char *rows, int ragged)
{
	fixture *f = fixture_new();
	size_t times = (5 << 20) / 2 / strlen(rows);
	const char *once = repeated(&f->arena, header, rows, 1);
	const char *often = repeated(&f->arena, header, rows, times);
	const bd_read_options numbers = { .others = BD_AS_NUMBER };
	bd_table *few = bd_csv_read(&f->env, fixture_source(f, "ít.csv", once), ',', NULL);
	bd_table *few_numbers =
		bd_csv_read(&f->env, fixture_source(f, "ít.csv", once), ',', &numbers);
	assert_int_equal(f->diags.errors, 2 * ragged);
	bd_table *many = bd_csv_read(&f->env, fixture_source(f, "nhiều.csv", often), ',', NULL);
	bd_table *many_numbers =
		bd_csv_read(&f->env, fixture_source(f, "nhiều.csv", often), ',', &numbers);
	assert_int_equal(f->diags.errors, 2 * ragged + 2 * 5 * ragged); /* at most 5 are told */
	assert_true(few->rows > 0);
	assert_int_equal(many->rows, few->rows * times);
	assert_int_equal(many_numbers->rows, many->rows);
	for (size_t i = 0; i < few->count; i++)
		for (size_t row = 0; row < many->rows; row++) {
			size_t same = row % few->rows;
			assert_string_equal(bd_column_value(bd_table_at(many, i), row).string,
					    bd_column_value(bd_table_at(few, i), same).string);
			bd_value a = bd_column_value(bd_table_at(many_numbers, i), row);
			bd_value b = bd_column_value(bd_table_at(few_numbers, i), same);
			assert_int_equal(a.kind, b.kind);
			assert_true(a.kind != BD_V_NUMBER || a.number == b.number ||
				    (isnan(a.number) && isnan(b.number)));
		}
	fixture_free(f);
}

static void long_texts_are_read_as_short_ones(void **state)
{
	(void)state;
	check_repeated("a,b,c\n", "1,-2.5,3\n40,,600000\n", 0);
	check_repeated("a,b,c\r\n", "1,-2.5,3\r\n\r\n7\r\n40,5e3,600000\r\n", 0);
	check_repeated("a,b\n", "1,2\n\n\n3,4\n\n", 0);
	check_repeated("a,b\r", "1,2\r\r3,4\r", 0);
	check_repeated("a\n", "1\n22\n\n333\n", 0);
	check_repeated("a,b\n", "Mường Lát,1\nSốp Cộp,\n", 0);
	check_repeated("a,b\n", "\"x,\ny\",1\n\"\",2\n\"4\"\"\",\"5\"\n", 0);
	check_repeated("a,b\n", "1,2,,\n3,4\n", 0);
	check_repeated("a,b\n", "1,2,3\n3,4\n", 1);
}

static void bytes_of_a_block(void **state)
{
	(void)state;
	char block[BD_BYTES_BLOCK];
	for (int round = 0; round < 2000; round++) {
		uint64_t wanted = 0;
		char byte = (char)below(256);
		for (int i = 0; i < BD_BYTES_BLOCK; i++) {
			block[i] = (char)(below(4) ? below(256) : (uint32_t)byte);
			block[i] = (char)(below(4) ? block[i] : byte ^ (1 << below(8)));
			wanted |= (uint64_t)(block[i] == byte) << i;
		}
		assert_true(bd_bytes_equal(block, byte) == wanted);
		assert_true(bd_bytes_equal_plain(block, byte) == wanted);
	}
}

/* Digits, and now and then something else. */
static size_t random_number(char *text)
{
	size_t length = 0;
	if (below(3) == 0)
		text[length++] = '-';
	for (uint32_t i = below(11); i > 0; i--)
		text[length++] = (char)('0' + below(10));
	if (below(3))
		text[length++] = '.';
	for (uint32_t i = below(11); i > 0; i--)
		text[length++] = (char)('0' + below(10));
	if (length && below(12) == 0)
		text[below((uint32_t)length)] = "e+-. /:"[below(7)];
	text[length] = 0;
	return length;
}

static void plain_numbers(void **state)
{
	(void)state;
	char text[64] = { 0 }, *end;
	const char *stop;
	size_t taken = 0;
	for (int round = 0; round < 200000; round++) {
		size_t length = random_number(text);
		memset(text + length + 1, below(2) ? '9' : ',', 8);
		double quick, slow = bd_number_parse(text, length, &stop),
			      right = strtod(text, &end);
		bool whole = length && stop == text + length;
		bool plain = bd_number_plain(text, length, sizeof text, &quick);
		if (whole)
			assert_true(end == stop && !memcmp(&slow, &right, sizeof slow));
		if (plain)
			assert_true(whole && !memcmp(&quick, &right, sizeof quick));
		taken += plain;
		assert_false(bd_number_plain(text, length, length + 7, &quick));
	}
	assert_true(taken > 100000);
}

/* Numbers in a column are what JavaScript's Number() makes of the text. */
static void columns_of_numbers(void **state)
{
	static const char text[] =
		"a\n1\n-2.5\n\n1e3\n -7 \n0x10\nchín\n-0\n+3\n\"4\"\n.5\n5.\n-\n"
		"123456789012345678\n0.1234567890123\n99999999.99999999\n1e-400\n8";
	const bd_read_options numbers = { .others = BD_AS_NUMBER };
	fixture *f = fixture_new();
	(void)state;
	bd_table *as_text = bd_csv_read(&f->env, fixture_source(f, "a.csv", text), ',', NULL);
	bd_table *t = bd_csv_read(&f->env, fixture_source(f, "a.csv", text), ',', &numbers);
	const bd_column *c = bd_table_at(t, 0);
	assert_int_equal(t->rows, 18);
	for (size_t i = 0; i < t->rows; i++) {
		bd_value written = bd_column_value(bd_table_at(as_text, 0), i);
		double wanted = written.length ? bd_value_to_number(written) : NAN;
		assert_true(isnan(wanted) ? isnan(c->numbers[i]) : c->numbers[i] == wanted);
		assert_int_equal(c->missing[i], written.length ? 0 : BD_IS_NULL);
	}
	fixture_free(f);
}

/* A column of one of `different` texts a row, some written in two ways. */
static char *repeating(bd_arena *arena, uint32_t different, bool dates, size_t rows)
{
	bd_str s = bd_str_new(arena);
	bd_str_add(&s, "x");
	for (size_t i = 0; i < rows; i++) {
		uint32_t which = below(different);
		const char *quote = below(5) ? "" : "\"";
		if (which == 0)
			bd_str_printf(&s, "\n%s%s", "\"", "\"");
		else if (dates)
			bd_str_printf(&s, "\n%s%04u-%02u-%02u%s", quote, 1900 + which % 200,
				      1 + which / 200 % 13, 1 + which / 2600 % 30, quote);
		else if (which % 3)
			bd_str_printf(&s, "\n%sXã %u%s", quote, which, quote);
		else
			bd_str_printf(&s, "\n%sXa\xCC\x83 %u%s", quote, which, quote);
	}
	return bd_strdup(arena, bd_str_text(&s));
}

static void text_that_repeats(void **state)
{
	(void)state;
	for (uint32_t different = 2; different < 20000; different *= 7) {
		enum { ROWS = 6000 };
		fixture *f = fixture_new();
		char *text = repeating(&f->arena, different, false, ROWS);
		bd_table *t = bd_csv_read(&f->env, fixture_source(f, "a.csv", text), ',', NULL);
		bd_column *c = bd_table_at(t, 0);
		bd_column *alone = bd_column_new_values(&f->arena, "x", c->values, ROWS);
		bd_codes quick = bd_column_codes(&f->arena, c);
		bd_codes slow = bd_column_codes(&f->arena, alone);
		assert_int_equal(quick.count, slow.count);
		assert_memory_equal(quick.of_row, slow.of_row, ROWS * sizeof *slow.of_row);
		for (size_t i = 0; i < ROWS; i += 7)
			assert_string_equal(c->values[i].string, bd_table_written(t, i, c));
		fixture_free(f);
	}
}

static void dates_that_repeat(void **state)
{
	const bd_read_options dates = { .others = BD_AS_DATE };
	(void)state;
	for (uint32_t different = 1; different < 100000; different *= 7) {
		enum { ROWS = 4000 };
		fixture *f = fixture_new();
		char *text = repeating(&f->arena, different, true, ROWS);
		bd_table *t = bd_csv_read(&f->env, fixture_source(f, "a.csv", text), ',', &dates);
		const bd_column *c = bd_table_at(t, 0);
		for (size_t i = 0; i < ROWS; i++) {
			const char *written = bd_table_written(t, i, c);
			bd_value v = bd_column_value(c, i);
			double wanted = NAN;
			bool good = bd_time_read(written, strlen(written), &wanted);
			assert_int_equal(v.kind, *written ? BD_V_DATE : BD_V_NULL);
			assert_true(!*written || (good ? v.number == wanted : isnan(v.number)));
		}
		fixture_free(f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_by_their_definition),
		cmocka_unit_test(long_texts_are_read_as_short_ones),
		cmocka_unit_test(bytes_of_a_block),
		cmocka_unit_test(plain_numbers),
		cmocka_unit_test(columns_of_numbers),
		cmocka_unit_test(text_that_repeats),
		cmocka_unit_test(dates_that_repeat),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
