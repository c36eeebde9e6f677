#ifndef DESCENT_CPNG_SHIM_H
#define DESCENT_CPNG_SHIM_H

#include <stddef.h>
#include <stdint.h>

// libpng reports errors by longjmp, which must not cross a Swift frame. Each function here sets its own landing place,
// does the whole of its work between, and hands the message back; nothing of libpng outlives a call.

#define DESCENT_PNG_MESSAGE 160

typedef struct {
  const char *keyword;
  const char *text;
} descent_png_text;

typedef struct {
  uint32_t width;
  uint32_t height;
  // One palette index a pixel when palette_count > 0, else red, green, blue.
  const uint8_t *pixels;
  // Red, green, blue of each colour.
  const uint8_t *palette;
  int palette_count;
  uint32_t pixels_per_metre;
  const descent_png_text *texts;
  int text_count;
  int compression_level;
} descent_png_source;

typedef struct {
  uint8_t *bytes;
  size_t count;
} descent_png_bytes;

typedef struct {
  uint32_t width;
  uint32_t height;
  uint32_t pixels_per_metre;
  // Red, green, blue, alpha, rows from the top; NULL when only texts were asked for.
  uint8_t *pixels;
  // Copies; text_count pairs of keyword and UTF-8 text.
  char **texts;
  int text_count;
} descent_png_image;

// Writes a whole file to memory. 0 on success; else -1 and a message.
int descent_png_write(const descent_png_source *source, descent_png_bytes *result, char *message);

// Reads a whole file from memory, or, without pixels, only its chunks. 0 on success; else -1 and a message.
int descent_png_read(const uint8_t *bytes, size_t count, int wants_pixels, uint64_t most_pixels,
                     descent_png_image *result, char *message);

void descent_png_free_bytes(descent_png_bytes *bytes);
void descent_png_free_image(descent_png_image *image);

#endif
