/* time_read.h - dates as JavaScript's Date.parse reads them, in UTC. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* ISO 8601 ("2022-07", "2022-07-22", "2022-07-22T08:30Z", "2022-07-22 08:30:00.5+07:00") and what
 * browsers take besides ("22 Jul 2022", "July 22, 2022 8:30 pm", "7/22/2022" month first,
 * "2022/7/22", "Fri, 22 Jul 2022 08:30:00 GMT"). No time zone is UTC. False where it is no date;
 * unlike some browsers, text with other words in it is none. */
bool bd_time_read(const char *text, size_t length, double *milliseconds);
