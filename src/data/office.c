#include "data/office.h"

#include "base/str.h"
#include "base/time.h"
#include "base/utf8.h"
#include <ctype.h>
#include <math.h>
#include <string.h>

enum { MOST_COMPLAINTS = 5 };

static bool is_text(bd_value v)
{
	return v.kind == BD_V_STRING;
}

/* The decimal sign: as the spec says, or as the cells do together. */
static bd_decimal decimal_of(const bd_column *c, bd_decimal said)
{
	bd_decimal_evidence evidence = { 0 };
	if (said != BD_DECIMAL_EITHER)
		return said;
	for (size_t i = 0; i < c->rows; i++)
		if (is_text(c->values[i]))
			bd_decimal_look(&evidence, c->values[i].string, c->values[i].length);
	return bd_decimal_decide(&evidence);
}

void bd_office_look(bd_decimal_evidence *evidence, const char *text, size_t length)
{
	if (!memchr(text, '.', length) && !memchr(text, ',', length))
		return;
	if (bd_number_read(text, length, BD_DECIMAL_POINT).status == BD_READ_NUMBER ||
	    bd_number_read(text, length, BD_DECIMAL_COMMA).status == BD_READ_NUMBER)
		bd_decimal_look(evidence, text, length);
}

bd_decimal bd_office_told(const bd_decimal_evidence *e)
{
	return !e->point == !e->comma ? BD_DECIMAL_EITHER
	       : e->point             ? BD_DECIMAL_POINT
				      : BD_DECIMAL_COMMA;
}

/* Decimals of a fixed number (1.210) stand in every cell: beside «620», those are thousands. */
static bool has_bare_hundreds(const bd_column *c)
{
	for (size_t i = 0; i < c->rows; i++) {
		bd_value v = c->values[i];
		if (is_text(v) && v.length == 3 && strspn(v.string, "0123456789") == 3)
			return true;
	}
	return false;
}

/* With what the file's other columns tell, where the column's own cells may mean two things. Where
 * the file says that 1.210 is little more than 1, but 620 stands beside it, nothing is sure. */
static bd_decimal decimal_in_file(const bd_column *c, bd_cell_places places, bd_decimal said)
{
	bd_decimal own = decimal_of(c, said);
	if (own != BD_DECIMAL_AMBIGUOUS || !places.origin || !places.origin->decimal)
		return own;
	bd_decimal told = places.origin->decimal(places.origin);
	if (told == BD_DECIMAL_EITHER)
		return own;
	bd_decimal_evidence evidence = { 0 };
	for (size_t i = 0; i < c->rows; i++)
		if (is_text(c->values[i]))
			bd_decimal_look(&evidence, c->values[i].string, c->values[i].length);
	bool decimals =
		evidence.grouped_point ? told == BD_DECIMAL_POINT : told == BD_DECIMAL_COMMA;
	return decimals && has_bare_hundreds(c) ? own : told;
}

static bd_number_reading read_number(bd_value v, bd_decimal decimal)
{
	return bd_number_read(v.string, v.length, decimal);
}

bd_decimal bd_office_decimal_said(const bd_json *format)
{
	const char *decimal = bd_json_string(bd_json_get(format, "decimal"), "");
	return !strcmp(decimal, ".")   ? BD_DECIMAL_POINT
	       : !strcmp(decimal, ",") ? BD_DECIMAL_COMMA
				       : BD_DECIMAL_EITHER;
}

/* 0912 345 678 is a telephone number, 007 a code: their zeros must stay. */
bool bd_office_is_code(const char *text, size_t length)
{
	return length > 1 && text[0] == '0' && isdigit((unsigned char)text[1]);
}

bd_read_as bd_office_guess(const bd_column *c, bd_decimal said)
{
	bool numbers = true, dates = true, any = false;
	bd_decimal decimal = decimal_of(c, said);
	for (size_t i = 0; i < c->rows && (numbers || dates); i++) {
		bd_value v = c->values[i];
		bd_when when;
		if (bd_value_is_missing(v) || (is_text(v) && !v.length))
			continue;
		if (!is_text(v)) { /* of a sheet */
			any = true;
			numbers = numbers && v.kind == BD_V_NUMBER;
			dates = dates && v.kind == BD_V_DATE;
			continue;
		}
		bd_number_reading r = read_number(v, decimal);
		if (r.status == BD_READ_EMPTY)
			continue;
		any = true;
		numbers = numbers && r.status == BD_READ_NUMBER &&
			  !bd_office_is_code(v.string, v.length);
		dates = dates && bd_date_read(v.string, v.length, &when);
	}
	if (!any)
		return BD_AS_IS;
	return numbers ? BD_AS_NUMBER : dates ? BD_AS_DATE : BD_AS_IS; /* 2014 is a number, too */
}

/* What may stand at a number as its unit: «tấn», «%», «₫», «(ước)». */
static bool is_unit(const char *text, size_t length)
{
	const char *next;
	uint32_t c = length ? bd_utf8_next(text, text + length, &next) : 0;
	return c >= 0xC0 ? c < 0x2000 || (c >= 0x20A0 && c < 0x20D0) || c == 0x2030
			 : c == '%' || c == '$' || c == '(' || c == 0xB0 ||
				   (c < 128 && isalpha((int)c));
}

