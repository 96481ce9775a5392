/* types.h - inside chart/: how the tables of Vega-Lite's vocabulary are written, and the
 * types that they share.
 *
 *	static const bd_field fields[] = { F(angle, number), F(orient, orient), BD_FIELDS_END };
 *	OBJECT(header, "The labels of facets.", fields)
 *
 * makes bd_vl_header, a type that other tables name as F(header, header). */
#pragma once
#include "json/field.h"

/* A member and its type, bd_vl_TYPE. REQUIRED ones must be there. */
#define F(name_, type_)                                                      \
	{                                                                    \
		.name = #name_, .type = &bd_vl_##type_, .offset = (size_t)-1 \
	}
#define REQUIRED(name_, type_)                                                                 \
	{                                                                                      \
		.name = #name_, .type = &bd_vl_##type_, .offset = (size_t)-1, .required = true \
	}

#define OBJECT(name_, doc_, fields_)                                                  \
	const bd_object_type bd_vl_##name_##_object = { #name_, (doc_), 0, (fields_), \
							.open = false };              \
	const bd_type bd_vl_##name_ = { .kind = BD_T_OBJECT,                          \
					.name = #name_,                               \
					.size = sizeof(void *),                       \
					.object = &bd_vl_##name_##_object };

/* A list of type_, and a lone one where `one` is true. */
#define LIST(name_, type_, one)                                 \
	const bd_type bd_vl_##name_ = { .kind = BD_T_ARRAY,     \
					.item = &bd_vl_##type_, \
					.or_one = (one) };
#define MAP(name_, type_) \
	const bd_type bd_vl_##name_ = { .kind = BD_T_MAP, .item = &bd_vl_##type_ };
#define UNION(name_, ...)                                                  \
	static const bd_type *const name_##_any[] = { __VA_ARGS__, NULL }; \
	const bd_type bd_vl_##name_ = { .kind = BD_T_UNION,                \
					.size = sizeof(const bd_json *),   \
					.any_of = name_##_any };

/* One of some words, or a computed value. */
#define WORD(text)           \
	{                    \
		(text), NULL \
	}
#define WORDS(name_, ...)                                                         \
	static const bd_choice name_##_words[] = { __VA_ARGS__, { NULL, NULL } }; \
	const bd_type bd_vl_##name_##_word = { .kind = BD_T_CHOICE,               \
					       .size = sizeof(int),               \
					       .choices = name_##_words };        \
	UNION(name_, &bd_vl_##name_##_word, &bd_vl_computed)

/* The same, with what others call them: bd_choice_words, ended by a NULL name. */
#define WORDS_ALSO(name_, also_, ...)                                             \
	static const bd_choice name_##_words[] = { __VA_ARGS__, { NULL, NULL } }; \
	const bd_type bd_vl_##name_##_word = { .kind = BD_T_CHOICE,               \
					       .size = sizeof(int),               \
					       .choices = name_##_words,          \
					       .also = (also_) };                 \
	UNION(name_, &bd_vl_##name_##_word, &bd_vl_computed)

#define TYPE(name_) extern const bd_type bd_vl_##name_;
#include "chart/vocabulary/types.def"
#undef TYPE

/* A view: the tables of units, layers, facets, concatenations and repetitions are told apart by
 * their members. */
bool bd_vl_read_view(const bd_json *node, void *out, bd_reader *reader);
