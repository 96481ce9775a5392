/* timeline.c - the block of dated events: fields, groups, and which way the axis runs.
 *
 * A date keeps the precision it is written with: «2014» stands in the middle of 2014 and is said as
 * 2014. Colour says which group an event belongs to; the first group takes the second ink, because
 * the accent belongs to what is highlighted. */
#include "blocks/timeline.h"

#include "base/number.h"
#include "base/str.h"
#include "data/office.h"

#include <math.h>
#include <string.h>

enum { MOST_EVENTS = 60 };
enum { AUTO, VERTICAL, HORIZONTAL };

static const bd_choice orients[] = { { "auto", "as suits the place and the number of events" },
				     { "vertical", "from top to bottom" },
				     { "horizontal", "from left to right" },
				     { NULL, NULL } };
static const bd_type orient_type = { BD_T_CHOICE, .size = sizeof(int), .choices = orients };

/* true, false, or "auto". */
static bool read_breaks(const bd_json *node, void *out, bd_reader *reader)
{
	static const bd_choice choices[] = { { "auto", NULL }, { NULL, NULL } };
	static const bd_type choice = { BD_T_CHOICE, .size = sizeof(int), .choices = choices };
	if (node->kind == BD_JSON_BOOL) {
		*(int *)out = node->boolean ? BD_BREAKS_ALWAYS : BD_BREAKS_NEVER;
		return true;
	}
	int ignored;
	*(int *)out = BD_BREAKS_AUTO;
	return bd_type_read(&choice, node, &ignored, reader);
}
static const bd_type breaks_type = {
	BD_T_CUSTOM,
	.name = "true, false or \"auto\"",
	.size = sizeof(int),
	.read = read_breaks,
	.schema = "{ \"enum\": [true, false, \"auto\"] }",
};

/* A day as Excel counts it: 42441, from a sheet whose cells lost their style. */
static bool read_serial(const char *text, bd_when *out)
{
	const char *end;
	double ms, number = bd_number_parse(text, strlen(text), &end);
	if (end == text || *end || !bd_office_serial_date(number, &ms))
		return false;
	bd_date day = bd_time_to_date(ms);
	*out = (bd_when){ day.year, day.month, day.day, BD_DATE_DAY, ms };
	return true;
}

/* "22/7/2022", "tháng 7/2022", "2014", or the number 2014. */
static bool read_when(const bd_json *node, void *out, bd_reader *reader)
{
	const char *text = node->kind == BD_JSON_NUMBER
				   ? bd_number_text(reader->arena, node->number)
				   : bd_json_string(node, NULL);
	if (!text) {
		bd_error(reader->diags, &node->place, BD_WRONG_TYPE, BD_TERM_A_DATE,
			 bd_json_kind_term(node->kind));
		return false;
	}
	if (bd_date_read(text, strlen(text), out) || read_serial(text, out))
		return true;
	bd_diag *diag = bd_error(reader->diags, &node->place, BD_BAD_DATE, text);
	bd_office_suggest_date(reader->user, diag, text);
	return false;
}
static const bd_type when_type = {
	BD_T_CUSTOM,
	.name = "date",
	.size = sizeof(bd_when),
	.read = read_when,
	.schema = "{ \"type\": [\"string\", \"number\"] }",
	.doc = "A date as exact as it is known: 22/7/2022, tháng 7/2022, 2014."
};

