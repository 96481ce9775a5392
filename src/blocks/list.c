/* list.c - a list: bullets, numbers or icons; in columns where it is long and the place is wide.
 *
 * Its markers take the colour of the side that the heading's flag stands for. */
#include "blocks/rows.h"

#include "base/str.h"

#include <math.h>

typedef struct item {
	const char *text, *detail;
	const bd_icon *icon;
	const bd_json *node;
} item;

typedef struct list {
	bd_block_head head;
	bd_rows rows;
	BD_ARRAY_OF(item *) items;
	int marker;
	double columns;
} list;

static const bd_choice markers[] = { { "bullet", "a dot" },
				     { "number", "1, 2, 3: where order matters" },
				     { "icon", "each item's own icon" },
				     { "none", "no mark" },
				     { NULL, NULL } };
enum { BULLET, NUMBER, ICON, NONE };
static const bd_type marker_type = { BD_T_CHOICE, .size = sizeof(int), .choices = markers };

static const bd_field item_fields[] = {
	BD_FIELD(item, text, &bd_type_text, .also = "title label name", .required = true,
		 .channel = true, .doc = "The item.", .example = "\"Tuần tra song phương\""),
	BD_FIELD(item, detail, &bd_type_text, .also = "description subtitle note", .channel = true,
		 .doc = "A quieter line below it."),
	BD_FIELD(item, icon, &bd_type_icon, .also = "symbol image", .channel = true,
		 .doc = "An icon's name.", .example = "\"shield\""),
	BD_FIELDS_END
};
static const bd_object_type item_object = { "list-item", "An item of a list.", sizeof(item),
					    .fields = item_fields };

/* A text by itself is an item with that text. */
static bool read_item(const bd_json *node, void *out, bd_reader *reader)
{
	item *it = BD_NEW(reader->arena, item);
	*(item **)out = it;
	it->node = node;
	bool plain = node->kind == BD_JSON_STRING ||
		     (node->kind == BD_JSON_OBJECT && !bd_json_get(node, "text"));
	if (plain && (node->kind == BD_JSON_STRING || bd_json_get(node, reader->lang)))
		return bd_type_read(&bd_type_text, node, &it->text, reader);
	int before = reader->diags->errors;
	bd_object_read(&item_object, node, it, reader);
	return reader->diags->errors == before;
}
static const bd_type item_type = { BD_T_CUSTOM,
				   .name = "list-item",
				   .size = sizeof(item *),
				   .read = read_item,
				   .object = &item_object,
				   .schema = "{ \"$ref\": \"#/$defs/localized-text\" }" };

static const bd_type items_type = BD_ROWS_OF(&item_type);
static const bd_field fields[] = {
	BD_BLOCK_FIELDS(list), BD_ROWS_FIELDS(list, &items_type),
	BD_FIELD(list, marker, &marker_type, .also = "style numbered bullets bullet ordered icons",
		 .doc = "What stands before each item; icons where items have them, else dots."),
	BD_FIELD(list, columns, &bd_type_number, .min = 1, .max = 4,
		 .doc = "Columns; as many as suit the place where it is not said."),
	BD_FIELDS_END
};

static void check(void *object, const bd_json *node, bd_reader *reader)
{
	list *l = object;
	l->items.items = bd_rows_read(&l->rows, &item_type, &l->items.count, node, reader);
	bool icons = false;
	for (size_t i = 0; i < l->items.count; i++)
		icons |= l->items.items[i]->icon != NULL;
	if (l->marker < 0)
		l->marker = icons ? ICON : BULLET;
}

enum { MOST_COLUMNS = 4 };

typedef struct plan {
	size_t columns;
	size_t first[MOST_COLUMNS + 1]; /* item of each column, and one past the last */
	double column, indent, gap;     /* px */
	double heights[MOST_COLUMNS], height;
	const double *items; /* the height of each item */
	double icon, drop;   /* px; from an item's top to its text */
	double strain;       /* items of two lines, as a share of four */
} plan;

static bd_text text_of(bd_env *env, const item *it, double width, const bd_style *style)
{
	bd_style s = *style;
	s.place = &it->node->place;
	bd_text_role role = it->detail ? BD_TEXT_STRONG : BD_TEXT_BODY;
	bd_text text = bd_style_whole(env, &s, role, it->text, width);
	return bd_style_level(env, &s, role, text);
}

static bd_text detail_of(bd_env *env, const item *it, double width, const bd_style *style)
{
	bd_style s = *style;
	s.place = &it->node->place;
	return bd_style_text(env, &s, BD_TEXT_LABEL, it->detail, width);
}

