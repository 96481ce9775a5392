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

static bd_text words(bd_env *env, const text *t, double width, const bd_style *style)
{
	bd_text_role role = t->size == DISPLAY ? BD_TEXT_TITLE
			    : t->size == LEAD  ? BD_TEXT_LEAD
					       : BD_TEXT_BODY;
	bd_wrap wrap = { .width = width,
			 .balance = t->size != BODY,
			 .align = t->align == 1 ? BD_ALIGN_CENTER : BD_ALIGN_START };
	return bd_style_text_as(env, style, role, t->text, wrap);
}

static bd_text by(bd_env *env, const text *t, double width, const bd_style *style)
{
	bd_wrap wrap = { .width = width,
			 .align = t->align == 1 ? BD_ALIGN_CENTER : BD_ALIGN_START };
	return bd_style_text_as(env, style, BD_TEXT_LABEL, t->by, wrap);
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	const text *t = block;
	double h = words(env, t, width, style).height;
	if (t->by)
		h += by(env, t, width, style).height + bd_style_gap(style, 12);
	return (bd_extent){ h, h, h, 0 };
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *group)
{
	const text *t = block;
	bd_text body = words(env, t, box.width, style), below = by(env, t, box.width, style);
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
};
