/* raster_stamps.c - see raster_stamps.h.
 *
 * A few stamps are drawn one by one, exactly. Of many, each size is drawn once per quarter pixel,
 * as a mask of its fill and one of its outline, which then are blended wherever they stand: a
 * million points in a tenth of a second. Sizes are rounded to an eighth of a pixel for that. */
#include "render/raster_stamps.h"

#include "base/limits.h"
#include "render/blend.h"
#include "render/raster_boxes.h"

#include <math.h>

enum { FEW = 1000, PHASES = 16, AHEAD = 6, MOST_SHAPES = 32 };

static const double LARGEST = 40; /* device pixels from the middle; beyond, a stamp is a path */
static const double STEPS_PER_PIXEL = 8;

/* What covers, and no more: where it begins from the whole pixel that the middle is in. */
typedef struct stamp_mask {
	int x, y, width, height;
	size_t stride;
	const unsigned char *cover; /* NULL: nothing */
	cairo_surface_t *surface;   /* that holds it, and stands `reach` to the left and above */
	int reach;
} stamp_mask;

/* Of one size at one quarter pixel. */
typedef struct stamp_masks {
	stamp_mask fill, stroke;
} stamp_masks;

typedef struct stamper {
	bd_painter *painter;
	const bd_stamps *stamps;
	cairo_matrix_t to_device;
	const bd_path *shapes[MOST_SHAPES];
	double extents[MOST_SHAPES]; /* of each at scale 1, in device pixels from the middle */
	double extent;               /* of the largest */
	size_t shape_count;
	const uint32_t *shape_of; /* by look; NULL: all have the first */
	double line;              /* what the outline adds to extents */
	stamp_masks **masks;      /* by shape, step and phase */
	size_t steps;
	bool direct; /* pixels may be written to */
	bd_canvas canvas;
	int dx, dy; /* of the surface's pixels from device space */
	const bd_paint *last_paint;
	uint32_t color; /* of that paint */
} stamper;

static bool is_flat(const bd_paint *p)
{
	return p->kind == BD_PAINT_NONE || p->kind == BD_PAINT_SOLID;
}

static bool same_line(const bd_stroke *a, const bd_stroke *b)
{
	return a->width == b->width && a->cap == b->cap && a->join == b->join &&
	       a->miter_limit == b->miter_limit;
}

/* Solid colours, and outlines that differ in colour at most. */
static bool fits_masks(const bd_stamps *s)
{
	for (size_t i = 0; i < s->looks; i++) {
		if (s->fills && !is_flat(&s->fills[i]))
			return false;
		if (s->strokes && (!is_flat(&s->strokes[i].paint) || s->strokes[i].dash_count ||
				   !same_line(&s->strokes[i], &s->strokes[0])))
			return false;
	}
	return true;
}

static double device_reach(const cairo_matrix_t *m, bd_rect r)
{
	double x = fmax(fabs(r.x), fabs(r.x + r.width)), y = fmax(fabs(r.y), fabs(r.y + r.height));
	return fmax(fabs(m->xx) * x + fabs(m->xy) * y, fabs(m->yx) * x + fabs(m->yy) * y);
}

/* The image that is drawn on, when what may be drawn on is one rectangle of whole pixels. */
static bool find_canvas(stamper *s)
{
	cairo_t *cr = s->painter->cr;
	cairo_surface_t *target = cairo_get_group_target(cr);
	cairo_format_t format = cairo_surface_get_type(target) == CAIRO_SURFACE_TYPE_IMAGE
					? cairo_image_surface_get_format(target)
					: CAIRO_FORMAT_INVALID;
	if (format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24)
		return false;
	cairo_save(cr);
	cairo_identity_matrix(cr);
	cairo_rectangle_list_t *clip = cairo_copy_clip_rectangle_list(cr);
	cairo_restore(cr);
	bool one = clip->status == CAIRO_STATUS_SUCCESS && clip->num_rectangles == 1;
	cairo_rectangle_t r = one ? clip->rectangles[0] : (cairo_rectangle_t){ 0 };
	cairo_rectangle_list_destroy(clip);
	double dx, dy;
	cairo_surface_get_device_offset(target, &dx, &dy);
	bool whole = r.x == floor(r.x) && r.y == floor(r.y) && r.width == floor(r.width) &&
		     r.height == floor(r.height) && dx == floor(dx) && dy == floor(dy);
	if (!one || !whole)
		return false;
	cairo_surface_flush(target);
	s->dx = (int)dx;
	s->dy = (int)dy;
	s->canvas = (bd_canvas){
		.pixels = (uint32_t *)(void *)cairo_image_surface_get_data(target),
		.stride = (size_t)cairo_image_surface_get_stride(target) / 4,
		.left = (int)fmax(0, r.x + dx),
		.top = (int)fmax(0, r.y + dy),
		.right = (int)fmin(cairo_image_surface_get_width(target), r.x + dx + r.width),
		.bottom = (int)fmin(cairo_image_surface_get_height(target), r.y + dy + r.height)
	};
	return s->canvas.pixels != NULL;
}

