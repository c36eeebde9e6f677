import Dispatch

extension Drawing {
  public static let largestSide = 16_384
  public static let mostPixels = 100_000_000

  /// Paints the drawing at `scale` device pixels per CSS pixel, in horizontal strips on all cores. The pixels do not
  /// depend on the number of threads.
  ///
  /// Throws when a side would be below 1 or above 16,384 pixels, or the whole above 10⁸.
  public func image(scale: Double) throws(RasterError) -> Image {
    let (columns, rows) = ((width * scale).rounded(), (height * scale).rounded())
    guard columns >= 1, rows >= 1, columns <= Double(Self.largestSide), rows <= Double(Self.largestSide),
      columns * rows <= Double(Self.mostPixels)
    else {
      throw RasterError(
        "a picture of \(columns) × \(rows) pixels cannot be drawn: a side has 1 to 16,384 pixels and the whole at most 10⁸"
      )
    }
    let page = PixelRect(left: 0, top: 0, right: Int(columns), bottom: Int(rows))
    var builder = PrimitiveBuilder(scale: scale, page: page)
    builder.add(elements)
    let primitives = builder.primitives
    let background = self.background.packed | 0xFF00_0000
    let strips = (page.bottom + Strip.height - 1) / Strip.height
    let pixels = [UInt32](unsafeUninitializedCapacity: page.right * page.bottom) { buffer, count in
      let target = Target(pixels: buffer.baseAddress!)
      DispatchQueue.concurrentPerform(iterations: strips) { index in
        let top = index * Strip.height
        var strip = Strip(width: page.right, top: top, rows: min(Strip.height, page.bottom - top))
        strip.paint(primitives, background: background, scale: scale, into: target.pixels + top * page.right)
      }
      count = page.right * page.bottom
    }
    return Image(width: page.right, height: page.bottom, pixels: pixels)
  }

  /// Memory of which each strip writes its own part.
  private struct Target: @unchecked Sendable {
    let pixels: UnsafeMutablePointer<UInt32>
  }
}

/// A few rows of the page, painted by one thread.
private struct Strip: ~Copyable {
  static let height = 64

  private let width: Int
  private let top: Int
  private let rows: Int
  private var mask: CoverageMask
  private var areas: AreaAccumulator
  private var clips: [PixelRect]

  init(width: Int, top: Int, rows: Int) {
    self.width = width
    self.top = top
    self.rows = rows
    mask = CoverageMask(width: width, rows: rows)
    areas = AreaAccumulator(width: width, rows: rows)
    clips = [PixelRect(left: 0, top: top, right: width, bottom: top + rows)]
  }

  mutating func paint(
    _ primitives: [Primitive], background: UInt32, scale: Double, into pixels: UnsafeMutablePointer<UInt32>
  ) {
    pixels.initialize(repeating: background, count: width * rows)
    for primitive in primitives {
      let clip = clips[clips.count - 1]
      switch primitive {
      case .beginClip(let rect): clips.append(clip.intersection(rect))
      case .endClip: clips.removeLast()
      case .field(let field, let rect): paint(field, rect.intersection(clip), scale, pixels)
      case .area(let area): areas.paint(area.edges, area.color, over: pixels, top: top, clip: clip)
      case .line(let line):
        for segment in line.segments {
          mask.add(segment, radius: line.radius, hasRoundCaps: line.hasRoundCaps, top: top, clip: clip)
        }
        mask.paint(line.color, over: pixels)
      }
    }
  }

  private func paint(_ field: Field, _ rect: PixelRect, _ scale: Double, _ pixels: UnsafeMutablePointer<UInt32>) {
    let (columns, rows) = (rect.right - rect.left, rect.bottom - rect.top)
    guard columns > 0, rows > 0 else { return }
    let block = Field.Block(
      origin: Position((Double(rect.left) + 0.5) / scale, (Double(rect.top) + 0.5) / scale), pitch: 1 / scale,
      columns: columns, rows: rows)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: columns * rows) { buffer in
      guard let painted = buffer.baseAddress else { return }
      field.paint(block, painted, columns)
      for row in 0..<rows {
        let target = pixels + (rect.top - top + row) * width + rect.left
        for column in 0..<columns where painted[row * columns + column] >> 24 == 255 {
          target[column] = painted[row * columns + column]
        }
      }
    }
  }
}
