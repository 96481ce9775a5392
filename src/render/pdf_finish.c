/* pdf_finish.c - see pdf_finish.h. */
#include "render/pdf_finish.h"

#include "base/time.h"
#include "render/icc_srgb.h"
#include "render/pdf_content.h"
#include "render/qpdf.h"

#include <stdlib.h>
#include <string.h>

typedef struct finisher {
	bd_qpdf q;
	qpdf_data pdf;
	bd_arena *arena; /* scratch */
	const bd_scene *scene;
	const bd_pdf_facts *facts;
	size_t next; /* of the facts */
} finisher;

const char *bd_pdf_date(bd_arena *arena, double milliseconds)
{
	bd_date d = bd_time_to_date(milliseconds);
	return bd_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", d.year, d.month, d.day, d.hour,
			 d.minute, d.second);
}

static void set(finisher *f, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
	f->q.oh_replace_key(f->pdf, dictionary, key, value);
}

static qpdf_oh text(finisher *f, const char *utf8)
{
	return f->q.oh_new_unicode_string(f->pdf, utf8);
}

static qpdf_oh stream(finisher *f, const char *bytes, size_t length)
{
	qpdf_oh s = f->q.oh_new_stream(f->pdf), null = f->q.oh_new_null(f->pdf);
	f->q.oh_replace_stream_data(f->pdf, s, (const unsigned char *)bytes, length, null, null);
	return s;
}

/* The corners of the trim box grown by `by` px, in points from the page's lower left. */
static qpdf_oh box(finisher *f, const bd_page_geometry *g, double by)
{
	double unit = g->unit > 0 ? g->unit : 0.75;
	double edges[] = { g->bleed - by, g->bleed - by, g->bleed + g->width + by,
			   g->bleed + g->height + by };
	bd_str s = bd_str_new(f->arena);
	for (int i = 0; i < 4; i++)
		bd_str_printf(&s, "%s%.4f", i ? " " : "[", edges[i] * unit);
	bd_str_add_char(&s, ']');
	return f->q.oh_parse(f->pdf, bd_str_text(&s));
}

/* The elements that a page's marked content belongs to, by MCID; an array, or else nothing. */
static qpdf_oh page_parents(finisher *f, qpdf_oh page)
{
	qpdf_oh tree = f->q.oh_get_key(f->pdf, f->q.get_root(f->pdf), "/StructTreeRoot");
	qpdf_oh key = f->q.oh_get_key(f->pdf, page, "/StructParents"), nothing;
	nothing = f->q.oh_new_null(f->pdf);
	if (!f->q.oh_is_dictionary(f->pdf, tree) || !f->q.oh_is_integer(f->pdf, key))
		return nothing;
	qpdf_oh parents = f->q.oh_get_key(f->pdf, tree, "/ParentTree");
	qpdf_oh all = f->q.oh_get_key(f->pdf, parents, "/Nums");
	int count = f->q.oh_is_array(f->pdf, all) ? f->q.oh_get_array_n_items(f->pdf, all) : 0;
	int wanted = f->q.oh_get_int_value_as_int(f->pdf, key);
	for (int i = 0; i + 1 < count; i += 2) {
		qpdf_oh number = f->q.oh_get_array_item(f->pdf, all, i);
		if (f->q.oh_get_int_value_as_int(f->pdf, number) == wanted)
			return f->q.oh_get_array_item(f->pdf, all, i + 1);
	}
	return nothing;
}

/* Puts the new parts of an element's content after the part that they are of. */
static void enter_splits_of(finisher *f, qpdf_oh element, const bd_pdf_split *splits, size_t count)
{
	qpdf_oh kids = f->q.oh_get_key(f->pdf, element, "/K"), all = f->q.oh_new_array(f->pdf);
	bool is_list = f->q.oh_is_array(f->pdf, kids);
	int kid_count = is_list ? f->q.oh_get_array_n_items(f->pdf, kids) : 1;
	for (int i = 0; i < kid_count; i++) {
		qpdf_oh kid = is_list ? f->q.oh_get_array_item(f->pdf, kids, i) : kids;
		f->q.oh_append_item(f->pdf, all, kid);
		if (!f->q.oh_is_integer(f->pdf, kid) ||
		    f->q.oh_get_int_value_as_int(f->pdf, kid) != splits->of)
			continue;
		for (size_t s = 0; s < count; s++)
			f->q.oh_append_item(f->pdf, all, f->q.oh_new_integer(f->pdf, splits[s].id));
	}
	set(f, element, "/K", all);
}

