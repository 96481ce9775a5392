/* What must hold of every poster on every page: nothing leaves the page, no two lines of text
 * touch, the same spec with other words and numbers still does, and what does not fit is an error.
 */
#include "ctx_fixture.h"

#include "base/array.h"
#include "base/str.h"
#include "compile.h"
#include "layout/page.h"

#include <glob.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct line {
	bd_rect box;
	const char *text;
	double size;
	const bd_node *paragraph;
} line;

typedef struct lines {
	bd_arena *arena;
	BD_LIST(line) all;
} lines;

static bd_rect moved(bd_matrix m, bd_rect r)
{
	bd_point a = bd_matrix_apply(m, (bd_point){ r.x, r.y });
	bd_point b = bd_matrix_apply(m, (bd_point){ r.x + r.width, r.y + r.height });
	return (bd_rect){ fmin(a.x, b.x), fmin(a.y, b.y), fabs(b.x - a.x), fabs(b.y - a.y) };
}

/* Lines of text with their places on the page (lines of one paragraph keep apart by their outlines,
 * not by boxes: tests of text/); a chart's inside is the chart engine's affair. */
static void gather(const bd_node *node, const bd_node *in, bd_matrix m, lines *out)
{
	if (node->kind == BD_NODE_GLYPHS) {
		const bd_run *run = &node->glyphs.run;
		bd_push(out->arena, &out->all,
			(line){ moved(m, bd_node_bounds(node)),
				bd_strndup(out->arena, run->utf8, run->length), run->size, in });
	}
	if (node->kind != BD_NODE_GROUP || bd_streq(node->group.name, "chart"))
		return;
	m = bd_matrix_multiply(m, node->group.transform);
	for (const bd_node *n = node->group.first; n; n = n->next)
		gather(n, node, m, out);
}

static void check_page(bd_arena *arena, const bd_doc *doc, const char *name, const char *page)
{
	const bd_scene_page *p = &doc->scene.pages[0];
	bd_rect paper = { 0, 0, p->geometry.width, p->geometry.height };
	bd_rect all = bd_node_bounds(p->root);
	if (!bd_rect_contains(paper, all, 0.5))
		fail_msg("%s on %s: %g %g %g %g leaves the page", name, page, all.x, all.y,
			 all.width, all.height);
	lines l = { .arena = arena };
	gather(p->root, NULL, BD_IDENTITY, &l);
	/* ink may reach a little over its margin: swashes, figures of a hero */
	double margin = 68.0 / 1080 * fmin(paper.width, paper.height) * 0.85;
	for (size_t i = 0; i < l.all.count; i++)
		if (!bd_rect_contains(bd_rect_inset(paper, margin * 0.7), l.all.items[i].box, 0) ||
		    l.all.items[i].box.x < margin ||
		    l.all.items[i].box.x + l.all.items[i].box.width > paper.width - margin)
			fail_msg("%s on %s: '%s' stands in the margin", name, page,
				 l.all.items[i].text);
	for (size_t i = 0; i < l.all.count; i++)
		for (size_t k = i + 1; k < l.all.count; k++)
			if (l.all.items[i].paragraph != l.all.items[k].paragraph &&
			    bd_rect_overlaps(bd_rect_inset(l.all.items[i].box, 0.75),
					     bd_rect_inset(l.all.items[k].box, 0.75)))
				fail_msg("%s on %s: '%s' and '%s' touch", name, page,
					 l.all.items[i].text, l.all.items[k].text);
}

static bd_doc *compile(const char *name, const char *text, const char *page)
{
	static const char *const folders[] = { "specs", NULL };
	return bd_compile(ctx, name, text, strlen(text),
			  &(bd_options){ .page = page, .folders = folders });
}

static void check_spec(bd_arena *arena, const char *name, const char *text, const char *page)
{
	bd_doc *doc = compile(name, text, page);
	const bd_diags *diags = bd_doc_diags(doc);
	if (diags->errors)
		fail_msg("%s on %s: %s", name, page, bd_message_slug(diags->first->message));
	check_page(arena, doc, name, page);
	bd_doc_free(doc);
}

static const char *read_spec(bd_arena *arena, const char *name)
{
	bd_blob blob;
	assert_int_equal(bd_read_file(arena, name, 1 << 20, &blob), BD_LOADED);
	return blob.bytes;
}

