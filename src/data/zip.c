#include "data/zip.h"

#include <stdint.h>

/* Debian 12's, Debian 13's, and whatever else there is */
static const char *const files[] = { "libzip.so.4", "libzip.so.5", "libzip.so", NULL };
const bd_library bd_libzip = { "libzip", "libzip4", files };

static bool load(bd_zip *zip)
{
	const bd_symbol symbols[] = {
#define FUNCTION(name) { "zip_" #name, &zip->name },
#include "data/zip.def"
#undef FUNCTION
	};
	return bd_library_load(&bd_libzip, symbols, sizeof symbols / sizeof *symbols);
}

bd_zip_state bd_zip_open(bd_zip *zip, const char *bytes, size_t length)
{
	*zip = (bd_zip){ 0 };
	if (!load(zip))
		return BD_ZIP_NO_LIBRARY;
	zip_source_t *source = zip->source_buffer_create(bytes, length, 0, NULL);
	if (!source)
		return BD_ZIP_DAMAGED;
	zip->archive = zip->open_from_source(source, ZIP_RDONLY, NULL);
	if (!zip->archive)
		zip->source_free(source);
	return zip->archive ? BD_ZIP_OK : BD_ZIP_DAMAGED;
}

void bd_zip_close(bd_zip *zip)
{
	if (zip->archive)
		zip->discard(zip->archive);
	zip->archive = NULL;
}

bool bd_zip_has(const bd_zip *zip, const char *name)
{
	return zip->name_locate(zip->archive, name, ZIP_FL_NOCASE) >= 0;
}

/* Is it of the kinds that office programs write, and no larger than it can be? */
static bool is_sane(const zip_stat_t *s, size_t most)
{
	const zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
	if ((s->valid & wanted) != wanted || s->size > most)
		return false;
	/* deflate makes at most 1032 bytes of one: a larger claim is a lie, and costs no memory */
	return s->comp_method == ZIP_CM_STORE
		       ? s->comp_size == s->size
		       : s->comp_method == ZIP_CM_DEFLATE && s->size / 1032 <= s->comp_size;
}

zip_file_t *bd_zip_enter(const bd_zip *zip, const char *name, size_t most, size_t *size)
{
	zip_stat_t s;
	zip_int64_t index = zip->name_locate(zip->archive, name, ZIP_FL_NOCASE);
	if (index < 0 || zip->stat_index(zip->archive, (zip_uint64_t)index, 0, &s) ||
	    !is_sane(&s, most))
		return NULL;
	*size = (size_t)s.size;
	return zip->fopen_index(zip->archive, (zip_uint64_t)index, 0);
}

size_t bd_zip_next(const bd_zip *zip, zip_file_t *file, char *room, size_t size)
{
	size_t have = 0;
	zip_int64_t n;
	while (have < size && (n = zip->fread(file, room + have, size - have)) > 0)
		have += (size_t)n;
	return have;
}

bool bd_zip_leave(const bd_zip *zip, zip_file_t *file)
{
	char more; /* the CRC is compared where the end is read */
	bool whole = zip->fread(file, &more, 1) == 0;
	return zip->fclose(file) == 0 && whole;
}

bool bd_zip_read(const bd_zip *zip, bd_arena *arena, const char *name, size_t most,
		 const char **content, size_t *size)
{
	zip_file_t *file = bd_zip_enter(zip, name, most, size);
	if (!file)
		return false;
	char *out = BD_ARRAY(arena, *size + 1, char);
	bool all = bd_zip_next(zip, file, out, *size) == *size;
	*content = out;
	return bd_zip_leave(zip, file) && all;
}
