#include "expr/regexp.h"
#include "expr/ast.h"

#include "base/array.h"
#include "base/library.h"
#include "base/str.h"
#include <ctype.h>
#include <string.h>

/* What we use of PCRE2's interface, 8-bit (pcre2api(3)); declared here, so that the library is
 * needed only where a spec has a regular expression. */
typedef struct pcre2_code pcre2_code;
typedef struct pcre2_general pcre2_general;
typedef struct pcre2_compile pcre2_compile;
typedef struct pcre2_match_data pcre2_match_data;
typedef struct pcre2_match pcre2_match;

enum {
	PCRE2_CASELESS = 0x8,
	PCRE2_DOTALL = 0x20,
	PCRE2_MULTILINE = 0x400,
	PCRE2_DOLLAR_ENDONLY = 0x10,
	PCRE2_MATCH_UNSET_BACKREF = 0x200,
	PCRE2_ALLOW_EMPTY_CLASS = 0x1,
	PCRE2_ALT_BSUX = 0x2,
	PCRE2_UTF = 0x80000,
	PCRE2_NO_UTF_CHECK = 0x40000000,
	PCRE2_NOTEMPTY_ATSTART = 0x8,
	NO_MATCH = -1,
	MATCH_LIMIT = 200000 /* steps: some tens of milliseconds */
};

typedef struct library {
	pcre2_general *(*general_new)(void *(*)(size_t, void *), void (*)(void *, void *), void *);
	pcre2_code *(*compile)(const unsigned char *, size_t, uint32_t, int *, size_t *,
			       pcre2_compile *);
	pcre2_match_data *(*data_new)(const pcre2_code *, pcre2_general *);
	pcre2_match *(*match_new)(pcre2_general *);
	int (*set_match_limit)(pcre2_match *, uint32_t);
	int (*set_depth_limit)(pcre2_match *, uint32_t);
	int (*match)(const pcre2_code *, const unsigned char *, size_t, size_t, uint32_t,
		     pcre2_match_data *, pcre2_match *);
	size_t *(*ovector)(pcre2_match_data *);
	int (*message)(int, unsigned char *, size_t);
	pcre2_compile *(*compile_new)(pcre2_general *);
} library;

/* A compiled pattern; what PCRE2 takes comes from the arena, so nothing of it is freed. */
typedef struct compiled {
	library lib;
	const char *pattern, *flags;
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match *match;
	bool global, complained;
} compiled;

static void *take(size_t size, void *arena)
{
	return bd_alloc(arena, 1, size);
}

static void leave(void *memory, void *arena)
{
	(void)memory;
	(void)arena;
}

static const char *const files[] = { "libpcre2-8.so.0", NULL };
static const bd_library pcre2 = { "PCRE2", "libpcre2-8-0", files };

static bool load(library *lib)
{
	const bd_symbol symbols[] = { { "pcre2_general_context_create_8", &lib->general_new },
				      { "pcre2_compile_8", &lib->compile },
				      { "pcre2_match_data_create_from_pattern_8", &lib->data_new },
				      { "pcre2_match_context_create_8", &lib->match_new },
				      { "pcre2_set_match_limit_8", &lib->set_match_limit },
				      { "pcre2_set_depth_limit_8", &lib->set_depth_limit },
				      { "pcre2_match_8", &lib->match },
				      { "pcre2_get_ovector_pointer_8", &lib->ovector },
				      { "pcre2_get_error_message_8", &lib->message },
				      { "pcre2_compile_context_create_8", &lib->compile_new } };
	return bd_library_load(&pcre2, symbols, sizeof symbols / sizeof *symbols);
}

static void complain(bd_call *call, compiled *c, const char *why)
{
	if (!c->complained)
		bd_error(call->env->diags, call->place, BD_BAD_REGEXP, c->pattern, why);
	c->complained = true;
}

static uint32_t options_of(const char *flags)
{
	uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF |
			   PCRE2_ALLOW_EMPTY_CLASS | PCRE2_ALT_BSUX;
	options |= strchr(flags, 'i') ? PCRE2_CASELESS : 0;
	options |= strchr(flags, 'm') ? PCRE2_MULTILINE : 0;
	options |= strchr(flags, 's') ? PCRE2_DOTALL : 0;
	return options;
}

static void compile(bd_call *call, compiled *c)
{
	if (!load(&c->lib)) {
		bd_library_complain(&pcre2, BD_TERM_SO_NO_REGEXP, BD_ERROR, call->env->diags,
				    call->place);
		return;
	}
	int error;
	size_t at;
	pcre2_general *general = c->lib.general_new(take, leave, call->env->arena);
	c->code = c->lib.compile((const unsigned char *)c->pattern, strlen(c->pattern),
				 options_of(c->flags), &error, &at, c->lib.compile_new(general));
	if (!c->code) {
		unsigned char why[160] = "";
		c->lib.message(error, why, sizeof why);
		complain(call, c, (const char *)why);
		return;
	}
	c->data = c->lib.data_new(c->code, general);
	c->match = c->lib.match_new(general);
	c->lib.set_match_limit(c->match, MATCH_LIMIT);
	c->lib.set_depth_limit(c->match, MATCH_LIMIT);
}

