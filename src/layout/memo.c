/* memo.c - a hash table with open addressing that doubles when half full (memo.h). */
#include "layout/memo.h"

#include <string.h>

typedef struct entry {
	bd_memo_key key;
	void *answer; /* NULL: free */
} entry;

struct bd_memo {
	bd_arena *arena;
	entry *entries;
	size_t room, count; /* room: a power of two */
};

enum { FIRST_ROOM = 512 };

bd_memo *bd_memo_new(bd_arena *arena)
{
	bd_memo *memo = BD_NEW(arena, bd_memo);
	*memo = (bd_memo){ arena, BD_ARRAY(arena, FIRST_ROOM, entry), FIRST_ROOM, 0 };
	return memo;
}

/* FNV-1a over the key's words; keys are built without padding. */
static uint64_t hash(const bd_memo_key *key)
{
	uint64_t words[6] = { (uint64_t)(uintptr_t)key->thing, 0, 0, 0, key->d, 0 };
	memcpy(&words[1], &key->a, sizeof(double));
	memcpy(&words[2], &key->b, sizeof(double));
	memcpy(&words[3], &key->c, sizeof(double));
	memcpy(&words[5], &key->e, sizeof(double));
	uint64_t h = 14695981039346656037u;
	for (size_t i = 0; i < 6; i++) {
		h = (h ^ words[i]) * 1099511628211u;
		h ^= h >> 29;
	}
	return h;
}

static bool same(const bd_memo_key *a, const bd_memo_key *b)
{
	return a->thing == b->thing && a->d == b->d && !memcmp(&a->a, &b->a, sizeof a->a) &&
	       !memcmp(&a->b, &b->b, sizeof a->b) && !memcmp(&a->c, &b->c, sizeof a->c) &&
	       !memcmp(&a->e, &b->e, sizeof a->e);
}

static entry *find(entry *entries, size_t room, const bd_memo_key *key)
{
	size_t at = (size_t)hash(key) & (room - 1);
	while (entries[at].answer && !same(&entries[at].key, key))
		at = (at + 1) & (room - 1);
	return &entries[at];
}

static void grow(bd_memo *memo)
{
	size_t room = memo->room * 2;
	entry *entries = BD_ARRAY(memo->arena, room, entry);
	for (size_t i = 0; i < memo->room; i++)
		if (memo->entries[i].answer)
			*find(entries, room, &memo->entries[i].key) = memo->entries[i];
	memo->entries = entries;
	memo->room = room;
}

void *bd_memo_at(bd_memo *memo, bd_memo_key key, size_t size, bool *known)
{
	if (memo->count * 2 >= memo->room)
		grow(memo);
	entry *e = find(memo->entries, memo->room, &key);
	*known = e->answer != NULL;
	if (!*known) {
		e->key = key;
		e->answer = bd_alloc(memo->arena, 1, size);
		memo->count++;
	}
	return e->answer;
}
