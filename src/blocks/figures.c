/* figures.c - the block of numbers: at most one hero, the others in cells under a rule.
 *
 * A number is what a poster is remembered by, so it is set by parts: the figure large, "gần" and
 * "tỉ đồng" beside it at a size of their own, what it counts underneath. */
#include "blocks/figures.h"

#include "blocks/rows.h"

#include <math.h>

typedef struct figures {
	bd_block_head head;
	bd_rows rows;
	bd_figure_list items;
	bd_figure *hero;
	bd_figure_list cells;
} figures;

static const bd_field pictogram_fields[] = {
	BD_FIELD(bd_pictogram, icon, &bd_type_icon,
		 .doc = "The symbol that is repeated: a name of `bieudo list icons`; \"person\" "
			"where "
			"it is not said."),
	BD_FIELD(bd_pictogram, per, &bd_type_number, .required = true, .min = 1e-9, .max = 1e18,
		 .doc = "How much one symbol stands for.", .example = "1000"),
	BD_FIELD(bd_pictogram, of, &bd_type_text,
		 .doc = "What is counted, for «Mỗi biểu tượng = 1.000 người».",
		 .example = "\"người\""),
	BD_FIELDS_END
};
static void check_pictogram(void *object, const bd_json *node, bd_reader *reader)
{
	bd_pictogram *p = object;
	if (!bd_json_get(node, "icon") && reader->user)
		p->icon = bd_icon_named(reader->user, "person", &node->place);
}
static const bd_object_type pictogram_type = { "pictogram", "A number as repeated symbols.",
					       sizeof(bd_pictogram), .fields = pictogram_fields,
					       .check = check_pictogram };
static const bd_type pictogram_field = { BD_T_OBJECT, .size = sizeof(bd_pictogram *),
					 .object = &pictogram_type };

/* With the least round `per` at which they are few enough: 1, 2 or 5 with noughts. */
static void complain_symbols(double value, double symbols, const bd_json *node, bd_reader *reader)
{
	bd_diag *diag = bd_error(reader->diags, &node->place, BD_TOO_MANY,
				 bd_number_text(reader->arena, ceil(symbols)),
				 bd_number_text(reader->arena, BD_MOST_SYMBOLS));
	double least = value / BD_MOST_SYMBOLS, power = pow(10, floor(log10(least)));
	static const double round[] = { 1, 2, 5, 10 };
	size_t i = 0;
	while (i < 3 && power * round[i] < least * (1 - 1e-12))
		i++;
	if (isfinite(power * round[i]))
		bd_suggest(reader->diags, diag, BD_HINT_AT_LEAST, "per",
			   bd_number_text(reader->arena, power * round[i]));
}

static void check_figure(void *object, const bd_json *node, bd_reader *reader)
{
	bd_figure *f = object;
	bd_number_style style = BD_NUMBER_STYLE_PLAIN;
	f->node = node;
	if (f->format && !bd_number_style_parse(f->format, &style)) {
		bd_error(reader->diags, &bd_json_get(node, "format")->place, BD_BAD_NUMBER_FORMAT,
			 f->format);
		style = BD_NUMBER_STYLE_PLAIN;
	}
	if (!isnan(f->decimals)) {
		style.decimals = (int)f->decimals;
		style.fixed_decimals = true;
	}
	double symbols = f->pictogram ? f->value / f->pictogram->per : 0;
	if (symbols > BD_MOST_SYMBOLS)
		complain_symbols(f->value, symbols, bd_json_get(node, "pictogram"), reader);
	style.currency = f->currency;
	style.unit = f->unit;
	const bd_locale *locale = bd_locale_find(reader->lang);
	f->parts =
		bd_number_say_parts(reader->arena, locale, &style, isnan(f->value) ? 0 : f->value);
}

