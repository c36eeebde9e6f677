#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "CPNGShim.h"
#include "Message.h"

typedef struct {
  uint8_t *bytes;
  size_t count;
  size_t capacity;
} buffer;

static void append(png_structp png, png_bytep bytes, size_t count) {
  buffer *out = png_get_io_ptr(png);
  if (out->capacity - out->count < count) {
    size_t capacity = out->capacity * 2 + count + 4096;
    uint8_t *grown = realloc(out->bytes, capacity);
    if (!grown) png_error(png, "out of memory");
    out->bytes = grown;
    out->capacity = capacity;
  }
  memcpy(out->bytes + out->count, bytes, count);
  out->count += count;
}

static void flush(png_structp png) { (void)png; }

// Chunks before the pixels: sRGB with gAMA, pHYs, iTXt (compressed when long).
static void write_info(png_structp png, png_infop info, const descent_png_source *source) {
  png_set_sRGB_gAMA_and_cHRM(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_invalid(png, info, PNG_INFO_cHRM);
  png_set_pHYs(png, info, source->pixels_per_metre, source->pixels_per_metre, PNG_RESOLUTION_METER);
  for (int i = 0; i < source->text_count; i++) {
    png_text text;
    memset(&text, 0, sizeof text);
    size_t length = strlen(source->texts[i].text);
    text.compression = length > 512 ? PNG_ITXT_COMPRESSION_zTXt : PNG_ITXT_COMPRESSION_NONE;
    text.key = (png_charp)source->texts[i].keyword;
    text.text = (png_charp)source->texts[i].text;
    text.itxt_length = length;
    text.lang = (png_charp) "";
    text.lang_key = (png_charp) "";
    png_set_text(png, info, &text, 1);
  }
}

// The fewest bits that hold every palette index.
static int index_bits(int palette_count) {
  return palette_count <= 2 ? 1 : palette_count <= 4 ? 2 : palette_count <= 16 ? 4 : 8;
}

static void write_all(png_structp png, png_infop info, const descent_png_source *source) {
  int indexed = source->palette_count > 0;
  int bits = indexed ? index_bits(source->palette_count) : 8;
  png_set_IHDR(png, info, source->width, source->height, bits, indexed ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (indexed) {
    png_color colors[256];
    for (int i = 0; i < source->palette_count; i++) {
      colors[i].red = source->palette[3 * i];
      colors[i].green = source->palette[3 * i + 1];
      colors[i].blue = source->palette[3 * i + 2];
    }
    png_set_PLTE(png, info, colors, source->palette_count);
  }
  write_info(png, info, source);
  png_set_compression_level(png, source->compression_level);
  png_set_filter(png, 0, PNG_FILTER_NONE);
  png_write_info(png, info);
  if (bits < 8) png_set_packing(png);
  size_t stride = (size_t)source->width * (indexed ? 1 : 3);
  for (uint32_t row = 0; row < source->height; row++) png_write_row(png, source->pixels + row * stride);
  png_write_end(png, info);
}

int descent_png_write(const descent_png_source *source, descent_png_bytes *result, char *message) {
  buffer out = {NULL, 0, 0};
  png_structp png =
      png_create_write_struct(PNG_LIBPNG_VER_STRING, message, descent_png_fail, descent_png_ignore);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  volatile int status = -1;
  if (info && !setjmp(png_jmpbuf(png))) {
    png_set_write_fn(png, &out, append, flush);
    write_all(png, info, source);
    status = 0;
  }
  png_destroy_write_struct(&png, &info);
  if (status != 0) {
    free(out.bytes);
    return -1;
  }
  result->bytes = out.bytes;
  result->count = out.count;
  return 0;
}

void descent_png_free_bytes(descent_png_bytes *bytes) {
  free(bytes->bytes);
  bytes->bytes = NULL;
}
