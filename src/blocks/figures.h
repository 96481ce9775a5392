/* figures.h - the parts of the figures block: one hero above, the other numbers in cells. */
#pragma once
#include "blocks/block.h"
#include "locale/locale.h"

enum {
	BD_MOST_SYMBOLS = 100, /* more cannot be counted by eye */
	BD_MOST_FIGURES = 24   /* more is a table */
};

typedef struct bd_pictogram {
	const bd_icon *icon;
	const char *of;
	double per;
} bd_pictogram;

typedef struct bd_figure {
	double value;
	const char *approx, *unit, *label, *currency;
	const bd_icon *icon;
	const char *format;
	double decimals;
	bool hero;
	bd_pictogram *pictogram;
	bd_number_parts parts; /* the value as text */
	const bd_json *node;
} bd_figure;

typedef BD_ARRAY_OF(bd_figure) bd_figure_list;

/* The number with what stands before and after it on its line, at a size of the figure. */
typedef struct bd_number_line {
	bd_line before, figure, after;
	double gap; /* between them */
	double width;
} bd_number_line;
bd_number_line bd_figure_line(bd_env *env, const bd_figure *figure, const bd_style *style,
			      bd_text_role role, double size, bool with_approx);
void bd_figure_line_draw(const bd_number_line *line, bd_node *group, double x, double baseline,
			 bd_color figure, bd_color words);

bd_extent bd_hero_measure(bd_env *env, const bd_figure *hero, double width, const bd_style *style);
void bd_hero_place(bd_env *env, const bd_figure *hero, bd_rect box, const bd_style *style,
		   bd_node *group);

/* Says that a figure's icon or pictogram (a field of it) is not drawn. */
void bd_figure_left_out(bd_env *env, const bd_figure *figure, const char *field,
			const bd_style *style);

bd_extent bd_cells_measure(bd_env *env, const bd_figure_list *cells, double width,
			   const bd_style *style);
void bd_cells_place(bd_env *env, const bd_figure_list *cells, bd_rect box, const bd_style *style,
		    bd_node *group);

/* A pictogram of `figure` in columns that suit the width; height 0 where there is none. */
typedef struct bd_pictogram_plan {
	size_t count, columns, rows;
	double last;         /* the share of the last symbol that counts */
	double cell, height; /* of a symbol's row; of all */
	double wide;         /* a symbol and the gap after it, as a share of `cell` */
	bd_text says;
} bd_pictogram_plan;
bd_pictogram_plan bd_pictogram_measure(bd_env *env, const bd_figure *figure, double width,
				       double height, const bd_style *style);
void bd_pictogram_place(bd_env *env, const bd_figure *figure, const bd_pictogram_plan *plan,
			double x, double y, const bd_style *style, bd_node *group);