static const bd_field figure_fields[] = {
	BD_FIELD(bd_figure, value, &bd_type_number, .also = "number amount figure count",
		 .required = true, .channel = true, .doc = "The number.", .example = "11000"),
	BD_FIELD(bd_figure, approx, &bd_type_text, .also = "prefix before", .channel = true,
		 .doc = "What the source says before the number: «gần», «hơn», «trên».",
		 .example = "\"gần\""),
	BD_FIELD(bd_figure, format, &bd_type_string,
		 .doc = "How it is written: \"full\" (7.300.000.000), \"compact\" (7,3 tỉ; "
			"4,96 tỉ: two digits after the comma below 10, else one), "
			"\"percent\", or a d3 format.",
		 .example = "\"compact\""),
	BD_FIELD(bd_figure, decimals, &bd_type_number, .also = "precision digits", .min = 0,
		 .max = 12, .doc = "Exactly so many digits after the comma."),
	BD_FIELD(bd_figure, unit, &bd_type_text, .also = "suffix after units", .channel = true,
		 .doc = "What stands after the number: «tấn xi măng».", .example = "\"đồng\""),
	BD_FIELD(bd_figure, currency, &bd_type_string,
		 .doc = "The currency's code or sign, written as the language does.",
		 .example = "\"USD\""),
	BD_FIELD(bd_figure, label, &bd_type_text, .also = "text title caption name description",
		 .channel = true, .doc = "What is counted.",
		 .example = "\"chuyến công tác nhân đạo\""),
	BD_FIELD(bd_figure, icon, &bd_type_icon, .also = "symbol image", .channel = true,
		 .doc = "An icon's name; the first part to be given up where room is short.",
		 .example = "\"stethoscope\""),
	BD_FIELD(bd_figure, hero, &bd_type_bool, .also = "highlight main big", .fallback = "false",
		 .doc = "This is the number that the poster is about. At most one."),
	BD_FIELD(bd_figure, pictogram, &pictogram_field,
		 .doc = "The hero as repeated symbols beside it.",
		 .example = "{ \"icon\": \"person\", \"per\": 1000, \"of\": \"người\" }"),
	BD_FIELDS_END
};
static const bd_object_type figure_type = { "figure", "A number and what it counts.",
					    sizeof(bd_figure), .fields = figure_fields,
					    .check = check_figure };
static const bd_type figure_item = { BD_T_OBJECT, .size = sizeof(bd_figure *),
				     .object = &figure_type };

static const bd_type items_type = BD_ROWS_OF(&figure_item);
static const bd_field fields[] = { BD_BLOCK_FIELDS(figures), BD_ROWS_FIELDS(figures, &items_type),
				   BD_FIELDS_END };

static void check(void *object, const bd_json *node, bd_reader *reader)
{
	figures *f = object;
	(void)node;
	size_t count;
	bd_figure **all = bd_rows_read(&f->rows, &figure_item, &count, node, reader);
	if (count > BD_MOST_FIGURES) {
		bd_error(reader->diags, &node->place, BD_TOO_MANY,
			 bd_number_text(reader->arena, (double)count),
			 bd_number_text(reader->arena, BD_MOST_FIGURES));
		count = 0;
	}
	f->cells.items = BD_ARRAY(reader->arena, count, bd_figure);
	for (size_t i = 0; i < count; i++) {
		if (all[i]->hero && !f->hero)
			f->hero = all[i];
		else
			f->cells.items[f->cells.count++] = *all[i];
		if (all[i]->hero && f->hero != all[i])
			bd_error(reader->diags, &bd_json_get(all[i]->node, "hero")->place,
				 BD_SECOND_HERO);
	}
}

static double rule_room(const bd_style *style)
{
	return bd_style_gap(style, 36);
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	const figures *f = block;
	bd_extent hero = { 0 }, cells = { 0 };
	if (f->hero)
		hero = bd_hero_measure(env, f->hero, width, style);
	if (f->cells.count)
		cells = bd_cells_measure(env, &f->cells, width, style);
	double between = f->hero && f->cells.count ? 2 * rule_room(style) : 0;
	return (bd_extent){ hero.least + cells.least + between * 0.8,
			    hero.natural + cells.natural + between,
			    hero.most + cells.most + between * 1.5, cells.strain, hero.gives };
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *group)
{
	const figures *f = block;
	bd_extent boxes[2];
	bd_slot slots[2] = { { 0, box.height }, { 0, box.height } };
	if (f->hero && f->cells.count) {
		bd_flow flow = { .gap = 2 * rule_room(style), .least = 0.8, .most = 1.5 };
		boxes[0] = bd_hero_measure(env, f->hero, box.width, style);
		boxes[1] = bd_cells_measure(env, &f->cells, box.width, style);
		bd_flow_place(&flow, boxes, 2, box.height, slots);
		double y = box.y + (slots[0].height + slots[1].y) / 2;
		bd_block_rule(group, box.x, y, box.x + box.width, y, style->theme->ink,
			      bd_style_px(style, style->theme->rule));
	}
	if (f->hero)
		bd_hero_place(env, f->hero, (bd_rect){ box.x, box.y, box.width, slots[0].height },
			      style, group);
	if (f->cells.count)
		bd_cells_place(env, &f->cells,
			       (bd_rect){ box.x, box.y + slots[1].y, box.width, slots[1].height },
			       style, group);
}

extern const bd_block_kind bd_block_kind_figures;
const bd_block_kind bd_block_kind_figures = {
	{ "figures", "Numbers, one of them the hero, each with what it counts.", sizeof(figures),
	  .fields = fields, .check = check },
	.measure = measure,
	.place = place,
	.optional_parts = 2,
};
