/* Systems that lack a library: the Makefile links this program with --wrap=bd_library_load, so that
 * each of them can be missing in turn. Nothing may crash, and each complaint says what to install.
 */
#include "base/library.h"
#include "bieudo.h"
#include "photo.h"
#include "render/backend.h"
#include "surroundings.h"
#include "unicode/lao.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *absent; /* the library that is not there */

bool __real_bd_library_load(const bd_library *library, const bd_symbol *symbols, size_t count);
bool __wrap_bd_library_load(const bd_library *library, const bd_symbol *symbols, size_t count);

bool __wrap_bd_library_load(const bd_library *library, const bd_symbol *symbols, size_t count)
{
	if (absent && !strcmp(library->name, absent))
		return false;
	return __real_bd_library_load(library, symbols, count);
}

static void what_is_not_there_is_not_loaded(void **state)
{
	(void)state;
	static const char *const none[] = { "libbieudo-none.so.1", NULL };
	static const char *const libc[] = { "libbieudo-none.so.1", "libc.so.6", NULL };
	size_t (*length)(const char *) = NULL;
	void *nothing = &length;
	const bd_symbol good = { "strlen", &length }, bad = { "no_such_function", &nothing };
	const bd_library missing = { "none", "none", none }, found = { "libc", "libc6", libc };
	assert_false(__real_bd_library_load(&missing, &good, 1));
	assert_null(length);
	assert_true(__real_bd_library_load(&found, &good, 1));
	assert_int_equal(length("Lào"), 4);
	assert_false(__real_bd_library_load(&found, &bad, 1));
	assert_null(nothing);
}

/* Exactly one complaint, about the absent one, with a hint that names the package. */
static void assert_said_once(const bd_diags *said, bd_severity severity, const char *package)
{
	assert_int_equal(said->errors, severity == BD_ERROR);
	assert_int_equal(said->warnings, severity == BD_WARNING);
	assert_int_equal(said->first->message, BD_NO_LIBRARY);
	assert_string_equal(said->first->args[0], absent);
	assert_int_equal(said->first->hint, BD_HINT_INSTALL);
	assert_string_equal(said->first->hint_args[0], package);
}

static bd_doc *compiled(bd_ctx *ctx, const char *spec)
{
	static const char *const folders[] = { "tests/errors", NULL };
	return bd_compile(ctx, "spec.json", spec, strlen(spec),
			  &(bd_options){ .folders = folders });
}

/* A spec that needs the library; drawn as `format` where it compiles. */
static void without(const char *name, const char *package, bd_severity severity, const char *format,
		    const char *flavour, const char *spec)
{
	bd_ctx *ctx = bd_ctx_new(&(bd_ctx_options){ .share = "." });
	absent = name;
	bd_doc *doc = compiled(ctx, spec);
	bd_blob blob = bd_render(doc, format, &(bd_render_options){ .flavour = flavour });
	assert_said_once(bd_doc_diags(doc), severity, package);
	assert_true((blob.bytes != NULL) == (severity == BD_WARNING));
	bd_doc_free(doc);
	bd_ctx_free(ctx);

	absent = NULL;
	ctx = bd_ctx_new(&(bd_ctx_options){ .share = "." });
	doc = compiled(ctx, spec);
	blob = bd_render(doc, format, &(bd_render_options){ .flavour = flavour });
	assert_int_equal(bd_doc_diags(doc)->errors + bd_doc_diags(doc)->warnings, 0);
	assert_non_null(blob.bytes);
	bd_doc_free(doc);
	bd_ctx_free(ctx);
}

#define POSTER(text) \
	"{ \"title\": \"Ví dụ\", \"blocks\": [ { \"type\": \"text\", \"text\": \"" text "\" } ] }"

static void without_pango_lines_end_at_blanks(void **state)
{
	(void)state;
	without("pango", "libpango-1.0-0", BD_WARNING, "png", NULL,
		POSTER("Việt Nam và Lào, hai nước láng giềng, cùng chung một đường biên giới "
		       "dài."));
}

static void without_icu_lao_is_not_broken(void **state)
{
	(void)state;
	without("ICU", bd_icu.package, BD_WARNING, "png", NULL,
		POSTER("ສາທາລະນະລັດປະຊາທິປະໄຕປະຊາຊົນລາວ ສາທາລະນະລັດປະຊາທິປະໄຕປະຊາຊົນລາວ "
		       "ສາທາລະນະລັດປະຊາທິປະໄຕປະຊາຊົນລາວ"));
}

static void without_qpdf_there_is_no_pdf(void **state)
{
	(void)state;
	without("libqpdf", "libqpdf29", BD_ERROR, "pdf", NULL, POSTER("Một dòng."));
}

static void without_the_subsetter_nothing_is_embedded(void **state)
{
	(void)state;
	without("libharfbuzz-subset", "libharfbuzz-subset0", BD_ERROR, "svg", "embed",
		POSTER("Một dòng."));
}

static void without_libzip_there_is_no_excel(void **state)
{
	(void)state;
	without("libzip", "libzip4", BD_ERROR, "png", NULL,
		"{ \"data\": { \"url\": \"data/hai-trang.xlsx\" }, \"mark\": \"bar\" }");
}

static void without_pcre2_there_are_no_regular_expressions(void **state)
{
	(void)state;
	without("PCRE2", "libpcre2-8-0", BD_ERROR, "png", NULL,
		"{ \"data\": { \"values\": [ { \"a\": \"Sơn La\" }, { \"a\": \"Hà Tĩnh\" } ] },"
		"  \"transform\": [ { \"filter\": \"test(/^S/, datum.a) || test(/^H/, datum.a)\" } "
		"],"
		"  \"mark\": \"bar\", \"encoding\": { \"x\": { \"field\": \"a\" } } }");
}

static void without_libjpeg_a_png_shows_no_photo(void **state)
{
	(void)state;
	bd_scene *scene = scene_of_photo(&arena, sizeof photo, 16, 8);
	absent = "libjpeg";
	assert_null(bd_backend_render(bd_backend_find("png"), scene, NULL, &arena, &diags).bytes);
	assert_said_once(&diags, BD_ERROR, "libjpeg62-turbo");
	diags = (bd_diags){ .arena = &arena };
	/* which SVG and PDF take as it is */
	assert_non_null(
		bd_backend_render(bd_backend_find("svg"), scene, NULL, &arena, &diags).bytes);
	assert_non_null(
		bd_backend_render(bd_backend_find("pdf"), scene, NULL, &arena, &diags).bytes);
	assert_int_equal(diags.errors, 0);
	absent = NULL;
	assert_non_null(
		bd_backend_render(bd_backend_find("png"), scene, NULL, &arena, &diags).bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_there_is_not_loaded),
		cmocka_unit_test(without_pango_lines_end_at_blanks),
		cmocka_unit_test(without_icu_lao_is_not_broken),
		cmocka_unit_test(without_qpdf_there_is_no_pdf),
		cmocka_unit_test(without_the_subsetter_nothing_is_embedded),
		cmocka_unit_test(without_libzip_there_is_no_excel),
		cmocka_unit_test(without_pcre2_there_are_no_regular_expressions),
		cmocka_unit_test(without_libjpeg_a_png_shows_no_photo),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
