/* qpdf.h - libqpdf, loaded on first use: only PDF needs it, and its libraries take as long to load
 * as a small picture takes to draw. The functions are called as q->init, q->oh_get_key … */
#pragma once
#include <qpdf/qpdf-c.h>

#define BD_QPDF_FUNCTIONS(F)                                                                      \
	F(init)                                                                                   \
	F(cleanup) F(set_suppress_warnings) F(silence_errors) F(read_memory) F(has_error) F(      \
		get_error) F(get_error_full_text) F(get_root) F(get_num_pages) F(get_page_n)      \
		F(oh_get_key) F(oh_has_key) F(oh_replace_key) F(oh_is_array) F(                   \
			oh_get_array_n_items) F(oh_get_array_item) F(oh_is_dictionary)            \
			F(oh_is_stream) F(oh_get_name) F(oh_get_utf8_value) F(                    \
				oh_new_unicode_string) F(oh_new_name) F(oh_new_null)              \
				F(oh_new_array) F(oh_new_bool) F(oh_new_integer) F(               \
					oh_new_dictionary) F(oh_append_item) F(oh_new_stream)     \
					F(oh_get_dict) F(oh_replace_stream_data) F(               \
						oh_get_stream_data) F(oh_parse)                   \
						F(make_indirect_object) F(init_write_memory) F(   \
							set_deterministic_ID)                     \
							F(set_object_stream_mode) F(              \
								set_minimum_pdf_version) F(write) \
								F(get_buffer_length) F(get_buffer)

typedef struct bd_qpdf {
#define F(name) __typeof__(&qpdf_##name) name;
	BD_QPDF_FUNCTIONS(F)
#undef F
	void *library;
} bd_qpdf;

/* NULL when it worked, else what went wrong. Once loaded it stays loaded. */
const char *bd_qpdf_load(bd_qpdf *q);
