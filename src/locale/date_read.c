/* date_read.c - dates as people write them: Vietnamese, Lao and English forms, and ISO 8601.
 *
 * The text is cut into numbers and words; what they are follows from their number, their order and
 * the words between them. The day stands before the month, as all three languages' press has it. */
#include "locale/locale.h"
#include "locale/words.h"

#include "base/number.h"
#include "base/str.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { MOST_NUMBERS = 6 };

typedef struct parts {
	int numbers[MOST_NUMBERS];
	int digits[MOST_NUMBERS];
	int count;
	bool quarter, iso, time, bad;
	int month;    /* by name; 0: none */
	int named_at; /* how many numbers stood before the name */
} parts;

static bool word_is(const char *word, size_t length, const char *name)
{
	return strlen(name) == length && !strncasecmp(word, name, length);
}

static int find_month(const char *word, size_t length)
{
	for (const char *const *lang = bd_locale_names(); *lang; lang++) {
		const bd_locale *l = bd_locale_find(*lang);
		for (int m = 0; m < 12; m++)
			if (word_is(word, length, l->months[m]) ||
			    word_is(word, length, l->short_months[m]))
				return m + 1;
	}
	return 0;
}

/* «quý II/2023»: the quarter as a Roman numeral. */
static bool take_roman(parts *p, const char *word, size_t length)
{
	static const char *const romans[] = { "I", "II", "III", "IV" };
	for (int i = 0; p->quarter && p->count == 0 && i < 4; i++)
		if (word_is(word, length, romans[i])) {
			p->digits[p->count] = 1;
			p->numbers[p->count++] = i + 1;
			return true;
		}
	return false;
}

static void take_word(parts *p, const char *word, size_t length)
{
	static const char *const idle[] = { "ngày", "tháng", "năm",  "mùng", "thg", "th",
					    "of",   "ວັນທີ",   "ເດືອນ", "ປີ",    "the" };
	static const char *const quarters[] = { "quý", "Q", "ໄຕມາດ", "quarter" };
	for (size_t i = 0; i < sizeof idle / sizeof *idle; i++)
		if (word_is(word, length, idle[i]))
			return;
	for (size_t i = 0; i < sizeof quarters / sizeof *quarters; i++)
		if (word_is(word, length, quarters[i])) {
			p->quarter = true;
			return;
		}
	/* "T" between a date and a time */
	if (word_is(word, length, "T") && p->count == 3) {
		p->time = true;
		return;
	}
	if (word_is(word, length, "T") && p->count == 0) /* «T7/2022» */
		return;
	if (take_roman(p, word, length))
		return;
	int month = find_month(word, length);
	if (!month && length > 1 && word[length - 1] == '.') /* "Jul." */
		month = find_month(word, length - 1);
	p->bad |= !month || p->month;
	p->month = month;
	p->named_at = p->count;
}

static parts cut(const char *text, const char *end)
{
	parts p = { .bad = false };
	while (text < end && !p.bad) {
		unsigned char c = (unsigned char)*text;
		const char *start = text;
		if (isdigit(c)) {
			int n = 0;
			while (text < end && isdigit((unsigned char)*text) && text - start < 5)
				n = n * 10 + (*text++ - '0');
			if (p.count == MOST_NUMBERS) {
				p.bad = true;
				break;
			}
			p.digits[p.count] = (int)(text - start);
			p.numbers[p.count++] = n;
			p.iso |= p.count == 1 && text - start == 4 && text < end &&
				 strchr("-/.", *text);
		} else if (strchr(" /.,-:", c)) {
			p.time |= c == ':';
			text++;
		} else if (c == 0xC2 && text + 1 < end && (unsigned char)text[1] == 0xA0) {
			text += 2;
		} else {
			while (text < end && !isdigit((unsigned char)*text) &&
			       !strchr(" /,-:", *text))
				text++;
			if (*start == 'Z' && text - start == 1 && p.time)
				continue;
			take_word(&p, start, (size_t)(text - start));
		}
	}
	return p;
}

static bool finish(bd_when *when, int year, int month, int day, bd_date_precision precision)
{
	if (!bd_date_is_valid(year, month, day))
		return false;
	*when = (bd_when){ year, month, day, precision, 0 };
	when->ms = bd_time_from_date((bd_date){ .year = year, .month = month, .day = day });
	return true;
}

static bool read_named(const parts *p, bd_when *when)
{
	if (p->count == 1)
		return finish(when, p->numbers[0], p->month, 1, BD_DATE_MONTH);
	if (p->count != 2) /* "July 18, 1977" and "18 July 1977" alike: day, then year */
		return false;
	return finish(when, p->numbers[1], p->month, p->numbers[0], BD_DATE_DAY);
}

/* The hours, minutes and seconds that may follow a date's three numbers. */
static bool read_time(const parts *p, bd_when *when)
{
	const int *n = p->numbers;
	if (p->count == 3)
		return !p->time;
	int second = p->count > 5 ? n[5] : 0;
	if (p->count < 5 || !p->time || n[3] > 23 || n[4] > 59 || second > 59)
		return false;
	when->precision = BD_DATE_TIME;
	when->ms += ((n[3] * 60 + n[4]) * 60 + second) * 1000.0;
	return true;
}

static bool read_iso(const parts *p, bd_when *when)
{
	const int *n = p->numbers;
	if (p->count == 2)
		return finish(when, n[0], n[1], 1, BD_DATE_MONTH);
	return p->count >= 3 && finish(when, n[0], n[1], n[2], BD_DATE_DAY) && read_time(p, when);
}

/* The whole of ISO 8601's instants, with their distance from UTC and fractions of a second. */
static bool read_instant(const char *text, size_t length, bd_when *when)
{
	static const char *const forms[] = { "%Y-%m-%dT%H:%M:%S.%L%Z", "%Y-%m-%dT%H:%M:%S%Z",
					     "%Y-%m-%dT%H:%M%Z", "%Y-%m-%dT%H:%M:%S.%L" };
	char copy[40];
	double ms;
	if (length >= sizeof copy || length < 16 || text[10] != 'T')
		return false;
	memcpy(copy, text, length);
	copy[length] = 0;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (bd_time_parse(bd_locale_find("en"), forms[i], copy, &ms)) {
			*when = bd_when_from_ms(ms, BD_DATE_TIME);
			return true;
		}
	return false;
}

bool bd_date_read(const char *text, size_t length, bd_when *when)
{
	if (read_instant(text, length, when))
		return true;
	parts p = cut(text, text + length);
	const int *n = p.numbers;
	if (p.bad || !p.count)
		return false;
	if (p.month)
		return !p.quarter && read_named(&p, when);
	if (p.quarter) {
		int year = p.digits[0] == 4 ? n[0] : n[1], quarter = p.digits[0] == 4 ? n[1] : n[0];
		return p.count == 2 && !p.time && quarter >= 1 && quarter <= 4 &&
		       finish(when, year, quarter * 3 - 2, 1, BD_DATE_QUARTER);
	}
	if (p.iso)
		return read_iso(&p, when);
	/* A year has four digits: "77" is none, and "5/9/62" says too little. */
	if (p.count < 3 && p.time)
		return false;
	if (p.count == 1)
		return p.digits[0] == 4 && finish(when, n[0], 1, 1, BD_DATE_YEAR);
	if (p.count == 2)
		return p.digits[1] == 4 && finish(when, n[1], n[0], 1, BD_DATE_MONTH);
	return p.digits[2] == 4 && finish(when, n[2], n[1], n[0], BD_DATE_DAY) &&
	       read_time(&p, when);
}
