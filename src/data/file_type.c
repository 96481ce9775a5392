/* file_type.c - CSV, JSON or Excel (file_type.h). */
#include "data/file_type.h"

#include <string.h>
#include <strings.h>

const char *bd_file_type(bd_env *env, const char *said, const char *url, const bd_json *node)
{
	static const char *const types[] = { "csv", "tsv", "dsv", "json", "topojson", "xlsx" };
	static const char *const endings[][2] = { { "txt", "csv" },
						  { "tab", "tsv" },
						  { "xlsm", "xlsx" },
						  { "xls", "xlsx" },
						  { "geojson", "json" } };
	const size_t count = sizeof types / sizeof *types;
	const char *dot = strrchr(url, '.'), *name = said ? said : dot ? dot + 1 : "";
	for (size_t i = 0; i < count; i++)
		if (!strcasecmp(name, types[i]))
			return types[i];
	if (said)
		bd_unknown_name(env->diags, &bd_json_find(node, "format", "type", NULL)->place,
				BD_TERM_DATA_FORMAT, name, types, count, sizeof *types);
	for (size_t i = 0; !said && i < sizeof endings / sizeof *endings; i++)
		if (!strcasecmp(name, endings[i][0]))
			return endings[i][1];
	return NULL;
}

const char *bd_file_type_by_content(const bd_blob *blob)
{
	size_t blanks = strspn(blob->bytes, " \t\r\n");
	if (!strncmp(blob->bytes, "\xEF\xBB\xBF", 3))
		blanks = 3;
	return blob->length > blanks && strchr("[{", blob->bytes[blanks]) ? "json" : "csv";
}

bool bd_file_is_workbook(const bd_blob *blob)
{
	return blob->length >= 4 &&
	       (!memcmp(blob->bytes, "PK\3\4", 4) || !memcmp(blob->bytes, "\xD0\xCF\x11\xE0", 4));
}
