#include "scene/flat_writer.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

void bd_flat_put_string(bd_flat_writer *f, const char *text)
{
	bd_str_add_char(&f->out, '"');
	for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
		if (*p == '"' || *p == '\\')
			bd_str_add_char(&f->out, '\\');
		if (*p < 0x20)
			bd_str_printf(&f->out, "\\u%04x", *p);
		else
			bd_str_add_char(&f->out, (char)*p);
	}
	bd_str_add_char(&f->out, '"');
}

void bd_flat_put_number(bd_flat_writer *f, double number)
{
	char text[BD_NUMBER_ROOM];
	if (!isfinite(number)) {
		bd_str_add(&f->out, "null");
		return;
	}
	bd_number_format(round(number * 1000) / 1000, text);
	bd_str_add(&f->out, text);
}

void bd_flat_put_name(bd_flat_writer *f, const char *name)
{
	if (!f->first)
		bd_str_add_char(&f->out, ',');
	f->first = false;
	if (name)
		bd_str_printf(&f->out, "\"%s\":", name);
}

void bd_flat_put_field(bd_flat_writer *f, const char *name, double number)
{
	if (isnan(number))
		return;
	bd_flat_put_name(f, name);
	bd_flat_put_number(f, number);
}

void bd_flat_open_list(bd_flat_writer *f, const char *name, char bracket)
{
	bd_flat_put_name(f, name);
	bd_str_add_char(&f->out, bracket);
	f->first = true;
}

void bd_flat_close_list(bd_flat_writer *f, char bracket)
{
	bd_str_add_char(&f->out, bracket);
	f->first = false;
}

/* One string, or a list of lines. */
void bd_flat_put_text(bd_flat_writer *f, const char *name, const char *text, bool as_list)
{
	if (!as_list && !strchr(text, '\n')) {
		bd_flat_put_name(f, name);
		bd_flat_put_string(f, text);
		return;
	}
	bd_flat_open_list(f, name, '[');
	for (const char *line = text; line;) {
		const char *end = strchr(line, '\n');
		bd_flat_put_name(f, NULL);
		bd_flat_put_string(f, end ? bd_strndup(f->out.arena, line, (size_t)(end - line))
					  : line);
		line = end ? end + 1 : NULL;
	}
	bd_flat_close_list(f, ']');
}

/* A title is a list of texts, each one string or a list of lines. */
void bd_flat_put_title(bd_flat_writer *f, const char *name, const bd_guide_text *title)
{
	bd_flat_open_list(f, name, '[');
	if (title->is_number) {
		bd_flat_put_name(f, NULL);
		bd_str_add(&f->out, title->text);
	} else {
		bd_flat_put_text(f, NULL, title->text, false);
	}
	bd_flat_close_list(f, ']');
}

static void put_color(bd_flat_writer *f, bd_color color)
{
	char text[BD_COLOR_ROOM];
	const char *name = bd_color_name(color);
	bd_color_format(bd_color_with_alpha(color, 1), text);
	bd_flat_put_string(f, name ? name : text);
}

void bd_flat_put_paint(bd_flat_writer *f, const char *name, bd_paint paint)
{
	if (paint.kind == BD_PAINT_SOLID) {
		bd_flat_put_name(f, name);
		if (paint.color.a == 0)
			bd_flat_put_string(f, "transparent");
		else
			put_color(f, paint.color);
	} else if (paint.kind == BD_PAINT_GRADIENT) {
		bd_flat_open_list(f, name, '{');
		bd_flat_put_name(f, "gradient");
		bd_flat_put_string(f, paint.gradient->radial ? "radial" : "linear");
		bd_flat_open_list(f, "stops", '[');
		for (size_t i = 0; i < paint.gradient->stop_count; i++) {
			bd_flat_open_list(f, NULL, '{');
			bd_flat_put_field(f, "offset", paint.gradient->stops[i].offset);
			bd_flat_put_name(f, "color");
			put_color(f, paint.gradient->stops[i].color);
			bd_flat_close_list(f, '}');
		}
		bd_flat_close_list(f, ']');
		bd_flat_close_list(f, '}');
	}
}

void bd_flat_put_dash(bd_flat_writer *f, const bd_dash *dash)
{
	if (!dash || dash->count == 0)
		return;
	bd_flat_open_list(f, "strokeDash", '[');
	for (size_t i = 0; i < dash->count; i++) {
		bd_flat_put_name(f, NULL);
		bd_flat_put_number(f, dash->lengths[i]);
	}
	bd_flat_close_list(f, ']');
}
