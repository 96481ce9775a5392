/* en.c - English. The d3 part is d3's own default, en-US, to the byte. Posters write the day before
 * the month's name, which no reader takes for another date. */
#include "locale/words.h"

/* 11 thousand is no shorter than 11,000 */
static const struct bd_compact_word compact[] = {
	{ 12, "trillion", NULL }, { 9, "billion", NULL }, { 6, "million", NULL }, { 0 }
};

static const struct bd_currency_word currencies[] = {
	{ "USD", "$", true },      { "$", "$", true },        { "VND", "dong", false },
	{ "đồng", "dong", false }, { "dong", "dong", false }, { "₫", "₫", true },
	{ "LAK", "kip", false },   { "kip", "kip", false },   { "₭", "₭", true },
	{ "EUR", "€", true },      { "€", "€", true },        { "THB", "baht", false },
	{ "baht", "baht", false }, { NULL, NULL, false },
};

static const struct bd_locale_words words = {
	.compact = compact,
	.currencies = currencies,
	.dates = {
		[BD_DATE_NUMERIC] = { "{y}", "Q{q} {y}", "{m}/{y}", "{d}/{m}/{y}",
				      "{t} {d}/{m}/{y}" },
		[BD_DATE_SHORT] = { "{y}", "Q{q} {y}", "{B} {y}", "{d} {B} {y}",
				    "{t}, {d} {B} {y}" },
		[BD_DATE_LONG] = { "{y}", "Q{q} {y}", "{M} {y}", "{d} {M} {y}",
				   "{t}, {d} {M} {y}" },
	},
	.anniversary = "{o} anniversary",
	.count = "Count",
};

const bd_locale bd_locale_en = {
	.lang = "en",
	.decimal = ".",
	.thousands = ",",
	.grouping = { 3 },
	.currency = { "$", "" },
	.percent = "%",
	.minus = "−",
	.nan = "NaN",
	.date_time = "%x, %X",
	.date = "%-m/%-d/%Y",
	.time = "%-I:%M:%S %p",
	.periods = { "AM", "PM" },
	.days = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" },
	.short_days = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" },
	.months = { "January", "February", "March", "April", "May", "June", "July", "August",
		    "September", "October", "November", "December" },
	.short_months = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
			  "Nov", "Dec" },
	.words = &words,
};