static const bd_field event_fields[] = {
	BD_FIELD(bd_event, time, &when_type, .also = "date when year day at", .required = true,
		 .channel = true, .doc = "When, as exactly as it is known.",
		 .example = "\"22/7/2022\""),
	BD_FIELD(bd_event, end, &when_type, .also = "to until endDate", .channel = true,
		 .doc = "For a period: when it ends."),
	BD_FIELD(bd_event, title, &bd_type_text, .also = "text label name event", .required = true,
		 .channel = true, .doc = "What happened.", .example = "\"Sơ kết 8 năm kết nghĩa\""),
	BD_FIELD(bd_event, detail, &bd_type_text, .also = "description subtitle body note",
		 .channel = true, .doc = "A quieter line below."),
	BD_FIELD(bd_event, color, &bd_type_text, .also = "group category series", .channel = true,
		 .doc = "The group that it belongs to: events of one group share a colour.",
		 .example = "\"Sơn Kim 2 – Na Pê\""),
	BD_FIELD(bd_event, highlight, &bd_type_bool, .also = "hero accent emphasis",
		 .fallback = "false", .channel = true,
		 .doc = "The event that the poster is about."),
	BD_FIELDS_END
};
static void check_event(void *object, const bd_json *node, bd_reader *reader)
{
	bd_event *e = object;
	e->node = node;
	const bd_locale *locale = bd_locale_find(reader->lang);
	e->at = bd_timeline_years(e->time);
	e->until = e->end.year ? bd_timeline_years(e->end) : e->at;
	e->says = e->time.year ? bd_date_say(reader->arena, locale, BD_DATE_SHORT, e->time) : "";
	if (e->end.year)
		e->says = bd_printf(reader->arena, "%s – %s", e->says,
				    bd_date_say(reader->arena, locale, BD_DATE_SHORT, e->end));
	if (e->end.year && e->until < e->at)
		bd_error(reader->diags, &bd_json_get(node, "end")->place, BD_ENDS_BEFORE);
}
static const bd_object_type event_object = { "event", "Something that happened.", sizeof(bd_event),
					     .fields = event_fields, .check = check_event };
static const bd_type event_type = { BD_T_OBJECT, .size = sizeof(bd_event *),
				    .object = &event_object };

static const bd_field period_fields[] = {
	BD_FIELD(bd_period, from, &when_type, .also = "start begin", .required = true,
		 .doc = "Its beginning."),
	BD_FIELD(bd_period, to, &when_type, .also = "end until", .required = true,
		 .doc = "Its end."),
	BD_FIELD(bd_period, highlight, &bd_type_bool, .fallback = "true",
		 .doc = "Whether it takes the accent colour."),
	BD_FIELDS_END
};
static const bd_object_type period_object = { "period", "A stretch of the axis.", sizeof(bd_period),
					      .fields = period_fields };

static bool read_period(const bd_json *node, void *out, bd_reader *reader)
{
	int before = reader->diags->errors;
	bd_object_read(&period_object, node, out, reader);
	return reader->diags->errors == before;
}
static const bd_type period_type = { BD_T_CUSTOM, .name = "period", .size = sizeof(bd_period),
				     .object = &period_object, .read = read_period };
static const bd_type periods_type = { BD_T_ARRAY, .item = &period_type };

static const bd_type events_type = BD_ROWS_OF(&event_type);
static const bd_field fields[] = {
	BD_BLOCK_FIELDS(bd_timeline),
	BD_ROWS_FIELDS(bd_timeline, &events_type),
	BD_FIELD(bd_timeline, orient, &orient_type, .also = "orientation direction layout",
		 .fallback = "\"auto\"", .doc = "Which way time runs."),
	BD_FIELD_NAMED(
		bd_timeline, may_break, "break", &breaks_type, .also = "axisBreak gap",
		.fallback = "\"auto\"",
		.doc = "Whether long empty stretches are left out of the axis, which is then "
		       "drawn broken: always, never, or where that brings the words nearer to "
		       "their marks."),
	BD_FIELD(bd_timeline, periods, &periods_type,
		 .doc = "Stretches of the axis to be drawn strong.",
		 .example = "[{ \"from\": 2014, \"to\": \"22/7/2022\" }]"),
	BD_FIELDS_END
};

static void sort_events(bd_timeline *t)
{
	for (size_t i = 1; i < t->items.count; i++) {
		bd_event *e = t->items.items[i];
		size_t at = i;
		for (; at > 0 && t->items.items[at - 1]->at > e->at; at--)
			t->items.items[at] = t->items.items[at - 1];
		t->items.items[at] = e;
	}
}

