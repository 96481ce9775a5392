/* nfc.h - Unicode Normalization Form C (UAX #15). */
#pragma once
#include "base/arena.h"

/* A NUL-ended copy of `text` in NFC (never NFKC: that breaks Lao). Text that is surely NFC already
 * is only copied. `text` is valid UTF-8. */
const char *bd_nfc(bd_arena *arena, const char *text, size_t length);
