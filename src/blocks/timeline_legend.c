/* timeline_legend.c - what the colours of a timeline's groups mean: dots and names above it. */
#include "blocks/timeline.h"

#include <math.h>

typedef struct entry {
	double x, y; /* of the dot's left, and the line's top */
	bd_line name;
} entry;

static entry *plan(bd_env *env, const bd_timeline *t, double width, const bd_style *style,
		   double *height)
{
	entry *entries = BD_ARRAY(env->scratch, t->group_count, entry);
	double size = bd_style_size(style, BD_TEXT_LABEL), dot = size * 1.1, x = 0, y = 0;
	for (size_t i = 0; i < t->group_count; i++) {
		entry *e = &entries[i];
		e->name = bd_style_line(env, style, BD_TEXT_LABEL, t->groups[i]);
		double w = dot + e->name.width;
		if (x > 0 && x + w > width) {
			x = 0;
			y += size * 1.5;
		}
		e->x = x;
		e->y = y;
		x += w + size * 1.4;
	}
	*height = y + size * 1.5 + bd_style_gap(style, 20);
	return entries;
}

bool bd_timeline_has_legend(const bd_timeline *t)
{
	return t->group_count >= 2 && t->group_count <= BD_MOST_GROUPS && !t->highlights;
}

double bd_timeline_legend_height(bd_env *env, const bd_timeline *t, double width,
				 const bd_style *style)
{
	double height = 0;
	if (bd_timeline_has_legend(t))
		plan(env, t, width, style, &height);
	return height;
}

void bd_timeline_legend_place(bd_env *env, const bd_timeline *t, bd_rect box, const bd_style *style,
			      bd_node *parent)
{
	double height, size = bd_style_size(style, BD_TEXT_LABEL);
	if (!bd_timeline_has_legend(t))
		return;
	entry *entries = plan(env, t, box.width, style, &height);
	bd_node *group = bd_block_group(parent, BD_ROLE_P);
	for (size_t i = 0; i < t->group_count; i++) {
		double x = box.x + entries[i].x, base = box.y + entries[i].y + size * 1.05;
		bd_block_disc(group, x + size * 0.34, base - size * 0.36, size * 0.34,
			      bd_timeline_ink(style->theme, i));
		bd_add_line(group, &entries[i].name, x + size * 1.1, base,
			    bd_solid(style->theme->ink));
	}
}
