/* row.c - blocks side by side, on the page's grid; one below another where the place is narrow.
 *
 * Widths that the spec does not say are found by measuring: of the ways to split twelve columns,
 * the one that makes the row lowest, equal ones winning ties. */
#include "blocks/grid.h"

#include <math.h>

typedef struct row {
	bd_block_head head;
	bd_block_array blocks;
	BD_ARRAY_OF(double) spans;
} row;

static const bd_type span_type = { BD_T_NUMBER, .size = sizeof(double), .min = 1, .max = BD_GRID };
static const bd_type spans_type = { BD_T_ARRAY, .item = &span_type };

static const bd_field fields[] = {
	BD_BLOCK_FIELDS(row),
	BD_FIELD(row, blocks, &bd_type_blocks, .also = "items content children columns",
		 .required = true, .doc = "The blocks, from left to right; two to six."),
	BD_FIELD(row, spans, &spans_type, .also = "widths",
		 .doc = "How many of the grid's 12 columns each block takes, where the program's "
			"own choice will not do.",
		 .example = "[7, 5]"),
	BD_FIELDS_END
};

static void check(void *object, const bd_json *node, bd_reader *reader)
{
	row *r = object;
	double sum = 0;
	for (size_t i = 0; i < r->spans.count; i++)
		sum += r->spans.items[i];
	if (r->blocks.count > BD_MOST_COLUMNS) {
		bd_error(reader->diags, &bd_json_get(node, "blocks")->place, BD_TOO_MANY,
			 bd_number_text(reader->arena, (double)r->blocks.count),
			 bd_number_text(reader->arena, BD_MOST_COLUMNS));
		r->blocks.count = BD_MOST_COLUMNS;
	}
	if (r->spans.count && (r->spans.count != r->blocks.count || sum > BD_GRID)) {
		bd_error(reader->diags, &bd_json_get(node, "spans")->place, BD_BAD_SPANS,
			 bd_number_text(reader->arena, (double)r->blocks.count));
		r->spans.count = 0;
	}
}

bd_grid bd_grid_columns(const int *spans, size_t count, double width, double gutter)
{
	bd_grid c = { .count = count };
	int sum = 0, before = 0;
	for (size_t i = 0; i < count; i++)
		sum += spans[i];
	double unit = (width + gutter) / (double)(sum ? sum : 1);
	for (size_t i = 0; i < count; i++) {
		c.x[i] = unit * before;
		c.width[i] = unit * spans[i] - gutter;
		before += spans[i];
	}
	return c;
}

/* Headings of one row end level, and what they stand over begins level; pictures end level. */
static bd_style in_row(bd_env *env, const row *r, const bd_grid *c, const bd_style *style)
{
	bd_style s = *style;
	for (size_t i = 0; i < c->count; i++)
		s.head = fmax(s.head,
			      bd_block_head_height(env, &r->blocks.items[i], c->width[i], style));
	for (size_t i = 0; i < c->count; i++)
		s.foot = fmax(s.foot,
			      bd_block_foot_height(env, &r->blocks.items[i], c->width[i], style));
	return s;
}

static bd_extent measure_columns(bd_env *env, const row *r, const bd_grid *c, const bd_style *style)
{
	bd_extent all = { 0 };
	bd_style s = in_row(env, r, c, style);
	for (size_t i = 0; i < c->count; i++)
		if (r->blocks.items[i].type)
			all = bd_extent_beside(
				all, bd_block_measure(env, &r->blocks.items[i], c->width[i], &s));
	return all;
}

/* Not on the theme's 24 px: text in neighbouring columns needs more between it than pictures. */
static double gutter_of(const bd_style *style)
{
	return bd_style_px(style, 2 * style->theme->gutter);
}

/* A row is the better, the lower it is and the less its headings and items break. */
static double cost(bd_extent e)
{
	return e.least * (1 + 0.08 * e.strain); /* what can grow says nothing */
}

/* Which of two columns is the higher; -1: neither. */
static int taller(bd_env *env, const row *r, const bd_grid *c, const bd_style *style)
{
	bd_style s = in_row(env, r, c, style);
	double least[2];
	for (int i = 0; i < 2; i++)
		least[i] =
			r->blocks.items[i].type
				? bd_block_measure(env, &r->blocks.items[i], c->width[i], &s).least
				: 0;
	return least[0] > least[1] ? 0 : least[1] > least[0] ? 1 : -1;
}

/* Of two columns only the higher is made wider, as long as that makes the row lower: the other way
 * it could but grow. */
static bd_grid choose(bd_env *env, const row *r, double width, const bd_style *style)
{
	int spans[BD_MOST_COLUMNS] = { 0 };
	size_t n = r->blocks.count;
	for (size_t i = 0; i < n; i++)
		spans[i] = r->spans.count ? (int)r->spans.items[i] : BD_GRID / (int)n;
	bd_grid best = bd_grid_columns(spans, n, width, gutter_of(style));
	if (r->spans.count || n != 2)
		return best;
	int wide = taller(env, r, &best, style);
	double lowest = cost(measure_columns(env, r, &best, style));
	for (int more = 1; wide >= 0 && more <= 2; more++) {
		spans[wide] = BD_GRID / 2 + more;
		spans[!wide] = BD_GRID / 2 - more;
		bd_grid c = bd_grid_columns(spans, n, width, gutter_of(style));
		double height = cost(measure_columns(env, r, &c, style));
		if (height >= lowest * 0.98)
			break;
		lowest = height;
		best = c;
	}
	return best;
}

