/* lo.c - Lao, with Arabic digits, as papers and the civil service of Laos write today. */
#include "locale/words.h"

static const struct bd_compact_word compact[] = {
	{ 12, "ພັນຕື້", NULL }, { 9, "ຕື້", NULL }, { 6, "ລ້ານ", NULL }, { 3, "ພັນ", NULL }, { 0 },
};

static const struct bd_currency_word currencies[] = {
	{ "LAK", "ກີບ", false },   { "kip", "ກີບ", false },  { "₭", "₭", false },
	{ "VND", "ດົ່ງ", false },   { "đồng", "ດົ່ງ", false }, { "₫", "₫", false },
	{ "USD", "ໂດລາ", false }, { "$", "ໂດລາ", false },  { "EUR", "ເອີໂຣ", false },
	{ "€", "ເອີໂຣ", false },   { "THB", "ບາດ", false }, { "baht", "ບາດ", false },
	{ NULL, NULL, false },
};

static const char *const unit_formats[] = {
	"year-quarter", "ໄຕມາດ %q/%Y ", "year-month", "%-m/%Y ", "year-month-date",
	"%-d/%-m/%Y ",  "month-date",   "%-d/%-m ",   "quarter", "ໄຕມາດ %q ",
	"date",         "%-d ",         "day",        "%A ",     NULL,
};

static const struct bd_locale_words words = {
	.compact = compact,
	.currencies = currencies,
	.dates = {
		[BD_DATE_NUMERIC] = { "{y}", "ໄຕມາດ {q}/{y}", "{m}/{y}", "{d}/{m}/{y}",
				      "{t} {d}/{m}/{y}" },
		[BD_DATE_SHORT] = { "{y}", "ໄຕມາດ {q}/{y}", "ເດືອນ {m}/{y}", "{d}/{m}/{y}",
				    "{t} {d}/{m}/{y}" },
		[BD_DATE_LONG] = { "{y}", "ໄຕມາດ {q} ປີ {y}", "{M} {y}", "{d} {M} {y}",
				   "{t} {d} {M} {y}" },
	},
	.anniversary = "ຄົບຮອບ {n} ປີ",
	.count = "ຈຳນວນ",
	.multi = &bd_times_day_first,
	.unit_formats = unit_formats,
};

const bd_locale bd_locale_lo = {
	.lang = "lo",
	.decimal = ",",
	.thousands = ".",
	.grouping = { 3 },
	.currency = { "₭", "" },
	.percent = "%",
	.minus = "−",
	.nan = "NaN",
	.date_time = "%x, %X",
	.date = "%-d/%-m/%Y",
	.time = "%H:%M:%S",
	.periods = { "ກ່ອນທ່ຽງ", "ຫຼັງທ່ຽງ" },
	.days = { "ວັນອາທິດ", "ວັນຈັນ", "ວັນອັງຄານ", "ວັນພຸດ", "ວັນພະຫັດ", "ວັນສຸກ", "ວັນເສົາ" },
	.short_days = { "ອາທິດ", "ຈັນ", "ອັງຄານ", "ພຸດ", "ພະຫັດ", "ສຸກ", "ເສົາ" },
	.months = { "ມັງກອນ", "ກຸມພາ", "ມີນາ", "ເມສາ", "ພຶດສະພາ", "ມິຖຸນາ", "ກໍລະກົດ", "ສິງຫາ", "ກັນຍາ",
		    "ຕຸລາ", "ພະຈິກ", "ທັນວາ" },
	.short_months = { "ມ.ກ.", "ກ.ພ.", "ມ.ນ.", "ມ.ສ.", "ພ.ພ.", "ມິ.ຖ.", "ກ.ລ.", "ສ.ຫ.", "ກ.ຍ.",
			  "ຕ.ລ.", "ພ.ຈ.", "ທ.ວ." },
	.words = &words,
};