/* Cuts rows and columns of nothing off the edges. */
static void trim(stamp_mask *m, const unsigned char *bytes)
{
	int x0 = m->width, x1 = 0, y0 = m->height, y1 = 0;
	for (int y = 0; y < m->height; y++)
		for (int x = 0; x < m->width; x++)
			if (bytes[(size_t)y * m->stride + (size_t)x]) {
				x0 = x < x0 ? x : x0;
				x1 = x >= x1 ? x + 1 : x1;
				y0 = y < y0 ? y : y0;
				y1 = y + 1;
			}
	m->cover = x1 > x0 ? bytes + (size_t)y0 * m->stride + x0 : NULL;
	m->x += x0;
	m->y += y0;
	m->width = x1 - x0;
	m->height = y1 - y0;
}

static stamp_mask draw_mask(const stamper *s, size_t shape, double scale, int phase,
			    const bd_stroke *stroke)
{
	int reach = (int)ceil(s->extents[shape] * scale + s->line) + 1, size = 2 * reach + 1;
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, size, size);
	cairo_t *cr = cairo_create(surface);
	cairo_matrix_t m = s->to_device;
	m.x0 = (phase & 3) / 4.0 + reach;
	m.y0 = (phase >> 2) / 4.0 + reach;
	cairo_set_matrix(cr, &m);
	bd_cairo_matrix(cr, bd_matrix_scale(scale, scale));
	bd_cairo_path(cr, s->shapes[shape]);
	cairo_set_matrix(cr, &m); /* an outline's width is not scaled */
	if (!stroke)
		cairo_fill(cr);
	else if (bd_cairo_stroke_style(cr, stroke))
		cairo_stroke(cr);
	cairo_destroy(cr);
	cairo_surface_flush(surface);
	stamp_mask mask = {
		-reach, -reach,  size, size, (size_t)cairo_image_surface_get_stride(surface),
		NULL,   surface, reach
	};
	trim(&mask, cairo_image_surface_get_data(surface));
	return mask;
}

static const stamp_masks *masks_for(stamper *s, size_t shape, size_t step, double scale, int phase)
{
	stamp_masks **slot = &s->masks[(shape * s->steps + step) * PHASES + (size_t)phase];
	if (*slot)
		return *slot;
	*slot = BD_NEW(s->painter->arena, stamp_masks);
	if (s->stamps->fills)
		(*slot)->fill = draw_mask(s, shape, scale, phase, NULL);
	if (s->stamps->strokes)
		(*slot)->stroke = draw_mask(s, shape, scale, phase, &s->stamps->strokes[0]);
	return *slot;
}

static void put_by_cairo(stamper *s, const stamp_mask *mask, const bd_paint *paint, int x, int y)
{
	cairo_t *cr = s->painter->cr;
	if (!bd_cairo_source(s->painter, paint, 1))
		return;
	cairo_save(cr);
	cairo_identity_matrix(cr);
	cairo_mask_surface(cr, mask->surface, x - mask->reach, y - mask->reach);
	cairo_restore(cr);
}

static void put(stamper *s, const stamp_mask *mask, const bd_paint *paint, int x, int y)
{
	if (!mask->cover || paint->kind == BD_PAINT_NONE)
		return;
	if (!s->direct) {
		put_by_cairo(s, mask, paint, x, y);
		return;
	}
	if (paint != s->last_paint) {
		s->last_paint = paint;
		s->color = bd_premultiplied(paint->color);
	}
	bd_blend_mask(&s->canvas, s->color, mask->cover, mask->stride, x + mask->x + s->dx,
		      y + mask->y + s->dy, mask->width, mask->height);
}

/* Too large for masks: as a path, with cairo told of what was written behind its back. */
static void put_path(stamper *s, size_t i)
{
	const bd_stamps *all = s->stamps;
	size_t look = bd_stamp_look(all, i);
	bd_stamps one = { .shape = bd_stamp_shape(all, i),
			  .count = 1,
			  .x = &all->x[i],
			  .y = &all->y[i],
			  .scale = all->scale ? &all->scale[i] : NULL,
			  .fills = all->fills ? &all->fills[look] : NULL,
			  .strokes = all->strokes ? &all->strokes[look] : NULL,
			  .looks = 1 };
	cairo_surface_t *target = cairo_get_group_target(s->painter->cr);
	if (s->direct)
		cairo_surface_mark_dirty(target);
	bd_painter_stamps(s->painter, &one);
	cairo_surface_flush(target);
}

