/* list.c - a list: bullets, numbers or icons; in columns where it is long and the place is wide.
 *
 * Its markers take the colour of the side that the heading's flag stands for. */
#include "blocks/rows.h"

#include "base/str.h"

#include <math.h>

typedef struct item {
	const char *text, *detail, *icon;
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
	BD_FIELD(item, icon, &bd_type_string, .also = "symbol image", .channel = true,
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
static const bd_type item_type = {
	BD_T_CUSTOM,       .name = "list-item",    .size = sizeof(item *),
	.read = read_item, .object = &item_object, .schema = "{ \"$ref\": \"#/$defs/text\" }"
};

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

typedef struct plan {
	size_t columns, rows;
	double column, indent, gap; /* px */
	double height;
	double icon;
	double strain; /* items of two lines, as a share of four */
} plan;

static bd_text text_of(bd_env *env, const item *it, double width, const bd_style *style)
{
	bd_style s = *style;
	s.place = &it->node->place;
	bd_text_role role = it->detail ? BD_TEXT_STRONG : BD_TEXT_BODY;
	bd_text text = bd_style_text(env, &s, role, it->text, width);
	if (text.line_count == 2) /* no second line of one word */
		text = bd_style_text_as(env, &s, role, it->text,
					(bd_wrap){ .width = width, .balance = true });
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
	return l->marker == ICON ? fmax(h, p->icon) : h;
}

/* Items of one row are as high as the highest of them, so that columns stay level. */
static double row_height(bd_env *env, const list *l, const bd_style *style, const plan *p,
			 size_t row)
{
	double most = 0;
	for (size_t i = row; i < l->items.count; i += p->rows)
		most = fmax(most, item_height(env, l, l->items.items[i], p, style));
	return most;
}

static void measure_rows(bd_env *env, const list *l, const bd_style *style, plan *p)
{
	p->height = 0;
	for (size_t r = 0; r < p->rows; r++)
		p->height += row_height(env, l, style, p, r) + (r ? p->gap : 0);
}

static plan plan_list(bd_env *env, const list *l, double width, const bd_style *style)
{
	double body = bd_style_size(style, BD_TEXT_BODY);
	plan p = { .columns = 1, .icon = body * 1.7 };
	p.indent = l->marker == ICON     ? p.icon + bd_style_px(style, 18)
		   : l->marker == NUMBER ? body * 1.5
		   : l->marker == BULLET ? body * 0.8
					 : 0;
	p.gap = bd_style_gap(style, l->marker == ICON ? 18 : 10);
	double gutter = bd_style_px(style, 32);
	/* A column reads well from about 16 em on; four items fill one. */
	size_t most = (size_t)fmax(1, floor((width + gutter) / (body * 16 + gutter)));
	size_t wanted = isnan(l->columns) ? (l->items.count + 3) / 4 : (size_t)l->columns;
	p.columns = wanted < most ? wanted : most;
	if (p.columns > l->items.count)
		p.columns = l->items.count ? l->items.count : 1;
	p.rows = (l->items.count + p.columns - 1) / p.columns;
	if (p.rows)
		p.columns = (l->items.count + p.rows - 1) / p.rows;
	p.column = (width - (double)(p.columns - 1) * gutter) / (double)p.columns;
	measure_rows(env, l, style, &p);
	for (size_t i = 0; i < l->items.count; i++) {
		bd_text text = text_of(env, l->items.items[i], p.column - p.indent, style);
		p.strain += 0.25 * fmax(0, (double)text.line_count - 1);
	}
	return p;
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	plan p = plan_list(env, block, width, style);
	double gaps = p.rows ? (double)(p.rows - 1) * p.gap : 0;
	return (bd_extent){ p.height - gaps * 0.6, p.height, p.height + gaps * 2, p.strain };
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
		bool sided = bd_block_icon_is_flag(l->head.icon);
		bd_block_icon(env, group, it->icon, (bd_rect){ x, y, p->icon, p->icon },
			      sided ? style->accent : style->theme->second, &it->node->place);
	}
}

static void place_item(bd_env *env, const list *l, size_t i, const plan *p, double x, double y,
		       const bd_style *style, bd_node *parent)
{
	const item *it = l->items.items[i];
	bd_node *group = bd_block_group(parent, BD_ROLE_LI);
	double width = p->column - p->indent;
	bd_text text = text_of(env, it, width, style), detail = detail_of(env, it, width, style);
	double top = y;
	if (l->marker == ICON) /* a short text stands in the middle of its icon */
		top += fmax(0, (p->icon - text.height - detail.height) / 2);
	double baseline = top + text.first_baseline;
	double marker = l->marker == ICON && text.height + detail.height > p->icon
				? y + (text.height / (double)text.line_count - p->icon) / 2 +
					  bd_style_px(style, 4)
				: y;
	draw_marker(env, l, i, p, x, fmax(y, marker), baseline, style, group);
	bd_add_text(group, &text, x + p->indent, top, bd_solid(style->theme->ink));
	bd_add_text(group, &detail, x + p->indent, top + text.height,
		    bd_solid(style->theme->grey[3]));
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *parent)
{
	const list *l = block;
	plan p = plan_list(env, l, box.width, style);
	if (p.rows > 1)
		p.gap += (box.height - p.height) / (double)(p.rows - 1);
	bd_node *group = bd_block_group(parent, BD_ROLE_L);
	double gutter = bd_style_px(style, 32);
	/* Column by column, because that is the order in which they are read. */
	for (size_t c = 0; c < p.columns; c++) {
		double y = box.y, x = box.x + (double)c * (p.column + gutter);
		for (size_t r = 0; r < p.rows && c * p.rows + r < l->items.count; r++) {
			place_item(env, l, c * p.rows + r, &p, x, y, style, group);
			y += row_height(env, l, style, &p, r) + p.gap;
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
