/* agree_pixels A.png B.png [X Y [DX DY]] - how far two pictures differ: A, and what of B stands at
 * X,Y and is as large. Prints the root of the mean square difference over all, and over the worst
 * tile of 32 by 32 pixels with its place, of 1 at most. DX,DY moves B, to see that this shows.
 *
 * A label that moved is nothing over the whole, and much in its tile. */
#include <math.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TILE = 32 };

typedef struct picture {
	int width, height;
	unsigned char *rgb;
} picture;

static picture load(const char *path)
{
	png_image image = { .version = PNG_IMAGE_VERSION };
	static const png_color white = { 255, 255, 255 };
	if (!png_image_begin_read_from_file(&image, path)) {
		fprintf(stderr, "agree_pixels: cannot read %s\n", path);
		exit(2);
	}
	image.format = PNG_FORMAT_RGB;
	unsigned char *rgb = malloc(PNG_IMAGE_SIZE(image));
	if (!rgb || !png_image_finish_read(&image, &white, rgb, 0, NULL))
		exit(2);
	return (picture){ (int)image.width, (int)image.height, rgb };
}

static const unsigned char *at(const picture *p, int x, int y)
{
	x = x < 0 ? 0 : x >= p->width ? p->width - 1 : x;
	y = y < 0 ? 0 : y >= p->height ? p->height - 1 : y;
	return p->rgb + 3 * ((size_t)y * (size_t)p->width + (size_t)x);
}

static double squares(const picture *a, const picture *b, int x, int y, int width, int height,
		      int dx, int dy)
{
	double sum = 0;
	for (int j = y; j < y + height; j++)
		for (int i = x; i < x + width; i++) {
			const unsigned char *p = at(a, i, j), *q = at(b, i + dx, j + dy);
			for (int c = 0; c < 3; c++)
				sum += (p[c] - q[c]) * (p[c] - q[c]) / (255.0 * 255.0 * 3);
		}
	return sum;
}

int main(int argc, char **argv)
{
	if (argc < 3)
		return 2;
	picture a = load(argv[1]), b = load(argv[2]);
	int dx = argc > 3 ? atoi(argv[3]) : 0, dy = argc > 4 ? atoi(argv[4]) : 0;
	if (argc < 4 && (a.width != b.width || a.height != b.height)) {
		printf("%dx%d is not %dx%d\n", a.width, a.height, b.width, b.height);
		return 1;
	}
	dx -= argc > 5 ? atoi(argv[5]) : 0;
	dy -= argc > 6 ? atoi(argv[6]) : 0;
	double all = 0, worst = 0;
	int worst_x = 0, worst_y = 0;
	for (int y = 0; y < a.height; y += TILE)
		for (int x = 0; x < a.width; x += TILE) {
			int w = a.width - x < TILE ? a.width - x : TILE;
			int h = a.height - y < TILE ? a.height - y : TILE;
			double sum = squares(&a, &b, x, y, w, h, dx, dy);
			all += sum;
			if (sum / (TILE * TILE) > worst) {
				worst = sum / (TILE * TILE);
				worst_x = x, worst_y = y;
			}
		}
	printf("%.4f %.4f %d,%d\n", sqrt(all / ((double)a.width * a.height)), sqrt(worst), worst_x,
	       worst_y);
	free(a.rgb);
	free(b.rgb);
	return 0;
}
