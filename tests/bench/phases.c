/* phases.c - linked into the real program by ld's --wrap, so that its phases are timed without a
 * line in its source. Prints the milliseconds of each to the file descriptor BENCH_FD when main
 * ends; BENCH_START is when the process was asked for (CLOCK_MONOTONIC, ns). */
#include "cli/cli.h"
#include "render/png_encode.h"
#include "text/text.h"
#include "json/json.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { START, FONTS, PARSE, COMPILE, SHAPE, PAINT, ENCODE, WRITE, REST, PHASES };
static const char *const names[] = { "start", "fonts",  "parse", "compile", "shape",
				     "paint", "encode", "write", "rest" };

static double spent[PHASES], since;
static int phase;

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* What runs from here on counts for `next`; returns what it counted for before. */
static int turn(int next)
{
	double at = now();
	int before = phase;
	spent[phase] += at - since;
	since = at;
	phase = next;
	return before;
}

#define WRAP(type, name, parameters, arguments, counts_for) \
	type __real_##name parameters;                      \
	type __wrap_##name parameters;                      \
	type __wrap_##name parameters                       \
	{                                                   \
		int before = turn(counts_for);              \
		type result = __real_##name arguments;      \
		turn(before);                               \
		return result;                              \
	}

WRAP(bd_ctx *, bd_ctx_new, (const bd_ctx_options *o), (o), FONTS)
WRAP(const bd_json *, bd_json_parse, (bd_arena * a, bd_source *s, bd_diags *d), (a, s, d), PARSE)
WRAP(bd_doc *, bd_compile,
     (bd_ctx * c, const char *n, const char *t, size_t l, const bd_options *o), (c, n, t, l, o),
     COMPILE)
WRAP(bd_line, bd_text_line, (bd_env * e, const char *t, const bd_font *f, const bd_place *p),
     (e, t, f, p), SHAPE)
WRAP(double, bd_text_width, (bd_env * e, const char *t, const bd_font *f), (e, t, f), SHAPE)
WRAP(bd_text, bd_text_wrap,
     (bd_env * e, const char *t, const bd_font *f, const bd_wrap *w, const bd_place *p),
     (e, t, f, w, p), SHAPE)
WRAP(bd_blob, bd_render, (bd_doc * d, const char *f, const bd_render_options *o), (d, f, o), PAINT)
WRAP(bd_blob, bd_png_encode,
     (const unsigned char *x, int w, int h, int s, const bd_png_info *i, bd_arena *a),
     (x, w, h, s, i, a), ENCODE)
WRAP(bool, bd_cli_write, (bd_run_state * r, const char *p, bd_blob b), (r, p, b), WRITE)

int __real_main(int argc, char **argv);
int __wrap_main(int argc, char **argv);
int __wrap_main(int argc, char **argv)
{
	const char *start = getenv("BENCH_START"), *fd = getenv("BENCH_FD");
	since = now();
	spent[START] = start ? since - strtod(start, NULL) / 1e6 : 0;
	phase = REST;
	int status = __real_main(argc, argv);
	turn(REST);
	for (int i = 0; fd && i < PHASES; i++)
		dprintf((int)strtol(fd, NULL, 10), "%s %.4f\n", names[i], spent[i]);
	return status;
}
