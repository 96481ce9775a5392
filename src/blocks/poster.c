/* poster.c - a poster spec becomes a scene (poster.h). */
#include "blocks/arrange.h"

#include "base/limits.h"
#include "base/str.h"
#include "locale/locale.h"

#include <math.h>
#include <string.h>
#include <strings.h>

bool bd_poster_is(const bd_json *root)
{
	return bd_json_get(root, "blocks") != NULL;
}

const char *const *bd_poster_pages(bd_env *env, const bd_json *root)
{
	const bd_json *pages = bd_json_get(root, "pages");
	size_t count = bd_json_is(pages, BD_JSON_ARRAY) ? pages->count : 0;
	const char **names = BD_ARRAY(env->arena, count + 2, const char *);
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		if (bd_json_is(pages->items[i], BD_JSON_STRING))
			names[n++] = pages->items[i]->string;
	if (bd_json_is(pages, BD_JSON_STRING))
		names[n++] = pages->string;
	if (!n)
		names[n++] = "portrait";
	return names;
}

static bool complain_page(const char *name, const bd_place *place, bd_reader *reader)
{
	size_t count;
	const bd_page *pages = bd_page_list(&count);
	bd_diag *diag = bd_error(reader->diags, place, BD_BAD_PAGE, name);
	/* "A6" is no misspelt A4 but a size that is missing */
	const char *near = strlen(name) > 2 ? bd_closest(name, pages, count, sizeof *pages) : NULL;
	for (size_t i = 0; i < count; i++)
		if (!strcasecmp(name, pages[i].name))
			near = pages[i].name;
	if (near)
		bd_suggest(reader->diags, diag, BD_HINT_DID_YOU_MEAN, near);
	else
		bd_suggest(reader->diags, diag, BD_HINT_PAGE_SIZES,
			   bd_some_names(reader->arena, pages, count, sizeof *pages));
	return false;
}

static bool read_page(const bd_json *node, void *out, bd_reader *reader)
{
	bd_page page;
	*(const char **)out = NULL;
	if (!bd_type_read(&bd_type_string, node, out, reader))
		return false;
	return bd_page_find(node->string, reader->arena, &page) ||
	       complain_page(node->string, &node->place, reader);
}
static const bd_type page_type = {
	BD_T_CUSTOM,
	.name = "page",
	.size = sizeof(const char *),
	.read = read_page,
	.schema = "{ \"type\": \"string\" }",
	.doc = "A page's name, or its size: \"1200x800\" (px), \"1080xauto\", \"148x210mm\"."
};
static const bd_type pages_type = { BD_T_ARRAY, .item = &page_type, .or_one = true };

static bool read_theme(const bd_json *node, void *out, bd_reader *reader)
{
	size_t count;
	const bd_theme *const *themes = bd_theme_list(&count);
	*(const char **)out = NULL;
	if (!bd_type_read(&bd_type_string, node, out, reader))
		return false;
	if (bd_theme_find(node->string))
		return true;
	const char **names = BD_ARRAY(reader->arena, count, const char *);
	for (size_t i = 0; i < count; i++)
		names[i] = themes[i]->name;
	bd_unknown_name(reader->diags, &node->place, BD_TERM_THEME, node->string, names, count,
			sizeof *names);
	return false;
}
static const bd_type theme_type = { BD_T_CUSTOM, .name = "theme", .size = sizeof(const char *),
				    .read = read_theme, .schema = "{ \"type\": \"string\" }" };

static bool read_lang(const bd_json *node, void *out, bd_reader *reader)
{
	*(const char **)out = NULL;
	if (!bd_type_read(&bd_type_string, node, out, reader))
		return false;
	if (bd_locale_find(node->string))
		return true;
	static const char *const names[] = { "vi", "lo", "en" };
	bd_unknown_name(reader->diags, &node->place, BD_TERM_LANGUAGE, node->string, names, 3,
			sizeof *names);
	return false;
}
static const bd_type lang_type = { BD_T_CUSTOM, .name = "language", .size = sizeof(const char *),
				   .read = read_lang,
				   .schema = "{ \"enum\": [\"vi\", \"lo\", \"en\"] }" };

