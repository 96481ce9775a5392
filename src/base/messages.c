#include "base/messages.h"

#include <string.h>

typedef struct message {
	const char *slug, *text[BD_UI_COUNT], *explain[BD_UI_COUNT];
} message;

static const message messages[] = {
#define MESSAGE(id, slug, en, vi, explain_en, explain_vi) \
	{ slug, { en, vi }, { explain_en, explain_vi } },
#define HINT(id, en, vi)
#define TERM(id, en, vi)
#include "base/messages.def"
#undef MESSAGE
#undef HINT
#undef TERM
};

static const char *const hints[][BD_UI_COUNT] = {
	{ "", "" },
#define MESSAGE(id, slug, en, vi, explain_en, explain_vi)
#define HINT(id, en, vi) { en, vi },
#define TERM(id, en, vi)
#include "base/messages.def"
#undef MESSAGE
#undef HINT
#undef TERM
};

#define MESSAGE(id, slug, en, vi, explain_en, explain_vi)
#define HINT(id, en, vi)
#define TERM(id, en, vi) const char BD_TERM_##id[] = en;
#include "base/messages.def"
#undef MESSAGE
#undef HINT
#undef TERM

static const struct {
	const char *en, *vi;
} terms[] = {
#define MESSAGE(id, slug, en, vi, explain_en, explain_vi)
#define HINT(id, en, vi)
#define TERM(id, en, vi) { BD_TERM_##id, vi },
#include "base/messages.def"
#undef MESSAGE
#undef HINT
#undef TERM
};

const char *bd_message_slug(bd_message m)
{
	return messages[m].slug;
}

const char *bd_message_text(bd_message m, bd_ui_lang lang)
{
	return messages[m].text[lang];
}

const char *bd_message_explain(bd_message m, bd_ui_lang lang)
{
	return messages[m].explain[lang];
}

bd_message bd_message_find(const char *slug)
{
	int m = 0;
	while (m < BD_MESSAGE_COUNT && strcmp(messages[m].slug, slug))
		m++;
	return (bd_message)m;
}

const char *bd_hint_text(bd_hint hint, bd_ui_lang lang)
{
	return hints[hint][lang];
}

bool bd_is_term(const char *text)
{
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		if (terms[i].en == text)
			return true;
	return false;
}

const char *bd_term_text(const char *text, bd_ui_lang lang)
{
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		if (terms[i].en == text)
			return lang == BD_UI_VI ? terms[i].vi : terms[i].en;
	return text;
}
