#include "CPNGShim.h"
#include <string.h>
#include <zlib.h>

// What stands before a piece is looked at for so many bytes: more is as slow to take in as it saves.
enum { KNOWN = 8192, FLUSH_MARK = 16 };

// Of the places where something stood before at most 8 are looked at, each to its end: plots repeat their rows, so that the last
// places are mostly the best. Levels from 4 on ask at each place, too, whether one byte later there is something longer, unless
// there are LAZY bytes; level 3 does not, and takes all into its table that is shorter than LAZY. It needs four fifths of the time
// and makes files of maps 2 to 5 % larger. The default memory (8) is faster than more and makes smaller files.
enum { MEMORY = 8, GOOD = 8, NICE = 258, CHAIN = 8, QUICK = 3, QUICK_LAZY = 258, THOROUGH = 5, THOROUGH_LAZY = 16 };

size_t descent_deflate_bound(size_t count) { return compressBound(count) + FLUSH_MARK; }

size_t descent_deflate(const uint8_t *bytes, size_t count, size_t before, int is_last, int is_thorough, uint8_t *out,
                       size_t capacity) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  // Negative: without a header and a checksum, of which there is one for all pieces.
  int level = is_thorough ? THOROUGH : QUICK;
  if (deflateInit2(&stream, level, Z_DEFLATED, -15, MEMORY, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  deflateTune(&stream, GOOD, is_thorough ? THOROUGH_LAZY : QUICK_LAZY, NICE, CHAIN);
  size_t known = before < KNOWN ? before : KNOWN;
  if (known) deflateSetDictionary(&stream, bytes - known, (uInt)known);
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)count;
  stream.next_out = out;
  stream.avail_out = (uInt)capacity;
  int status = deflate(&stream, is_last ? Z_FINISH : Z_SYNC_FLUSH);
  int is_whole = status == (is_last ? Z_STREAM_END : Z_OK) && stream.avail_in == 0 && stream.avail_out > 0;
  size_t written = capacity - stream.avail_out;
  deflateEnd(&stream);
  return is_whole ? written : 0;
}

uint32_t descent_adler(const uint8_t *bytes, size_t count) { return (uint32_t)adler32_z(1, bytes, count); }

uint32_t descent_adler_joined(uint32_t first, uint32_t second, size_t second_count) {
  return (uint32_t)adler32_combine(first, second, (z_off_t)second_count);
}

uint32_t descent_crc(const uint8_t *bytes, size_t count) { return (uint32_t)crc32_z(0, bytes, count); }
