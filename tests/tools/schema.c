/* schema.c - whether JSON files are what a JSON Schema says: those keywords of the 2020-12 draft
 *that `bieudo schema` writes, so that the test needs no other program.
 *
 *	schema SCHEMA FILE…
 *
 * Prints the files that are not, each with the pointer where the first mistake stands. */
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const json_t *root;
static char where[1024]; /* the pointer to the deepest mistake */

static bool is_valid(const json_t *schema, const json_t *value, const char *pointer);

static bool refuse(const char *pointer, const char *keyword)
{
	if (strlen(pointer) >= strcspn(where, " "))
		snprintf(where, sizeof where, "%.900s %.90s", pointer[0] ? pointer : "/", keyword);
	return false;
}

static bool has_type(const char *type, const json_t *value)
{
	return !strcmp(type, "object")    ? json_is_object(value)
	       : !strcmp(type, "array")   ? json_is_array(value)
	       : !strcmp(type, "string")  ? json_is_string(value)
	       : !strcmp(type, "number")  ? json_is_number(value)
	       : !strcmp(type, "integer") ? json_is_integer(value)
	       : !strcmp(type, "boolean") ? json_is_boolean(value)
					  : json_is_null(value);
}

/* "type": a name, or a list of names. */
static bool is_of(const json_t *type, const json_t *value)
{
	bool any = !type || (json_is_string(type) && has_type(json_string_value(type), value));
	for (size_t i = 0; i < json_array_size(type); i++)
		any = any || has_type(json_string_value(json_array_get(type, i)), value);
	return any;
}

static bool any_of(const json_t *list, const json_t *value, const char *pointer)
{
	bool any = !list;
	for (size_t i = 0; i < json_array_size(list); i++)
		any = any || is_valid(json_array_get(list, i), value, pointer);
	return any;
}

static bool is_one_of(const json_t *list, const json_t *value)
{
	bool any = !list;
	for (size_t i = 0; i < json_array_size(list); i++)
		any = any || json_equal(json_array_get(list, i), value);
	return any;
}

static bool members_fit(const json_t *schema, const json_t *value, const char *pointer)
{
	const json_t *properties = json_object_get(schema, "properties");
	const json_t *others = json_object_get(schema, "additionalProperties");
	const json_t *required = json_object_get(schema, "required"), *least;
	const char *name;
	json_t *member;
	char below[1024];
	bool good = true;
	for (size_t i = 0; i < json_array_size(required); i++)
		if (!json_object_get(value, json_string_value(json_array_get(required, i))))
			good = refuse(pointer, "required");
	least = json_object_get(schema, "minProperties");
	if (least && (json_int_t)json_object_size(value) < json_integer_value(least))
		good = refuse(pointer, "minProperties");
	json_object_foreach((json_t *)value, name, member)
	{
		const json_t *own = json_object_get(properties, name);
		snprintf(below, sizeof below, "%.900s/%.100s", pointer, name);
		if (!own && json_is_false(others))
			good = refuse(below, "additionalProperties");
		else if (own || json_is_object(others))
			good = is_valid(own ? own : others, member, below) && good;
	}
	return good;
}

static bool items_fit(const json_t *schema, const json_t *value, const char *pointer)
{
	const json_t *items = json_object_get(schema, "items");
	char below[1024];
	bool good = true;
	for (size_t i = 0; items && i < json_array_size(value); i++) {
		snprintf(below, sizeof below, "%.900s/%zu", pointer, i);
		good = is_valid(items, json_array_get(value, i), below) && good;
	}
	return good;
}

static bool is_within(const json_t *schema, double number)
{
	const json_t *least = json_object_get(schema, "minimum");
	const json_t *most = json_object_get(schema, "maximum");
	return (!least || number >= json_number_value(least)) &&
	       (!most || number <= json_number_value(most));
}

static bool is_valid(const json_t *schema, const json_t *value, const char *pointer)
{
	const char *reference = json_string_value(json_object_get(schema, "$ref"));
	const json_t *constant = json_object_get(schema, "const");
	if (reference) {
		const json_t *definition = json_object_get(json_object_get(root, "$defs"),
							   reference + strlen("#/$defs/"));
		if (!definition || !is_valid(definition, value, pointer))
			return definition ? false : refuse(reference, "names no definition");
	}
	if (!is_of(json_object_get(schema, "type"), value))
		return refuse(pointer, "type");
	if (constant && !json_equal(constant, value))
		return refuse(pointer, "const");
	if (!is_one_of(json_object_get(schema, "enum"), value))
		return refuse(pointer, "enum");
	if (!any_of(json_object_get(schema, "anyOf"), value, pointer))
		return refuse(pointer, "anyOf");
	if (json_is_number(value) && !is_within(schema, json_number_value(value)))
		return refuse(pointer, "minimum or maximum");
	if (json_is_array(value))
		return items_fit(schema, value, pointer);
	return !json_is_object(value) || members_fit(schema, value, pointer);
}

int main(int argc, char **argv)
{
	json_error_t error;
	root = argc > 1 ? json_load_file(argv[1], 0, &error) : NULL;
	if (!root)
		return 2;
	for (int i = 2; i < argc; i++) {
		json_t *file = json_load_file(argv[i], 0, &error);
		where[0] = 0;
		if (!file || !is_valid(root, file, ""))
			printf("%s: %s\n", argv[i], file ? where : error.text);
		json_decref(file);
	}
	json_decref((json_t *)root);
	return 0;
}
