/* vi.c - Vietnamese. Decimal comma, groups by points; day before month; «tỉ» by the spelling rules
 * for i after a lone consonant, «tỷ» by option, as many papers write it. */
#include "locale/words.h"

static const struct bd_compact_word compact[] = {
	{ 12, "nghìn tỉ", "nghìn tỷ" },
	{ 9, "tỉ", "tỷ" },
	{ 6, "triệu", NULL },
	{ 3, "nghìn", NULL },
	{ 0 },
};

static const struct bd_currency_word currencies[] = {
	{ "VND", "đồng", false },    { "đồng", "đồng", false }, { "₫", "₫", false },
	{ "đ", "₫", false },         { "USD", "USD", false },   { "$", "USD", false },
	{ "đô la", "đô la", false }, { "LAK", "kip", false },   { "kip", "kip", false },
	{ "₭", "₭", false },         { "EUR", "euro", false },  { "€", "euro", false },
	{ "THB", "baht", false },    { "baht", "baht", false }, { NULL, NULL, false },
};

static const char *const unit_formats[] = {
	"year-quarter", "quý %q/%Y ", "year-month", "%-m/%Y ",  "year-month-date",
	"%-d/%-m/%Y ",  "month-date", "%-d/%-m ",   "quarter",  "quý %q ",
	"date",         "%-d ",       "week",       "tuần %U ", "year-week",
	"tuần %U, %Y ", "day",        "%A ",        NULL,
};

static const struct bd_locale_words words = {
	.compact = compact,
	.currencies = currencies,
	.dates = {
		[BD_DATE_NUMERIC] = { "{y}", "quý {q}/{y}", "{m}/{y}", "{d}/{m}/{y}",
				      "{t} {d}/{m}/{y}" },
		[BD_DATE_SHORT] = { "{y}", "quý {q}/{y}", "tháng {m}/{y}", "{d}/{m}/{y}",
				    "{t} ngày {d}/{m}/{y}" },
		[BD_DATE_LONG] = { "{y}", "quý {q} năm {y}", "tháng {m} năm {y}",
				   "{d} tháng {m}, {y}", "{t} ngày {d} tháng {m}, {y}" },
	},
	.anniversary = "kỷ niệm {n} năm",
	.count = "Số lượng",
	.multi = &bd_times_day_first,
	.unit_formats = unit_formats,
};

const bd_locale bd_locale_vi = {
	.lang = "vi",
	.decimal = ",",
	.thousands = ".",
	.grouping = { 3 },
	.currency = { "", "\u00A0₫" },
	.percent = "%",
	.minus = "−",
	.nan = "NaN",
	.date_time = "%X, %x",
	.date = "%-d/%-m/%Y",
	.time = "%H:%M:%S",
	.periods = { "SA", "CH" },
	.days = { "Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy" },
	.short_days = { "CN", "T2", "T3", "T4", "T5", "T6", "T7" },
	.months = { "tháng 1", "tháng 2", "tháng 3", "tháng 4", "tháng 5", "tháng 6", "tháng 7",
		    "tháng 8", "tháng 9", "tháng 10", "tháng 11", "tháng 12" },
	.short_months = { "Th1", "Th2", "Th3", "Th4", "Th5", "Th6", "Th7", "Th8", "Th9", "Th10",
			  "Th11", "Th12" },
	.words = &words,
};
