/* channels.h - the encoding channels of Vega-Lite, and what is true of each whatever the spec. */
#pragma once
#include "json/json.h"

typedef enum {
#define CHANNEL(id, name, scale, takes, doc) CH_##id,
#include "chart/vocabulary/channels.def"
#undef CHANNEL
	CH_COUNT,
	CH_NONE = CH_COUNT
} bd_channel;

const char *bd_channel_name(bd_channel channel);
bd_channel bd_channel_find(const char *name); /* CH_COUNT where there is none */
/* x for x2, xOffset for itself …: which scale a channel uses; CH_NONE for those without. */
bd_channel bd_channel_scale(bd_channel channel);
bd_channel bd_channel_secondary(bd_channel channel); /* x2 for x; CH_NONE */
bd_channel bd_channel_offset(bd_channel channel);    /* xOffset for x; CH_NONE */
bd_channel bd_channel_main(bd_channel channel);      /* x for x2 */
bool bd_channel_is_xy(bd_channel channel);           /* x, y and their seconds */
bool bd_channel_is_color(bd_channel channel);        /* color fill stroke */
/* Whether the mark can show the channel at all. */
bool bd_channel_suits(bd_channel channel, const char *mark, const bd_json *encoding);
