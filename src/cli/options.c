/* options.c - the one table of options: parsing, usage and help read it. */
#include "cli/cli.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum { FLAG, TEXT, NUMBER, DATE, NAMES } option_kind;

typedef struct option {
	const char *name;
	char letter;
	option_kind kind;
	size_t offset;        /* in bd_run_options */
	const char *value;    /* how help names it */
	const char *commands; /* that take it; NULL: all */
	const char *choices;  /* "a b c"; NULL: anything */
	bool many;            /* choices separated by commas */
	const char *help[BD_UI_COUNT];
} option;

#define AT(member) offsetof(bd_run_options, member)
#define PICTURES   "render"
#define SPECS      "render check scene"

static const option options[] = {
	{ "output",
	  'o',
	  TEXT,
	  AT(output),
	  "FILE|DIR",
	  PICTURES " scene schema",
	  NULL,
	  false,
	  { "where to write; '-' is standard output", "nơi ghi kết quả; '-' là đầu ra chuẩn" } },
	{ "format",
	  'f',
	  TEXT,
	  AT(format),
	  "png,svg,pdf",
	  PICTURES,
	  "png svg pdf scene",
	  true,
	  { "what to write (from -o's ending, else png)",
	    "định dạng ảnh (theo đuôi tệp của -o, nếu không thì png)" } },
	{ "page",
	  'p',
	  TEXT,
	  AT(page),
	  "PAGES|all",
	  SPECS,
	  NULL,
	  false,
	  { "pages by name or WxH, with commas; all: those the spec names",
	    "khổ trang theo tên hoặc RxC, cách nhau bằng dấu phẩy; all: mọi khổ ghi trong tệp" } },
	{ "scale",
	  's',
	  NUMBER,
	  AT(scale),
	  "N",
	  PICTURES,
	  NULL,
	  false,
	  { "PNG pixels per px, 0.1 to 16", "số điểm ảnh PNG cho mỗi px, từ 0.1 đến 16" } },
	{ "lang",
	  'l',
	  TEXT,
	  AT(lang),
	  "vi,lo,en",
	  SPECS,
	  "vi lo en",
	  true,
	  { "language of the picture; one file for each",
	    "ngôn ngữ của ảnh; mỗi ngôn ngữ một tệp" } },
	{ "theme",
	  't',
	  TEXT,
	  AT(theme),
	  "NAME",
	  SPECS,
	  NULL,
	  false,
	  { "theme, instead of the spec's own", "bộ giao diện, thay cho bộ ghi trong tệp mô tả" } },
	{ "svg",
	  0,
	  TEXT,
	  AT(flavour),
	  "outline|embed|text",
	  PICTURES,
	  "outline embed text",
	  false,
	  { "how SVG keeps its text", "cách lưu chữ trong SVG" } },
	{ "date",
	  0,
	  DATE,
	  AT(date),
	  "YYYY-MM-DD",
	  SPECS,
	  NULL,
	  false,
	  { "today's date, for now() and in files: 2026-01-31",
	    "ngày hôm nay, cho now() và trong tệp: 2026-01-31" } },
	{ "folder",
	  0,
	  NAMES,
	  AT(folders),
	  "DIR",
	  SPECS,
	  NULL,
	  false,
	  { "one more folder that specs may read", "thêm một thư mục mà tệp mô tả được đọc" } },
	{ "strict",
	  0,
	  FLAG,
	  AT(strict),
	  NULL,
	  SPECS,
	  NULL,
	  false,
	  { "warnings are errors", "coi cảnh báo là lỗi" } },
	{ "verbose",
	  'v',
	  FLAG,
	  AT(verbose),
	  NULL,
	  PICTURES,
	  NULL,
	  false,
	  { "say which files were written", "cho biết đã ghi những tệp nào" } },
	{ "flat",
	  0,
	  FLAG,
	  AT(flat),
	  NULL,
	  "scene",
	  NULL,
	  false,
	  { "print a chart's items instead, as JSON", "in các phần tử của biểu đồ, dạng JSON" } },
	{ "share",
	  0,
	  TEXT,
	  AT(share),
	  "DIR",
	  NULL,
	  NULL,
	  false,
	  { "the folder of fonts/ and icons/", "thư mục chứa fonts/ và icons/" } },
	{ "ui-lang",
	  0,
	  TEXT,
	  AT(ui_lang),
	  "vi|en",
	  NULL,
	  "vi en",
	  false,
	  { "language of messages", "ngôn ngữ của thông báo" } },
	{ "help",
	  'h',
	  FLAG,
	  AT(help),
	  NULL,
	  NULL,
	  NULL,
	  false,
	  { "this text", "hiện phần trợ giúp này" } },
	{ "version",
	  0,
	  FLAG,
	  AT(version),
	  NULL,
	  NULL,
	  NULL,
	  false,
	  { "print the version", "in số phiên bản" } },
};
enum { OPTION_COUNT = sizeof options / sizeof *options };

