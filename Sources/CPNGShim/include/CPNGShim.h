#ifndef CPNG_SHIM_H
#define CPNG_SHIM_H

#include <stddef.h>
#include <stdint.h>

// libpng reports errors by a jump over the caller's frames, which Swift does not survive. Each function here runs libpng from
// start to end, catches its jump, and hands back libpng's words; nothing of libpng outlives the call.

#define DESCENT_PNG_MESSAGE 200

// A text chunk. When written, text is UTF-8; when read, is_utf8 tells it from Latin-1.
typedef struct {
  char *keyword;
  char *text;
  size_t length;
  int is_utf8;
} descent_png_text;

typedef struct {
  uint32_t width, height;
  // Bits of a palette index, or of a sample of red, green and blue.
  int depth;
  // The rows, each behind a byte for its filter, as a zlib stream.
  const uint8_t *data;
  size_t data_count;
  // Red, green, blue; no colours: the pixels are RGB.
  const uint8_t *palette;
  int palette_count;
  uint32_t pixels_per_metre;
  // Whether pixels of palette index 0, or without a palette of this red, green and blue, are transparent.
  int is_transparent;
  uint8_t transparent[3];
  const descent_png_text *texts;
  int text_count;
  // Whole chunks, with lengths and checksums, to stand before the pixels and after them.
  const uint8_t *before, *after;
  size_t before_count, after_count;
} descent_png_picture;

// Writes a picture to memory that descent_png_free frees. Returns 0, or -1 with a message.
int descent_png_write(const descent_png_picture *picture, uint8_t **bytes, size_t *count, char message[DESCENT_PNG_MESSAGE]);

typedef struct {
  uint32_t width, height;
  // 0: not said, or not square.
  uint32_t pixels_per_metre;
  // Without pixels, only the texts that stand before them.
  descent_png_text *texts;
  int text_count;
} descent_png_contents;

// Reads what stands before the pixels and, unless pixels is NULL, the pixels and the rest: red, green, blue, alpha, 8 bits each,
// width * 4 bytes a row, capacity bytes in all. Returns 0, or -1 with a message; contents are to be freed only after 0.
int descent_png_read(const uint8_t *bytes, size_t count, uint8_t *pixels, size_t capacity, descent_png_contents *contents,
                     char message[DESCENT_PNG_MESSAGE]);

// Compresses a piece of a longer text by raw deflate, so that pieces can be joined: what comes before it, of which the last 8
// kilobytes are used, whether it is the last, and whether time is taken for a smaller piece. Returns the bytes written, or 0 if
// they do not fit into the capacity.
size_t descent_deflate_bound(size_t count);
size_t descent_deflate(const uint8_t *bytes, size_t count, size_t before, int is_last, int is_thorough, uint8_t *out,
                       size_t capacity);

// The checksum of zlib's format, of a text and of two texts in a row.
uint32_t descent_adler(const uint8_t *bytes, size_t count);
uint32_t descent_adler_joined(uint32_t first, uint32_t second, size_t second_count);

// The checksum of a chunk: over its type and its data.
uint32_t descent_crc(const uint8_t *bytes, size_t count);

void descent_png_free(uint8_t *bytes);
void descent_png_free_contents(descent_png_contents *contents);

#endif
