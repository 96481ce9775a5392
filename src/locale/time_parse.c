/* time_parse.c - d3's time format strings (https://d3js.org/d3-time-format), in UTC, read back. */
#include "base/str.h"
#include "locale/locale.h"
#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

/* What a text has said so far. Weeks and days of the week count once all is read. */
struct reading {
	const bd_locale *locale;
	double year, month, day, hour, minute, second,
		millisecond; /* month from 0, NaN: not said */
	double period, quarter, weekday, monday_weekday, week_u, week_v, week_w, zone; /* NaN */
	double unix_ms, unix_s;
};

/* Up to `width` characters: blanks, then digits. */
static const char *read_digits(const char *at, int width, double *out)
{
	const char *end = at;
	while (isspace((unsigned char)*end) && end - at < width)
		end++;
	const char *first = end;
	double number = 0;
	for (; isdigit((unsigned char)*end) && end - at < width; end++)
		number = number * 10 + (*end - '0');
	if (end == first)
		return NULL;
	*out = number;
	return end;
}

/* The first of the names that the text goes on with, whatever its case. */
static const char *read_name(const char *at, const char *const names[], int count, double *out)
{
	for (int i = 0; i < count; i++)
		if (*names[i] && !strncasecmp(at, names[i], strlen(names[i]))) {
			*out = i;
			return at + strlen(names[i]);
		}
	return NULL;
}

/* Z, +07, +0700, +07:00: as hours and minutes, hhmm, to be added to reach UTC. */
static const char *read_zone(const char *at, double *out)
{
	if (*at == 'Z') {
		*out = 0;
		return at + 1;
	}
	if ((*at != '+' && *at != '-') || !isdigit((unsigned char)at[1]) ||
	    !isdigit((unsigned char)at[2]))
		return NULL;
	double sign = *at == '+' ? -1 : 1, hours, minutes = 0;
	const char *end = read_digits(at + 1, 2, &hours);
	const char *more = end + (*end == ':');
	if (isdigit((unsigned char)more[0]) && isdigit((unsigned char)more[1]))
		end = read_digits(more, 2, &minutes);
	*out = sign * (hours * 100 + minutes);
	return end;
}

static const char *read_short_year(const char *at, double *out)
{
	const char *end = read_digits(at, 2, out);
	if (end)
		*out += *out > 68 ? 1900 : 2000;
	return end;
}

static const char *read_scaled(const char *at, int width, double scale, double shift, double *out)
{
	const char *end = read_digits(at, width, out);
	if (end)
		*out = floor(*out * scale) + shift;
	return end;
}

static const char *read_spec(struct reading *r, const char *spec, const char *at, int depth);

static const char *read_directive(struct reading *r, char c, const char *at, int depth)
{
	double day_of_year = NAN;
	const char *end;
	switch (c) {
	case 'a': return read_name(at, r->locale->short_days, 7, &r->weekday);
	case 'A': return read_name(at, r->locale->days, 7, &r->weekday);
	case 'b': return read_name(at, r->locale->short_months, 12, &r->month);
	case 'B': return read_name(at, r->locale->months, 12, &r->month);
	case 'c': return read_spec(r, r->locale->date_time, at, depth + 1);
	case 'd':
	case 'e': return read_digits(at, 2, &r->day);
	case 'f': return read_scaled(at, 6, 0.001, 0, &r->millisecond);
	case 'g':
	case 'y': return read_short_year(at, &r->year);
	case 'G':
	case 'Y': return read_digits(at, 4, &r->year);
	case 'H':
	case 'I': return read_digits(at, 2, &r->hour);
	case 'j':
		if ((end = read_digits(at, 3, &day_of_year))) {
			r->month = 0;
			r->day = day_of_year;
		}
		return end;
	case 'L': return read_digits(at, 3, &r->millisecond);
	case 'm': return read_scaled(at, 2, 1, -1, &r->month);
	case 'M': return read_digits(at, 2, &r->minute);
	case 'p': return read_name(at, r->locale->periods, 2, &r->period);
	case 'q': return read_scaled(at, 1, 3, -3, &r->quarter);
	case 'Q': return read_digits(at, 400, &r->unix_ms);
	case 's': return read_digits(at, 400, &r->unix_s);
	case 'S': return read_digits(at, 2, &r->second);
	case 'u': return read_digits(at, 1, &r->monday_weekday);
	case 'U': return read_digits(at, 2, &r->week_u);
	case 'V': return read_digits(at, 2, &r->week_v);
	case 'w': return read_digits(at, 1, &r->weekday);
	case 'W': return read_digits(at, 2, &r->week_w);
	case 'x': return read_spec(r, r->locale->date, at, depth + 1);
	case 'X': return read_spec(r, r->locale->time, at, depth + 1);
	case 'Z': return read_zone(at, &r->zone);
	case '%': return *at == '%' ? at + 1 : NULL;
	}
	return NULL;
}

