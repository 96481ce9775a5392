/* links.c - the block of links: its fields, its nodes, and their order.
 *
 * A name that stands in several links is one node. The left keeps the order of the spec; the right
 * is ordered by the mean place of what each is linked with (the barycentre rule of layered graph
 * drawing: Sugiyama et al., 1981), so that curves cross as little as may be. */
#include "blocks/links.h"

#include "base/str.h"

#include <math.h>
#include <string.h>

enum { MOST_LINKS = 60 };

static const bd_field side_fields[] = {
	BD_FIELD(bd_link_side, label, &bd_type_text, .also = "title name text", .required = true,
		 .doc = "What stands over the column.", .example = "\"Hà Tĩnh\""),
	BD_FIELD(bd_link_side, icon, &bd_type_icon, .also = "flag", .doc = "Its flag or icon.",
		 .example = "\"flag-vn\""),
	BD_FIELDS_END
};
static const bd_object_type side_object = { "link-side", "One side of the links.",
					    sizeof(bd_link_side), .fields = side_fields };
static const bd_type side_type = { BD_T_OBJECT, .size = sizeof(bd_link_side *),
				   .object = &side_object };

static void check_link(void *object, const bd_json *node, bd_reader *reader)
{
	(void)reader;
	((bd_link *)object)->node = node;
}

static const bd_field link_fields[] = {
	BD_FIELD(bd_link, from, &bd_type_text, .also = "source left", .required = true,
		 .channel = true, .doc = "The name on the left.", .example = "\"Xã Sơn Kim 2\""),
	BD_FIELD(bd_link, to, &bd_type_text, .also = "target right", .required = true,
		 .channel = true, .doc = "The name on the right.", .example = "\"Bản Na Pê\""),
	BD_FIELD(bd_link, label, &bd_type_text, .also = "text title", .channel = true,
		 .doc = "A word or two on the link.", .example = "\"từ 2014\""),
	BD_FIELD(bd_link, highlight, &bd_type_bool, .also = "hero accent", .fallback = "false",
		 .channel = true, .doc = "The link that the poster is about."),
	BD_FIELDS_END
};
static const bd_object_type link_object = { "link", "Two names that belong together.",
					    sizeof(bd_link), .fields = link_fields,
					    .check = check_link };
static const bd_type link_type = { BD_T_OBJECT, .size = sizeof(bd_link *), .object = &link_object };

static const bd_type links_type = BD_ROWS_OF(&link_type);
static const bd_field fields[] = {
	BD_BLOCK_FIELDS(bd_links), BD_ROWS_FIELDS(bd_links, &links_type),
	BD_FIELD(bd_links, left, &side_type, .doc = "The side of `from`."),
	BD_FIELD(bd_links, right, &side_type, .doc = "The side of `to`."), BD_FIELDS_END
};

static size_t find_node(bd_links *l, int side, const char *name, const bd_json *node)
{
	size_t i = 0;
	while (i < l->counts[side] && !bd_streq(l->nodes[side][i].name, name))
		i++;
	if (i == l->counts[side])
		l->nodes[side][l->counts[side]++] = (bd_link_node){ .name = name, .node = node };
	return i;
}

/* The right column in the order of its links' mean places; ties keep the spec's order. */
static void order_right(bd_links *l, bd_arena *arena)
{
	size_t n = l->counts[1];
	double *mean = BD_ARRAY(arena, n, double);
	size_t *order = BD_ARRAY(arena, n, size_t), *rank = BD_ARRAY(arena, n, size_t);
	for (size_t i = 0; i < n; i++) {
		double sum = 0, count = 0;
		for (size_t k = 0; k < l->items.count; k++)
			if (l->items.items[k]->right == i) {
				sum += (double)l->items.items[k]->left;
				count++;
			}
		mean[i] = count > 0 ? sum / count : 0;
		size_t at = i;
		for (; at > 0 && mean[order[at - 1]] > mean[i]; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	bd_link_node *nodes = BD_ARRAY(arena, n, bd_link_node);
	for (size_t i = 0; i < n; i++) {
		nodes[i] = l->nodes[1][order[i]];
		rank[order[i]] = i;
	}
	for (size_t k = 0; k < l->items.count; k++)
		l->items.items[k]->right = rank[l->items.items[k]->right];
	l->nodes[1] = nodes;
}

/* A pair that is linked twice is one curve with the words of both. */
static bool merge(bd_links *l, size_t count, const bd_link *link, bd_arena *arena)
{
	for (size_t i = 0; i < count; i++) {
		bd_link *other = l->items.items[i];
		if (other->left != link->left || other->right != link->right)
			continue;
		other->highlight |= link->highlight;
		if (link->label)
			other->label =
				other->label ? bd_printf(arena, "%s; %s", other->label, link->label)
					     : link->label;
		return true;
	}
	return false;
}

static void check(void *object, const bd_json *node, bd_reader *reader)
{
	bd_links *l = object;
	l->items.items = bd_rows_read(&l->rows, &link_type, &l->items.count, node, reader);
	if (l->items.count > MOST_LINKS) {
		bd_error(reader->diags, &node->place, BD_TOO_MANY,
			 bd_number_text(reader->arena, (double)l->items.count),
			 bd_number_text(reader->arena, MOST_LINKS));
		l->items.count = 0;
	}
	for (int side = 0; side < 2; side++)
		l->nodes[side] = BD_ARRAY(reader->arena, l->items.count, bd_link_node);
	size_t kept = 0;
	for (size_t i = 0; i < l->items.count; i++) {
		bd_link *link = l->items.items[i];
		link->left = find_node(l, 0, link->from ? link->from : "", link->node);
		link->right = find_node(l, 1, link->to ? link->to : "", link->node);
		l->nodes[0][link->left].highlight |= link->highlight;
		l->nodes[1][link->right].highlight |= link->highlight;
		if (!merge(l, kept, link, reader->arena))
			l->items.items[kept++] = link;
	}
	l->items.count = kept;
	order_right(l, reader->arena);
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	bd_links_plan p = bd_links_measure(env, block, width, style);
	const bd_links *l = block;
	size_t rows = l->counts[0] > l->counts[1] ? l->counts[0] : l->counts[1];
	double gaps = rows ? (double)(rows - 1) * p.row_gap : 0;
	return (bd_extent){ p.least, p.natural, p.natural + gaps * 1.6, p.strain, 0 };
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *group)
{
	bd_links_plan p = bd_links_measure(env, block, box.width, style);
	bd_links_draw(env, block, &p, box, style, group);
}

extern const bd_block_kind bd_block_kind_links;
const bd_block_kind bd_block_kind_links = {
	{ "links", "Who is linked with whom: two columns, and curves between them.",
	  sizeof(bd_links), .fields = fields, .check = check },
	.measure = measure,
	.place = place,
};
