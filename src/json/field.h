/* field.h - field tables: one row says all there is to say about a member of a JSON object.
 *
 * The same rows read, check and default a struct, suggest names, and print the JSON Schema, the
 * reference pages and the fuzzer's dictionary; nothing about a field is written twice. A type is a
 * constant, so that types are shared and nested:
 *
 *	static const bd_field fields[] = {
 *		BD_FIELD(struct dot, radius, &bd_type_number, .fallback = "3", .min = 0, .max = 200,
 *			 .doc = "Radius of each dot, in px."),
 *		BD_FIELDS_END
 *	};
 *	const bd_object_type dot = { "dot", "A disc.", sizeof(struct dot), fields }; */
#pragma once
#include "json/json.h"

typedef struct bd_field bd_field;
typedef struct bd_type bd_type;
typedef struct bd_reader bd_reader;

/* The `max` of a number that has a least value alone. */
#define BD_NO_MOST 1e300

/* What a type's value becomes in the struct, at the field's offset. */
typedef enum {
	BD_T_BOOL,   /* bool */
	BD_T_NUMBER, /* double; NaN where absent and without fallback */
	BD_T_STRING, /* const char *; NULL where absent and without fallback */
	BD_T_CHOICE, /* int: the index in `choices`; -1 where absent and without fallback */
	BD_T_COLOR,  /* bd_color; the fallback is a CSS colour; alpha -1 where absent without one */
	BD_T_TEXT, /* const char *: a string, or { "vi": …, "lo": … }, the reader's language chosen
		    */
	BD_T_OBJECT,  /* T *: allocated, read by `object`; NULL where absent */
	BD_T_ARRAY,   /* BD_ARRAY_OF(T): items of `item`; a lone item is taken where `or_one` */
	BD_T_MAP,     /* const bd_json *: an object with free names, each value checked as `item` */
	BD_T_UNION,   /* const bd_json *: checked against `any_of`; the code looks at its kind */
	BD_T_ANY,     /* const bd_json *: not checked */
	BD_T_VARIANT, /* bd_variant: an object whose `tag` member names one of `variants` */
	BD_T_CUSTOM   /* whatever `read` writes, `size` bytes */
} bd_type_kind;

/* An object and its fields: a block, an item, a mark, a config. */
typedef struct bd_object_type {
	const char *name; /* as the schema's $defs and the reference name it */
	const char *doc;
	size_t size; /* of the struct; 0 where it is only checked, never read */
	const bd_field *fields;
	bool open; /* fields that the table does not list are let through (Vega-Lite's usermeta) */
	const char *example; /* JSON text, for the reference; NULL: made from the fields' */
	/* Looks at the whole once its fields are read: what they must say together. May be NULL. */
	void (*check)(void *object, const bd_json *node, bd_reader *reader);
} bd_object_type;

typedef struct bd_choice {
	const char *name, *doc;
} bd_choice;

/* What others call a choice: { "bar", "column columns" }. */
typedef struct bd_choice_words {
	const char *name, *also;
} bd_choice_words;

struct bd_type {
	bd_type_kind kind;
	const char *name;             /* for messages and $defs; NULL: nameless, written in place */
	size_t size;                  /* bytes of the C value: ARRAY's item size comes from here */
	double min, max;              /* NUMBER, when max > min */
	const bd_choice *choices;     /* CHOICE: ended by a NULL name */
	const bd_choice_words *also;  /* CHOICE: for hints; ended by a NULL name; NULL: none */
	const char *term;             /* CHOICE: BD_TERM_MARK, for messages; NULL: "value" */
	const bd_type *item;          /* ARRAY, MAP; for an ANY, a list of these to the schema */
	bool or_one;                  /* ARRAY */
	const bd_type *const *any_of; /* UNION: NULL-ended; CUSTOM: what `read` takes, for tools */
	const bd_object_type *object; /* OBJECT; for ANY and CUSTOM, the schema's word for it */
	const char *tag;              /* VARIANT: "type" */
	const char *variant_term;     /* VARIANT: BD_TERM_BLOCK, for messages */
	/* VARIANT: NULL-ended; a function, because registries stand in higher layers. */
	const bd_object_type *const *(*variants)(void);
	/* CUSTOM: false after a complaint; `out` is zeroed and must be left usable. */
	bool (*read)(const bd_json *node, void *out, bd_reader *reader);
	const char *schema; /* ANY, CUSTOM: JSON Schema of it, as text */
	const char *doc;
};

struct bd_field {
	const char *name;
	const bd_type *type;
	size_t offset;
	const char *fallback; /* JSON text of the default: "3", "\"left\"", "true"; NULL: none */
	double min, max;      /* bounds of a number here, when max > min; else the type's */
	bool required;
	bool channel;        /* may be filled from data by an encoding */
	const char *also;    /* what others call it, for a hint: "date when" */
	const char *doc;     /* a sentence or two, with the unit */
	const char *example; /* JSON text, for the reference */
};

/* A block, say: which object type, and its struct. */
typedef struct bd_variant {
	const bd_object_type *type;
	void *data;
	const bd_json *node;
} bd_variant;

#define BD_ARRAY_OF(T)        \
	struct {              \
		T *items;     \
		size_t count; \
	}

#define BD_FIELD(T, member, type_, ...)                                                      \
	{                                                                                    \
		.name = #member, .type = (type_), .offset = offsetof(T, member), __VA_ARGS__ \
	}
/* The JSON name where it is no C name, or differs. */
#define BD_FIELD_NAMED(T, member, name_, type_, ...)                                         \
	{                                                                                    \
		.name = (name_), .type = (type_), .offset = offsetof(T, member), __VA_ARGS__ \
	}
/* Known and checked, but not read into the struct. */
#define BD_FIELD_CHECKED(name_, type_, ...)                                         \
	{                                                                           \
		.name = (name_), .type = (type_), .offset = (size_t)-1, __VA_ARGS__ \
	}
#define BD_FIELDS_END        \
	{                    \
		.name = NULL \
	}

extern const bd_type bd_type_bool, bd_type_number, bd_type_string, bd_type_color, bd_type_text,
	bd_type_any;

struct bd_reader {
	bd_arena *arena;
	bd_diags *diags;
	const char *lang;   /* chooses among a text's languages: "vi" */
	bool unknown_warns; /* an unknown field is a warning (Vega-Lite), not an error */
	bool null_passes;   /* null stands for absent, whatever the type (Vega-Lite) */
	void *user;         /* for custom readers */
};

/* Fill `out` (type->size bytes) from `node` (an object; NULL: all defaults). Every mistake is
 * reported, and what is absent or wrong takes its default, so `out` is always usable. */
void bd_object_read(const bd_object_type *type, const bd_json *node, void *out, bd_reader *reader);
/* One value of a type; false after a complaint. */
bool bd_type_read(const bd_type *type, const bd_json *node, void *out, bd_reader *reader);
/* Only check: report what a reader would. */
void bd_object_check(const bd_object_type *type, const bd_json *node, bd_reader *reader);
bool bd_type_check(const bd_type *type, const bd_json *node, bd_reader *reader);