/* What may stand before one: «gần», «USD», «~». */
static bool is_approximation(const char *text, size_t length)
{
	return is_unit(text, length) || strchr("~<>", *text) || bd_starts_with(text, "≈") ||
	       bd_starts_with(text, "≥") || bd_starts_with(text, "≤");
}

/* «1,2 triệu», «7,3 tỉ đồng»: the number in full; the rest of the unit behind the word. */
static const char *in_full(bd_env *env, const bd_number_reading *r, const char **rest)
{
	static const struct {
		const char *word;
		double size;
	} words[] = { { "nghìn", 1e3 },     { "ngàn", 1e3 },      { "vạn", 1e4 },
		      { "triệu", 1e6 },     { "tỉ", 1e9 },        { "tỷ", 1e9 },
		      { "nghìn tỉ", 1e12 }, { "nghìn tỷ", 1e12 }, { "million", 1e6 },
		      { "billion", 1e9 },   { "ພັນ", 1e3 },        { "ລ້ານ", 1e6 },
		      { "ຕື້", 1e9 } };
	const char *number = NULL;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i].word);
		if (r->unit_length < n || memcmp(r->unit, words[i].word, n) ||
		    (r->unit_length > n && r->unit[n] != ' '))
			continue;
		size_t skip = n + (r->unit_length > n);
		*rest = bd_strndup(env->arena, r->unit + skip, r->unit_length - skip);
		number = bd_number_text(env->arena, round(r->number * words[i].size * 1e6) / 1e6);
	}
	return number;
}

/* How to write a number that has something beside it. */
static void suggest_number(bd_env *env, bd_diag *diag, const char *text, const bd_number_reading *r)
{
	const char *stop = text + strlen(text), *start = text, *rest;
	if (r->unit_before)
		start = r->unit + r->unit_length;
	else
		stop = r->unit;
	while (start < stop && *start == ' ')
		start++;
	while (stop > start && stop[-1] == ' ')
		stop--;
	const char *figure = bd_strndup(env->arena, start, (size_t)(stop - start));
	if (r->unit_before) { /* «khoảng 800», but not «Covid-19» */
		if (is_approximation(r->unit, r->unit_length) && *figure != '-')
			bd_suggest(env->diags, diag, BD_HINT_NUMBER_ALONE, figure);
		return;
	}
	if (!is_unit(r->unit, r->unit_length) || is_approximation(text, 1) || strchr(text, '#'))
		return;
	const char *full = in_full(env, r, &rest);
	if ((full && !*rest) || *r->unit == '(')
		bd_suggest(env->diags, diag, BD_HINT_NUMBER_ALONE, full ? full : figure);
	else
		bd_suggest(env->diags, diag, BD_HINT_SPLIT_UNIT, full ? full : figure,
			   full ? rest : bd_strndup(env->arena, r->unit, r->unit_length));
}

void bd_office_not_a_number(bd_env *env, const bd_place *place, const char *text,
			    const char *column)
{
	bd_number_reading r = bd_number_read(text, strlen(text), BD_DECIMAL_COMMA);
	if (r.status != BD_READ_WITH_UNIT)
		r = bd_number_read(text, strlen(text), BD_DECIMAL_POINT);
	bd_diag *diag = bd_error(env->diags, place, BD_NOT_A_NUMBER, text, column);
	if (r.status == BD_READ_WITH_UNIT)
		suggest_number(env, diag, text, &r);
}

void bd_office_suggest_date(bd_env *env, bd_diag *diag, const char *text)
{
	bd_when meant;
	switch (bd_date_fault_of(text, strlen(text), &meant)) {
	case BD_DATE_MONTH_FIRST:
		bd_suggest(env->diags, diag, BD_HINT_DAY_FIRST,
			   bd_printf(env->arena, "%d/%d/%d", meant.day, meant.month, meant.year));
		break;
	case BD_DATE_SHORT_YEAR: bd_suggest(env->diags, diag, BD_HINT_WHOLE_YEAR); break;
	case BD_DATE_NO_SUCH_DAY:
		bd_suggest(env->diags, diag, BD_HINT_DAYS_OF_MONTH,
			   bd_printf(env->arena, "%d/%d", meant.month, meant.year),
			   bd_printf(env->arena, "%d", meant.day));
		break;
	case BD_DATE_NONSENSE: break;
	}
}

static const bd_place *place_of(bd_env *env, bd_cell_places places, size_t row, const bd_column *c)
{
	if (!places.origin || !c->file_column)
		return NULL;
	return places.origin->place(places.origin, env->arena, places.rows ? places.rows[row] : row,
				    c);
}