TEST(every_poster_stays_on_each_of_its_pages)
{
	glob_t found;
	assert_int_equal(glob("specs/*.json", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		const char *text = read_spec(arena, found.gl_pathv[i]);
		bd_doc *doc = compile(found.gl_pathv[i], text, NULL);
		for (const char *const *page = bd_doc_pages(doc); *page; page++)
			check_spec(arena, found.gl_pathv[i], text, *page);
		bd_doc_free(doc);
	}
	globfree(&found);
}

static const char *replaced(bd_arena *arena, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	assert_non_null(at);
	return bd_printf(arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static const char *const pages[] = { "portrait", "landscape", "square", "story", "A4", "A3" };
enum { PAGES = sizeof pages / sizeof *pages };

TEST(other_words_and_numbers_still_fit)
{
	const char *spec = read_spec(arena, "specs/quang-nam-se-kong.json");
	const char *longer =
		replaced(arena, spec, "Quảng Nam sang Sê Kông khám, chữa bệnh miễn phí",
			 "Hội Hữu nghị Việt Nam – Lào tỉnh Quảng Nam tổ chức nhiều chuyến công tác "
			 "nhân đạo sang "
			 "tỉnh Sê Kông khám, chữa bệnh, cấp thuốc miễn phí cho người dân");
	const char *zero = replaced(arena, spec, "11000", "0");
	const char *large = replaced(arena, spec, "11000", "123456789012");
	for (int i = 0; i < PAGES; i++) {
		check_spec(arena, "a longer title", longer, pages[i]);
		check_spec(arena, "a zero", zero, pages[i]);
		if (i > 4) /* so many people are more symbols than can be counted */
			continue;
		bd_doc *doc = compile("a large number", large, pages[i]);
		assert_int_equal(bd_doc_diags(doc)->errors, 1);
		assert_int_equal(bd_doc_diags(doc)->first->message, BD_TOO_MANY);
		bd_doc_free(doc);
	}
	const char *lao = replaced(arena, spec, "Huyện Phú Ninh", "Huyện Phú Ninh · ບໍລິຄຳໄຊ");
	check_spec(arena, "a Lao name", lao, "portrait");
}

static double size_of(bd_arena *arena, const char *text, const char *page, const char *words)
{
	bd_doc *doc = compile("specs/ảnh.json", text, page);
	if (bd_doc_diags(doc)->errors)
		fail_msg("%s: %s", page, bd_message_slug(bd_doc_diags(doc)->first->message));
	check_page(arena, doc, "a picture", page);
	lines l = { .arena = arena };
	gather(doc->scene.pages[0].root, NULL, BD_IDENTITY, &l);
	double size = 0;
	for (size_t i = 0; i < l.all.count; i++)
		if (!strncmp(l.all.items[i].text, words, strlen(words)))
			size = l.all.items[i].size;
	bd_doc_free(doc);
	return size;
}

TEST(pictures_give_way_before_type_does)
{
	static const char *const shown[] = { "portrait", "landscape", "square", "A4" };
	const char *spec = read_spec(arena, "specs/quang-nam-se-kong.json");
	const char *with = replaced(arena, spec, "\"blocks\": [",
				    "\"blocks\": [{ \"type\": \"image\", \"url\": "
				    "\"anh/cot-moc.svg\", \"fit\": \"cover\", \"alt\": \"x\" },");
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		double without = size_of(arena, spec, shown[i], "THCS");
		assert_true(without > 0);
		double size = size_of(arena, with, shown[i], "THCS");
		if (size < 0.85 * without)
			fail_msg("%s: type of %g px, without the picture %g", shown[i], size,
				 without);
	}
}

/* Events every few months, with texts of different lengths. */
static const char *timeline_of(bd_arena *arena, int count, const char *orient)
{
	bd_str s = bd_str_new(arena);
	bd_str_printf(&s,
		      "{\"title\": \"Các mốc\", \"blocks\": [{\"type\": \"timeline\", "
		      "\"orient\": \"%s\", \"items\": [",
		      orient);
	for (int i = 0; i < count; i++)
		bd_str_printf(&s, "%s{\"time\": \"%d/%d/%d\", \"title\": \"Sự kiện thứ %d%s\"}",
			      i ? "," : "", 1 + i * 7 % 28, 1 + i * 5 % 12,
			      1962 + i * i * 63 / (count * count), i,
			      i % 3 ? "" : ": hai bên ký kết nghĩa");
	bd_str_add(&s, "]}], \"source\": \"x\"}");
	return bd_str_text(&s);
}

TEST(timelines_of_two_to_forty_events_fit)
{
	static const int counts[] = { 2, 3, 5, 8, 13, 21, 30, 40 };
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		const char *name = bd_printf(arena, "%d events", counts[i]);
		const char *spec = timeline_of(arena, counts[i], "auto");
		check_spec(arena, name, spec, "portrait");
		check_spec(arena, name, spec, "landscape");
		check_spec(arena, name, spec, "A4");
	}
}

/* --- posters that nobody would write --- */

typedef struct dice {
	uint32_t state;
} dice;

static unsigned roll(dice *d, unsigned sides)
{
	d->state = d->state * 1664525u + 1013904223u;
	return (d->state >> 10) % sides;
}

/* Words of very different lengths, some of them Lao, some without a blank. */
static void add_words(bd_str *s, dice *d, unsigned most)
{
	static const char *const words[] = {
		"bản",
		"Sơn Kim 2",
		"khám, chữa bệnh",
		"5/9/1962",
		"ທ່າແຕງ",
		"Bôlykhămxay",
		"7,3 tỉ đồng",
		"và",
		"QĐ-UBND",
		"quan hệ ngoại giao",
		"a",
		"TP. Hội An",
		"hữunghịvàhợptáclâudàibềnvững",
		"ẪỄỘ",
		"–",
	};
	unsigned count = 1 + roll(d, most);
	for (unsigned i = 0; i < count; i++)
		bd_str_printf(s, "%s%s", i ? " " : "",
			      words[roll(d, sizeof words / sizeof *words)]);
}

static void add_text_member(bd_str *s, dice *d, const char *name, unsigned most)
{
	bd_str_printf(s, ", \"%s\": \"", name);
	add_words(s, d, most);
	bd_str_add(s, "\"");
}

static void add_items(bd_str *s, dice *d, unsigned kind)
{
	unsigned count = 1 + roll(d, kind == 2 ? 16 : 8);
	bd_str_add(s, ", \"items\": [");
	for (unsigned i = 0; i < count; i++) {
		bd_str_add(s, i ? ", {" : "{");
		if (kind == 0) {
			bd_str_printf(s, "\"value\": %u%s",
				      roll(d, 2) ? roll(d, 99) : roll(d, 9999999),
				      i == 0 && roll(d, 2) ? ", \"hero\": true" : "");
			add_text_member(s, d, "label", 8);
			if (roll(d, 2))
				bd_str_add(s, ", \"approx\": \"gần\", \"unit\": \"đồng\"");
		} else if (kind == 1) {
			bd_str_add(s, "\"text\": \"");
			add_words(s, d, 9);
			bd_str_printf(s, "\"%s", roll(d, 3) ? "" : ", \"icon\": \"shield\"");
		} else if (kind == 2) {
			bd_str_printf(s, "\"time\": \"%u/%u/%u\"", 1 + roll(d, 28), 1 + roll(d, 12),
				      1930 + roll(d, roll(d, 2) ? 4 : 95));
			add_text_member(s, d, "title", 7);
		} else {
			bd_str_printf(s, "\"from\": \"Xã %u\", \"to\": \"Bản %u\"", roll(d, 5),
				      roll(d, 5));
			if (roll(d, 2))
				add_text_member(s, d, "label", 2);
		}
		bd_str_add(s, "}");
	}
	bd_str_add(s, "]");
}

/* The drawing of the gallery, cut as photos are. */
static void add_picture(bd_str *s, dice *d)
{
	bd_str_add(s, "{\"type\": \"image\", \"url\": \"anh/cot-moc.svg\", \"alt\": \"x\"");
	if (roll(d, 2))
		bd_str_add(s, ", \"fit\": \"cover\"");
	if (roll(d, 2))
		add_text_member(s, d, "caption", 9);
	bd_str_add(s, "}");
}

static void add_block(bd_str *s, dice *d, int depth)
{
	if (!roll(d, 7)) {
		add_picture(s, d);
		return;
	}
	static const char *const kinds[] = { "figures", "list", "timeline", "links",
					     "text",    "row",  "card",     "column" };
	unsigned kind = roll(d, depth > 1 ? 5 : 8);
	bd_str_printf(s, "{\"type\": \"%s\"", kinds[kind]);
	if (kind > 0 && roll(d, 2))
		add_text_member(s, d, "title", 8);
	if (kind < 4) {
		add_items(s, d, kind);
	} else if (kind == 4) {
		add_text_member(s, d, "text", 30);
	} else {
		unsigned count = 1 + roll(d, 3);
		bd_str_add(s, ", \"blocks\": [");
		for (unsigned i = 0; i < count; i++) {
			bd_str_add(s, i ? ", " : "");
			add_block(s, d, depth + 1);
		}
		bd_str_add(s, "]");
	}
	bd_str_add(s, "}");
}

static const char *random_poster(bd_arena *arena, dice *d)
{
	bd_str s = bd_str_new(arena);
	bd_str_add(&s, "{\"lang\": \"vi\"");
	add_text_member(&s, d, "title", 14);
	if (roll(d, 2))
		add_text_member(&s, d, "subtitle", 25);
	add_text_member(&s, d, "source", 20);
	bd_str_add(&s, ", \"blocks\": [");
	unsigned count = 1 + roll(d, 4);
	for (unsigned i = 0; i < count; i++) {
		bd_str_add(&s, i ? ", " : "");
		add_block(&s, d, 0);
	}
	bd_str_add(&s, "]}");
	return bd_str_text(&s);
}

static bd_message first_error(const bd_diags *diags)
{
	const bd_diag *d = diags->first;
	while (d && d->severity != BD_ERROR)
		d = d->next;
	return d ? d->message : BD_MESSAGE_COUNT;
}

TEST(random_posters_stay_in_their_page_or_say_why_not)
{
	static const char *const sizes[] = { "portrait", "landscape", "A4",     "1080xauto",
					     "700x420",  "story",     "square", "500x1700" };
	dice d = { 20221 };
	unsigned count = getenv("POSTERS") ? (unsigned)atoi(getenv("POSTERS")) : 48;
	for (unsigned i = 0; i < count; i++) {
		const char *page = sizes[i % (sizeof sizes / sizeof *sizes)];
		const char *name = bd_printf(arena, "specs/random poster %u", i);
		const char *text = random_poster(arena, &d);
		bd_doc *doc = compile(name, text, page);
		const bd_diags *diags = bd_doc_diags(doc);
		if (getenv("SHOW") && (unsigned)atoi(getenv("SHOW")) == i)
			puts(text);
		bd_message error = first_error(diags);
		if (!diags->errors)
			check_page(arena, doc, name, page);
		else if (error != BD_PAGE_OVERFLOW && error != BD_LABELS_CLASH)
			fail_msg("%s: %s", name, bd_message_slug(error));
		bd_doc_free(doc);
	}
}

TEST(what_does_not_fit_is_said)
{
	const char *spec = read_spec(arena, "specs/quang-nam-se-kong.json");
	bd_doc *doc = compile("small", spec, "300x120");
	assert_int_equal(bd_doc_diags(doc)->errors, 1);
	assert_int_equal(bd_doc_diags(doc)->first->message, BD_PAGE_OVERFLOW);
	bd_doc_free(doc);
	check_spec(arena, "auto", spec, "1080xauto");
	check_spec(arena, "auto", spec, "600xauto");
}

static bool says(const bd_node *node, const char *text)
{
	if (node->kind == BD_NODE_GLYPHS)
		return node->glyphs.run.length == strlen(text) &&
		       !strncmp(node->glyphs.run.utf8, text, strlen(text));
	for (const bd_node *n = node->kind == BD_NODE_GROUP ? node->group.first : NULL; n;
	     n = n->next)
		if (says(n, text))
			return true;
	return false;
}

TEST(an_axis_of_counted_things_has_no_halves)
{
	static const char spec[] = "{\"blocks\": [{\"type\": \"chart\", \"mark\": \"bar\", "
				   "\"data\": {\"values\": [{\"a\": "
				   "\"x\", \"v\": 1}, {\"a\": \"y\", \"v\": %s}]}, \"encoding\": "
				   "{\"x\": {\"field\": \"a\"}, "
				   "\"y\": {\"field\": \"v\", \"type\": \"quantitative\"}}}]}";
	bd_doc *people = compile("people", bd_printf(arena, spec, "2"), "square");
	assert_true(says(people->scene.pages[0].root, "1"));
	assert_false(says(people->scene.pages[0].root, "0,5"));
	bd_doc *tonnes = compile("tonnes", bd_printf(arena, spec, "1.9"), "square");
	assert_true(says(tonnes->scene.pages[0].root, "0,5"));
	bd_doc_free(people);
	bd_doc_free(tonnes);
}

/* Words crowd after 2012: the empty years before and between are left out. Four events have room.
 */
TEST(an_axis_is_broken_where_words_crowd_and_only_there)
{
	bd_doc *crowded = compile("crowded", read_spec(arena, "specs/moc-huu-nghi-viet-lao.json"),
				  "landscape");
	assert_true(says(crowded->scene.pages[0].root, "2013"));
	assert_false(says(crowded->scene.pages[0].root, "1990"));
	bd_doc *roomy =
		compile("roomy", read_spec(arena, "specs/son-kim-2-na-pe.json"), "landscape");
	assert_true(says(roomy->scene.pages[0].root, "1990"));
	bd_doc_free(crowded);
	bd_doc_free(roomy);
}

/* Items of one and of two lines: from the last line of one to the first of the next it is equally
 * far all over the list. */
TEST(items_of_a_list_stand_at_one_distance)
{
	static const char spec[] =
		"{\"blocks\": [{\"type\": \"list\", \"columns\": 2, \"items\": [\"H\", \"H\", \"H "
		"H H H H H "
		"H H H H H H H H H H H H H H H H H H\", \"H\", \"H\", \"H\", \"H\"]}]}";
	bd_doc *doc = compile("list", spec, "square");
	lines l = { .arena = arena };
	gather(doc->scene.pages[0].root, NULL, BD_IDENTITY, &l);
	double step = 0;
	for (size_t i = 1; i < l.all.count; i++) {
		const line *a = &l.all.items[i - 1], *b = &l.all.items[i];
		double down = b->box.y - a->box.y;
		if (a->paragraph == b->paragraph || down < 0) /* the same item; the next column */
			continue;
		step = step > 0 ? step : down;
		assert_true(fabs(down - step) < 0.01);
	}
	assert_true(step > 0);
	bd_doc_free(doc);
}

/* A wide page is drawn as trials first; what those complain about must be said of the page too. */
static void trials_swallow_no_complaint(void **state)
{
	(void)state;
	static const char *const pages_of_both[] = { "portrait", "landscape" };
	const char *spec =
		"{\"title\": \"Hai xã\", \"blocks\": [{\"type\": \"links\", \"left\": "
		"{\"label\": \"Việt 中\"}, \"right\": {\"label\": \"Lào\"}, \"items\": "
		"[{\"from\": \"Sơn Kim 2\", \"to\": \"Na Pê\"}, {\"from\": \"Sơn Hồng\", "
		"\"to\": \"Na Hương\"}]}, {\"type\": \"list\", \"items\": [\"Cứu hộ\"]}]}";
	for (int i = 0; i < 2; i++) {
		bd_doc *doc = compile("trial", spec, pages_of_both[i]);
		assert_int_equal(bd_doc_diags(doc)->errors, 1);
		assert_int_equal(bd_doc_diags(doc)->first->message, BD_NO_GLYPH);
		bd_doc_free(doc);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(every_poster_stays_on_each_of_its_pages),
		UNIT(other_words_and_numbers_still_fit),
		UNIT(pictures_give_way_before_type_does),
		UNIT(timelines_of_two_to_forty_events_fit),
		UNIT(random_posters_stay_in_their_page_or_say_why_not),
		UNIT(what_does_not_fit_is_said),
		UNIT(an_axis_of_counted_things_has_no_halves),
		UNIT(an_axis_is_broken_where_words_crowd_and_only_there),
		UNIT(items_of_a_list_stand_at_one_distance),
		UNIT(trials_swallow_no_complaint),
	};
	return cmocka_run_group_tests(tests, start, finish);
}
