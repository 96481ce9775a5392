/* agree_words SCENE BBOX [DX] - whether the words of a PDF stand where the scene put them.
 *
 * SCENE is what `bieudo scene` prints, BBOX what `pdftotext -bbox` says of the PDF (points; 1 px is
 * 0.75). Each glyph run of the scene must begin and end within 0.75 px of where a word of the PDF
 * with the run's first and last letters does. A run that goes on where another ended is within a
 * word and is held at its free end only. DX moves the PDF, to see that this shows. */
#include "base/geom.h"
#include "base/limits.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 20000, LINE = 65536 };

typedef struct word {
	double x0, y0, x1, y1;
	char text[256];
} word;

typedef struct run {
	bd_point from, to; /* along the baseline, on the page */
	bool from_free, to_free;
	char first[256], last[256];
} run;

static word words[MOST];
static run runs[MOST];
static int word_count, run_count;

static void unescape(char *text)
{
	static const char *const all[][2] = { { "&lt;", "<" },
					      { "&gt;", ">" },
					      { "&quot;", "\"" },
					      { "&apos;", "'" },
					      { "&amp;", "&" } };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		for (char *at = text; (at = strstr(at, all[i][0])); at++) {
			*at = *all[i][1];
			memmove(at + 1, at + strlen(all[i][0]), strlen(at + strlen(all[i][0])) + 1);
		}
}

static void read_words(FILE *f, double dx)
{
	static char line[LINE];
	while (fgets(line, sizeof line, f) && word_count < MOST) {
		word *w = &words[word_count];
		char *at = strstr(line, "<word");
		if (!at ||
		    sscanf(at,
			   "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%255[^\n]",
			   &w->x0, &w->y0, &w->x1, &w->y1, w->text) != 5)
			continue;
		*strstr(w->text, "</word>") = 0;
		unescape(w->text);
		w->x0 = w->x0 / 0.75 + dx, w->x1 = w->x1 / 0.75 + dx;
		w->y0 /= 0.75, w->y1 /= 0.75;
		word_count++;
	}
}

static void take_ends(run *r, const char *text)
{
	char copy[LINE];
	size_t length = 0;
	for (const char *c = text; *c && *c != '"' && length + 1 < sizeof copy; c++) {
		bool no_break = !strncmp(c, "\xC2\xA0", 2); /* a blank to pdftotext */
		if (*c == '\\' || no_break)
			c++;
		copy[length++] = no_break ? ' ' : *c;
	}
	copy[length] = 0;
	r->from_free = copy[0] != ' ';
	r->to_free = length && copy[length - 1] != ' ';
	char *first = strtok(copy, " "), *last = first;
	for (char *next; first && (next = strtok(NULL, " "));)
		last = next;
	snprintf(r->first, sizeof r->first, "%s", first ? first : "");
	snprintf(r->last, sizeof r->last, "%s", last ? last : "");
}

/* Groups are told by their indent: two blanks a level. */
static void read_runs(FILE *f)
{
	static char line[LINE];
	static bd_matrix at_depth[4 * BD_MAX_DEPTH];
	while (fgets(line, sizeof line, f) && run_count < MOST) {
		size_t depth = strspn(line, " ") / 2;
		bd_matrix outer = depth ? at_depth[depth - 1] : BD_IDENTITY, m = outer;
		char *t = strstr(line, " transform=");
		bd_matrix own;
		if (!strncmp(line + 2 * depth, "group", 5) && t &&
		    sscanf(t, " transform=%lf,%lf,%lf,%lf,%lf,%lf", &own.a, &own.b, &own.c, &own.d,
			   &own.e, &own.f) == 6)
			m = bd_matrix_multiply(outer, own);
		at_depth[depth] = m;
		bd_point p;
		double advance;
		char *text = strstr(line, " text=\""), *adv = strstr(line, " advance=");
		if (sscanf(line + 2 * depth, "glyphs %lf,%lf", &p.x, &p.y) != 2 || !text || !adv)
			continue;
		run *r = &runs[run_count++];
		sscanf(adv, " advance=%lf", &advance);
		take_ends(r, text + 7);
		r->from = bd_matrix_apply(outer, p);
		r->to = bd_matrix_apply(outer, (bd_point){ p.x + advance, p.y });
	}
}

static bool touch(bd_point a, bd_point b)
{
	return fabs(a.x - b.x) < 1 && fabs(a.y - b.y) < 1;
}

/* Where one run goes on from another, neither end is a word's. */
static void join_runs(void)
{
	for (int i = 0; i + 1 < run_count; i++)
		if (touch(runs[i].to, runs[i + 1].from))
			runs[i].to_free = runs[i + 1].from_free = false;
}

static bool begins(const char *text, const char *with)
{
	return !strncmp(text, with, strlen(with));
}

static bool ends(const char *text, const char *with)
{
	size_t n = strlen(text), m = strlen(with);
	return n >= m && !strcmp(text + n - m, with);
}

/* A word's edge along the direction of the run; only level and plumb text is looked at. */
static bool stands(const run *r, const word *w, bool start)
{
	bool level = fabs(r->to.y - r->from.y) < 0.01, plumb = fabs(r->to.x - r->from.x) < 0.01;
	bd_point p = start ? r->from : r->to;
	double slack = 0.75;
	if (level)
		return fabs((start ? w->x0 : w->x1) - p.x) <= slack && w->y0 <= p.y + slack &&
		       w->y1 >= p.y - slack;
	if (!plumb)
		return true;
	bool up = r->to.y < r->from.y;
	return fabs((start == up ? w->y1 : w->y0) - p.y) <= slack && w->x0 <= p.x + slack &&
	       w->x1 >= p.x - slack;
}

static bool found(const run *r, bool start)
{
	for (int i = 0; i < word_count; i++)
		if ((start ? begins(words[i].text, r->first) : ends(words[i].text, r->last)) &&
		    stands(r, &words[i], start))
			return true;
	return false;
}

int main(int argc, char **argv)
{
	FILE *scene = argc > 2 ? fopen(argv[1], "r") : NULL;
	FILE *bbox = argc > 2 ? fopen(argv[2], "r") : NULL;
	if (!scene || !bbox)
		return 2;
	read_runs(scene);
	read_words(bbox, argc > 3 ? atof(argv[3]) : 0);
	join_runs();
	int looked_at = 0, missing = 0;
	for (int i = 0; i < run_count; i++) {
		const run *r = &runs[i];
		for (int start = 0; start < 2; start++) {
			if (!(start ? r->from_free : r->to_free) || !*r->first)
				continue;
			looked_at++;
			if (found(r, start))
				continue;
			missing++;
			bd_point p = start ? r->from : r->to;
			printf("no word that %s '%s' at %.2f,%.2f\n", start ? "begins" : "ends",
			       start ? r->first : r->last, p.x, p.y);
		}
	}
	fclose(scene);
	fclose(bbox);
	printf("%d ends of words, %d not found\n", looked_at, missing);
	return missing > 0 || looked_at == 0;
}
