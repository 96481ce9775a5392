#include "text/memo.h"

#include "base/str.h"
#include <string.h>

enum { FIRST_BUCKETS = 1024 };

/* All that a laid-out text depends on. The place counts, because complaints go to it. */
typedef struct key {
	const char *utf8, *family, *lang;
	const bd_place *place;
	double numbers[6];
	int weight, style, align;
	size_t max_lines;
} key;

typedef struct item {
	struct item *next;
	uint64_t hash;
	key key;
	bd_text_entry entry;
} item;

struct bd_text_memo {
	bd_arena *arena;
	item **buckets; /* as many as a power of two; never fewer than texts */
	size_t bucket_count, count;
};

bd_text_memo *bd_text_memo_new(bd_arena *arena)
{
	bd_text_memo *memo = BD_NEW(arena, bd_text_memo);
	memo->arena = arena;
	memo->bucket_count = FIRST_BUCKETS;
	memo->buckets = BD_ARRAY(arena, memo->bucket_count, item *);
	return memo;
}

static key key_of(const bd_env *env, const char *utf8, const bd_font *font, const bd_wrap *wrap,
		  const bd_place *place)
{
	key k = { .utf8 = utf8,
		  .family = font->family ? font->family : "",
		  .lang = env->lang ? env->lang : "",
		  .place = place,
		  .numbers = { font->size, font->tracking },
		  .weight = font->weight,
		  .style = font->italic * 1 + font->tabular * 2 + (wrap ? 4 : 0) };
	if (!wrap)
		return k;
	k.numbers[2] = wrap->width;
	k.numbers[3] = wrap->leading;
	k.align = (int)wrap->align;
	k.style += wrap->balance * 8;
	k.max_lines = wrap->max_lines;
	return k;
}

/* FNV-1a, 64 bits. */
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t length)
{
	for (const unsigned char *b = bytes; length > 0; length--, b++)
		hash = (hash ^ *b) * 1099511628211u;
	return hash;
}

static uint64_t hash_of(const key *k)
{
	uint64_t hash = hash_bytes(14695981039346656037u, k->utf8, strlen(k->utf8));
	hash = hash_bytes(hash, k->numbers, sizeof k->numbers);
	return hash_bytes(hash, &k->weight, sizeof k->weight);
}

static bool same(const key *a, const key *b)
{
	return a->place == b->place && a->weight == b->weight && a->style == b->style &&
	       a->align == b->align && a->max_lines == b->max_lines &&
	       !memcmp(a->numbers, b->numbers, sizeof a->numbers) && !strcmp(a->utf8, b->utf8) &&
	       !strcmp(a->family, b->family) && !strcmp(a->lang, b->lang);
}

static void grow(bd_text_memo *memo)
{
	size_t count = memo->bucket_count * 4;
	item **buckets = BD_ARRAY(memo->arena, count, item *);
	for (size_t b = 0; b < memo->bucket_count; b++)
		for (item *i = memo->buckets[b], *next; i; i = next) {
			next = i->next;
			i->next = buckets[i->hash & (count - 1)];
			buckets[i->hash & (count - 1)] = i;
		}
	memo->buckets = buckets;
	memo->bucket_count = count;
}

bd_text_entry *bd_text_memo_at(const bd_env *env, const char *utf8, const bd_font *font,
			       const bd_wrap *wrap, const bd_place *place, bool *fresh)
{
	bd_text_memo *memo = env->texts;
	if (!memo)
		return NULL;
	key k = key_of(env, utf8, font, wrap, place);
	uint64_t hash = hash_of(&k);
	for (item *i = memo->buckets[hash & (memo->bucket_count - 1)]; i; i = i->next)
		if (i->hash == hash && same(&i->key, &k)) {
			*fresh = false;
			return &i->entry;
		}
	k.utf8 = bd_strdup(memo->arena, k.utf8);
	k.family = bd_strdup(memo->arena, k.family);
	k.lang = bd_strdup(memo->arena, k.lang);
	if (++memo->count > memo->bucket_count)
		grow(memo);
	item **bucket = &memo->buckets[hash & (memo->bucket_count - 1)];
	item *added = BD_NEW(memo->arena, item);
	*added = (item){ .next = *bucket, .hash = hash, .key = k };
	*bucket = added;
	*fresh = true;
	return &added->entry;
}
