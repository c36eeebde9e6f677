#include "Failure.h"
#include <stdlib.h>
#include <string.h>

// No chunk but the pixels may unpack to more.
enum { CHUNK_LIMIT = 16 << 20, CHUNK_COUNT_LIMIT = 1000 };

typedef struct {
  const uint8_t *bytes;
  size_t left;
} source;

static void take(png_structp png, png_bytep bytes, size_t count) {
  source *in = png_get_io_ptr(png);
  if (count > in->left) png_error(png, "the file ends too early");
  memcpy(bytes, in->bytes, count);
  in->bytes += count;
  in->left -= count;
}

// Whether each chunk but the pixels ends in the file: libpng makes room for one before it reads it.
static int has_room_for_chunks(const uint8_t *bytes, size_t count) {
  for (size_t at = 8; at <= count && count - at >= 12;) {
    const uint8_t *chunk = bytes + at;
    size_t length = (size_t)chunk[0] << 24 | chunk[1] << 16 | chunk[2] << 8 | chunk[3];
    if (!memcmp(chunk + 4, "IEND", 4)) return 1;
    if (length > count - at - 12) return !memcmp(chunk + 4, "IDAT", 4);
    at += 12 + length;
  }
  return 1;
}

// Copies what png_text points to, which libpng frees.
static void copy_texts(png_structp png, png_infop info, descent_png_contents *contents) {
  png_textp texts = NULL;
  int count = 0;
  png_get_text(png, info, &texts, &count);
  if (count <= 0) return;
  contents->texts = calloc((size_t)count, sizeof *contents->texts);
  if (!contents->texts) png_error(png, "out of memory");
  for (int i = 0; i < count; i++) {
    int is_utf8 = texts[i].compression >= PNG_ITXT_COMPRESSION_NONE;
    size_t length = is_utf8 ? texts[i].itxt_length : texts[i].text_length;
    descent_png_text *copy = &contents->texts[contents->text_count++];
    copy->keyword = strdup(texts[i].key);
    copy->text = calloc(length + 1, 1);
    if (!copy->keyword || !copy->text) png_error(png, "out of memory");
    if (length) memcpy(copy->text, texts[i].text, length);
    copy->length = length;
    copy->is_utf8 = is_utf8;
  }
}

// Red, green, blue, alpha, 8 bits each, whatever the file has.
static void read_pixels(png_structp png, png_infop info, uint8_t *pixels, size_t capacity) {
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  size_t row = png_get_rowbytes(png, info);
  uint32_t height = png_get_image_height(png, info);
  if (row != (size_t)png_get_image_width(png, info) * 4 || row * height > capacity) png_error(png, "no room for the pixels");
  for (int pass = 0; pass < passes; pass++)
    for (uint32_t y = 0; y < height; y++) png_read_row(png, pixels + y * row, NULL);
  png_read_end(png, info);
}

int descent_png_read(const uint8_t *bytes, size_t count, uint8_t *pixels, size_t capacity, descent_png_contents *contents,
                     char message[DESCENT_PNG_MESSAGE]) {
  source in = {bytes, count};
  memset(contents, 0, sizeof *contents);
  if (!has_room_for_chunks(bytes, count)) return strcpy(message, "a chunk is longer than the file"), -1;
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, message, descent_png_fail, descent_png_ignore);
  if (!png) return strcpy(message, "out of memory"), -1;
  png_infop info = png_create_info_struct(png);
  if (!info) {
    png_destroy_read_struct(&png, NULL, NULL);
    return strcpy(message, "out of memory"), -1;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_read_struct(&png, &info, NULL);
    descent_png_free_contents(contents);
    return -1;
  }
  png_set_read_fn(png, &in, take);
  // The caller says which sizes it takes, in better words.
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_chunk_malloc_max(png, CHUNK_LIMIT);
  png_set_chunk_cache_max(png, CHUNK_COUNT_LIMIT);
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_read_info(png, info);
  contents->width = png_get_image_width(png, info);
  contents->height = png_get_image_height(png, info);
  contents->pixels_per_metre = png_get_pixels_per_meter(png, info);
  if (pixels) read_pixels(png, info, pixels, capacity);
  copy_texts(png, info, contents);
  png_destroy_read_struct(&png, &info, NULL);
  return 0;
}

void descent_png_free_contents(descent_png_contents *contents) {
  for (int i = 0; i < contents->text_count; i++) {
    free(contents->texts[i].keyword);
    free(contents->texts[i].text);
  }
  free(contents->texts);
  memset(contents, 0, sizeof *contents);
}
