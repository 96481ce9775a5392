#include "base/parallel.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <string.h>

enum {
	MOST_THREADS = 4,   /* more would wait for the memory */
	LONG_TEXT = 1 << 20 /* bytes worth threads */
};

typedef struct job {
	size_t count;
	bd_slice_work *work;
	void *context;
	atomic_size_t next; /* slice that nobody works on yet */
} job;

static void *take_slices(void *of)
{
	job *j = of;
	for (size_t i; (i = atomic_fetch_add(&j->next, 1)) < BD_SLICES;)
		j->work(j->context, i,
			j->count / BD_SLICES * i + j->count % BD_SLICES * i / BD_SLICES,
			j->count / BD_SLICES * (i + 1) +
				j->count % BD_SLICES * (i + 1) / BD_SLICES);
	return NULL;
}

/* Processors that this thread may run on. */
static int processors(void)
{
	cpu_set_t set;
	return sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
}

size_t bd_parallel(size_t count, size_t least, bd_slice_work *work, void *context)
{
	if (count < least) {
		work(context, 0, 0, count);
		return 1;
	}
	job j = { .count = count, .work = work, .context = context };
	pthread_t threads[MOST_THREADS];
	int wanted = processors() - 1, started = 0;
	while (started < wanted && started < MOST_THREADS - 1 &&
	       !pthread_create(&threads[started], NULL, take_slices, &j))
		started++;
	take_slices(&j);
	while (started > 0)
		pthread_join(threads[--started], NULL);
	return BD_SLICES;
}

typedef struct lines {
	const char *text;
	size_t length;
	bd_slice_work *work;
	void *context;
} lines;

/* The first line that begins at or behind a byte. */
static size_t line_from(const lines *l, size_t at)
{
	if (at == 0 || at >= l->length)
		return at;
	const char *end = memchr(l->text + at - 1, '\n', l->length - (at - 1));
	return end ? (size_t)(end - l->text) + 1 : l->length;
}

static void work_on_lines(void *context, size_t slice, size_t from, size_t end)
{
	const lines *l = context;
	l->work(l->context, slice, line_from(l, from), line_from(l, end));
}

size_t bd_parallel_lines(const char *text, size_t length, size_t least, bd_slice_work *work,
			 void *context)
{
	lines l = { text, length, work, context };
	return bd_parallel(length, least, work_on_lines, &l);
}

typedef struct test {
	const char *text;
	bool (*passes)(const char *text, size_t length);
	bool passed[BD_SLICES];
} test;

static void test_slice(void *context, size_t slice, size_t from, size_t end)
{
	test *t = context;
	t->passed[slice] = t->passes(t->text + from, end - from);
}

bool bd_parallel_all(const char *text, size_t length,
		     bool (*passes)(const char *text, size_t length))
{
	test t = { .text = text, .passes = passes };
	size_t slices = bd_parallel_lines(text, length, LONG_TEXT, test_slice, &t);
	bool all = true;
	for (size_t i = 0; i < slices; i++)
		all = all && t.passed[i];
	return all;
}
