/* friendship.c - the default theme: the red of both flags, the blue of Lào's, warm paper.
 *
 * Quiet text (grey 4) keeps 4.5:1 on paper; accent and second keep 5:1 and more, so that both may
 * carry text of any size. */
#include "theme/theme.h"

#define HEX(rgb, ink_)                                                                         \
	{                                                                                      \
		.r = (double)((rgb) >> 16 & 255) / 255, .g = (double)((rgb) >> 8 & 255) / 255, \
		.b = (double)((rgb)&255) / 255, .a = 1, .ink = (ink_)                          \
	}

#define TITLES "Be Vietnam Pro"
#define TEXT   "Inter"

extern const bd_theme bd_theme_friendship;
const bd_theme bd_theme_friendship = {
	.name = "friendship",
	.doc = "Red, blue and gold on warm paper, for friendship associations and border communes.",
	.paper = HEX(0xFBF8F2, "paper"),
	.ink = HEX(0x1B1F27, "ink"),
	.grey = { HEX(0xDAD7D0, "grey-1"), HEX(0xB9BBBF, "grey-2"), HEX(0x9AA0AB, "grey-3"),
		  HEX(0x585E6B, "grey-4") },
	.accent = HEX(0xC8102E, "accent"),
	.second = HEX(0x12356B, "second"),
	.third = HEX(0xF2B705, "third"),
	.card = HEX(0xF3EEE3, "card"),
	.type = {
		[BD_TEXT_KICKER] = { TEXT, 700, 25, 22, 7, 1.4, 0.03, false },
		[BD_TEXT_TITLE] = { TITLES, 800, 66, 40, 16, 1.2, -0.01, false },
		[BD_TEXT_SUBTITLE] = { TEXT, 400, 30, 24, 8, 1.4, 0, false },
		[BD_TEXT_HEAD] = { TITLES, 700, 33, 27, 9.5, 1.25, 0, false },
		[BD_TEXT_HERO] = { TEXT, 800, 184, 96, 36, 1.0, -0.02, false },
		[BD_TEXT_FIGURE] = { TEXT, 700, 68, 44, 15, 1.1, -0.02, false },
		[BD_TEXT_UNIT] = { TEXT, 600, 30, 24, 8, 1.3, 0, false },
		[BD_TEXT_LEAD] = { TEXT, 600, 36, 26, 9, 1.3, 0, false },
		[BD_TEXT_BODY] = { TEXT, 400, 28, 22, 7.5, 1.36, 0, false },
		[BD_TEXT_STRONG] = { TEXT, 700, 28, 22, 7.5, 1.36, 0, true },
		[BD_TEXT_LABEL] = { TEXT, 400, 26, 22, 7, 1.34, 0, false },
		[BD_TEXT_SMALL] = { TEXT, 400, 22, 22, 7, 1.36, 0, false },
	},
	.margin = 68,
	.gutter = 24,
	.rule = 4,
	.hairline = 1.5,
	.config =
		"{\"background\":null,\"font\":\"Inter\","
		"\"view\":{\"stroke\":null},"
		"\"axis\":{\"labelColor\":\"#585E6B\",\"titleColor\":\"#585E6B\",\"labelFont\":\"Inter\","
		"\"titleFont\":\"Inter\",\"titleFontWeight\":400,\"gridColor\":\"#1B1F27\","
		"\"gridOpacity\":0.1,\"domainColor\":\"#1B1F27\",\"tickColor\":\"#9AA0AB\"},"
		"\"axisX\":{\"grid\":false,\"ticks\":false,\"labelAngle\":0,\"domain\":true},"
		"\"axisY\":{\"domain\":false,\"ticks\":false},"
		"\"bar\":{\"color\":\"#12356B\"},"
		"\"line\":{\"color\":\"#12356B\"},"
		"\"area\":{\"color\":\"#12356B\",\"line\":true},"
		"\"point\":{\"color\":\"#12356B\",\"filled\":true},"
		"\"circle\":{\"color\":\"#12356B\"},"
		"\"rule\":{\"color\":\"#585E6B\"},"
		"\"text\":{\"color\":\"#1B1F27\",\"font\":\"Inter\"},"
		"\"scale\":{\"bandPaddingInner\":0.28,\"bandPaddingOuter\":0.14},"
		"\"range\":{\"category\":[\"#12356B\",\"#C8102E\",\"#F2B705\",\"#9AA0AB\",\"#4F7CB8\","
		"\"#7A5C1E\"],\"ordinal\":[\"#C9D5E8\",\"#8FA9CF\",\"#4F7CB8\",\"#12356B\"]},"
		"\"legend\":{\"labelColor\":\"#1B1F27\",\"titleColor\":\"#585E6B\",\"labelFont\":\"Inter\","
		"\"titleFont\":\"Inter\",\"titleFontWeight\":400,\"orient\":\"top\","
		"\"symbolType\":\"square\"},"
		"\"title\":{\"font\":\"Be Vietnam Pro\",\"fontWeight\":700,\"color\":\"#1B1F27\","
		"\"anchor\":\"start\"},"
		"\"header\":{\"labelFont\":\"Inter\",\"titleFont\":\"Inter\",\"labelColor\":\"#1B1F27\"}}",
};
