#include "unicode/lao.h"

#include "base/utf8.h"
#include <unicode/ubrk.h>

struct bd_lao {
	UBreakIterator *words;
	__typeof__(&ubrk_open) open;
	__typeof__(&ubrk_close) close;
	__typeof__(&ubrk_setText) set_text;
	__typeof__(&ubrk_first) first;
	__typeof__(&ubrk_next) next;
};

/* ICU's names end in its version; the headers do so by macros, which also give the name as
 * text. */
#define TEXT_OF(name) #name
#define NAME(name)    TEXT_OF(name)

bool bd_is_lao(unsigned c)
{
	return c >= 0xE80 && c <= 0xEFF;
}

bool bd_is_lao_prevowel(unsigned c)
{
	return c >= 0xEC0 && c <= 0xEC4;
}

static const char *const files[] = { "libicuuc.so." U_ICU_VERSION_SHORT, NULL };
const bd_library bd_icu = { "ICU", "libicu" U_ICU_VERSION_SHORT, files };

bd_lao *bd_lao_new(bd_arena *arena)
{
	bd_lao *lao = BD_NEW(arena, bd_lao);
	const bd_symbol symbols[] = { { NAME(ubrk_open), &lao->open },
				      { NAME(ubrk_close), &lao->close },
				      { NAME(ubrk_setText), &lao->set_text },
				      { NAME(ubrk_first), &lao->first },
				      { NAME(ubrk_next), &lao->next } };
	if (!bd_library_load(&bd_icu, symbols, sizeof symbols / sizeof *symbols))
		return NULL;
	UErrorCode error = U_ZERO_ERROR;
	lao->words = lao->open(UBRK_LINE, "lo", NULL, 0, &error);
	return U_SUCCESS(error) ? lao : NULL;
}

void bd_lao_free(bd_lao *lao)
{
	if (lao)
		lao->close(lao->words);
}

const bool *bd_lao_breaks(bd_lao *lao, bd_arena *arena, const char *text, size_t length)
{
	bool *may_break = BD_ARRAY(arena, length + 1, bool);
	UChar *units = BD_ARRAY(arena, length + 1, UChar);
	size_t *bytes = BD_ARRAY(arena, length + 2, size_t); /* of each unit */
	int32_t count = 0;
	const char *end = text + length, *next;
	for (const char *p = text; p < end; p = next) {
		uint32_t c = bd_utf8_next(p, end, &next);
		bytes[count] = bytes[count + 1] = (size_t)(p - text);
		if (c < 0x10000) {
			units[count++] = (UChar)c;
		} else {
			units[count++] = (UChar)(0xD7C0 + (c >> 10));
			units[count++] = (UChar)(0xDC00 | (c & 0x3FF));
		}
	}
	bytes[count] = length;
	UErrorCode error = U_ZERO_ERROR;
	lao->set_text(lao->words, units, count, &error);
	if (U_FAILURE(error))
		return may_break;
	lao->first(lao->words);
	for (int32_t at; (at = lao->next(lao->words)) != UBRK_DONE;)
		may_break[bytes[at]] = true;
	return may_break;
}
