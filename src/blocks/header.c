/* header.c - a poster's head and foot (header.h).
 *
 * The title takes two lines where it can: short ones grow, long ones shrink a little before they
 * take a third, and any shrinks a little rather than end a line inside a word. «Nguồn» stands at
 * the left, credit at the right, on one line where both fit. */
#include "blocks/header.h"

#include "base/str.h"
#include "unicode/case.h"

#include <math.h>

typedef struct header_plan {
	bd_text kicker, title, subtitle, notice;
	double kicker_gap, subtitle_gap, notice_gap;
	double height;
} header_plan;

/* The style, with complaints going to a field of the poster. */
static bd_style style_of(const bd_env *env, const bd_poster *poster, const char *field,
			 const bd_style *style)
{
	bd_style s = *style;
	const bd_json *node = bd_json_get(poster->node, field);
	if (bd_json_is(node, BD_JSON_OBJECT) && bd_json_get(node, env->lang))
		node = bd_json_get(node, env->lang);
	if (node)
		s.place = &node->place;
	return s;
}

static bd_text field_text(bd_env *env, const bd_poster *poster, const char *field,
			  const bd_style *style, bd_text_role role, const char *text, double width)
{
	bd_style s = style_of(env, poster, field, style);
	return bd_style_text(env, &s, role, text, width);
}

static bd_text wrap_title(bd_env *env, const char *title, double width, const bd_style *style)
{
	static const double most = 1.24, step = 0.03, yield = 0.84;
	enum { COUNT = 14, MORE = 4 }; /* sizes for two lines; smaller ones for a good break */
	bd_style s = *style;
	bd_text text = { 0 };
	/* On a wide page one line, where that is large enough, leaves the height to the rest. */
	if (width > 20 * bd_style_size(style, BD_TEXT_TITLE))
		for (double scale = most; scale >= 1; scale -= step) {
			s.type = style->type * scale;
			text = bd_style_text(env, &s, BD_TEXT_TITLE, title, width);
			if (text.line_count == 1)
				return text;
		}
	double largest = 0; /* at which it fits */
	for (int i = 0; i < COUNT + MORE; i++) {
		double scale = most - i * step;
		s.type = style->type * scale;
		bd_text next = bd_style_text(env, &s, BD_TEXT_TITLE, title, width);
		bool fits = !next.overflows && next.line_count <= (i + 1 < COUNT ? 2 : 3);
		if (!largest) {
			text = next;
			largest = fits ? scale : 0;
			if (!fits && i + 1 == COUNT)
				break;
		} else if (scale < fmin(yield * largest, 1 / fmax(1, style->type))) {
			break;
		} else if (fits && next.line_count <= text.line_count &&
			   next.strain < text.strain - 0.1) {
			return next; /* a little smaller, where the lines then end better */
		}
	}
	return text;
}

static header_plan plan_header(bd_env *env, const bd_poster *poster, double width,
			       const bd_style *style)
{
	header_plan p = { 0 };
	if (poster->kicker) {
		p.kicker = field_text(env, poster, "kicker", style, BD_TEXT_KICKER,
				      bd_upper(env->arena, poster->kicker), width);
		p.kicker_gap = bd_style_gap(style, 10);
	}
	bd_style title = style_of(env, poster, "title", style);
	if (poster->title)
		p.title = wrap_title(env, poster->title, width, &title);
	if (poster->subtitle) {
		p.subtitle = field_text(env, poster, "subtitle", style, BD_TEXT_SUBTITLE,
					poster->subtitle, width);
		p.subtitle_gap = bd_style_gap(style, 16);
	}
	if (poster->notice) {
		p.notice = field_text(env, poster, "notice", style, BD_TEXT_STRONG, poster->notice,
				      width);
		p.notice_gap = bd_style_gap(style, 8);
	}
	p.height = p.kicker.height + p.kicker_gap + p.title.height + p.subtitle_gap +
		   p.subtitle.height + p.notice_gap + p.notice.height + bd_style_gap(style, 12);
	return p;
}

double bd_header_top(bd_env *env, const bd_poster *poster, double width, const bd_style *style)
{
	header_plan p = plan_header(env, poster, width, style);
	if (p.kicker.line_count)
		return p.kicker.first_baseline - bd_style_cap(style, BD_TEXT_KICKER);
	return 0;
}

