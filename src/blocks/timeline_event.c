/* timeline_event.c - the words of one event: the date is the boldest thing of it. */
#include "blocks/timeline.h"

#include <math.h>

bd_event_text bd_event_measure(bd_env *env, const bd_event *e, double width, double date_width,
			       bd_align align, const bd_style *style)
{
	bd_style s = *style;
	s.place = &e->node->place;
	bd_event_text t = { .date_width = date_width };
	bd_wrap wrap = { .width = date_width > 0 ? INFINITY : width };
	t.wrapped = width - date_width;
	t.date = bd_style_text_as(env, &s, BD_TEXT_STRONG, e->says, wrap);
	wrap.width = t.wrapped;
	wrap.align = align;
	wrap.balance = date_width <= 0;
	/* Where room is short, the detail runs on after the title. */
	bool run_on = e->detail && style->given_up > 0;
	t.title = bd_style_text_as(env, &s, BD_TEXT_BODY, run_on ? e->at_length : e->title, wrap);
	t.detail = bd_style_text_as(env, &s, BD_TEXT_LABEL, run_on ? NULL : e->detail, wrap);
	t.height = t.title.height + t.detail.height;
	t.height = date_width > 0 ? fmax(t.height, t.date.height) : t.height + t.date.height;
	t.width = date_width > 0 ? date_width + fmax(t.title.width, t.detail.width)
				 : fmax(t.date.width, fmax(t.title.width, t.detail.width));
	return t;
}

void bd_event_draw(const bd_event *e, const bd_event_text *t, double x, double y, bool leftwards,
		   const bd_style *style, bd_node *parent)
{
	bd_node *group = bd_block_group(parent, BD_ROLE_LI);
	const bd_color quiet = style->theme->grey[3];
	/* Texts that stand at the left of their stem end at it. */
	double inner = leftwards ? t->width - t->date_width : 0;
	double date = leftwards ? t->width - t->date.width : 0;
	double title = leftwards ? inner - t->wrapped : t->date_width;
	double detail = title;
	double top = y;
	bd_add_text(group, &t->date, x + date, y, bd_solid(e->ink));
	top += t->date_width > 0 ? 0 : t->date.height;
	bd_add_text(group, &t->title, x + title, top, bd_solid(style->theme->ink));
	bd_add_text(group, &t->detail, x + detail, top + t->title.height, bd_solid(quiet));
}