/* Splits come by element: those of one stand together, their ids in order. */
static void enter_splits(finisher *f, qpdf_oh parents, const bd_pdf_splits *splits)
{
	for (size_t i = 0, end; i < splits->count; i = end) {
		const bd_pdf_split *first = &splits->items[i];
		qpdf_oh element = f->q.oh_get_array_item(f->pdf, parents, first->of);
		for (end = i; end < splits->count && splits->items[end].of == first->of; end++)
			f->q.oh_append_item(f->pdf, parents, element);
		enter_splits_of(f, element, first, end - i);
	}
}

static void mark_content(finisher *f, qpdf_oh page)
{
	qpdf_oh content = f->q.oh_get_key(f->pdf, page, "/Contents");
	qpdf_oh parents = page_parents(f, page);
	int next_id =
		f->q.oh_is_array(f->pdf, parents) ? f->q.oh_get_array_n_items(f->pdf, parents) : 0;
	unsigned char *bytes = NULL;
	size_t length = 0;
	QPDF_BOOL filtered;
	if (!f->q.oh_is_stream(f->pdf, content) ||
	    f->q.oh_get_stream_data(f->pdf, content, qpdf_dl_generalized, &filtered, &bytes,
				    &length) >= QPDF_ERRORS)
		return;
	bd_str out = bd_str_new(f->arena);
	bd_pdf_splits splits =
		bd_pdf_mark_content(&out, (const char *)bytes, length, next_id, f->arena);
	enter_splits(f, parents, &splits);
	qpdf_oh null = f->q.oh_new_null(f->pdf);
	f->q.oh_replace_stream_data(f->pdf, content, (const unsigned char *)bd_str_text(&out),
				    out.length, null, null);
	free(bytes);
}

/* A link says where it leads to those who cannot see it (ISO 14289-1, 7.18.5). */
static void describe_links(finisher *f, qpdf_oh page)
{
	qpdf_oh all = f->q.oh_get_key(f->pdf, page, "/Annots");
	int count = f->q.oh_is_array(f->pdf, all) ? f->q.oh_get_array_n_items(f->pdf, all) : 0;
	for (int i = 0; i < count; i++) {
		qpdf_oh link = f->q.oh_get_array_item(f->pdf, all, i);
		qpdf_oh action = f->q.oh_get_key(f->pdf, link, "/A");
		if (!f->q.oh_is_dictionary(f->pdf, action))
			continue;
		qpdf_oh uri = f->q.oh_get_key(f->pdf, action, "/URI");
		set(f, link, "/Contents", text(f, f->q.oh_get_utf8_value(f->pdf, uri)));
	}
}

static void finish_page(finisher *f, size_t index)
{
	qpdf_oh page = f->q.get_page_n(f->pdf, index);
	const bd_page_geometry *g = &f->scene->pages[index].geometry;
	set(f, page, "/TrimBox", box(f, g, 0));
	if (g->bleed > 0)
		set(f, page, "/BleedBox", box(f, g, g->bleed));
	set(f, page, "/Tabs", f->q.oh_new_name(f->pdf, "/S"));
	describe_links(f, page);
	mark_content(f, page);
}

/* cairo drops tags around nothing, so facts that no element answers to are skipped. */
static const bd_pdf_fact *fact_for(finisher *f, const char *tag)
{
	for (size_t i = f->next; i < f->facts->count; i++) {
		const bd_pdf_fact *fact = &f->facts->items[i];
		if (!strcmp(bd_role_name(fact->role), tag)) {
			f->next = i + 1;
			return fact;
		}
	}
	return NULL;
}

/* Along the structure tree, which cairo writes in the order of the tags. */
static void finish_elements(finisher *f, qpdf_oh element, int depth)
{
	if (depth > 300)
		return;
	if (f->q.oh_is_array(f->pdf, element)) {
		int count = f->q.oh_get_array_n_items(f->pdf, element);
		for (int i = 0; i < count; i++)
			finish_elements(f, f->q.oh_get_array_item(f->pdf, element, i), depth + 1);
		return;
	}
	if (!f->q.oh_is_dictionary(f->pdf, element))
		return;
	if (f->q.oh_has_key(f->pdf, element, "/S")) {
		qpdf_oh tag = f->q.oh_get_key(f->pdf, element, "/S");
		const bd_pdf_fact *fact = fact_for(f, f->q.oh_get_name(f->pdf, tag) + 1);
		if (fact && fact->alt)
			set(f, element, "/Alt", text(f, fact->alt));
		if (fact && fact->lang)
			set(f, element, "/Lang", text(f, fact->lang));
	}
	if (f->q.oh_has_key(f->pdf, element, "/K"))
		finish_elements(f, f->q.oh_get_key(f->pdf, element, "/K"), depth + 1);
}

