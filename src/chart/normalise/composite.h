/* composite.h - inside chart/: box plots, error bars and error bands written out as layers of
 * simple marks.
 *
 * https://vega.github.io/vega-lite/docs/boxplot.html, errorbar.html, errorband.html. A composite
 * mark is a macro: it summarises one axis by transforms, and draws the summary with rules, bars,
 * ticks, areas and points. What it becomes is plain Vega-Lite, normalised further like anything
 * else. */
#pragma once
#include "base/array.h"
#include "json/json.h"

/* The spec of a unit whose mark is composite, written out; NULL where its mark is none, and after a
 * complaint (then *good is false). `config` is complete: defaults, theme's and spec's. */
const bd_json *bd_composite_layers(bd_arena *arena, bd_diags *diags, const bd_json *config,
				   const bd_json *spec, bool *good);

/* --- between the files of composite marks --- */
typedef BD_LIST(const bd_json *) bd_composite_list;

typedef struct bd_composite {
	bd_arena *arena;
	bd_diags *diags;
	const bd_json *config; /* of this mark: config.boxplot … */
	const bd_json *whole_config;
	const bd_json *spec;     /* the unit without mark and encoding */
	const bd_json *encoding; /* as it was */
	const bd_json *mark;     /* an object */
	const char *type;        /* "boxplot" */
	bool horizontal;         /* the summarised axis is x */
	const char *axis;        /* "x" or "y" */
	const char *axis2;
	const bd_json *def;    /* its channel definition */
	const char *field;     /* that it summarises */
	const char *title;     /* of the axis */
	const char *groupby;   /* JSON text: the fields that make groups */
	const char *prepared;  /* JSON text of transforms, each followed by a comma: bins, units */
	const bd_json *shared; /* the other channels */
} bd_composite;

/* JSON from text of our own, placed like the spec; strings in it go through bd_composite_quote. */
const bd_json *bd_composite_parse(const bd_composite *c, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* "lower_box_field" as a JSON string; prefix NULL: the field itself. */
const char *bd_composite_name(const bd_composite *c, const char *prefix);
/* datum['lower_box_field'], for expressions in JSON text. */
const char *bd_composite_datum(const bd_composite *c, const char *prefix);
const char *bd_composite_quote(bd_arena *arena, const char *text);

/* One part ("box") in the list, unless the spec or config leaves it out: a mark of our own under
 * what the spec says of the part, from column `from`_field to `to`_field (NULL: no end).
 * `encoding`: its other channels. */
void bd_composite_part(const bd_composite *c, bd_composite_list *layers, const char *part,
		       const bd_json *mark, const char *from, const char *to,
		       const bd_json *encoding);
/* The spec with transforms (an array) behind its own, and the layers. */
const bd_json *bd_composite_view(const bd_composite *c, const bd_json *base,
				 const bd_json *transforms, const bd_composite_list *layers);

const bd_json *bd_composite_boxplot(bd_composite *c);
const bd_json *bd_composite_error(bd_composite *c); /* bars and bands */
