/* date_read.c - dates as people write them: Vietnamese, Lao and English forms, and ISO 8601.
 *
 * The text is cut into numbers and words; what they are follows from their number, their order and
 * the words between them. The day stands before the month, as all three languages' press has it: a
 * date with the month first is none, for its neighbours would be read wrongly without a word. */
#include "locale/fold.h"
#include "locale/locale.h"
#include "locale/words.h"

#include "base/str.h"

#include <ctype.h>
#include <string.h>

enum { MOST_NUMBERS = 3, MOST_DIGITS = 4, ROOM = 120 };

typedef struct parts {
	int numbers[MOST_NUMBERS];
	int digits[MOST_NUMBERS];
	int count;
	bool quarter, iso, bad;
	int month;                           /* by name; 0: none */
	bool month_follows, weekday_follows; /* «tháng» bảy, «thứ» sáu */
	bool ten;                            /* «mười», of which «một» makes eleven */
	bool time, afternoon, forenoon;      /* a time of day stands there, too */
	bool seconds;
	int hour, minute, second;
} parts;

static bool is_one_of(const char *word, size_t length, const char *const words[])
{
	for (; *words; words++)
		if (bd_folded_is(word, length, *words))
			return true;
	return false;
}

/* Which of `count` names a word is, from 1; 0: none. */
static int find_name(const char *word, size_t length, const char *const names[], int count)
{
	for (int i = 0; i < count; i++)
		if (bd_folded_is(word, length, names[i]))
			return i + 1;
	return 0;
}

static int find_month(const char *word, size_t length)
{
	for (const char *const *lang = bd_locale_names(); *lang; lang++) {
		const bd_locale *l = bd_locale_find(*lang);
		int month = find_name(word, length, l->months, 12);
		month = month ? month : find_name(word, length, l->short_months, 12);
		if (month)
			return month;
	}
	return 0;
}

static bool is_weekday(const char *word, size_t length)
{
	static const char *const parts_of_sunday[] = { "chủ", "nhật", "cn", NULL };
	bool is = is_one_of(word, length, parts_of_sunday);
	for (const char *const *lang = bd_locale_names(); *lang && !is; lang++) {
		const bd_locale *l = bd_locale_find(*lang);
		is = find_name(word, length, l->days, 7) ||
		     find_name(word, length, l->short_days, 7);
	}
	return is;
}

/* «quý II/2023»: the quarter as a Roman numeral. */
static bool take_roman(parts *p, const char *word, size_t length)
{
	static const char *const romans[] = { "I", "II", "III", "IV" };
	int quarter = p->quarter && !p->count ? find_name(word, length, romans, 4) : 0;
	if (!quarter)
		return false;
	p->digits[p->count] = 1;
	p->numbers[p->count++] = quarter;
	return true;
}

/* «tháng bảy», «tháng mười hai»; «thứ sáu». «năm» is five and year. */
static bool take_counted(parts *p, const char *word, size_t length)
{
	static const char *const counts[] = { "một", "hai", "ba",  "tư",   "năm",
					      "sáu", "bảy", "tám", "chín", "mười" };
	int number = find_name(word, length, counts, 10);
	if (p->weekday_follows && number > 1 && number < 8) {
		p->weekday_follows = false;
		return true;
	}
	if (p->ten && (number == 1 || number == 2))
		p->month = 10 + number;
	else if (p->month_follows && number && !p->month)
		p->month = number;
	else
		number = 0;
	p->ten = p->month_follows && number == 10;
	p->month_follows = false;
	return number != 0;
}

static bool take_half_of_day(parts *p, const char *word, size_t length)
{
	static const char *const before[] = { "am", "sa", NULL }, *const after[] = { "pm", "ch",
										     NULL };
	p->forenoon |= p->time && is_one_of(word, length, before);
	p->afternoon |= p->time && is_one_of(word, length, after);
	return p->forenoon || p->afternoon;
}

