/* number_span.h - the least and the largest of many numbers. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

typedef struct bd_number_span {
	double min, max; /* of those that are finite; infinity and -infinity where none is */
	bool finite;     /* all are */
} bd_number_span;

/* As fast as they come from memory, as long as all are finite. */
bd_number_span bd_numbers_span(const double *numbers, size_t count);