#define LOWER 0.85 /* of the columns' height: a stack that is worth it */

/* Whether a column is so much higher than the others that all is lower one below another: a list of
 * many items then takes the whole width. */
static bool is_lopsided(bd_env *env, const row *r, const bd_grid *c, double width,
			const bd_style *style)
{
	if (r->spans.count)
		return false;
	double beside = measure_columns(env, r, c, style).natural;
	return bd_blocks_measure(env, &r->blocks, width, style).natural < LOWER * beside;
}

/* Whether the columns would be so narrow or unlike that the blocks had better stand one below
 * another. */
static bool is_stacked(bd_env *env, const row *r, double width, const bd_style *style)
{
	double em = bd_style_size(style, BD_TEXT_BODY);
	if ((style->stacked && !r->spans.count) || width / (double)r->blocks.count < 7 * em)
		return true;
	bd_grid c = choose(env, r, width, style);
	if (is_lopsided(env, r, &c, width, style))
		return true;
	if (width / (double)r->blocks.count > 14 * em)
		return false;
	double strain = measure_columns(env, r, &c, style).strain;
	return strain >= bd_blocks_measure(env, &r->blocks, width, style).strain + 1.5;
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	const row *r = block;
	if (!r->blocks.count)
		return (bd_extent){ 0 };
	if (is_stacked(env, r, width, style))
		return bd_blocks_measure(env, &r->blocks, width, style);
	bd_grid c = choose(env, r, width, style);
	return measure_columns(env, r, &c, style);
}

static double share(double from, double to, double height)
{
	return to > from ? fmin(1, fmax(0, (height - from) / (to - from))) : 1;
}

/* Neighbours grow and shrink alike, so that the lines of two lists stay level: each by the share
 * that the row as a whole got, not to the bottom at any price. */
static double like_all(bd_extent all, bd_extent own, double height)
{
	double all_modest = bd_extent_modest(all), modest = bd_extent_modest(own), h;
	if (height < all_modest)
		h = own.least + share(all.least, all_modest, height) * (modest - own.least);
	else if (height < all.natural)
		h = modest + share(all_modest, all.natural, height) * own.gives;
	else
		h = own.natural + share(all.natural, all.most, height) * (own.most - own.natural);
	return fmin(fmax(h, own.least), height);
}

/* How far below the row's top a picture begins: level with the capitals beside it. */
static double picture_top(bd_env *env, const row *r, const bd_grid *c, const bd_style *style)
{
	double least = INFINITY;
	for (size_t i = 0; i < c->count; i++) {
		const bd_variant *b = &r->blocks.items[i];
		double top = b->type && !bd_block_aside(b)
				     ? bd_block_top(env, b, c->width[i], style)
				     : -1;
		least = top >= 0 ? fmin(least, top) : least;
	}
	return isfinite(least) ? least : 0;
}

static bd_rect column_box(bd_env *env, const row *r, const bd_grid *c, size_t i, bd_rect box,
			  const bd_style *style)
{
	const bd_variant *b = &r->blocks.items[i];
	bd_extent own = bd_block_measure(env, b, c->width[i], style);
	bd_rect column = { box.x + c->x[i], box.y, c->width[i], box.height };
	if (bd_block_aside(b) && bd_block_top(env, b, c->width[i], style) == 0) {
		double top = fmin(picture_top(env, r, c, style), box.height - own.least);
		column.y += top;
		column.height -= top;
	} else if (!bd_block_fills(b)) {
		column.height = like_all(measure_columns(env, r, c, style), own, box.height);
	}
	return column;
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *group)
{
	const row *r = block;
	if (!r->blocks.count)
		return;
	if (is_stacked(env, r, box.width, style)) {
		bd_blocks_place(env, &r->blocks, box, style, group);
		return;
	}
	bd_grid c = choose(env, r, box.width, style);
	bd_style s = in_row(env, r, &c, style);
	for (size_t i = 0; i < c.count; i++)
		if (r->blocks.items[i].type)
			bd_block_place(env, &r->blocks.items[i], column_box(env, r, &c, i, box, &s),
				       &s, group);
}

static const bd_variant *first(const void *block)
{
	const row *own = block;
	return own->blocks.count ? &own->blocks.items[0] : NULL;
}

static double head_height(bd_env *env, const void *block, double width, const bd_style *style)
{
	const row *r = block;
	if (!r->blocks.count)
		return 0;
	if (is_stacked(env, r, width, style))
		return bd_blocks_head_height(env, &r->blocks, width, style);
	bd_grid c = choose(env, r, width, style);
	return in_row(env, r, &c, style).head;
}

extern const bd_block_kind bd_block_kind_row;
const bd_block_kind bd_block_kind_row = {
	{ "row", "Blocks side by side.", sizeof(row), .fields = fields,
	  .example = "{ \"type\": \"row\", \"spans\": [7, 5], \"blocks\": [{ \"type\": \"list\", "
		     "\"items\": [\"Huyện Lạ Màm\", \"Huyện Thà Tèng\"] }, { \"type\": \"text\", "
		     "\"text\": \"Bốn chi hội ở Sê Kông.\" }] }",
	  .check = check },
	.measure = measure,
	.place = place,
	.head_height = head_height,
	.first = first,
	.optional_parts = 2,
};
