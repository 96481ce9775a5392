/* config.c - Vega-Lite's default config, as JSON because that is what specs and themes override it
 * with. Facts from the documentation of Vega-Lite's and Vega's config. */
#include "chart/config.h"

#include <string.h>

/* Apart, because a C compiler need not take long strings. */
static const char *const sections[] = {
	"{\"background\":\"white\",\"padding\":5,\"timeFormat\":\"%b %d, %Y\","
	"\"fieldTitle\":\"verbal\","
	"\"view\":{\"continuousWidth\":300,\"continuousHeight\":300,\"step\":20},"
	"\"facet\":{\"spacing\":20},\"concat\":{\"spacing\":20},"
	"\"mark\":{\"color\":\"#4c78a8\"},"
	"\"bar\":{\"binSpacing\":1,\"continuousBandSize\":5,\"minBandSize\":0.25,"
	"\"timeUnitBandPosition\":0.5,\"timeUnitBandSize\":1},"
	"\"rect\":{\"binSpacing\":0,\"continuousBandSize\":5,\"minBandSize\":0.25,"
	"\"timeUnitBandPosition\":0.5,\"timeUnitBandSize\":1},"
	"\"tick\":{\"thickness\":1,\"continuousBandSize\":5,\"minBandSize\":0.25,"
	"\"timeUnitBandPosition\":0.5,\"timeUnitBandSize\":1},"
	"\"rule\":{\"color\":\"black\"},\"text\":{\"color\":\"black\"},"
	"\"trail\":{\"size\":3},"
	/* Vega's own, which gives way to the config of all marks */
	"\"__last\":{\"line\":{\"strokeWidth\":2}},"
	"\"point\":{\"size\":30,\"strokeWidth\":2,\"shape\":\"circle\"},"
	"\"circle\":{\"size\":30,\"strokeWidth\":2},"
	"\"square\":{\"size\":30,\"strokeWidth\":2},"
	"\"boxplot\":{\"size\":14,\"extent\":1.5,\"box\":{},\"median\":{\"color\":\"white\"},"
	"\"outliers\":{},\"rule\":{},\"ticks\":null},"
	"\"errorbar\":{\"center\":\"mean\",\"rule\":true,\"ticks\":false},"
	"\"errorband\":{\"band\":{\"opacity\":0.3},\"borders\":false},"
	"\"header\":{\"titlePadding\":10,\"labelPadding\":10}}",

	"{\"scale\":{\"barBandPaddingInner\":0.1,\"rectBandPaddingInner\":0,"
	"\"tickBandPaddingInner\":0.25,\"bandWithNestedOffsetPaddingInner\":0.2,"
	"\"bandWithNestedOffsetPaddingOuter\":0.2,\"pointPadding\":0.5,\"zero\":true,"
	"\"minBandSize\":2,\"minFontSize\":8,\"maxFontSize\":40,\"minOpacity\":0.3,"
	"\"maxOpacity\":0.8,\"minSize\":4,\"minStrokeWidth\":1,\"maxStrokeWidth\":4,"
	"\"quantileCount\":4,\"quantizeCount\":4},"
	"\"range\":{\"category\":\"tableau10\",\"ordinal\":\"blues\","
	"\"heatmap\":\"yellowgreenblue\",\"ramp\":\"blues\",\"diverging\":{\"scheme\":"
	"\"blueorange\",\"extent\":[1,0]},"
	"\"symbol\":[\"circle\",\"square\",\"triangle-up\",\"cross\",\"diamond\","
	"\"triangle-right\",\"triangle-down\",\"triangle-left\"]},"
	"\"style\":{\"guide-label\":{\"fill\":\"#000\",\"font\":\"sans-serif\",\"fontSize\":10},"
	"\"guide-title\":{\"fill\":\"#000\",\"font\":\"sans-serif\",\"fontSize\":11,"
	"\"fontWeight\":\"bold\"},"
	"\"group-title\":{\"fill\":\"#000\",\"font\":\"sans-serif\",\"fontSize\":13,"
	"\"fontWeight\":\"bold\"},"
	"\"group-subtitle\":{\"fill\":\"#000\",\"font\":\"sans-serif\",\"fontSize\":12},"
	"\"cell\":{\"fill\":\"transparent\",\"stroke\":\"#ddd\"},"
	"\"view\":{\"fill\":\"transparent\"}}}",

	"{\"title\":{\"orient\":\"top\",\"offset\":4,\"subtitlePadding\":3},"
	"\"axis\":{\"minExtent\":0,\"maxExtent\":200,\"bandPosition\":0.5,\"domain\":true,"
	"\"domainWidth\":1,\"domainColor\":\"#888\",\"gridWidth\":1,\"gridColor\":\"#ddd\","
	"\"labels\":true,\"labelLimit\":180,\"labelOffset\":0,\"labelPadding\":2,\"ticks\":true,"
	"\"tickColor\":\"#888\",\"tickOffset\":0,\"tickRound\":true,\"tickSize\":5,"
	"\"tickWidth\":1,\"titlePadding\":4,\"translate\":0.5},"
	"\"axisBand\":{\"tickOffset\":-0.5},"
	"\"legend\":{\"orient\":\"right\",\"padding\":0,\"columnPadding\":10,\"rowPadding\":2,"
	"\"direction\":\"vertical\",\"gradientLength\":200,\"gradientThickness\":16,"
	"\"gradientStrokeColor\":\"#ddd\",\"gradientStrokeWidth\":0,\"gradientLabelOffset\":2,"
	"\"gradientHorizontalMaxLength\":200,\"gradientHorizontalMinLength\":100,"
	"\"gradientVerticalMaxLength\":200,\"gradientVerticalMinLength\":64,"
	"\"labelAlign\":\"left\",\"labelBaseline\":\"middle\",\"labelLimit\":160,"
	"\"labelOffset\":4,\"labelOverlap\":true,\"symbolLimit\":30,"
	"\"symbolSize\":100,\"symbolOffset\":0,\"symbolStrokeWidth\":1.5,"
	"\"symbolBaseFillColor\":\"transparent\",\"symbolBaseStrokeColor\":\"#888\","
	"\"titleLimit\":180,\"titleOrient\":\"top\",\"titlePadding\":5,\"offset\":18,"
	"\"unselectedOpacity\":0.35}}"
};

/* Text of our own: it has no mistakes. */
static const bd_json *parse(bd_env *env, const char *text)
{
	bd_source *source = BD_NEW(env->arena, bd_source);
	*source = (bd_source){ .name = "bieudo", .text = text, .length = strlen(text) };
	return bd_json_parse(env->arena, source, env->diags);
}

const bd_json *bd_config_merge(bd_env *env, const bd_json *theme, const bd_json *own)
{
	const bd_json *config = NULL;
	for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
		const bd_json *section = parse(env, sections[i]);
		config = config ? bd_json_merge(env->arena, config, section, false) : section;
	}
	if (theme)
		config = bd_json_merge(env->arena, config, theme, true);
	return own ? bd_json_merge(env->arena, config, own, true) : config;
}
