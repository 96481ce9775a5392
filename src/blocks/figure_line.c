/* figure_line.c - a number with its words: «gần 7,3 tỉ đồng» on one baseline. */
#include "blocks/figures.h"

#include <math.h>

static bd_line part(bd_env *env, const bd_style *style, bd_text_role role, double size,
		    const char *text)
{
	if (!text || !*text)
		return (bd_line){ 0 };
	bd_font font = bd_style_font(style, role);
	font.size = size;
	return bd_text_line(env, text, &font, style->place);
}

bd_number_line bd_figure_line(bd_env *env, const bd_figure *figure, const bd_style *style,
			      bd_text_role role, double size, bool with_approx)
{
	/* Words keep a readable size, yet grow with a hero: a third of it at most. */
	double words = fmax(bd_style_size(style, BD_TEXT_UNIT), size * 0.3);
	words = fmin(words, fmax(bd_style_size(style, BD_TEXT_UNIT), size * 0.6));
	bd_number_line line = {
		.before =
			part(env, style, BD_TEXT_UNIT, words, with_approx ? figure->approx : NULL),
		.figure = part(env, style, role, size, figure->parts.figure),
		.after = part(env, style, BD_TEXT_UNIT, words, figure->parts.after),
		.gap = fmax(words * 0.34, size * 0.08),
	};
	line.width = line.figure.width;
	if (line.before.run_count)
		line.width += line.before.width + line.gap;
	if (line.after.run_count)
		line.width += line.after.width + line.gap;
	return line;
}

void bd_figure_line_draw(const bd_number_line *line, bd_node *parent, double x, double baseline,
			 bd_color figure, bd_color words)
{
	bd_node *group = bd_block_group(parent, BD_ROLE_P);
	if (line->before.run_count) {
		bd_add_line(group, &line->before, x, baseline, bd_solid(words));
		x += line->before.width + line->gap;
	} else {
		x -= line->figure.ink
			     .x; /* a large digit's side bearing would look like an indent */
	}
	bd_add_line(group, &line->figure, x, baseline, bd_solid(figure));
	x += line->figure.width + line->gap;
	bd_add_line(group, &line->after, x, baseline, bd_solid(words));
}

void bd_figure_left_out(bd_env *env, const bd_figure *figure, const char *field,
			const bd_style *style)
{
	const bd_json *node = bd_json_get(figure->node, field);
	if (node && !style->trial)
		bd_warning(env->diags, &node->place, BD_LEFT_OUT, field, style->page);
}
