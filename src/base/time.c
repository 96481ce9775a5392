#include "base/time.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>

/* Days since 1970-01-01 of a civil date, and back (Howard Hinnant, "chrono-Compatible Low-Level
 * Date Algorithms"): years begin in March, so that the leap day comes last. */
static int64_t days_from_civil(int64_t year, int month, int day)
{
	year -= month <= 2;
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t of_era = year - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

double bd_time_from_date(bd_date d)
{
	int64_t months = (int64_t)d.month - 1;
	int64_t year = d.year + (months >= 0 ? months : months - 11) / 12;
	int month = (int)(((months % 12) + 12) % 12) + 1;
	int64_t days = days_from_civil(year, month, 1) + d.day - 1;
	return (double)days * BD_MS_PER_DAY + d.hour * 3600000.0 + d.minute * 60000.0 +
	       d.second * 1000.0 + d.millisecond;
}

bd_date bd_time_to_date(double milliseconds)
{
	if (!isfinite(milliseconds) || fabs(milliseconds) > 8.64e15)
		return (bd_date){ 0, 1, 1, 0, 0, 0, 0 };
	double day = floor(milliseconds / BD_MS_PER_DAY);
	int64_t rest = (int64_t)(milliseconds - day * BD_MS_PER_DAY);
	int64_t z = (int64_t)day + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t of_era = z - era * 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t shifted = (5 * of_year + 2) / 153;
	int month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
	return (bd_date){ .year = (int)(year + era * 400 + (month <= 2)),
			  .month = month,
			  .day = (int)(of_year - (153 * shifted + 2) / 5 + 1),
			  .hour = (int)(rest / 3600000),
			  .minute = (int)(rest / 60000 % 60),
			  .second = (int)(rest / 1000 % 60),
			  .millisecond = (int)(rest % 1000) };
}

int bd_time_weekday(double milliseconds)
{
	if (!isfinite(milliseconds))
		return 0;
	int64_t day = (int64_t)floor(milliseconds / BD_MS_PER_DAY);
	return (int)(((day + 4) % 7 + 7) % 7);
}

int bd_days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return days[month - 1] + (month == 2 && leap);
}

bool bd_date_is_valid(int year, int month, int day)
{
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
	       day <= bd_days_in_month(year, month);
}

void bd_time_iso(double milliseconds, char text[BD_TIME_ROOM])
{
	if (!isfinite(milliseconds)) {
		snprintf(text, BD_TIME_ROOM, "Invalid Date");
		return;
	}
	bd_date d = bd_time_to_date(milliseconds);
	bool plain = d.year >= 0 && d.year <= 9999;
	int n = snprintf(text, BD_TIME_ROOM, plain ? "%04d" : "%+07d", d.year);
	snprintf(text + n, (size_t)(BD_TIME_ROOM - n), "-%02d-%02dT%02d:%02d:%02d.%03dZ", d.month,
		 d.day, d.hour, d.minute, d.second, d.millisecond);
}
