/* fuzz.c - specs with random mistakes: whatever is in them, bieudo draws a picture or complains.
 *
 *	fuzz SHARE SEED COUNT SPEC…
 *
 * Mutates tokens of JSON rather than bytes, so that most of what comes out still parses and reaches
 * the code behind. The same seed gives the same specs. A crash or a hang (10 s) is reported with
 * the number of the spec, which `fuzz SHARE SEED +NUMBER SPEC…` prints. */
#include "bieudo.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_TOKENS = 20000, MOST_TEXT = 1 << 20, MOST_SPECS = 256, BATCH = 25, SECONDS = 10 };

typedef struct token {
	const char *text;
	size_t length;
} token;

typedef struct spec {
	const char *path;
	char *text;
	token tokens[MOST_TOKENS];
	size_t count;
} spec;

static uint64_t state;

/* splitmix64 */
static uint64_t next_random(void)
{
	uint64_t z = (state += 0x9E3779B97F4A7C15u);
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

static size_t pick(size_t count)
{
	return count ? (size_t)(next_random() % count) : 0;
}

static const char *skip_token(const char *at)
{
	if (*at == '"') {
		for (at++; *at && *at != '"'; at++)
			if (*at == '\\' && at[1])
				at++;
		return *at ? at + 1 : at;
	}
	if (strchr("{}[],:", *at))
		return at + 1;
	size_t length = strcspn(at, "{}[],: \t\r\n\"");
	return at + (length ? length : 1);
}

static void split(spec *s)
{
	const char *at = s->text;
	s->count = 0;
	while (*(at += strspn(at, " \t\r\n")) && s->count < MOST_TOKENS) {
		const char *end = skip_token(at);
		s->tokens[s->count++] = (token){ at, (size_t)(end - at) };
		at = end;
	}
}

static bool is(const token *t, char c)
{
	return t->length == 1 && *t->text == c;
}

/* One past the last token of the value that starts at `i`. */
static size_t value_end(const spec *s, size_t i)
{
	int depth = 0;
	for (; i < s->count; i++) {
		const token *t = &s->tokens[i];
		if (is(t, '{') || is(t, '['))
			depth++;
		else if (is(t, '}') || is(t, ']'))
			depth--;
		if (depth <= 0)
			return i + 1;
	}
	return s->count;
}

static bool starts_value(const spec *s, size_t i)
{
	const token *t = &s->tokens[i];
	bool is_key = i + 1 < s->count && is(&s->tokens[i + 1], ':');
	return !is_key && !strchr("}],:", *t->text);
}

static void replace(spec *s, size_t from, size_t to, const token *with, size_t count)
{
	if (s->count - (to - from) + count > MOST_TOKENS)
		return;
	memmove(s->tokens + from + count, s->tokens + to, (s->count - to) * sizeof(token));
	if (count)
		memcpy(s->tokens + from, with, count * sizeof(token));
	s->count = s->count - (to - from) + count;
}

static token nasty(void)
{
	static const char *const values[] = {
		"0",
		"-1",
		"1e308",
		"-1e308",
		"1e-300",
		"99999999",
		"0.5",
		"3",
		"\"\"",
		"\"a\"",
		"true",
		"false",
		"null",
		"[]",
		"{}",
		"[[[[]]]]",
		"\"1e999\"",
		"\"NaN\"",
		"\"\\u0000\"",
		"\"e\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\"",
		"\"\xE2\x80\xAE"
		"abc\"",
		"\"\xE0\xBA\x81\xE0\xBB\x8D\xE0\xBB\x88\"",
		"\"31/2/2024\"",
		"\"{field}\"",
		"{\"field\":\"a\"}",
		"{\"expr\":\"1/0\"}",
		"{\"values\":[]}",
		"{\"aggregate\":\"mean\"}",
		"\"temporal\"",
		"\"quantitative\"",
		"\"nominal\"",
		"\"Tr\xC6\xB0\xE1\xBB\x9Dng h\xE1\xBB\xA3p kh\xC3\xB4ng c\xC3\xB3 d\xE1\xBA\xA5u "
		"c\xC3\xA1"
		"ch n\xC3\xA0o c\xE1\xBA\xA3 nh\xC6\xB0ng v\xE1\xBA\xAB"
		"n r\xE1\xBA\xA5t d\xC3\xA0i\"",
	};
	const char *text = values[pick(sizeof values / sizeof *values)];
	return (token){ text, strlen(text) };
}

static size_t pick_value(const spec *s)
{
	for (int tries = 0; tries < 50; tries++) {
		size_t i = pick(s->count);
		if (starts_value(s, i))
			return i;
	}
	return 0;
}

static size_t pick_key(const spec *s)
{
	for (int tries = 0; tries < 50; tries++) {
		size_t i = pick(s->count);
		if (i + 1 < s->count && is(&s->tokens[i + 1], ':'))
			return i;
	}
	return s->count;
}

static void drop_member(spec *s)
{
	size_t key = pick_key(s);
	if (key >= s->count)
		return;
	size_t end = value_end(s, key + 2);
	if (end < s->count && is(&s->tokens[end], ','))
		end++;
	else if (key > 0 && is(&s->tokens[key - 1], ','))
		key--;
	replace(s, key, end, NULL, 0);
}

/* A value stands for another, of its own spec or of any. */
static void copy_value(spec *s, const spec *from)
{
	size_t to = pick_value(s), i = pick_value(from), end = value_end(from, i);
	static token copy[MOST_TOKENS];
	memcpy(copy, from->tokens + i, (end - i) * sizeof *copy);
	replace(s, to, value_end(s, to), copy, end - i);
}

static void repeat_value(spec *s)
{
	size_t i = pick_value(s), end = value_end(s, i), times = 1 + pick(40);
	bool in_array = i > 0 && (is(&s->tokens[i - 1], '[') || is(&s->tokens[i - 1], ','));
	if (!in_array || end - i > 500)
		return;
	static token copy[MOST_TOKENS];
	copy[0] = (token){ ",", 1 };
	memcpy(copy + 1, s->tokens + i, (end - i) * sizeof *copy);
	for (; times > 0; times--)
		replace(s, end, end, copy, end - i + 1);
}

static void mutate(spec *s, const spec *all, size_t specs)
{
	for (size_t times = 1 + pick(4); times > 0 && s->count > 2; times--) {
		size_t key = pick_key(s), value = pick_value(s);
		token fresh = nasty();
		switch (pick(8)) {
		case 0:
		case 1:
		case 2: replace(s, value, value_end(s, value), &fresh, 1); break;
		case 3: drop_member(s); break;
		case 4: repeat_value(s); break;
		case 5: copy_value(s, &all[pick(specs)]); break;
		case 6: copy_value(s, s); break;
		case 7:
			if (key < s->count) {
				const spec *other = &all[pick(specs)];
				size_t with = pick_key(other);
				if (with < other->count)
					s->tokens[key] = other->tokens[with];
			}
			break;
		}
	}
}

static size_t join(const spec *s, char *out)
{
	size_t length = 0;
	for (size_t i = 0; i < s->count; i++) {
		if (length + s->tokens[i].length + 2 > MOST_TEXT)
			break;
		memcpy(out + length, s->tokens[i].text, s->tokens[i].length);
		length += s->tokens[i].length;
		out[length++] = is(&s->tokens[i], ',') ? '\n' : ' ';
	}
	out[length] = 0;
	return length;
}

/* The number'th spec of a seed, whatever came before it. */
static size_t make(uint64_t seed, size_t number, const spec *all, size_t specs, char *out,
		   const char **path)
{
	static spec work;
	state = seed * 1000003u + number;
	next_random();
	work = all[pick(specs)];
	*path = work.path;
	mutate(&work, all, specs);
	return join(&work, out);
}

static void draw(bd_ctx *ctx, const char *path, const char *text, size_t length)
{
	char folder[4096];
	snprintf(folder, sizeof folder, "%s", path);
	char *slash = strrchr(folder, '/');
	if (slash)
		*slash = 0;
	const char *folders[] = { slash ? folder : ".", NULL };
	bd_doc *doc = bd_compile(ctx, path, text, length, &(bd_options){ .folders = folders });
	static const char *const formats[] = { "scene", "svg", "png", "pdf" };
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		bd_render(doc, formats[i], &(bd_render_options){ .scale = 0.25 });
	bd_arena arena = { 0 };
	bd_diags_text(&arena, bd_doc_diags(doc), BD_UI_VI);
	bd_arena_free(&arena);
	bd_doc_free(doc);
}

/* Draws numbers from…to in a child; its progress is in `*at`, as a file that both know. */
static int run_batch(const char *share, uint64_t seed, size_t from, size_t to, const spec *all,
		     size_t specs, char *text, int progress)
{
	fflush(stdout); /* else the child would print it again */
	pid_t pid = fork();
	if (pid == 0) {
		bd_ctx *ctx = bd_ctx_new(&(bd_ctx_options){ .share = share });
		for (size_t n = from; n < to; n++) {
			const char *path;
			if (pwrite(progress, &n, sizeof n, 0) != sizeof n)
				_exit(3);
			alarm(SECONDS);
			size_t length = make(seed, n, all, specs, text, &path);
			draw(ctx, path, text, length);
		}
		bd_ctx_free(ctx);
		exit(0);
	}
	int status;
	waitpid(pid, &status, 0);
	return status;
}

static size_t read_specs(int count, char **paths, spec *all)
{
	size_t specs = 0;
	for (int i = 0; i < count && specs < MOST_SPECS; i++) {
		FILE *file = fopen(paths[i], "rb");
		if (!file)
			continue;
		spec *s = &all[specs];
		s->path = paths[i];
		s->text = calloc(1, MOST_TEXT);
		s->text[fread(s->text, 1, MOST_TEXT - 1, file)] = 0;
		fclose(file);
		split(s);
		specs += s->count > 0; /* nothing can be mutated in an empty one */
	}
	return specs;
}

int main(int argc, char **argv)
{
	if (argc < 5)
		return 2;
	static spec all[MOST_SPECS];
	static char text[MOST_TEXT];
	uint64_t seed = strtoull(argv[2], NULL, 10);
	size_t count = strtoull(argv[3], NULL, 10), bad = 0,
	       specs = read_specs(argc - 4, argv + 4, all);
	const char *path;
	if (!specs)
		return 2;
	if (*argv[3] == '+') {
		make(seed, count, all, specs, text, &path);
		return puts(text) < 0;
	}
	FILE *file = tmpfile();
	for (size_t n = 0; n < count;) {
		size_t to = n + BATCH < count ? n + BATCH : count, at = n;
		int status = run_batch(argv[1], seed, n, to, all, specs, text, fileno(file));
		n = to;
		if (!status)
			continue;
		if (pread(fileno(file), &at, sizeof at, 0) == sizeof at)
			n = at + 1;
		make(seed, at, all, specs, text, &path);
		printf("not ok - seed %s +%zu, from %s: %s %d\n", argv[2], at, path,
		       WIFSIGNALED(status) ? "signal" : "status",
		       WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
		bad++;
	}
	if (!bad)
		printf("ok - %zu specs with mistakes, seed %s\n", count, argv[2]);
	return bad > 0;
}