/* The first cell that might mean two numbers. */
static void complain_ambiguous(bd_env *env, bd_cell_places places, const bd_column *c,
			       bd_decimal decimal)
{
	for (size_t i = 0; i < c->rows; i++) {
		bd_decimal_evidence e = { 0 };
		if (is_text(c->values[i]))
			bd_decimal_look(&e, c->values[i].string, c->values[i].length);
		if (!e.grouped_point && !e.grouped_comma &&
		    !(decimal == BD_DECIMAL_MIXED && e.comma))
			continue;
		if (read_number(c->values[i], BD_DECIMAL_COMMA).status != BD_READ_NUMBER)
			continue; /* «gần 11.000» is told of as such */
		bd_diag *diag = bd_error(env->diags, place_of(env, places, i, c),
					 decimal == BD_DECIMAL_MIXED ? BD_MIXED_NUMBERS
								     : BD_AMBIGUOUS_NUMBER,
					 c->values[i].string, c->name);
		if (decimal == BD_DECIMAL_AMBIGUOUS)
			bd_suggest(env->diags, diag, BD_HINT_SAY_DECIMAL,
				   e.grouped_point ? "," : ".",
				   bd_number_text(env->arena,
						  read_number(c->values[i],
							      e.grouped_point ? BD_DECIMAL_COMMA
									      : BD_DECIMAL_POINT)
							  .number),
				   e.grouped_point ? "." : ",");
		return;
	}
}

/* A cell as a number; NaN after a complaint, or where it is left empty (*empty). */
static double number_of(bd_env *env, bd_cell_places places, const bd_column *c, size_t row,
			bd_decimal decimal, int *complaints, bool *empty)
{
	bd_value v = c->values[row];
	*empty = bd_value_is_missing(v);
	if (!is_text(v))
		return *empty ? NAN : bd_value_to_number(v);
	bd_number_reading r = read_number(v, decimal);
	*empty = r.status == BD_READ_EMPTY;
	if (r.status == BD_READ_NUMBER || *empty)
		return *empty ? NAN : r.number;
	if ((*complaints)++ < MOST_COMPLAINTS)
		bd_office_not_a_number(env, place_of(env, places, row, c), v.string, c->name);
	return NAN;
}

bool bd_office_serial_date(double number, double *ms)
{
	const double FIRST = 10000, LAST = 99999, EPOCH = 25569;
	*ms = round((number - EPOCH) * BD_MS_PER_DAY);
	return number >= FIRST && number <= LAST;
}

/* A number where a date is due: a year, or a day as Excel counts it. */
static bool date_of_number(double number, double *ms)
{
	if (number == floor(number) && number >= 1000 && number <= 2999) {
		*ms = bd_time_from_date((bd_date){ .year = (int)number, .month = 1, .day = 1 });
		return true;
	}
	return bd_office_serial_date(number, ms);
}

static double date_of(bd_env *env, bd_cell_places places, const bd_column *c, size_t row,
		      int *complaints, bool *empty)
{
	bd_value v = bd_column_value(c, row);
	bd_when when;
	double ms;
	*empty = bd_value_is_missing(v);
	if (*empty || v.kind == BD_V_DATE)
		return *empty ? NAN : v.number;
	if (v.kind == BD_V_NUMBER && date_of_number(v.number, &ms))
		return ms;
	const char *text = bd_value_to_string(env->arena, v);
	bd_number_reading r = bd_number_read(text, strlen(text), BD_DECIMAL_POINT);
	*empty = r.status == BD_READ_EMPTY;
	if (*empty)
		return NAN;
	if (bd_date_read(text, strlen(text), &when))
		return when.ms;
	if (r.status == BD_READ_NUMBER && bd_office_serial_date(r.number, &ms))
		return ms;
	if ((*complaints)++ < MOST_COMPLAINTS)
		bd_office_suggest_date(env,
				       bd_error(env->diags, place_of(env, places, row, c),
						BD_NOT_A_DATE, text, c->name),
				       text);
	return NAN;
}

bd_column *bd_office_read(bd_env *env, bd_cell_places places, const bd_column *c, bd_read_as as,
			  bd_decimal said)
{
	bd_decimal decimal =
		as == BD_AS_NUMBER ? decimal_in_file(c, places, said) : BD_DECIMAL_EITHER;
	double *numbers = BD_ARRAY(env->arena, c->rows, double);
	uint8_t *missing = BD_ARRAY(env->arena, c->rows, uint8_t);
	int complaints = 0;
	if (decimal == BD_DECIMAL_AMBIGUOUS || decimal == BD_DECIMAL_MIXED)
		complain_ambiguous(env, places, c, decimal);
	if (decimal == BD_DECIMAL_MIXED)
		complaints = MOST_COMPLAINTS; /* that was it */
	for (size_t i = 0; i < c->rows; i++) {
		bool empty;
		numbers[i] = as == BD_AS_DATE
				     ? date_of(env, places, c, i, &complaints, &empty)
				     : number_of(env, places, c, i, decimal, &complaints, &empty);
		missing[i] = empty ? BD_IS_NULL : 0;
	}
	bd_column *read = bd_column_new_numbers(
		env->arena, c->name, as == BD_AS_DATE ? BD_COLUMN_DATE : BD_COLUMN_NUMBER, numbers,
		missing, c->rows);
	read->file_column = c->file_column;
	return read;
}