static void put_stamp(stamper *s, size_t i)
{
	const bd_stamps *all = s->stamps;
	double x = all->x[i], y = all->y[i], scale = all->scale ? all->scale[i] : 1;
	size_t step = 0, look = bd_stamp_look(all, i), shape = s->shape_of ? s->shape_of[look] : 0;
	double extent = s->extents[shape];
	cairo_matrix_transform_point(&s->to_device, &x, &y);
	if (!(scale > 0) || fabs(x) > 2.0 * BD_MAX_SIDE || fabs(y) > 2.0 * BD_MAX_SIDE)
		return;
	if (extent * scale + s->line > LARGEST) {
		put_path(s, i);
		return;
	}
	if (all->scale) {
		step = (size_t)(extent * scale * STEPS_PER_PIXEL + 0.5);
		scale = (double)step / STEPS_PER_PIXEL / extent;
	}
	int qx = (int)floor(x * 4 + 0.5), qy = (int)floor(y * 4 + 0.5);
	const stamp_masks *masks = masks_for(s, shape, step, scale, (qx & 3) + 4 * (qy & 3));
	if (all->fills)
		put(s, &masks->fill, &all->fills[look], qx >> 2, qy >> 2);
	if (all->strokes)
		put(s, &masks->stroke, &all->strokes[look].paint, qx >> 2, qy >> 2);
}

/* Stamps fall anywhere, and waiting for memory would take most of the time: so what one touches is
 * fetched while those before it are drawn. */
static void fetch(const stamper *s, size_t i)
{
	double x = s->stamps->x[i], y = s->stamps->y[i];
	const bd_canvas *c = &s->canvas;
	cairo_matrix_transform_point(&s->to_device, &x, &y);
	x += s->dx;
	y += s->dy;
	if (!(x >= c->left && x < c->right && y >= c->top && y < c->bottom))
		return;
	int reach = (int)(s->extent + s->line) + 1;
	int first = (int)y - reach < c->top ? c->top : (int)y - reach;
	int last = (int)y + reach >= c->bottom ? c->bottom - 1 : (int)y + reach;
	for (int row = first; row <= last; row++)
		__builtin_prefetch(c->pixels + (size_t)row * c->stride + (int)x, 1);
}

static void free_masks(stamper *s)
{
	for (size_t i = 0; i < s->shape_count * s->steps * PHASES; i++) {
		if (!s->masks[i])
			continue;
		cairo_surface_destroy(s->masks[i]->fill.surface);
		cairo_surface_destroy(s->masks[i]->stroke.surface);
	}
}

/* The different shapes, and how far each reaches; false where there are too many of them, or one
 * reaches nowhere. */
static bool find_shapes(stamper *s)
{
	const bd_stamps *all = s->stamps;
	size_t looks = all->shapes ? all->looks : 1;
	uint32_t *shape_of = BD_ARRAY(s->painter->arena, looks, uint32_t);
	for (size_t i = 0; i < looks; i++) {
		const bd_path *shape = all->shapes ? all->shapes[i] : all->shape;
		size_t k = 0;
		while (k < s->shape_count && s->shapes[k] != shape)
			k++;
		shape_of[i] = (uint32_t)k;
		if (k < s->shape_count)
			continue;
		if (k == MOST_SHAPES)
			return false;
		s->shapes[k] = shape;
		s->extents[k] = device_reach(&s->to_device, bd_path_bounds(shape));
		s->extent = fmax(s->extent, s->extents[k]);
		if (!(s->extents[k] > 0))
			return false;
		s->shape_count++;
	}
	s->shape_of = all->shapes ? shape_of : NULL;
	return true;
}

/* As boxes, where they are such and pixels may be written to. */
static bool draw_boxes(stamper *s)
{
	if (!bd_stamps_are_boxes(s->stamps, &s->to_device) || !find_canvas(s))
		return false;
	bd_raster_boxes(s->stamps, &s->to_device, &s->canvas, s->dx, s->dy);
	cairo_surface_mark_dirty(cairo_get_group_target(s->painter->cr));
	return true;
}

void bd_raster_stamps(bd_painter *painter, const bd_stamps *stamps)
{
	stamper s = { .painter = painter, .stamps = stamps };
	cairo_get_matrix(painter->cr, &s.to_device);
	if (stamps->count > FEW && draw_boxes(&s))
		return;
	if (stamps->count <= FEW || stamps->scale_y || !fits_masks(stamps) || !find_shapes(&s)) {
		bd_painter_stamps(painter, stamps);
		return;
	}
	if (stamps->strokes) {
		double half = stamps->strokes[0].width * M_SQRT1_2; /* a square corner's reach */
		s.line = device_reach(&s.to_device, (bd_rect){ 0, 0, half, half });
	}
	s.steps = stamps->scale ? (size_t)(LARGEST * STEPS_PER_PIXEL) + 2 : 1;
	s.masks = BD_ARRAY(painter->arena, s.shape_count * s.steps * PHASES, stamp_masks *);
	s.direct = find_canvas(&s);
	for (size_t i = 0; i < stamps->count; i++) {
		if (s.direct && i + AHEAD < stamps->count)
			fetch(&s, i + AHEAD);
		put_stamp(&s, i);
	}
	if (s.direct)
		cairo_surface_mark_dirty(cairo_get_group_target(painter->cr));
	free_masks(&s);
}