bd_value bd_x_regexp(bd_arena *arena, const char *pattern, const char *flags)
{
	bd_value_member *members = BD_ARRAY(arena, 2, bd_value_member);
	members[0] = (bd_value_member){ "\1regexp", bd_v_string(pattern) };
	members[1] = (bd_value_member){ "flags", bd_v_string(flags) };
	return (bd_value){ .kind = BD_V_OBJECT, .length = 2, .members = members };
}

bool bd_is_regexp(bd_value v)
{
	return v.kind == BD_V_OBJECT && v.length == 2 && !strcmp(v.members[0].name, "\1regexp");
}

/* The compiled pattern, kept in the call's memo while the pattern is the same. */
static compiled *get(bd_call *call, bd_value regexp)
{
	const char *pattern = regexp.members[0].value.string;
	const char *flags = regexp.members[1].value.string;
	compiled *c = *call->memo;
	if (c && !strcmp(c->pattern, pattern) && !strcmp(c->flags, flags))
		return c;
	c = BD_NEW(call->env->arena, compiled);
	c->pattern = bd_strdup(call->env->arena, pattern);
	c->flags = bd_strdup(call->env->arena, flags);
	c->global = strchr(flags, 'g') != NULL;
	compile(call, c);
	return *call->memo = c;
}

/* The next match from `start` on; its bounds and groups stand in the ovector. 0: none. */
static int next_match(bd_call *call, compiled *c, bd_value text, size_t start, uint32_t options)
{
	if (!c->code || c->complained)
		return 0;
	int found = c->lib.match(c->code, (const unsigned char *)text.string, text.length, start,
				 PCRE2_NO_UTF_CHECK | options, c->data, c->match);
	if (found < NO_MATCH)
		complain(call, c, BD_TERM_REGEXP_TOO_SLOW);
	return found > 0 ? found : 0;
}

bool bd_regexp_test(bd_call *call, bd_value regexp, bd_value text)
{
	return next_match(call, get(call, regexp), text, 0, 0) > 0;
}

/* $1 … $99, $&, $$ in a replacement. */
static void add_replacement(bd_str *s, const char *with, const char *text, const size_t *ovector,
			    size_t groups)
{
	for (; *with; with++) {
		if (*with != '$' ||
		    (with[1] != '$' && with[1] != '&' && !isdigit((unsigned char)with[1]))) {
			bd_str_add_char(s, *with);
			continue;
		}
		size_t group = 0;
		if (*++with == '$') {
			bd_str_add_char(s, '$');
			continue;
		}
		if (isdigit((unsigned char)*with))
			group = (size_t)(*with - '0');
		if (group && isdigit((unsigned char)with[1]) &&
		    group * 10 + (size_t)(with[1] - '0') < groups)
			group = group * 10 + (size_t)(*++with - '0');
		if (group < groups && ovector[2 * group] != (size_t)-1)
			bd_str_add_bytes(s, text + ovector[2 * group],
					 ovector[2 * group + 1] - ovector[2 * group]);
	}
}

/* Where to look on after a match: an empty one moves a character ahead. */
static size_t after(const size_t *ovector, bd_value text)
{
	size_t at = ovector[1];
	if (ovector[0] == ovector[1] && at < text.length)
		do
			at++;
		while (at < text.length && (text.string[at] & 0xC0) == 0x80);
	else if (ovector[0] == ovector[1])
		at++;
	return at;
}

bd_value bd_regexp_replace(bd_call *call, bd_value regexp, bd_value text, const char *with)
{
	compiled *c = get(call, regexp);
	bd_str s = bd_str_new(call->arena);
	size_t copied = 0, at = 0;
	int groups;
	while (at <= text.length && (groups = next_match(call, c, text, at, 0)) > 0) {
		const size_t *ovector = c->lib.ovector(c->data);
		bd_str_add_bytes(&s, text.string + copied, ovector[0] - copied);
		add_replacement(&s, with, text.string, ovector, (size_t)groups);
		copied = ovector[1];
		at = after(ovector, text);
		if (!c->global)
			break;
	}
	bd_str_add_bytes(&s, text.string + copied, text.length - copied);
	return bd_v_string(bd_str_text(&s));
}

bd_value bd_regexp_split(bd_call *call, bd_value regexp, bd_value text, size_t most)
{
	compiled *c = get(call, regexp);
	BD_LIST(bd_value) parts = { 0 };
	size_t from = 0, at = 0;
	while (parts.count < most && at < text.length && next_match(call, c, text, at, 0) > 0) {
		const size_t *ovector = c->lib.ovector(c->data);
		at = after(ovector, text);
		if (ovector[1] == from || ovector[0] >= text.length)
			continue;
		bd_push(call->arena, &parts,
			bd_v_string(
				bd_strndup(call->arena, text.string + from, ovector[0] - from)));
		from = ovector[1];
	}
	if (parts.count < most)
		bd_push(call->arena, &parts,
			bd_v_string(
				bd_strndup(call->arena, text.string + from, text.length - from)));
	struct {
		bd_value *items;
		size_t count;
	} out = { parts.items, parts.count };
	return (bd_value){ .kind = BD_V_ARRAY, .length = (uint32_t)out.count, .items = out.items };
}
