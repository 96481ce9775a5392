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

static void take_word(parts *p, const char *word, size_t length)
{
	static const char *const idle[] = { "ngày", "tháng", "năm", "mùng", "of",
					    "ວັນທີ",  "ເດືອນ",  "ປີ",   "the" };
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
	int month = find_month(word, length);
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
			p.iso |= p.count == 1 && text - start == 4 && text < end && *text == '-';
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

static bool read_iso(const parts *p, bd_when *when)
{
	const int *n = p->numbers;
	if (p->count == 2)
		return finish(when, n[0], n[1], 1, BD_DATE_MONTH);
	if (!finish(when, n[0], n[1], n[2], BD_DATE_DAY))
		return false;
	if (p->count == 3)
		return !p->time;
	int second = p->count > 5 ? n[5] : 0;
	if (p->count < 5 || n[3] > 24 || n[4] > 59 || second > 60)
		return false;
	when->precision = BD_DATE_TIME;
	when->ms += ((n[3] * 60 + n[4]) * 60 + second) * 1000.0;
	return true;
}

bool bd_date_read(const char *text, size_t length, bd_when *when)
{
	parts p = cut(text, text + length);
	const int *n = p.numbers;
	if (p.bad || !p.count)
		return false;
	if (p.month)
		return !p.quarter && read_named(&p, when);
	if (p.quarter)
		return p.count == 2 && n[0] >= 1 && n[0] <= 4 &&
		       finish(when, n[1], n[0] * 3 - 2, 1, BD_DATE_QUARTER);
	if (p.iso)
		return read_iso(&p, when);
	if (p.time)
		return false;
	/* A year has four digits: "77" is none, and "5/9/62" says too little. */
	if (p.count == 1)
		return p.digits[0] == 4 && finish(when, n[0], 1, 1, BD_DATE_YEAR);
	if (p.count == 2)
		return p.digits[1] == 4 && finish(when, n[1], n[0], 1, BD_DATE_MONTH);
	return p.count == 3 && p.digits[2] == 4 && finish(when, n[2], n[1], n[0], BD_DATE_DAY);
}