/* Is `word` one of those in `list`, which `separator`s part? */
static bool lists(const char *list, const char *word, size_t length)
{
	for (const char *at = list; at && *at;) {
		size_t part = strcspn(at, " ");
		if (part == length && !strncmp(at, word, length))
			return true;
		at += part + (at[part] == ' ');
	}
	return false;
}

static bool taken_by(const option *o, const bd_command *command)
{
	return !o->commands || !command || lists(o->commands, command->name, strlen(command->name));
}

static const option *find(bd_run_state *run, const bd_command *command, const char *argument,
			  size_t length)
{
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const option *o = &options[i];
		bool is_long = argument[1] == '-' && strlen(o->name) == length - 2 &&
			       !strncmp(o->name, argument + 2, length - 2);
		bool is_short = argument[1] != '-' && o->letter == argument[1];
		if ((is_long || is_short) && taken_by(o, command))
			return o;
	}
	char *name = bd_strndup(&run->arena, argument, length);
	bd_diag *diag = bd_error(&run->diags, NULL, BD_UNKNOWN_OPTION, name);
	const char *names[OPTION_COUNT];
	size_t count = 0;
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (taken_by(&options[i], command))
			names[count++] = options[i].name;
	const char *close = length > 2 ? bd_closest(name + 2, names, count, sizeof *names) : NULL;
	if (close)
		bd_suggest(&run->diags, diag, BD_HINT_DID_YOU_MEAN,
			   bd_printf(&run->arena, "--%s", close));
	return NULL;
}

static bool is_choice(const option *o, const char *value)
{
	if (!o->choices)
		return *value != 0;
	for (;;) {
		size_t part = o->many ? strcspn(value, ",") : strlen(value);
		if (!lists(o->choices, value, part))
			return false;
		if (!value[part])
			return true;
		value += part + 1;
	}
}

static const char *with_commas(bd_run_state *run, const char *words)
{
	bd_str list = bd_str_new(&run->arena);
	for (; *words; words++)
		bd_str_add(&list, *words == ' ' ? ", " : (const char[]){ *words, 0 });
	return bd_str_text(&list);
}

static void set(bd_run_state *run, const option *o, const char *value)
{
	char *member = (char *)&run->options + o->offset;
	char *end = NULL;
	bool good = true;
	switch (o->kind) {
	case FLAG: *(bool *)(void *)member = true; break;
	case NAMES: bd_cli_add(&run->arena, (bd_name_list *)(void *)member, value); break;
	case TEXT:
		good = is_choice(o, value);
		*(const char **)(void *)member = value;
		break;
	case DATE:
		good = !isnan(bd_date_from_text(value));
		*(const char **)(void *)member = value;
		break;
	case NUMBER:
		*(double *)(void *)member = strtod(value, &end);
		good = end != value && !*end && *(double *)(void *)member >= 0.1 &&
		       *(double *)(void *)member <= 16;
		break;
	}
	if (good)
		return;
	bd_diag *diag = bd_error(&run->diags, NULL, BD_BAD_OPTION, value,
				 bd_printf(&run->arena, "--%s", o->name));
	if (o->choices)
		bd_suggest(&run->diags, diag, BD_HINT_ONE_OF, with_commas(run, o->choices));
	else
		bd_suggest(&run->diags, diag, BD_HINT_PLAIN, o->help[run->ui]);
}

