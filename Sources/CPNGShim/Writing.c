#include "Failure.h"
#include <stdlib.h>
#include <string.h>

// Texts longer than this are compressed.
enum { LONG_TEXT = 512 };

typedef struct {
  uint8_t *bytes;
  size_t count, capacity;
} buffer;

static void append(png_structp png, png_bytep bytes, size_t count) {
  buffer *out = png_get_io_ptr(png);
  if (!count) return;
  if (count > SIZE_MAX / 2 - out->count) png_error(png, "the file is too large");
  if (out->count + count > out->capacity) {
    size_t capacity = (out->count + count) * 2;
    uint8_t *grown = realloc(out->bytes, capacity);
    if (!grown) png_error(png, "out of memory");
    out->bytes = grown;
    out->capacity = capacity;
  }
  memcpy(out->bytes + out->count, bytes, count);
  out->count += count;
}

static void flush(png_structp png) { (void)png; }

static void write_header(png_structp png, png_infop info, const descent_png_picture *picture) {
  int is_indexed = picture->palette_count > 0;
  png_set_IHDR(png, info, picture->width, picture->height, picture->depth,
               is_indexed ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_RELATIVE);
  png_set_gAMA_fixed(png, info, 45455);
  png_set_pHYs(png, info, picture->pixels_per_metre, picture->pixels_per_metre, PNG_RESOLUTION_METER);
  if (is_indexed) png_set_PLTE(png, info, (png_const_colorp)picture->palette, picture->palette_count);
  if (picture->is_transparent) {
    const uint8_t *rgb = picture->transparent;
    png_color_16 color = {.red = rgb[0], .green = rgb[1], .blue = rgb[2]};
    png_set_tRNS(png, info, (png_const_bytep) "", is_indexed ? 1 : 0, is_indexed ? NULL : &color);
  }
  for (int i = 0; i < picture->text_count; i++) {
    const descent_png_text *text = &picture->texts[i];
    png_text entry = {.compression = text->length > LONG_TEXT ? PNG_ITXT_COMPRESSION_zTXt : PNG_ITXT_COMPRESSION_NONE,
                      .key = text->keyword, .text = text->text, .itxt_length = text->length, .lang = "", .lang_key = ""};
    png_set_text(png, info, &entry, 1);
  }
  png_write_info(png, info);
}

static int write_into(buffer *out, const descent_png_picture *picture, char message[DESCENT_PNG_MESSAGE]) {
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, message, descent_png_fail, descent_png_ignore);
  if (!png) return strcpy(message, "out of memory"), -1;
  png_infop info = png_create_info_struct(png);
  if (!info) {
    png_destroy_write_struct(&png, NULL);
    return strcpy(message, "out of memory"), -1;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return -1;
  }
  png_set_write_fn(png, out, append, flush);
  png_set_benign_errors(png, 0);
  write_header(png, info, picture);
  append(png, (png_bytep)picture->before, picture->before_count);
  png_write_chunk(png, (png_const_bytep)"IDAT", picture->data, picture->data_count);
  append(png, (png_bytep)picture->after, picture->after_count);
  png_write_chunk(png, (png_const_bytep)"IEND", NULL, 0);
  png_destroy_write_struct(&png, &info);
  return 0;
}

// The buffer lives in this frame, not in the one that jumps come back to: there a changed local would be lost.
int descent_png_write(const descent_png_picture *picture, uint8_t **bytes, size_t *count,
                      char message[DESCENT_PNG_MESSAGE]) {
  buffer out = {0};
  if (write_into(&out, picture, message)) {
    free(out.bytes);
    return -1;
  }
  *bytes = out.bytes;
  *count = out.count;
  return 0;
}

void descent_png_free(uint8_t *bytes) { free(bytes); }