static void gather_groups(bd_timeline *t, bd_arena *arena)
{
	t->groups = BD_ARRAY(arena, t->items.count, const char *);
	for (size_t i = 0; i < t->items.count; i++) {
		const char *group = t->items.items[i]->color;
		size_t g = 0;
		while (g < t->group_count && !bd_streq(t->groups[g], group))
			g++;
		if (group && g == t->group_count)
			t->groups[t->group_count++] = group;
		t->highlights |= t->items.items[i]->highlight;
	}
	/* A group that no colour tells is told in words. */
	for (size_t i = 0; i < t->items.count; i++) {
		bd_event *e = t->items.items[i];
		if (!e->detail && !bd_timeline_has_legend(t))
			e->detail = e->color;
		e->at_length =
			bd_printf(arena, "%s\u00A0· %s", e->title, e->detail ? e->detail : "");
	}
}

static void check(void *object, const bd_json *node, bd_reader *reader)
{
	bd_timeline *t = object;
	t->items.items = bd_rows_read(&t->rows, &event_type, &t->items.count, node, reader);
	if (t->items.count > MOST_EVENTS) {
		bd_error(reader->diags, &node->place, BD_TOO_MANY,
			 bd_number_text(reader->arena, (double)t->items.count),
			 bd_number_text(reader->arena, MOST_EVENTS));
		t->items.count = 0;
	}
	sort_events(t);
	gather_groups(t, reader->arena);
}

bd_color bd_timeline_ink(const bd_theme *theme, size_t group)
{
	const bd_color inks[BD_MOST_GROUPS] = { theme->second, theme->accent, theme->third,
						theme->grey[2] };
	return inks[group % BD_MOST_GROUPS];
}

/* Inks of events: what is highlighted in the accent; groups in the theme's inks where there are few
 * of them, else all alike. */
static void paint(const bd_timeline *t, const bd_theme *theme)
{
	for (size_t i = 0; i < t->items.count; i++) {
		bd_event *e = t->items.items[i];
		e->dot = theme->second;
		for (size_t g = 0; bd_timeline_has_legend(t) && g < t->group_count; g++)
			if (bd_streq(t->groups[g], e->color))
				e->dot = bd_timeline_ink(theme, g);
		if (e->highlight)
			e->dot = theme->accent;
		e->ink = bd_color_contrast(e->dot, theme->paper) >= 4.5 ? e->dot : theme->ink;
	}
}

/* Along the page where each event has some room; a long column of many events otherwise. */
static bool is_horizontal(bd_env *env, const bd_timeline *t, double width, const bd_style *style,
			  bd_extent *extent)
{
	if (t->orient == VERTICAL || (t->orient == AUTO && style->stacked))
		return false;
	/* the designed size: the way time runs must not turn with each size that a fit tries */
	double em = bd_style_px(style, style->theme->type[BD_TEXT_BODY].size);
	bool roomy = width >= (double)t->items.count * 6.2 * em;
	if (t->orient == HORIZONTAL || roomy)
		return bd_timeline_horizontal_measure(env, t, width, style, extent);
	return false;
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	const bd_timeline *t = block;
	bd_extent extent = { 0 };
	if (t->items.count && !is_horizontal(env, t, width, style, &extent))
		extent = bd_timeline_vertical_measure(env, t, width, style);
	double legend = bd_timeline_legend_height(env, t, width, style);
	extent.least += legend;
	extent.natural += legend;
	extent.most += legend;
	return extent;
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *parent)
{
	const bd_timeline *t = block;
	bd_extent extent;
	if (!t->items.count)
		return;
	paint(t, style->theme);
	double legend = bd_timeline_legend_height(env, t, box.width, style);
	bd_timeline_legend_place(env, t, box, style, parent);
	box.y += legend;
	box.height -= legend;
	bd_node *group = bd_block_group(parent, BD_ROLE_L);
	if (is_horizontal(env, t, box.width, style, &extent))
		bd_timeline_horizontal_place(env, t, box, style, group);
	else
		bd_timeline_vertical_place(env, t, box, style, group);
}

extern const bd_block_kind bd_block_kind_timeline;
const bd_block_kind bd_block_kind_timeline = {
	{ "timeline", "Dated events on an axis that is true to time.", sizeof(bd_timeline),
	  .fields = fields, .check = check },
	.measure = measure,
	.place = place,
	.optional_parts = 1,
	.spans = true,
};