static void take_word(parts *p, const char *word, size_t length)
{
	static const char *const idle[] = { "ngày", "tháng", "thg",  "năm", "mùng", "th",
					    "of",   "the",   "lúc",  "st",  "nd",   "rd",
					    "at",   "ວັນທີ",   "ເດືອນ", "ປີ",   NULL };
	static const char *const quarters[] = { "quý", "Q", "ໄຕມາດ", "quarter", NULL };
	if (length > 1 && word[length - 1] == '.') /* "Jul." */
		length--;
	if (take_counted(p, word, length))
		return;
	p->month_follows = bd_folded_is(word, length, "tháng");
	if (is_one_of(word, length, idle))
		return;
	p->weekday_follows = bd_folded_is(word, length, "thứ");
	if (p->weekday_follows)
		return;
	if (is_one_of(word, length, quarters)) {
		p->quarter = true;
		return;
	}
	/* «T7/2022»; "T" between a date and a time, "Z" behind it */
	if (length == 1 && ((*word == 't' && p->count % 3 == 0) || (*word == 'z' && p->time)))
		return;
	if (take_half_of_day(p, word, length) || take_roman(p, word, length))
		return;
	int month = find_month(word, length);
	if (!month && is_weekday(word, length))
		return;
	p->bad |= !month || p->month;
	p->month = month;
}

/* Digits at *at as a number; how many there were. */
static int take_digits(const char **at, int *number)
{
	const char *start = *at;
	for (*number = 0; isdigit((unsigned char)**at); (*at)++)
		if (*at - start < MOST_DIGITS)
			*number = *number * 10 + (**at - '0');
	return (int)(*at - start);
}

/* «10:30:05», «14h30», «14h» after the hour. */
static void take_clock(parts *p, const char **at, int hour)
{
	char sign = *(*at)++;
	p->bad |= p->time;
	p->time = true;
	p->hour = hour;
	p->minute = p->second = 0;
	if (take_digits(at, &p->minute) == 0)
		p->bad |= sign == ':';
	else if (sign == ':' && **at == ':' && isdigit((unsigned char)(*at)[1])) {
		(*at)++;
		p->seconds = take_digits(at, &p->second) > 0;
	}
}

static void take_number(parts *p, const char **at)
{
	int number, digits = take_digits(at, &number);
	bool clock =
		digits <= 2 && (**at == ':' || (**at == 'h' && !isalpha((unsigned char)(*at)[1])));
	p->month_follows = p->ten = false;
	if (clock) {
		take_clock(p, at, number);
	} else if (p->weekday_follows && digits == 1) {
		p->weekday_follows = false;
	} else if (p->count == MOST_NUMBERS || digits > MOST_DIGITS) {
		p->bad = true;
	} else {
		p->digits[p->count] = digits;
		p->numbers[p->count++] = number;
		p->iso |= p->count == 1 && digits == 4 && **at && strchr("-/.", **at);
	}
}

