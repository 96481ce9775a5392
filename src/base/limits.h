/* limits.h - how much bieudo takes on, and why there is an end to it: a spec is untrusted. */
#pragma once

enum {
	BD_MAX_SPEC_BYTES = 4 << 20, /* a spec is written by hand or by a program for one picture */
	BD_MAX_DEPTH = 64,           /* of nested JSON, blocks, groups: our walkers recurse */
	BD_MAX_PAGE = 10000,         /* px a side */
	BD_MIN_PAGE = 16,
	BD_MAX_SIDE = 32767,       /* device pixels: cairo's image surfaces end here */
	BD_MAX_PIXELS = 100000000, /* device pixels in all: 400 MB */
	BD_MAX_STRING = 10000,     /* characters of a drawn text: pango is slow beyond */
	BD_MAX_MARKS_ON_BASE = 30, /* combining marks (UAX #15, stream-safe text) */
	BD_MAX_BLOCKS = 1000,
	BD_MAX_TICKS = 1000,
	BD_MAX_ROWS = 8000000,   /* of a table that a transform makes: some 60 bytes each */
	BD_MAX_COLUMNS = 10000,  /* each name is compared with those before it */
	BD_MAX_CELLS = 50000000, /* of a table that may be mostly empty: 1.2 GB */
	BD_MAX_DIAGS_SHOWN = 20  /* per run; the rest is counted */
};

#define BD_MAX_FILE_BYTES (1ULL << 30) /* a data file */
/* px; half of cairo's 24.8 fixed point, beyond which it draws garbage or hangs */
#define BD_MAX_COORDINATE 4000000.0
