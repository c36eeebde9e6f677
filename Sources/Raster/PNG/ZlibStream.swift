import CPNGShim

/// A zlib stream (RFC 1950), compressed in pieces on all cores.
///
/// Where the pieces end depends on nothing but the length, and each may refer to what stands before it, so that the bytes are
/// the same for any number of cores and hardly more than those of one piece.
struct ZlibStream {
  /// With the 8,192 bytes that are known before it a piece stays within the 65,274 after which zlib moves its window on, which
  /// takes time.
  private static let mostInPiece = 54_000

  private(set) var bytes: [UInt8]

  /// With `isThorough` it takes a quarter more time and is a little smaller.
  init(_ content: [UInt8], isThorough: Bool = false, workers: Workers = .all) throws(RasterError) {
    let count = max(1, (content.count + Self.mostInPiece - 1) / Self.mostInPiece)
    var pieces = [Piece](repeating: Piece(), count: count)
    pieces.withUnsafeMutableBufferPointer { pieces in
      nonisolated(unsafe) let pieces = pieces
      workers.run(jobs: count) { i in
        let start = content.count * i / count
        let range = start..<content.count * (i + 1) / count
        pieces[i] = Piece(content, range: range, isLast: i == count - 1, isThorough: isThorough)
      }
    }
    // Deflate with a window of 32 kilobytes; a level below the default; the two make a multiple of 31.
    bytes = [0x78, 0x5E]
    bytes.reserveCapacity(pieces.reduce(6) { $0 + $1.bytes.count })
    var checksum: UInt32 = 1
    for piece in pieces {
      guard !piece.bytes.isEmpty else { throw RasterError("the PNG cannot be written: zlib refuses to compress it") }
      bytes += piece.bytes
      checksum = descent_adler_joined(checksum, piece.checksum, piece.count)
    }
    bytes += [24, 16, 8, 0].map { UInt8(checksum >> $0 & 255) }
  }

  /// Part of the content by itself; no bytes if it could not be compressed.
  private struct Piece {
    var bytes: [UInt8] = []
    var checksum: UInt32 = 1
    var count = 0

    init() {}

    init(_ content: [UInt8], range: Range<Int>, isLast: Bool, isThorough: Bool) {
      count = range.count
      content.withUnsafeBufferPointer { content in
        // No content has no address, and zlib wants one.
        var nothing: UInt8 = 0
        withUnsafePointer(to: &nothing) { nothing in
          let start = content.baseAddress.map { $0 + range.lowerBound } ?? nothing
          checksum = descent_adler(start, range.count)
          bytes = [UInt8](unsafeUninitializedCapacity: descent_deflate_bound(range.count)) { buffer, count in
            count = descent_deflate(
              start, range.count, range.lowerBound, isLast ? 1 : 0, isThorough ? 1 : 0, buffer.baseAddress, buffer.count
            )
          }
        }
      }
    }
  }
}
