/* label_overlap.c - which labels of an axis or a bar of colours are hidden so that no two overlap,
 * by Vega's rules (guide.h). */
#include "chart/guides/guide.h"

static bool collide(const bd_guide_text *a, const bd_guide_text *b, double apart)
{
	bd_rect p = bd_guide_text_cover(a), q = bd_guide_text_cover(b);
	return p.x < q.x + q.width + apart && q.x < p.x + p.width + apart &&
	       p.y < q.y + q.height + apart && q.y < p.y + p.height + apart;
}

static bool any_collide(const bd_guide_text *labels, size_t count, double apart)
{
	const bd_guide_text *last = NULL;
	for (size_t i = 0; i < count; i++) {
		if (labels[i].hidden || !labels[i].text[0])
			continue;
		if (last && collide(last, &labels[i], apart))
			return true;
		last = &labels[i];
	}
	return false;
}

/* Every second of those that are left; returns how many then are. */
static size_t drop_every_second(bd_guide_text *labels, size_t count)
{
	size_t index = 0, left = 0;
	for (size_t i = 0; i < count; i++) {
		if (labels[i].hidden || !labels[i].text[0])
			continue;
		labels[i].hidden = index++ % 2 == 1;
		left += !labels[i].hidden;
	}
	return left;
}

/* Each that overlaps the last one shown. */
static size_t drop_greedily(bd_guide_text *labels, size_t count, double apart)
{
	const bd_guide_text *last = NULL;
	size_t left = 0;
	for (size_t i = 0; i < count; i++) {
		if (labels[i].hidden || !labels[i].text[0])
			continue;
		labels[i].hidden = last && collide(last, &labels[i], apart);
		if (labels[i].hidden)
			continue;
		last = &labels[i];
		left++;
	}
	return left;
}

/* Where no more than two are left, the second is the last of all: both ends are then named. */
static void keep_last(bd_guide_text *labels, size_t count)
{
	bd_guide_text *first = NULL, *second = NULL, *last = NULL;
	for (size_t i = 0; i < count; i++) {
		if (!labels[i].text[0])
			continue;
		last = &labels[i];
		if (labels[i].hidden)
			continue;
		if (first)
			second = &labels[i];
		else
			first = &labels[i];
	}
	if (!last || !last->hidden)
		return;
	if (second)
		second->hidden = true;
	last->hidden = false;
}

void bd_labels_thin_out(bd_guide_text *labels, size_t count, double apart, bool greedy)
{
	size_t left = 0;
	for (size_t i = 0; i < count; i++)
		left += labels[i].text[0] && !labels[i].hidden;
	if (left < 3 || !any_collide(labels, count, apart))
		return;
	while (left >= 3 && any_collide(labels, count, apart))
		left = greedy ? drop_greedily(labels, count, apart)
			      : drop_every_second(labels, count);
	if (left < 3)
		keep_last(labels, count);
}