static double item_height(bd_env *env, const list *l, const item *it, const plan *p,
			  const bd_style *style)
{
	double width = p->column - p->indent;
	double h = text_of(env, it, width, style).height + detail_of(env, it, width, style).height;
	return l->marker == ICON ? fmax(h + p->drop, p->icon) : h;
}

static void add_up(plan *p, const double *heights)
{
	p->items = heights;
	p->height = 0;
	for (size_t c = 0; c < p->columns; c++) {
		p->heights[c] = 0;
		for (size_t i = p->first[c]; i < p->first[c + 1]; i++)
			p->heights[c] += heights[i] + (i > p->first[c] ? p->gap : 0);
		p->height = fmax(p->height, p->heights[c]);
	}
}

#define WORTH 0.88 /* of the height: what columns of unlike many items must save */

/* Items run down each column at one distance. The columns hold as many each; only where some items
 * take many more lines, two columns end as level as they can. */
static void share_out(plan *p, const double *heights, size_t count)
{
	size_t rows = (count + p->columns - 1) / p->columns;
	for (size_t c = 0; c <= p->columns; c++)
		p->first[c] = c * rows < count ? c * rows : count;
	add_up(p, heights);
	double lowest = p->height * WORTH;
	for (size_t first = count; p->columns == 2 && first-- > 1;) {
		plan other = *p;
		other.first[1] = first;
		add_up(&other, heights);
		if (other.height < lowest) {
			lowest = other.height;
			*p = other;
		}
	}
}

#define LEVEL 1.2 /* what level rows may cost */

/* Items of one row begin on one line across the columns, where that makes the list not much higher.
 */
static void level_rows(bd_env *env, plan *p, const double *heights, size_t count)
{
	plan level = *p;
	double *rows = BD_ARRAY(env->scratch, count, double);
	for (size_t i = 0; i < count; i++)
		for (size_t c = 0; c < p->columns; c++) {
			size_t column = 0;
			while (p->first[column + 1] <= i)
				column++;
			size_t beside = p->first[c] + i - p->first[column];
			if (beside < p->first[c + 1])
				rows[i] = fmax(rows[i], heights[beside]);
		}
	add_up(&level, rows);
	if (level.height <= p->height * LEVEL)
		*p = level;
}

static double gutter_of(const bd_style *style)
{
	return bd_style_px(style, 52);
}

static plan plan_columns(bd_env *env, const list *l, double width, size_t columns,
			 const bd_style *style)
{
	double body = bd_style_size(style, BD_TEXT_BODY);
	size_t n = l->items.count;
	plan p = { .columns = columns, .icon = body * 1.7 };
	p.indent = l->marker == ICON     ? p.icon + bd_style_px(style, 18)
		   : l->marker == NUMBER ? body * (n > 9 ? 1.9 : 1.5)
		   : l->marker == BULLET ? body * 0.8
					 : 0;
	p.gap = bd_style_gap(style, l->marker == ICON ? 18 : 12);
	/* An icon stands in the middle of its item's first line. */
	if (l->marker == ICON)
		p.drop = fmax(0, p.icon - bd_style_text(env, style, BD_TEXT_BODY, "Hg", INFINITY)
						  .height) /
			 2;
	p.column = (width - (double)(columns - 1) * gutter_of(style)) / (double)columns;
	double *heights = BD_ARRAY(env->scratch, n, double);
	for (size_t i = 0; i < n; i++) {
		heights[i] = item_height(env, l, l->items.items[i], &p, style);
		bd_text text = text_of(env, l->items.items[i], p.column - p.indent, style);
		bd_text detail = detail_of(env, l->items.items[i], p.column - p.indent, style);
		p.strain += 0.25 * fmax(0, (double)text.line_count - 1) + 0.4 * text.strain +
			    0.15 * fmax(0, (double)detail.line_count - 1);
	}
	share_out(&p, heights, n);
	level_rows(env, &p, heights, n);
	return p;
}

/* How many columns the place is wide enough for, and how many the items ask for: a column reads
 * well from about 16 em on, and four items fill one. */
static size_t most_columns(const list *l, double width, const bd_style *style)
{
	double body = bd_style_size(style, BD_TEXT_BODY), gutter = gutter_of(style);
	size_t most = (size_t)fmax(1, floor((width + gutter) / (body * 16 + gutter)));
	size_t wanted = isnan(l->columns) ? (l->items.count + 3) / 4 : (size_t)l->columns;
	wanted = wanted < l->items.count ? wanted : l->items.count;
	wanted = wanted < MOST_COLUMNS ? wanted : MOST_COLUMNS;
	wanted = wanted < most ? wanted : most;
	if (!wanted)
		return 1;
	size_t rows = (l->items.count + wanted - 1) / wanted;
	return rows ? (l->items.count + rows - 1) / rows : 1; /* no empty column */
}

