/* bench.c - what a picture costs: a cold process from fork to reap with its phases, and many
 * pictures in one process.
 *
 *	bench cold RUNS PROGRAM ARGUMENTS…    medians; "phase ms" lines, then wall and peak
 *	bench warm N SHARE SPEC PAGE          N different charts to PNG bytes; charts a second */
#include "bieudo.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 101, MOST_PHASES = 16 };

typedef struct run {
	double wall, peak, phases[MOST_PHASES];
	char names[MOST_PHASES][16];
	int count;
} run;

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double median(double *values, int count)
{
	qsort(values, (size_t)count, sizeof *values, by_value);
	return values[count / 2];
}

static void child(char **arguments, int fd)
{
	char start[32], number[16];
	snprintf(start, sizeof start, "%.0f", now() * 1e6);
	snprintf(number, sizeof number, "%d", fd);
	setenv("BENCH_START", start, 1);
	setenv("BENCH_FD", number, 1);
	execv(arguments[0], arguments);
	_exit(127);
}

static bool once(char **arguments, run *r)
{
	int pipes[2], status;
	if (pipe(pipes))
		return false;
	double start = now();
	pid_t pid = fork();
	if (pid == 0) {
		close(pipes[0]);
		child(arguments, pipes[1]);
	}
	close(pipes[1]);
	FILE *from = fdopen(pipes[0], "r");
	for (r->count = 0; r->count < MOST_PHASES; r->count++)
		if (fscanf(from, "%15s %lf", r->names[r->count], &r->phases[r->count]) != 2)
			break;
	struct rusage usage;
	bool good =
		wait4(pid, &status, 0, &usage) == pid && WIFEXITED(status) && !WEXITSTATUS(status);
	r->wall = now() - start;
	r->peak = (double)usage.ru_maxrss / 1024;
	fclose(from);
	return good;
}

static int cold(int runs, char **arguments)
{
	static run all[MOST_RUNS];
	double values[MOST_RUNS], rest = 0;
	runs = runs < 1 ? 1 : runs > MOST_RUNS ? MOST_RUNS : runs;
	for (int i = -1; i < runs; i++) /* the first warms the file cache */
		if (!once(arguments, &all[i < 0 ? 0 : i]))
			return 1;
	for (int p = 0; p < all[0].count; p++) {
		for (int i = 0; i < runs; i++)
			values[i] = all[i].phases[p];
		double ms = median(values, runs);
		rest += ms;
		printf("%-8s %7.2f ms\n", all[0].names[p], ms);
	}
	for (int i = 0; i < runs; i++)
		values[i] = all[i].wall;
	double wall = median(values, runs);
	if (all[0].count)
		printf("%-8s %7.2f ms\n", "exit", wall - rest);
	printf("%-8s %7.2f ms\n", "wall", wall);
	for (int i = 0; i < runs; i++)
		values[i] = all[i].peak;
	printf("%-8s %7.1f MiB\n", "peak", median(values, runs));
	return 0;
}

static char *read_file(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return NULL;
	char *text = malloc(4 << 20);
	*length = fread(text, 1, (4 << 20) - 1, file);
	text[*length] = 0;
	fclose(file);
	return text;
}

/* Each chart differs from the last: a year in the title, so that nothing is remembered whole. */
static int warm(int count, const char *share, const char *path, const char *page)
{
	size_t length;
	char *text = read_file(path, &length), *folder = strdup(path);
	char *slash = strrchr(folder, '/');
	if (slash)
		*slash = 0;
	const char *folders[] = { slash ? folder : ".", NULL };
	bd_ctx *ctx = bd_ctx_new(&(bd_ctx_options){ .share = share });
	char *digits =
		text ? strstr(text, "2012") : NULL; /* of the subtitle: no two texts the same */
	if (!ctx || !text)
		return 1;
	double start = now(), bytes = 0;
	for (int i = 0; i < count; i++) {
		if (digits) {
			digits[2] = (char)('0' + i / 10 % 10);
			digits[3] = (char)('0' + i % 10);
		}
		bd_options options = { .page = page, .folders = folders };
		bd_doc *doc = bd_compile(ctx, path, text, length, &options);
		bd_blob png = bd_render(doc, "png", &(bd_render_options){ .scale = 1 });
		if (!png.bytes) {
			bd_arena arena = { 0 };
			fputs(bd_diags_text(&arena, bd_doc_diags(doc), BD_UI_EN), stderr);
			return 1;
		}
		bytes += (double)png.length;
		bd_doc_free(doc);
	}
	double ms = (now() - start) / count;
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	printf("%-8s %7.2f ms a chart, %.0f charts/s, %.0f bytes, peak %.1f MiB\n", "warm", ms,
	       1000 / ms, bytes / count, (double)usage.ru_maxrss / 1024);
	bd_ctx_free(ctx);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc > 3 && !strcmp(argv[1], "cold"))
		return cold((int)strtol(argv[2], NULL, 10), argv + 3);
	if (argc == 6 && !strcmp(argv[1], "warm"))
		return warm((int)strtol(argv[2], NULL, 10), argv[3], argv[4], argv[5]);
	fputs("usage: bench cold RUNS PROGRAM ARGUMENTS…\n       bench warm N SHARE SPEC PAGE\n",
	      stderr);
	return 2;
}