static const bd_field fields[] = {
	BD_FIELD_CHECKED("$schema", &bd_type_string, .doc = "Where the schema is, for editors."),
	BD_FIELD(bd_poster, title, &bd_type_text, .also = "heading headline name",
		 .doc = "The finding, in a sentence.",
		 .example = "\"Gần 11.000 người được khám, cấp thuốc miễn phí\""),
	BD_FIELD(bd_poster, kicker, &bd_type_text, .also = "eyebrow overline tag",
		 .doc = "A few words over the title, set in capitals.",
		 .example = "\"Hữu nghị Việt – Lào\""),
	BD_FIELD(bd_poster, subtitle, &bd_type_text, .also = "subTitle deck standfirst",
		 .doc = "What, where, when, in which unit."),
	BD_FIELD(bd_poster, notice, &bd_type_text, .also = "warning disclaimer",
		 .doc = "What a reader must know about the figures, in the accent colour under the "
			"subtitle.",
		 .example = "\"Số liệu minh họa\""),
	BD_FIELD(bd_poster, description, &bd_type_text, .also = "alt desc",
		 .doc = "The picture in words, for readers who do not see it."),
	BD_FIELD(bd_poster, pages, &pages_type, .also = "page size sizes",
		 .doc = "The pages that the poster is meant for; the first is the default.",
		 .example = "[\"portrait\", \"A4\"]"),
	BD_FIELD(bd_poster, lang, &lang_type, .also = "language locale",
		 .doc = "The language; \"vi\" where it is not said."),
	BD_FIELD(bd_poster, theme, &theme_type, .doc = "The look: a name of `bieudo list themes`."),
	BD_FIELD(bd_poster, blocks, &bd_type_blocks, .also = "items content children sections body",
		 .required = true, .doc = "What the poster shows, in reading order."),
	BD_FIELD(bd_poster, source, &bd_type_text, .also = "sources footer",
		 .doc = "Where the facts are from; «Nguồn:» is put before it.",
		 .example = "\"Thời Đại, 19/9/2024\""),
	BD_FIELD(bd_poster, credit, &bd_type_text, .also = "credits author by",
		 .doc = "Who made the graphic; «Đồ họa:» is put before it."),
	BD_FIELDS_END
};
const bd_object_type bd_poster_type = { "poster",
					"An infographic: a header, blocks, a source line.",
					sizeof(bd_poster), .fields = fields };

/* The language decides how all else is read, so it is looked at first. */
static void set_language(bd_env *env, const bd_json *root)
{
	if (!env->lang)
		env->lang = bd_json_string(bd_json_get(root, "lang"), "vi");
	env->locale = bd_locale_find(env->lang);
	if (!env->locale)
		env->locale = bd_locale_find(env->lang = "vi");
}

/* An empty text is an absent one. */
static void drop_empty(bd_poster *p)
{
	const char **texts[] = { &p->title,  &p->kicker, &p->subtitle,
				 &p->notice, &p->source, &p->credit };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (*texts[i] && !**texts[i])
			*texts[i] = NULL;
}

static void compose(bd_env *env, const bd_poster *poster, bd_page *page, bd_style *style,
		    const bd_arrangement *a, bd_node *root)
{
	bd_rect content = bd_arrange_content(page, style);
	double foot = bd_footer_height(env, poster, content.width, style);
	double apart = bd_style_gap(style, 36);
	bd_rect body = content;
	body.height = content.height - foot - apart;
	if (page->height <= 0) {
		body.height = bd_arrange_measure(env, poster, a, content.width, style).natural;
		content.height = body.height + apart + foot;
		page->height = ceil(content.y + content.height + 0.75 * content.x);
	}
	bd_arrange_place(env, poster, a, body, style, root);
	bd_footer_place(env, poster, content, style, root);
}

static bool find_page(bd_env *env, const bd_json *root, const char *name, bd_page *page,
		      bd_reader *reader)
{
	if (!name)
		name = bd_poster_pages(env, root)[0];
	return bd_page_find(name, env->arena, page) || complain_page(name, NULL, reader);
}

bool bd_poster_compile(bd_env *env, const bd_json *root, const char *page_name, bd_scene *out)
{
	set_language(env, root);
	bd_reader reader = {
		.arena = env->arena, .diags = env->diags, .lang = env->lang, .user = env
	};
	bd_poster poster = { 0 };
	bd_page page;
	int before = env->diags->errors;
	bd_object_read(&bd_poster_type, root, &poster, &reader);
	poster.node = root;
	drop_empty(&poster);
	if (env->diags->errors != before || !find_page(env, root, page_name, &page, &reader))
		return false;
	if (!env->theme) /* the caller names none */
		env->theme = poster.theme ? bd_theme_find(poster.theme) : bd_theme_default();
	bd_style style = bd_style_for_page(env->theme, page.width, page.height, page.paper);
	style.place = &root->place;
	style.page = page.name;
	style.memo = bd_memo_new(env->scratch);
	bd_arrangement arrangement;
	if (!bd_arrange(env, &poster, &page, &style, &arrangement) || env->diags->errors != before)
		return false;
	bd_node *group = bd_group_new(env->arena);
	group->group.role = BD_ROLE_DOCUMENT;
	group->group.lang = env->lang;
	compose(env, &poster, &page, &style, &arrangement, group);
	bd_scene_page *pages = BD_NEW(env->arena, bd_scene_page);
	*pages = (bd_scene_page){ bd_page_geometry_of(&page), env->theme->paper, group };
	out->arena = env->arena;
	out->lang = env->lang;
	out->title = poster.title ? poster.title : "";
	out->description = poster.description ? poster.description : poster.subtitle;
	out->author = poster.credit;
	out->pages = pages;
	out->page_count = 1;
	return env->diags->errors == before;
}
