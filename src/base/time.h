/* time.h - the proleptic Gregorian calendar in UTC, as milliseconds since 1970-01-01T00:00Z.
 *
 * bieudo knows no local time: the same spec must give the same picture everywhere. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

enum { BD_TIME_ROOM = 32 };
#define BD_MS_PER_DAY 86400000.0
#define BD_MAX_TIME   8.64e15 /* ms from 1970 either way: ECMA-262's range of time */

typedef struct bd_date {
	int year, month, day; /* month 1-12, day 1-31 */
	int hour, minute, second, millisecond;
} bd_date;

/* Fields out of their range carry over, as JavaScript's Date.UTC does (month 13 is January). */
double bd_time_from_date(bd_date date);
bd_date bd_time_to_date(double milliseconds);
int bd_time_weekday(double milliseconds); /* 0 Sunday … 6 Saturday */
int bd_days_in_month(int year, int month);
bool bd_date_is_valid(int year, int month, int day); /* years 1 to 9999 */

/* ISO 8601 with milliseconds and Z, as JavaScript's Date.toISOString. */
void bd_time_iso(double milliseconds, char text[BD_TIME_ROOM]);