bd_extent bd_header_measure(bd_env *env, const bd_poster *poster, double width,
			    const bd_style *style)
{
	header_plan p = plan_header(env, poster, width, style);
	double lines = (double)p.title.line_count;
	double strain = fmax(0, lines - 2) + 1.5 * fmax(0, lines - 3) +
			0.5 * fmax(0, (double)p.subtitle.line_count - 3) +
			2 * fmax(0, (double)p.kicker.line_count - 1);
	return (bd_extent){ p.height, p.height, p.height, strain, 0 };
}

void bd_header_place(bd_env *env, const bd_poster *poster, bd_rect box, const bd_style *style,
		     bd_node *parent)
{
	header_plan p = plan_header(env, poster, box.width, style);
	const bd_theme *theme = style->theme;
	bd_node *group = bd_add_group(parent);
	group->group.name = "header";
	double y = box.y;
	bd_block_text(group, BD_ROLE_P, &p.kicker, box.x, y, theme->accent);
	y += p.kicker.height + p.kicker_gap;
	bd_block_text(group, BD_ROLE_H1, &p.title, box.x, y, theme->ink);
	y += p.title.height + p.subtitle_gap;
	bd_block_text(group, BD_ROLE_P, &p.subtitle, box.x, y, theme->grey[3]);
	y += p.subtitle.height + p.notice_gap;
	bd_block_text(group, BD_ROLE_P, &p.notice, box.x, y, theme->accent);
}

typedef struct footer_plan {
	bd_text source, credit;
	bool beside;
	double gap, height;
} footer_plan;

static const char *labelled(bd_env *env, const char *text, const char *vi, const char *lo,
			    const char *en)
{
	if (!text || bd_starts_with(text, "Nguồn") || bd_starts_with(text, "Đồ họa"))
		return text;
	const char *label = bd_streq(env->lang, "lo") ? lo : bd_streq(env->lang, "en") ? en : vi;
	return bd_printf(env->arena, "%s: %s", label, text);
}

static footer_plan plan_footer(bd_env *env, const bd_poster *poster, double width,
			       const bd_style *style)
{
	footer_plan p = { .gap = bd_style_px(style, 20) };
	const char *source = labelled(env, poster->source, "Nguồn", "ແຫຼ່ງຂໍ້ມູນ", "Source");
	const char *credit = labelled(env, poster->credit, "Đồ họa", "ກຣາຟິກ", "Graphic");
	double apart = bd_style_px(style, 40);
	p.credit = field_text(env, poster, "credit", style, BD_TEXT_SMALL, credit, width);
	double left = width - (p.credit.width > 0 ? p.credit.width + apart : 0);
	p.beside = left > width * 0.4;
	p.source = field_text(env, poster, "source", style, BD_TEXT_SMALL, source,
			      p.beside ? left : width);
	if (!p.source.line_count && !p.credit.line_count)
		return p;
	p.height = p.gap + (p.beside ? fmax(p.source.height, p.credit.height)
				     : p.source.height + p.credit.height);
	return p;
}

double bd_footer_height(bd_env *env, const bd_poster *poster, double width, const bd_style *style)
{
	return plan_footer(env, poster, width, style).height;
}

void bd_footer_place(bd_env *env, const bd_poster *poster, bd_rect box, const bd_style *style,
		     bd_node *parent)
{
	footer_plan p = plan_footer(env, poster, box.width, style);
	if (p.height <= 0)
		return;
	const bd_color quiet = style->theme->grey[3];
	bd_node *group = bd_add_group(parent);
	group->group.name = "footer";
	double y = box.y + box.height - p.height;
	bd_block_rule(group, box.x, y, box.x + box.width, y, style->theme->grey[0],
		      bd_style_px(style, style->theme->hairline));
	y += p.gap;
	bd_block_text(group, BD_ROLE_P, &p.source, box.x, y, quiet);
	if (p.beside)
		bd_block_text(group, BD_ROLE_P, &p.credit, box.x + box.width - p.credit.width, y,
			      quiet);
	else
		bd_block_text(group, BD_ROLE_P, &p.credit, box.x, y + p.source.height, quiet);
}
