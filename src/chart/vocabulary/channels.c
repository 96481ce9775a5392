#include "chart/vocabulary/channels.h"
#include "base/str.h"

static const char *const names[CH_COUNT] = {
#define CHANNEL(id, name, scale, takes, doc) name,
#include "chart/vocabulary/channels.def"
#undef CHANNEL
};

const char *bd_channel_name(bd_channel channel)
{
	return channel < CH_COUNT ? names[channel] : "";
}

bd_channel bd_channel_find(const char *name)
{
	for (int i = 0; i < CH_COUNT; i++)
		if (bd_streq(names[i], name))
			return (bd_channel)i;
	return CH_COUNT;
}

bd_channel bd_channel_scale(bd_channel channel)
{
	static const bd_channel scales[CH_COUNT] = {
#define CHANNEL(id, name, scale, takes, doc) CH_##scale,
#include "chart/vocabulary/channels.def"
#undef CHANNEL
	};
	return channel < CH_COUNT ? scales[channel] : CH_NONE;
}

bd_channel bd_channel_secondary(bd_channel channel)
{
	return channel == CH_X        ? CH_X2
	       : channel == CH_Y      ? CH_Y2
	       : channel == CH_THETA  ? CH_THETA2
	       : channel == CH_RADIUS ? CH_RADIUS2
				      : CH_NONE;
}

bd_channel bd_channel_offset(bd_channel channel)
{
	return channel == CH_X ? CH_X_OFFSET : channel == CH_Y ? CH_Y_OFFSET : CH_NONE;
}

bd_channel bd_channel_main(bd_channel channel)
{
	switch (channel) {
	case CH_X2: return CH_X;
	case CH_Y2: return CH_Y;
	case CH_THETA2: return CH_THETA;
	case CH_RADIUS2: return CH_RADIUS;
	case CH_LONGITUDE2: return CH_LONGITUDE;
	case CH_LATITUDE2: return CH_LATITUDE;
	default: return channel;
	}
}

bool bd_channel_is_xy(bd_channel channel)
{
	return channel == CH_X || channel == CH_Y || channel == CH_X2 || channel == CH_Y2;
}

bool bd_channel_is_color(bd_channel channel)
{
	return channel == CH_COLOR || channel == CH_FILL || channel == CH_STROKE;
}

static bool is_one_of(const char *name, const char *const *list)
{
	while (*list && !bd_streq(name, *list))
		list++;
	return *list != NULL;
}

/* Whether the mark can show the channel at all (Vega-Lite's documentation of each channel); a
 * second end of points and lines only closes bins that the data holds. */
bool bd_channel_suits(bd_channel channel, const char *mark, const bd_json *encoding)
{
	static const char *const ranged[] = { "area", "bar", "image", "rect", "rule", NULL };
	static const char *const binned[] = { "circle", "point", "square", "tick",
					      "line",   "trail", NULL };
	static const char *const sized[] = { "point", "tick", "rule", "circle", "square",
					     "bar",   "text", "line", "trail",  NULL };
	static const char *const dashed[] = { "line",   "point", "tick",     "rule", "circle",
					      "square", "bar",   "geoshape", NULL };
	static const char *const shaped[] = { "point", "geoshape", NULL };
	static const char *const turned[] = { "point", "square", "text", NULL };
	static const char *const polar[] = { "text", "arc", NULL };
	static const char *const arcs[] = { "arc", NULL };
	static const char *const pictures[] = { "image", NULL };
	static const char *const texts[] = { "text", NULL };
	const bd_json *first;
	switch (channel) {
	case CH_X2:
	case CH_Y2:
		first = bd_json_get(bd_json_get(encoding, channel == CH_X2 ? "x" : "y"), "bin");
		return is_one_of(mark, ranged) ||
		       (is_one_of(mark, binned) &&
			(bd_json_equals_string(first, "binned") ||
			 bd_json_bool(bd_json_get(first, "binned"), false)));
	case CH_SIZE: return is_one_of(mark, sized);
	case CH_STROKE_DASH: return is_one_of(mark, dashed);
	case CH_SHAPE: return is_one_of(mark, shaped);
	case CH_ANGLE: return is_one_of(mark, turned);
	case CH_THETA:
	case CH_RADIUS: return is_one_of(mark, polar);
	case CH_URL: return is_one_of(mark, pictures);
	case CH_TEXT: return is_one_of(mark, texts);
	case CH_THETA2:
	case CH_RADIUS2: return is_one_of(mark, arcs);
	default: return true;
	}
}
