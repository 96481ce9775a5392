#include "base/time_read.h"

#include "base/time.h"
#include <ctype.h>
#include <math.h>
#include <string.h>

typedef struct scanner {
	const char *at, *end;
} scanner;

static bool take(scanner *s, char c)
{
	if (s->at >= s->end || *s->at != c)
		return false;
	s->at++;
	return true;
}

/* `least` to `most` digits; -1 where there are fewer. */
static int digits(scanner *s, int least, int most)
{
	int value = 0, count = 0;
	for (; count < most && s->at < s->end && isdigit((unsigned char)*s->at); count++)
		value = value * 10 + (*s->at++ - '0');
	return count < least ? -1 : value;
}

/* "Z", "+07:00", "+0700", "+07" as minutes east of UTC. */
static bool zone(scanner *s, int *minutes)
{
	*minutes = 0;
	if (take(s, 'Z') || take(s, 'z') || s->at >= s->end)
		return true;
	bool west = *s->at == '-';
	if (*s->at != '+' && !west)
		return false;
	s->at++;
	int hour = digits(s, 2, 2);
	take(s, ':');
	int minute = s->at < s->end ? digits(s, 2, 2) : 0;
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
		return false;
	*minutes = (west ? -1 : 1) * (hour * 60 + minute);
	return true;
}

/* ":mm[:ss[.fff]]" after the hour. */
static bool clock_rest(scanner *s, bd_date *d, double *fraction)
{
	if (!take(s, ':') || (d->minute = digits(s, 2, 2)) < 0 || d->minute > 59)
		return false;
	if (take(s, ':')) {
		if ((d->second = digits(s, 2, 2)) < 0 || d->second > 59)
			return false;
		if (take(s, '.') || take(s, ',')) {
			double unit = 100;
			if (s->at >= s->end || !isdigit((unsigned char)*s->at))
				return false;
			for (; s->at < s->end && isdigit((unsigned char)*s->at); unit /= 10)
				*fraction += (*s->at++ - '0') * unit;
		}
	}
	return d->hour < 24 || (d->hour == 24 && !d->minute && !d->second);
}

static bool parse_iso(scanner s, double *milliseconds)
{
	bd_date d = { .month = 1, .day = 1 };
	double fraction = 0;
	int minutes = 0;
	bool minus = s.at < s.end && *s.at == '-';
	if (minus || (s.at < s.end && *s.at == '+')) {
		s.at++;
		d.year = digits(&s, 6, 6);
	} else {
		d.year = digits(&s, 4, 4);
	}
	if (d.year < 0)
		return false;
	d.year = minus ? -d.year : d.year;
	if (take(&s, '-')) {
		d.month = digits(&s, 2, 2);
		if (d.month < 1 || d.month > 12)
			return false;
		if (take(&s, '-')) {
			d.day = digits(&s, 2, 2);
			if (d.day < 1 || d.day > bd_days_in_month(d.year, d.month))
				return false;
		}
	}
	if (take(&s, 'T') || take(&s, 't') || take(&s, ' ')) {
		d.hour = digits(&s, 2, 2);
		if (d.hour < 0 || !clock_rest(&s, &d, &fraction))
			return false;
		take(&s, ' ');
		if (!zone(&s, &minutes))
			return false;
	}
	if (s.at != s.end)
		return false;
	*milliseconds = bd_time_from_date(d) + floor(fraction) - minutes * 60000.0;
	return true;
}

/* What the words and numbers of a free form amount to. */
typedef struct found {
	int numbers[3], count;
	int month; /* named; 0: not */
	int minutes;
	bool clock, pm, am, zoned;
	bd_date time;
	double fraction;
} found;

