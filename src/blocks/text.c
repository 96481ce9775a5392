/* text.c - a paragraph: body text, a lead, or a quote or slogan set large. */
#include "blocks/block.h"

#include <math.h>

typedef struct text {
	bd_block_head head;
	const char *text;
	int size, align;
	const char *by;
} text;

static const bd_choice sizes[] = { { "body", "running text" },
				   { "lead", "larger, for an opening sentence" },
				   { "display", "as large as a slogan" },
				   { NULL, NULL } };
enum { BODY, LEAD, DISPLAY };
static const bd_choice aligns[] = { { "start", "left" },
				    { "center", "in the middle" },
				    { NULL, NULL } };
static const bd_type size_type = { BD_T_CHOICE, .size = sizeof(int), .choices = sizes };
static const bd_type align_type = { BD_T_CHOICE, .size = sizeof(int), .choices = aligns };

static const bd_field fields[] = { BD_BLOCK_FIELDS(text),
				   BD_FIELD(text, text, &bd_type_text,
					    .also = "body content paragraph value",
					    .required = true, .doc = "The words.",
					    .example = "\"“Biên giới hữu nghị, bình yên”\""),
				   BD_FIELD(text, by, &bd_type_text, .also = "author source",
					    .doc = "Who says so: a line below."),
				   BD_FIELD(text, size, &size_type, .also = "style level",
					    .fallback = "\"body\"", .doc = "How large."),
				   BD_FIELD(text, align, &align_type, .also = "textAlign",
					    .fallback = "\"start\"", .doc = "Where lines start."),
				   BD_FIELDS_END };

static bd_text words_at(bd_env *env, const text *t, double width, const bd_style *style,
			double scale)
{
	bd_text_role role = t->size == DISPLAY ? BD_TEXT_TITLE
			    : t->size == LEAD  ? BD_TEXT_LEAD
					       : BD_TEXT_BODY;
	bd_wrap wrap = { .width = width,
			 .balance = t->size != BODY,
			 .align = t->align == 1 ? BD_ALIGN_CENTER : BD_ALIGN_START };
	bd_style s = *style;
	s.type *= scale;
	return bd_style_text_as(env, &s, role, t->text, wrap);
}

#define LEAST_DISPLAY 0.8
#define MOST_DISPLAY  1.48
#define DISPLAY_STEP  0.04

/* A slogan shrinks rather than take one line more, and grows where there is height for it. */
static bd_text display(bd_env *env, const text *t, double width, double height,
		       const bd_style *style)
{
	bd_text least = words_at(env, t, width, style, LEAST_DISPLAY);
	for (double scale = MOST_DISPLAY; scale > LEAST_DISPLAY; scale -= DISPLAY_STEP) {
		bd_text body = words_at(env, t, width, style, scale);
		if (body.line_count <= least.line_count && body.height <= height + 0.01 &&
		    !body.overflows)
			return body;
	}
	return least;
}

static bd_text words(bd_env *env, const text *t, double width, double height, const bd_style *style)
{
	return t->size == DISPLAY ? display(env, t, width, height, style)
				  : words_at(env, t, width, style, 1);
}

static bd_text by(bd_env *env, const text *t, double width, const bd_style *style)
{
	bd_wrap wrap = { .width = width,
			 .align = t->align == 1 ? BD_ALIGN_CENTER : BD_ALIGN_START };
	return bd_style_text_as(env, style, BD_TEXT_LABEL, t->by, wrap);
}

static double by_height(bd_env *env, const text *t, double width, const bd_style *style)
{
	return t->by ? by(env, t, width, style).height + bd_style_gap(style, 12) : 0;
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	const text *t = block;
	double below = by_height(env, t, width, style);
	double plain = words_at(env, t, width, style, 1).height;
	if (t->size != DISPLAY)
		return (bd_extent){ plain + below, plain + below, plain + below, 0, 0 };
	bd_text natural = words(env, t, width, plain, style);
	double strain = 0.5 * fmax(0, (double)natural.line_count - 1) + natural.strain;
	return (bd_extent){ natural.height + below, natural.height + below,
			    words(env, t, width, INFINITY, style).height + below, strain, 0 };
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *group)
{
	const text *t = block;
	double most = box.height - by_height(env, t, box.width, style);
	bd_text body = words(env, t, box.width, most, style), below = by(env, t, box.width, style);
	bd_block_text(group, BD_ROLE_P, &body, box.x, box.y,
		      t->size == DISPLAY ? style->theme->accent : style->theme->ink);
	bd_block_text(group, BD_ROLE_P, &below, box.x,
		      box.y + body.height + bd_style_gap(style, 12), style->theme->grey[3]);
}

extern const bd_block_kind bd_block_kind_text;
const bd_block_kind bd_block_kind_text = {
	{ "text", "A paragraph, a lead or a slogan.", sizeof(text), .fields = fields },
	.measure = measure,
	.place = place,
	.hangs = true,
};