/* What RGB means here: sRGB. */
static void set_output_intent(finisher *f, qpdf_oh root)
{
	bd_blob icc = bd_icc_srgb(f->arena);
	qpdf_oh profile = stream(f, icc.bytes, icc.length), all = f->q.oh_new_array(f->pdf);
	set(f, f->q.oh_get_dict(f->pdf, profile), "/N", f->q.oh_new_integer(f->pdf, 3));
	qpdf_oh intent = f->q.oh_parse(f->pdf, "<< /Type /OutputIntent /S /GTS_PDFA1 "
					       "/OutputConditionIdentifier (sRGB IEC61966-2.1) "
					       "/Info (sRGB IEC61966-2.1) >>");
	set(f, intent, "/DestOutputProfile", profile);
	f->q.oh_append_item(f->pdf, all, f->q.make_indirect_object(f->pdf, intent));
	set(f, root, "/OutputIntents", all);
}

static void finish_document(finisher *f, const char *date)
{
	qpdf_oh root = f->q.get_root(f->pdf);
	bd_str xmp = bd_pdf_xmp(f->arena, f->scene, date);
	qpdf_oh metadata = stream(f, xmp.bytes, xmp.length);
	qpdf_oh dictionary = f->q.oh_get_dict(f->pdf, metadata);
	set(f, dictionary, "/Type", f->q.oh_new_name(f->pdf, "/Metadata"));
	set(f, dictionary, "/Subtype", f->q.oh_new_name(f->pdf, "/XML"));
	set(f, root, "/Metadata", metadata);
	if (f->scene->lang)
		set(f, root, "/Lang", text(f, f->scene->lang));
	set(f, root, "/ViewerPreferences", f->q.oh_parse(f->pdf, "<< /DisplayDocTitle true >>"));
	set_output_intent(f, root);
	if (f->q.oh_has_key(f->pdf, root, "/StructTreeRoot")) {
		qpdf_oh tree = f->q.oh_get_key(f->pdf, root, "/StructTreeRoot");
		finish_elements(f, f->q.oh_get_key(f->pdf, tree, "/K"), 0);
	}
	for (size_t i = 0; i < f->scene->page_count; i++)
		finish_page(f, i);
}

static bd_blob written(finisher *f, bd_arena *arena)
{
	f->q.init_write_memory(f->pdf);
	f->q.set_deterministic_ID(f->pdf, QPDF_TRUE);
	f->q.set_object_stream_mode(f->pdf, qpdf_o_generate);
	f->q.set_minimum_pdf_version(f->pdf, "1.7");
	if (f->q.write(f->pdf) >= QPDF_ERRORS)
		return (bd_blob){ 0 };
	size_t length = f->q.get_buffer_length(f->pdf);
	char *bytes = bd_strndup(arena, (const char *)f->q.get_buffer(f->pdf), length);
	return (bd_blob){ .name = "pdf", .bytes = bytes, .length = length };
}

static bd_blob finish(finisher *f, const bd_str *raw, const char *date, bd_arena *arena)
{
	f->q.set_suppress_warnings(f->pdf, QPDF_TRUE);
	f->q.silence_errors(f->pdf);
	if (f->q.read_memory(f->pdf, "cairo", raw->bytes, raw->length, NULL) >= QPDF_ERRORS)
		return (bd_blob){ 0 };
	finish_document(f, date);
	return written(f, arena);
}

bd_blob bd_pdf_finish(const bd_str *raw, const bd_scene *scene, const bd_pdf_facts *facts,
		      const char *date, bd_arena *arena, bd_diags *diags)
{
	bd_arena scratch = { 0 };
	bd_blob blob = { 0 };
	finisher f = { .arena = &scratch, .scene = scene, .facts = facts };
	if (!bd_qpdf_load(&f.q, diags))
		return blob;
	f.pdf = f.q.init();
	blob = finish(&f, raw, date, arena);
	if (!blob.bytes || f.q.has_error(f.pdf)) {
		const char *why = f.q.has_error(f.pdf)
					  ? f.q.get_error_full_text(f.pdf, f.q.get_error(f.pdf))
					  : "libqpdf";
		bd_error(diags, NULL, BD_RENDER_FAILED, "PDF", why);
		blob = (bd_blob){ 0 };
	}
	f.q.cleanup(&f.pdf);
	bd_arena_free(&scratch);
	return blob;
}