bool bd_cli_parse(bd_run_state *run, const bd_command *command, int count, char **arguments)
{
	bool only_names = false;
	for (int i = 0; i < count; i++) {
		const char *a = arguments[i];
		if (only_names || *a != '-' || !a[1]) {
			bd_cli_add(&run->arena, &run->options.arguments, a);
			continue;
		}
		if (!strcmp(a, "--")) {
			only_names = true;
			continue;
		}
		size_t length = a[1] == '-' ? strcspn(a, "=") : 2;
		const option *o = find(run, command, a, length);
		if (!o)
			continue;
		const char *value = a[length] ? a + length + (a[length] == '=') : NULL;
		if (o->kind == FLAG ? value != NULL : !value && ++i >= count)
			bd_error(&run->diags, NULL,
				 value ? BD_OPTION_TAKES_NOTHING : BD_OPTION_NEEDS_VALUE,
				 bd_printf(&run->arena, "--%s", o->name));
		else
			set(run, o, value ? value : arguments[i < count ? i : count - 1]);
	}
	return !run->diags.errors;
}

/* Columns that text takes: help is in Vietnamese too, whose letters are two or three bytes. */
static int columns(const char *text)
{
	int count = 0;
	for (; *text; text++)
		count += (*text & 0xC0) != 0x80;
	return count;
}

/* What stands for a value, in the user's language: SPEC is TỆP. */
static const char *in_words(bd_run_state *run, const char *usage)
{
	static const struct {
		const char *en, *vi;
	} words[] = { { "SPEC", "TỆP" },    { "FILE", "TỆP" },
		      { "DIR", "THƯ_MỤC" }, { "PAGES", "KHỔ" },
		      { "NAME", "TÊN" },    { "WHAT", "LOẠI" },
		      { "SLUG", "TÊN" },    { "YYYY-MM-DD", "NĂM-THÁNG-NGÀY" } };
	const size_t count = sizeof words / sizeof *words;
	bd_str said = bd_str_new(&run->arena);
	while (run->ui == BD_UI_VI && *usage) {
		size_t i = 0;
		while (i < count && strncmp(usage, words[i].en, strlen(words[i].en)) != 0)
			i++;
		bd_str_add(&said, i < count ? words[i].vi : (const char[]){ *usage, 0 });
		usage += i < count ? strlen(words[i].en) : 1;
	}
	return run->ui == BD_UI_VI ? bd_str_text(&said) : usage;
}

static void print_row(const char *left, const char *right)
{
	printf("  %s%*s%s\n", left, columns(left) < 36 ? 36 - columns(left) : 1, "", right);
}

void bd_cli_help(bd_run_state *run, const bd_command *command)
{
	printf("%s\n\n",
	       bd_cli_say(run, "bieudo: charts and posters from JSON, as PNG, SVG and PDF",
			  "bieudo: biểu đồ và áp phích thông tin từ JSON, ra PNG, SVG và PDF"));
	if (command) {
		printf("  bieudo %s %s\n      %s\n\n", command->name, in_words(run, command->usage),
		       command->summary[run->ui]);
	} else {
		print_row(in_words(run, "bieudo SPEC"),
			  bd_cli_say(run, "draw SPEC as a PNG beside it",
				     "vẽ TỆP thành ảnh PNG nằm cạnh nó"));
		for (const bd_command *c = bd_cli_commands(); c->name; c++)
			if (!c->hidden)
				print_row(bd_printf(&run->arena, "bieudo %s %s", c->name,
						    in_words(run, c->usage)),
					  c->summary[run->ui]);
		printf("\n");
	}
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const option *o = &options[i];
		if (!taken_by(o, command))
			continue;
		print_row(bd_printf(&run->arena, "%c%c%s--%s%s%s", o->letter ? '-' : ' ',
				    o->letter ? o->letter : ' ', o->letter ? ", " : "  ", o->name,
				    o->value ? " " : "", o->value ? in_words(run, o->value) : ""),
			  o->help[run->ui]);
	}
	printf("\n%s\n",
	       bd_cli_say(
		       run,
		       "Exit status: 0 done, 1 a spec or its data is wrong, 2 wrong usage, 3 the "
		       "system failed.",
		       "Mã thoát: 0 xong, 1 tệp mô tả hoặc dữ liệu sai, 2 gõ lệnh sai, 3 lỗi hệ "
		       "thống."));
}
