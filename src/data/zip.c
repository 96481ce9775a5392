#include "data/zip.h"

#include <libdeflate.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

enum {
	END_SIZE = 22,   /* of the record that ends a zip file, without its comment */
	ENTRY_SIZE = 46, /* of an entry of the directory, without its names */
	LOCAL_SIZE = 30, /* of the header before a member's bytes, likewise */
	MOST_COMMENT = 65535,
	STORED = 0,
	DEFLATED = 8
};

static uint32_t le16(const unsigned char *p)
{
	return (uint32_t)(p[0] | p[1] << 8);
}

static uint32_t le32(const unsigned char *p)
{
	return le16(p) | le16(p + 2) << 16;
}

bool bd_zip_open(bd_zip *zip, const char *bytes, size_t length)
{
	const unsigned char *b = (const unsigned char *)bytes;
	if (length < END_SIZE)
		return false;
	size_t first = length > END_SIZE + MOST_COMMENT ? length - END_SIZE - MOST_COMMENT : 0;
	for (size_t at = length - END_SIZE + 1; at-- > first;) {
		if (memcmp(b + at, "PK\5\6", 4))
			continue;
		size_t size = le32(b + at + 12), start = le32(b + at + 16);
		if (start > at || size > at - start)
			return false;
		*zip = (bd_zip){ b, length, start, le16(b + at + 10) };
		return true;
	}
	return false;
}

/* The directory's entry of a name, whatever its case; NULL where there is none. */
static const unsigned char *find(const bd_zip *zip, const char *name)
{
	size_t at = zip->directory, wanted = strlen(name);
	for (size_t i = 0; i < zip->count; i++) {
		const unsigned char *e = zip->bytes + at;
		if (at > zip->length - END_SIZE || zip->length - at < ENTRY_SIZE ||
		    memcmp(e, "PK\1\2", 4))
			return NULL;
		size_t n = le16(e + 28), whole = ENTRY_SIZE + n + le16(e + 30) + le16(e + 32);
		if (whole > zip->length - at)
			return NULL;
		if (n == wanted && !strncasecmp((const char *)e + ENTRY_SIZE, name, n))
			return e;
		at += whole;
	}
	return NULL;
}

static bool inflate(const unsigned char *packed, size_t packed_size, char *out, size_t size)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	bool done = d && libdeflate_deflate_decompress(d, packed, packed_size, out, size, NULL) ==
				 LIBDEFLATE_SUCCESS;
	libdeflate_free_decompressor(d);
	return done;
}

bool bd_zip_read(const bd_zip *zip, bd_arena *arena, const char *name, size_t most,
		 const char **content, size_t *size)
{
	const unsigned char *e = find(zip, name);
	if (!e)
		return false;
	bool encrypted = le16(e + 8) & 1;
	uint32_t method = le16(e + 10), crc = le32(e + 16);
	size_t packed_size = le32(e + 20), at = le32(e + 42);
	*size = le32(e + 24);
	if (encrypted || *size > most || at > zip->length || zip->length - at < LOCAL_SIZE)
		return false;
	const unsigned char *local = zip->bytes + at;
	size_t start = at + LOCAL_SIZE + le16(local + 26) + le16(local + 28);
	if (memcmp(local, "PK\3\4", 4) || start > zip->length || packed_size > zip->length - start)
		return false;
	/* deflate makes at most 1032 bytes of one: a larger claim is a lie, and costs no memory */
	if ((method == STORED && packed_size != *size) || *size / 1032 > packed_size)
		return false;
	char *out = BD_ARRAY(arena, *size + 1, char);
	if (method == STORED)
		memcpy(out, zip->bytes + start, *size);
	else if (method != DEFLATED || !inflate(zip->bytes + start, packed_size, out, *size))
		return false;
	*content = out;
	return libdeflate_crc32(0, out, *size) == crc;
}