/* The numbers and words of a date. */
static parts cut(const char *text, size_t length)
{
	parts p = { .bad = false };
	char folded[ROOM];
	if (bd_fold(text, length, folded, ROOM) == SIZE_MAX)
		p.bad = true;
	for (const char *at = folded; !p.bad && *at;) {
		size_t word = strcspn(at, " /,-:0123456789");
		if (isdigit((unsigned char)*at)) {
			take_number(&p, &at);
		} else if (strchr(" /.,-", *at)) {
			at++;
		} else if (word) {
			take_word(&p, at, word);
			at += word;
		} else {
			p.bad = true;
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
	const int *n = p->numbers;
	if (p->count == 1)
		return p->digits[0] == 4 && finish(when, n[0], p->month, 1, BD_DATE_MONTH);
	if (p->count != 2) /* "July 18, 1977" and "18 July 1977" alike: day, then year */
		return false;
	int year = p->digits[0] == 4 ? 0 : 1;
	return p->digits[year] == 4 && finish(when, n[year], p->month, n[!year], BD_DATE_DAY);
}

static bool at_midnight(const parts *p)
{
	return p->hour == 0 && p->minute == 0 && p->second == 0;
}

/* The time that stands with a whole date; none stands with a month or a year alone. Programs add
 * 00:00:00 to dates that have no time; a person writes 0:00. */
static bool add_time(const parts *p, bd_when *when)
{
	int hour = p->hour;
	if (!p->time)
		return true;
	if (p->forenoon || p->afternoon) {
		if (hour < (p->afternoon ? 1 : 0) || (p->forenoon && hour > 12))
			return false;
		hour = p->afternoon && hour < 12 ? hour + 12 : p->forenoon && hour == 12 ? 0 : hour;
	}
	if (when->precision != BD_DATE_DAY || hour > 23 || p->minute > 59 || p->second > 59)
		return false;
	if (!p->seconds || !at_midnight(p))
		when->precision = BD_DATE_TIME;
	when->ms += ((hour * 60 + p->minute) * 60 + p->second) * 1000.0;
	return true;
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
			bool midnight = ms == bd_when_from_ms(ms, BD_DATE_DAY).ms;
			*when = bd_when_from_ms(ms, midnight ? BD_DATE_DAY : BD_DATE_TIME);
			return true;
		}
	return false;
}

static bool read_date(const parts *p, bd_when *when)
{
	const int *n = p->numbers, *digits = p->digits;
	if (p->month)
		return !p->quarter && read_named(p, when);
	if (p->quarter) {
		int year = digits[0] == 4 ? 0 : 1, quarter = n[!year];
		return p->count == 2 && digits[year] == 4 && quarter >= 1 && quarter <= 4 &&
		       finish(when, n[year], quarter * 3 - 2, 1, BD_DATE_QUARTER);
	}
	if (p->iso && p->count > 1)
		return finish(when, n[0], n[1], p->count == 3 ? n[2] : 1,
			      p->count == 3 ? BD_DATE_DAY : BD_DATE_MONTH);
	/* A year has four digits: "77" is none, and "5/9/62" says too little. */
	if (!p->count || digits[p->count - 1] != 4)
		return false;
	switch (p->count) {
	case 1: return finish(when, n[0], 1, 1, BD_DATE_YEAR);
	case 2: return finish(when, n[1], n[0], 1, BD_DATE_MONTH);
	default: return finish(when, n[2], n[1], n[0], BD_DATE_DAY);
	}
}

bool bd_date_read(const char *text, size_t length, bd_when *when)
{
	if (read_instant(text, length, when))
		return true;
	parts p = cut(text, length);
	return !p.bad && read_date(&p, when) && add_time(&p, when);
}

bd_date_fault bd_date_fault_of(const char *text, size_t length, bd_when *meant)
{
	parts p = cut(text, length);
	const int *n = p.numbers;
	if (!p.bad && p.count == 3 && !p.month && !p.quarter) {
		int year = p.iso ? 0 : 2, day = 2 - year;
		if (p.digits[year] == 4 && n[day] > 28 && n[day] <= 31 &&
		    finish(meant, n[year], n[1], 28, BD_DATE_DAY)) {
			for (int last = 29; finish(meant, n[year], n[1], last, BD_DATE_DAY); last++)
				;
			return BD_DATE_NO_SUCH_DAY;
		}
	}
	if (p.bad || p.quarter || p.iso || p.count + (p.month > 0) != 3)
		return BD_DATE_NONSENSE;
	int last = p.digits[p.count - 1];
	if (last == 2)
		return BD_DATE_SHORT_YEAR;
	if (last != 4 || p.month ||
	    !finish(meant, p.numbers[2], p.numbers[0], p.numbers[1], BD_DATE_DAY))
		return BD_DATE_NONSENSE;
	return BD_DATE_MONTH_FIRST;
}
