/* wrong_file.c - another file handed over as a spec: a table, a photo (bieudo.h). Told by its first
 * bytes, else by its name's ending where the text does not begin as a spec does. */
#include "bieudo.h"

#include <string.h>
#include <strings.h>

typedef struct kind {
	const char *magic, *endings; /* "a b c" */
	const char *term;
	bd_hint hint;
} kind;

static bool has_ending(const char *endings, const char *name)
{
	const char *dot = strrchr(name, '.');
	size_t length = dot ? strlen(dot + 1) : 0;
	for (const char *at = endings; length && at && *at; at += strspn(at, " ")) {
		size_t here = strcspn(at, " ");
		if (here == length && !strncasecmp(at, dot + 1, length))
			return true;
		at += here;
	}
	return false;
}

static bool begins(const char *text, size_t length, const char *magic)
{
	return magic && length >= strlen(magic) && !memcmp(text, magic, strlen(magic));
}

/* The place where a text begins: behind its byte order mark and blanks. */
static const char *start(const char *text, size_t *length)
{
	size_t skip = begins(text, *length, "\xEF\xBB\xBF") ? 3 : 0;
	while (skip < *length && strchr(" \t\r\n", text[skip]) && text[skip])
		skip++;
	*length -= skip;
	return text + skip;
}

bool bd_wrong_file(bd_diags *diags, const char *name, const char *text, size_t length)
{
	const kind kinds[] = {
		{ "\x89PNG", "png", BD_TERM_PICTURE_FILE, BD_HINT_USE_AS_PICTURE },
		{ "\xFF\xD8\xFF", "jpg jpeg", BD_TERM_PICTURE_FILE, BD_HINT_USE_AS_PICTURE },
		{ "<svg", "svg", BD_TERM_PICTURE_FILE, BD_HINT_USE_AS_PICTURE },
		{ "GIF8", "gif webp heic tif tiff bmp", BD_TERM_PICTURE_FILE, BD_HINT_PLAIN },
		{ "%PDF", "pdf", BD_TERM_PDF_FILE, BD_HINT_PLAIN },
		{ NULL, "csv tsv tab xlsx xlsm xls", BD_TERM_DATA_FILE, BD_HINT_USE_AS_DATA },
		{ "PK\3\4", "docx pptx odt ods zip", BD_TERM_OFFICE_FILE, BD_HINT_PLAIN },
		{ "\xD0\xCF\x11\xE0", "doc ppt", BD_TERM_OFFICE_FILE, BD_HINT_PLAIN },
	};
	const char *slash = strrchr(name, '/'), *file = slash ? slash + 1 : name;
	const kind *found = NULL;
	text = start(text, &length);
	if (length && *text == '{')
		return false;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !found; i++)
		if (begins(text, length, kinds[i].magic) || has_ending(kinds[i].endings, file))
			found = &kinds[i];
	if (!found)
		return false;
	bd_diag *diag = bd_error(diags, NULL, BD_NOT_A_SPEC, name, found->term);
	bd_suggest(diags, diag, found->hint,
		   found->hint == BD_HINT_PLAIN ? BD_TERM_SPEC_IS_JSON : file);
	return true;
}
