#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "CPNGShim.h"
#include "Message.h"

typedef struct {
  const uint8_t *bytes;
  size_t left;
} source;

static void take(png_structp png, png_bytep bytes, size_t count) {
  source *from = png_get_io_ptr(png);
  if (from->left < count) png_error(png, "the file is cut off");
  memcpy(bytes, from->bytes, count);
  from->bytes += count;
  from->left -= count;
}

static char *copy(png_structp png, const char *text) {
  size_t size = strlen(text) + 1;
  char *made = malloc(size);
  if (!made) png_error(png, "out of memory");
  return memcpy(made, text, size);
}

// Adds the texts of an info struct to the result.
static void keep_texts(png_structp png, png_infop info, descent_png_image *result) {
  png_textp texts = NULL;
  int count = 0;
  png_get_text(png, info, &texts, &count);
  if (count <= 0) return;
  char **grown = realloc(result->texts, sizeof(char *) * 2 * (size_t)(result->text_count + count));
  if (!grown) png_error(png, "out of memory");
  result->texts = grown;
  for (int i = 0; i < count; i++) {
    char *keyword = copy(png, texts[i].key);
    result->texts[2 * result->text_count] = keyword;
    result->texts[2 * result->text_count + 1] = NULL;
    result->text_count++;
    result->texts[2 * result->text_count - 1] = copy(png, texts[i].text ? texts[i].text : "");
  }
}

// Everything becomes 8-bit red, green, blue, alpha.
static void expand(png_structp png) {
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
}

static void read_all(png_structp png, png_infop info, png_infop end, int wants_pixels, uint64_t most_pixels,
                     descent_png_image *result, png_bytep **rows) {
  png_set_user_limits(png, 1000000, 1000000);
  png_set_chunk_malloc_max(png, 64 << 20);
  png_read_info(png, info);
  result->width = png_get_image_width(png, info);
  result->height = png_get_image_height(png, info);
  result->pixels_per_metre = png_get_pixels_per_meter(png, info);
  uint64_t pixels = (uint64_t)result->width * result->height;
  if (pixels > most_pixels) png_error(png, "the picture has more than 10^8 pixels");
  keep_texts(png, info, result);
  if (!wants_pixels) return;
  expand(png);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
  if (png_get_rowbytes(png, info) != (size_t)result->width * 4) png_error(png, "a pixel format that cannot be read");
  result->pixels = malloc(pixels * 4);
  *rows = malloc(sizeof(png_bytep) * result->height);
  if (!result->pixels || !*rows) png_error(png, "out of memory");
  for (uint32_t row = 0; row < result->height; row++) (*rows)[row] = result->pixels + (size_t)row * result->width * 4;
  png_read_image(png, *rows);
  png_read_end(png, end);
  keep_texts(png, end, result);
}

int descent_png_read(const uint8_t *bytes, size_t count, int wants_pixels, uint64_t most_pixels,
                     descent_png_image *result, char *message) {
  memset(result, 0, sizeof *result);
  source from = {bytes, count};
  png_bytep *rows = NULL;
  png_bytep **rows_place = &rows;
  png_structp png =
      png_create_read_struct(PNG_LIBPNG_VER_STRING, message, descent_png_fail, descent_png_ignore);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  png_infop end = info ? png_create_info_struct(png) : NULL;
  volatile int status = -1;
  if (end && !setjmp(png_jmpbuf(png))) {
    png_set_read_fn(png, &from, take);
    read_all(png, info, end, wants_pixels, most_pixels, result, rows_place);
    status = 0;
  }
  png_destroy_read_struct(&png, &info, &end);
  free(*rows_place);
  if (status != 0) descent_png_free_image(result);
  return status;
}

void descent_png_free_image(descent_png_image *image) {
  free(image->pixels);
  for (int i = 0; i < 2 * image->text_count; i++) free(image->texts[i]);
  free(image->texts);
  memset(image, 0, sizeof *image);
}
