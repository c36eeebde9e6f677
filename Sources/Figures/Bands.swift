public import LossSurfaces
public import Raster

/// The filled bands between the levels of a loss, computed at every pixel.
///
/// A pixel shows the mean of the bands over the losses that it holds, f ± ½ pitch·(|f_u| + |f_v|) by its gradient on the
/// page. So the edge of a band is antialiased wherever it runs, and where many levels fall into one pixel it shows
/// their mean colour instead of a moiré. The mean is taken to a fraction of a band that the eye cannot tell, so that
/// the picture has few colours.
///
/// Edge cases: where f is nan a pixel stays transparent; +∞ belongs to the highest band, −∞ to the lowest. A gradient
/// that is not finite antialiases nothing.
public enum Bands {
  /// A field that fills the frame. The map gives one colour more than there are levels.
  public static func field(loss: LossFunction, frame: Frame, levels: Levels, map: ColorMap) -> Field {
    let palette = BandPalette(levels: levels, map: map)
    return Field(
      rect: frame.rect, summary: "\(levels.values.count + 1) bands of \(map.name) for \(loss.formula)"
    ) { block, pixels, stride in
      paint(loss, frame, palette, block, pixels, stride)
    }
  }

  private static func paint(
    _ loss: LossFunction, _ frame: Frame, _ palette: BandPalette, _ block: Field.Block,
    _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int
  ) {
    guard block.columns > 0, block.rows > 0 else { return }
    let evaluator = Evaluator(loss)
    let width = block.columns
    // Half a pixel in units of the plane.
    let reachX = block.pitch / 2 * frame.view.width / frame.rect.width
    let reachY = block.pitch / 2 * frame.view.height / frame.rect.height
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 5 * width) { buffer in
      guard let x = buffer.baseAddress else { return }
      let (y, f, dx, dy) = (x + width, x + 2 * width, x + 3 * width, x + 4 * width)
      for column in 0..<width {
        x[column] = frame.point(Position(block.origin.x + Double(column) * block.pitch, block.origin.y)).x
      }
      for row in 0..<block.rows {
        let height = frame.point(Position(block.origin.x, block.origin.y + Double(row) * block.pitch)).y
        y.update(repeating: height, count: width)
        evaluator.gradients(x: x, y: y, count: width, value: f, dx: dx, dy: dy)
        for column in 0..<width {
          let reach = abs(dx[column]) * reachX + abs(dy[column]) * reachY
          (dx[column], dy[column]) = (f[column] - reach, f[column] + reach)
        }
        palette.paint(f, low: dx, high: dy, width, pixels + row * stride)
      }
    }
  }
}

/// Levels and the colours of their bands, with steps between neighbouring bands.
private struct BandPalette: Sendable {
  /// Levels between −∞ and +∞: band k lies from bounds[k] to bounds[k + 1].
  private let bounds: [Double]
  /// Colours of the bands 0, 1/steps, 2/steps …
  private let colors: [UInt32]
  private let steps: Int

  init(levels: Levels, map: ColorMap) {
    bounds = [-.infinity] + levels.values + [.infinity]
    let bands = map.colors(count: levels.values.count + 1)
    var difference = 0
    for (a, b) in zip(bands, bands.dropFirst()) {
      for (p, q) in [(a.red, b.red), (a.green, b.green), (a.blue, b.blue)] {
        difference = max(difference, abs(Int(p) - Int(q)))
      }
    }
    // A step of 4 in a channel of 255 is not seen.
    let steps = max(1, min(8, difference / 4))
    self.steps = steps
    colors = (0...(bands.count - 1) * steps).map { index in
      let (band, part) = (index / steps, index % steps)
      return part == 0 ? bands[band].packed : Self.mix(bands[band], bands[band + 1], part, of: steps).packed
    }
  }

  private static func mix(_ a: Color, _ b: Color, _ part: Int, of steps: Int) -> Color {
    func channel(_ p: UInt8, _ q: UInt8) -> UInt8 {
      UInt8((Int(p) * (steps - part) + Int(q) * part + steps / 2) / steps)
    }
    return Color(red: channel(a.red, b.red), green: channel(a.green, b.green), blue: channel(a.blue, b.blue))
  }

  /// Writes a row of pixels for their losses in the middle, lowest and highest.
  func paint(
    _ f: UnsafePointer<Double>, low: UnsafePointer<Double>, high: UnsafePointer<Double>, _ count: Int,
    _ pixels: UnsafeMutablePointer<UInt32>
  ) {
    bounds.withUnsafeBufferPointer { bounds in
      colors.withUnsafeBufferPointer { colors in
        var band = 0
        var (bottom, top, color) = (bounds[0], bounds[1], colors[0])
        for column in 0..<count {
          let (low, high) = (low[column], high[column])
          // Neighbours mostly share their band.
          if low >= bottom && high < top {
            pixels[column] = color
            continue
          }
          let loss = f[column]
          if !(loss >= bottom && loss < top) {
            if loss.isNaN {
              pixels[column] = 0
              continue
            }
            band = Self.band(of: loss, near: band, bounds)
            (bottom, top, color) = (bounds[band], bounds[band + 1], colors[band * steps])
          }
          if low >= bottom && high < top || !(high - low > 0 && high - low < .infinity) {
            pixels[column] = color
          } else {
            let mean = Self.meanBand(low, high, band, bounds)
            pixels[column] = colors[min(colors.count - 1, Int(mean * Double(steps) + 0.5))]
          }
        }
      }
    }
  }

  /// The mean of the band's index over the losses from low to high; `band` is one between.
  @inline(__always) private static func meanBand(
    _ low: Double, _ high: Double, _ band: Int, _ bounds: UnsafeBufferPointer<Double>
  ) -> Double {
    // Mostly there is one level between, at the bottom or at the top of the band.
    let first = low < bounds[band] ? band - 1 : band
    if low >= bounds[first] && high < bounds[first + 2] {
      return Double(first) + (high - bounds[first + 1]) / (high - low)
    }
    return meanOfManyBands(low, high, band, bounds)
  }

  private static func meanOfManyBands(
    _ low: Double, _ high: Double, _ band: Int, _ bounds: UnsafeBufferPointer<Double>
  ) -> Double {
    var (first, last) = (band, band)
    while low < bounds[first] { first -= 1 }
    while high >= bounds[last + 1] { last += 1 }
    // Σ (high − level) over the levels between counts each band above the first by its share.
    var sum = 0.0
    var level = first + 1
    while level <= last {
      sum += high - bounds[level]
      level += 1
    }
    return Double(first) + sum / (high - low)
  }

  /// The band of a loss that is not in that of its neighbour; mostly it is next to it.
  @inline(__always) private static func band(
    of loss: Double, near neighbour: Int, _ bounds: UnsafeBufferPointer<Double>
  ) -> Int {
    let next = loss < bounds[neighbour] ? neighbour - 1 : neighbour + 1
    return next < bounds.count - 1 && loss >= bounds[next] && loss < bounds[next + 1] ? next : band(of: loss, bounds)
  }

  private static func band(of loss: Double, _ bounds: UnsafeBufferPointer<Double>) -> Int {
    var (low, high) = (0, bounds.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if loss >= bounds[middle] { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