static const char *read_spec(struct reading *r, const char *spec, const char *at, int depth)
{
	if (depth > 3)
		return NULL;
	for (; *spec; spec++) {
		if (!*at)
			return NULL;
		if (*spec != '%') {
			if (*spec != *at++)
				return NULL;
			continue;
		}
		spec++;
		if (*spec == '-' || *spec == '_' || *spec == '0')
			spec++;
		if (!*spec || !(at = read_directive(r, *spec, at, depth)))
			return NULL;
	}
	return at;
}

static int first_weekday(double year)
{
	return bd_time_weekday(
		bd_time_from_date((bd_date){ .year = (int)year, .month = 1, .day = 1 }));
}

/* A week and a day of it become a day of January (which may run over). False: no such week. */
static bool apply_week(struct reading *r)
{
	int first = first_weekday(r->year);
	if (!isnan(r->week_v)) {
		if (r->week_v < 1 || r->week_v > 53)
			return false;
		double weekday = isnan(r->weekday) ? 1 : r->weekday;
		/* the Monday of week 1, counted from January 1st */
		int monday = first > 4 || first == 0 ? (8 - first) % 7 : 1 - first;
		r->day = 1 + monday + (r->week_v - 1) * 7 + (int)(weekday + 6) % 7;
		r->month = 0;
	} else if (!isnan(r->week_w) || !isnan(r->week_u)) {
		bool monday = !isnan(r->week_w);
		double weekday = !isnan(r->weekday)          ? r->weekday
				 : !isnan(r->monday_weekday) ? (int)r->monday_weekday % 7
							     : monday;
		r->month = 0;
		r->day = monday ? (int)(weekday + 6) % 7 + r->week_w * 7 - (first + 5) % 7
				: weekday + r->week_u * 7 - (first + 6) % 7;
	}
	return true;
}

bool bd_time_parse(const bd_locale *locale, const char *spec, const char *text, double *ms)
{
	struct reading r = { locale, 1900, NAN, 1,   0,   0,   0,   0,   NAN,
			     NAN,    NAN,  NAN, NAN, NAN, NAN, NAN, NAN, NAN };
	const char *end = read_spec(&r, spec, text, 0);
	if (!end || *end)
		return false;
	if (!isnan(r.unix_ms) || !isnan(r.unix_s)) {
		*ms = isnan(r.unix_ms) ? r.unix_s * 1000 + r.millisecond : r.unix_ms;
		return fabs(*ms) <= BD_MAX_TIME;
	}
	if (!isnan(r.period))
		r.hour = fmod(r.hour, 12) + r.period * 12;
	if (isnan(r.month))
		r.month = isnan(r.quarter) ? 0 : r.quarter;
	if (!apply_week(&r))
		return false;
	double zone = isnan(r.zone) ? 0 : r.zone;
	*ms = bd_time_from_date((bd_date){ .year = (int)r.year,
					   .month = (int)r.month + 1,
					   .day = (int)r.day,
					   .hour = (int)(r.hour + trunc(zone / 100)),
					   .minute = (int)(r.minute + fmod(zone, 100)),
					   .second = (int)r.second,
					   .millisecond = (int)r.millisecond });
	return true;
}