/* The list as it is best: fewer columns rather than broken items, while the column is not long. */
static plan plan_list(bd_env *env, const list *l, double width, const bd_style *style)
{
	enum { LONG = 6 };
	plan p = plan_columns(env, l, width, most_columns(l, width, style), style);
	while (p.columns > 1 && isnan(l->columns)) {
		plan fewer = plan_columns(env, l, width, p.columns - 1, style);
		if (fewer.first[1] > LONG || fewer.strain > p.strain - 0.4)
			break;
		p = fewer;
	}
	return p;
}

static double gaps_of(const plan *p, size_t column)
{
	size_t items = p->first[column + 1] - p->first[column];
	return items > 1 ? (double)(items - 1) * p->gap : 0;
}

/* The height with gaps as wide as `share` of what they are by design. */
static double height_at(const plan *p, double share)
{
	double most = 0;
	for (size_t c = 0; c < p->columns; c++)
		most = fmax(most, p->heights[c] + gaps_of(p, c) * (share - 1));
	return most;
}

#define LEAST_GAP 0.4
#define MOST_GAP  3

/* The lowest that it can be: in all the columns there is room for. */
static plan plan_low(bd_env *env, const list *l, double width, const bd_style *style)
{
	return plan_columns(env, l, width, most_columns(l, width, style), style);
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	plan p = plan_list(env, block, width, style), low = plan_low(env, block, width, style);
	return (bd_extent){ fmin(height_at(&p, LEAST_GAP), height_at(&low, LEAST_GAP)), p.height,
			    height_at(&p, MOST_GAP), p.strain, 0 };
}

static void draw_marker(bd_env *env, const list *l, size_t i, const plan *p, double x, double y,
			double baseline, const bd_style *style, bd_node *group)
{
	double body = bd_style_size(style, BD_TEXT_BODY);
	const item *it = l->items.items[i];
	if (l->marker == BULLET) {
		bd_block_disc(group, x + body * 0.17, baseline - body * 0.27, body * 0.17,
			      style->accent);
	} else if (l->marker == NUMBER) {
		char *number = bd_printf(env->arena, "%zu", i + 1);
		bd_line line = bd_style_line(env, style, BD_TEXT_STRONG, number);
		bd_block_line(group, BD_ROLE_NONE, &line, x, baseline, style->accent);
	} else if (l->marker == ICON) {
		/* Icons help to find, they do not call: the accent is the hero's. */
		bool sided = bd_icon_is_flag(l->head.icon);
		bd_block_icon(group, it->icon, (bd_rect){ x, y, p->icon, p->icon },
			      sided ? style->accent : style->theme->second);
	}
}

static void place_item(bd_env *env, const list *l, size_t i, const plan *p, double x, double y,
		       const bd_style *style, bd_node *parent)
{
	const item *it = l->items.items[i];
	bd_node *group = bd_block_group(parent, BD_ROLE_LI);
	double width = p->column - p->indent;
	bd_text text = text_of(env, it, width, style), detail = detail_of(env, it, width, style);
	double top = y + p->drop;
	draw_marker(env, l, i, p, x, y, top + text.first_baseline, style, group);
	bd_add_text(group, &text, x + p->indent, top, bd_solid(style->theme->ink));
	bd_add_text(group, &detail, x + p->indent, top + text.height,
		    bd_solid(style->theme->grey[3]));
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *parent)
{
	const list *l = block;
	plan p = plan_list(env, l, box.width, style);
	if (box.height < height_at(&p, LEAST_GAP) - 0.01)
		p = plan_low(env, l, box.width, style);
	double share = MOST_GAP; /* one for all columns, so that their lines stay level */
	for (size_t c = 0; c < p.columns; c++)
		if (gaps_of(&p, c) > 0)
			share = fmin(share, 1 + (box.height - p.heights[c]) / gaps_of(&p, c));
	p.gap *= share;
	bd_node *group = bd_block_group(parent, BD_ROLE_L);
	/* Column by column, because that is the order in which they are read. */
	for (size_t c = 0; c < p.columns; c++) {
		double y = box.y, x = box.x + (double)c * (p.column + gutter_of(style));
		for (size_t i = p.first[c]; i < p.first[c + 1]; i++) {
			place_item(env, l, i, &p, x, y, style, group);
			y += p.items[i] + p.gap;
		}
	}
}

extern const bd_block_kind bd_block_kind_list;
const bd_block_kind bd_block_kind_list = {
	{ "list", "A list with bullets, numbers or icons.", sizeof(list), .fields = fields,
	  .check = check },
	.measure = measure,
	.place = place,
};