static bool take_word(scanner *s, found *f)
{
	static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	static const char days[] = "sunmontuewedthufrisat";
	static const char *const months[] = { "january",   "february", "march",    "april",
					      "may",       "june",     "july",     "august",
					      "september", "october",  "november", "december" };
	static const char *const weekdays[] = { "sunday",   "monday", "tuesday", "wednesday",
						"thursday", "friday", "saturday" };
	char word[12];
	size_t n = 0;
	while (s->at < s->end && isalpha((unsigned char)*s->at) && n < sizeof word - 1)
		word[n++] = (char)tolower((unsigned char)*s->at++);
	word[n] = 0;
	if (!strcmp(word, "am") || !strcmp(word, "pm")) {
		f->am = *word == 'a';
		f->pm = *word == 'p';
		return f->clock;
	}
	if (!strcmp(word, "z") || !strcmp(word, "utc") || !strcmp(word, "gmt"))
		return f->zoned = true;
	if (!strcmp(word, "t"))
		return f->count == 3;
	if (n < 3)
		return false;
	for (int m = 0; m < 12; m++)
		if (!strncmp(word, names + (size_t)m * 3, 3) && !strncmp(months[m], word, n)) {
			f->month = m + 1;
			return true;
		}
	for (int d = 0; d < 7; d++)
		if (!strncmp(word, days + (size_t)d * 3, 3) && !strncmp(weekdays[d], word, n))
			return true;
	return false;
}

static bool take_number(scanner *s, found *f)
{
	const char *start = s->at;
	int value = digits(s, 1, 6);
	if (s->at < s->end && isdigit((unsigned char)*s->at))
		return false;
	if (s->at < s->end && *s->at == ':' && !f->clock) {
		f->time.hour = value;
		f->clock = true;
		return s->at - start <= 2 && clock_rest(s, &f->time, &f->fraction);
	}
	if (f->count == 3)
		return false;
	f->numbers[f->count++] = value;
	return true;
}

static int full_year(int year)
{
	return year > 99 ? year : year < 50 ? 2000 + year : 1900 + year;
}

/* Day, month and year from their order, as V8 does: a named month leaves day and year; otherwise
 * a first number above 31 is the year, else the month comes first. */
static bool compose(const found *f, bd_date *d)
{
	int a = f->numbers[0], b = f->numbers[1], c = f->numbers[2];
	*d = f->time;
	if (f->month) {
		if (f->count < 1 || f->count > 2)
			return false;
		bool year_first = a > 31 || (f->count == 1 && a > 31);
		d->month = f->month;
		d->day = f->count == 1 ? (year_first ? 1 : a) : year_first ? b : a;
		d->year = f->count == 1 ? (year_first ? a : 2001) : full_year(year_first ? a : b);
	} else if (f->count == 3) {
		bool year_first = a > 31;
		d->year = full_year(year_first ? a : c);
		d->month = year_first ? b : a;
		d->day = year_first ? c : b;
	} else if (f->count == 2 && a <= 12 && b > 31) {
		d->month = a;
		d->day = 1;
		d->year = b;
	} else if (f->count == 2 && a > 31) {
		d->year = a;
		d->month = b;
		d->day = 1;
	} else {
		return false;
	}
	return bd_date_is_valid(d->year, d->month, d->day);
}

static bool parse_free(scanner s, double *milliseconds)
{
	found f = { 0 };
	while (s.at < s.end) {
		unsigned char c = (unsigned char)*s.at;
		if (isalpha(c)) {
			if (!take_word(&s, &f))
				return false;
		} else if (isdigit(c)) {
			if (!take_number(&s, &f))
				return false;
		} else if (f.clock && (c == '+' || c == '-')) {
			if (!zone(&s, &f.minutes))
				return false;
		} else if (c == '(') { /* the zone's name: "(Indochina Time)" */
			while (s.at < s.end && *s.at != ')')
				s.at++;
		} else if (strchr(" ,/-.)", c)) {
			s.at++;
		} else {
			return false;
		}
	}
	bd_date d;
	if (f.count == 0 || !compose(&f, &d))
		return false;
	if ((f.am || f.pm) && (d.hour < 1 || d.hour > 12))
		return false;
	if (f.am || f.pm)
		d.hour = d.hour % 12 + (f.pm ? 12 : 0);
	*milliseconds = bd_time_from_date(d) + floor(f.fraction) - f.minutes * 60000.0;
	return true;
}

bool bd_time_read(const char *text, size_t length, double *milliseconds)
{
	scanner s = { text, text + length };
	while (s.at < s.end && strchr(" \t\r\n", *s.at))
		s.at++;
	while (s.at < s.end && strchr(" \t\r\n", s.end[-1]))
		s.end--;
	if (s.at == s.end || s.end - s.at > 64)
		return false;
	return parse_iso(s, milliseconds) || parse_free(s, milliseconds);
}
