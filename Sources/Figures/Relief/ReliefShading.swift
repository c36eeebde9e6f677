import LossSurfaces
import Raster

/// The colour of a surface by the loss, by how it stands to the light, and by the contour lines that run over it.
///
/// The light comes from the upper left. Half of Lambert's cosine is kept on the side away from it, so that nothing turns
/// black; a level surface has the very colours of the map.
///
/// An object with memory of its own, never written after it is made: inner loops read it without counting references.
final class ReliefShading: @unchecked Sendable {
  typealias Pixel = SIMD4<Float>

  /// Where the light is: across the page, towards the viewer, up; of length 1.
  static let light = SIMD3(-0.55, 0.35, 0.757_859)

  private static let losses = 256
  /// Between these the colour is mixed.
  private static let lights = 16

  private let levels: UnsafeBufferPointer<Double>
  /// The reciprocal gap above each level, and the mean of it and of that below.
  private let rates: UnsafeBufferPointer<Double>
  private let meanRates: UnsafeBufferPointer<Double>
  /// Red, green, blue of each loss and light; the side seen from above, then the other.
  private let colors: UnsafeBufferPointer<Pixel>
  private let line: Pixel
  private let lineOpacity: Float

  init(levels: Levels, map: ColorMap, theme: Theme) {
    let values = levels.values
    let only = max(abs(values[0]), 1) / 10
    let rates = values.indices.map { index in
      let gap =
        index + 1 < values.count
        ? values[index + 1] - values[index] : index > 0 ? values[index] - values[index - 1] : only
      return 1 / gap
    }
    self.levels = Self.copy(of: values)
    self.rates = Self.copy(of: rates)
    meanRates = Self.copy(of: rates.indices.map { (rates[max(0, $0 - 1)] + rates[$0]) / 2 })
    let scale = map.colors(count: Self.losses).map(OKLab.init)
    let page = OKLab(theme.background)
    // Deep colours take more light to show the same relief.
    let strength = theme.isDark ? 1.15 : 0.62
    // Shadows are a little blue, as under an open sky; not in print, which has greys alone.
    let tint = theme.name == .print ? 0 : 0.035
    let colors = [false, true].flatMap { isUnderside in
      scale.flatMap { color in
        (0..<Self.lights).map { index in
          let light = Double(index) / Double(Self.lights - 1)
          let factor = 1 + strength * (light - (1 + Self.light.z) / 2)
          return Self.pixel(
            isUnderside ? color.mixed(with: page, 0.35).lit(0.82 * factor, tint) : color.lit(factor, tint))
        }
      }
    }
    self.colors = Self.copy(of: colors)
    line = Self.pixel(OKLab(map.line.opacity(1)))
    lineOpacity = Float(map.line.alpha) / 255
  }

  deinit {
    for table in [levels, rates, meanRates] { table.deallocate() }
    colors.deallocate()
  }

  private static func copy<Value>(of values: [Value]) -> UnsafeBufferPointer<Value> {
    let copy = UnsafeMutableBufferPointer<Value>.allocate(capacity: values.count)
    _ = copy.initialize(fromContentsOf: values)
    return UnsafeBufferPointer(copy)
  }

  private static func pixel(_ color: OKLab) -> Pixel {
    let color = color.color
    return [Float(color.red), Float(color.green), Float(color.blue), 1]
  }

  /// Where a loss lies among the levels, level k at k, and how fast that grows with the loss.
  func level(of loss: Double) -> (level: Double, rate: Double) {
    guard loss > levels[0] else {
      let level = (loss - levels[0]) * rates[0]
      return level > -1 ? (level, rates[0]) : (-1, 0)
    }
    var (low, high) = (0, levels.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if loss >= levels[middle] { low = middle } else { high = middle }
    }
    let level = Double(low) + (loss - levels[low]) * rates[low]
    guard level < Double(levels.count) else { return (Double(levels.count), 0) }
    // Of one level the rate runs over into that of the next, so that lines do not change at their middle.
    let next = meanRates[min(low + 1, levels.count - 1)]
    return (level, meanRates[low] + (next - meanRates[low]) * (level - Double(low)))
  }

  /// A pixel of the surface. `slope` is how many levels it rises through in a CSS pixel; `light` runs from 0, turned away, to 1.
  @inline(__always) func pixel(level: Double, slope: Double, light: Double, isUnderside: Bool, width: Double) -> Pixel {
    let loss = min(max(Int((level + 1) / Double(levels.count + 1) * Double(Self.losses - 1) + 0.5), 0), Self.losses - 1)
    let lit = min(max(light, 0), 1) * Double(Self.lights - 1)
    let dim = min(Int(lit), Self.lights - 2)
    let index = ((isUnderside ? Self.losses : 0) + loss) * Self.lights + dim
    let base = colors[index] + (colors[index + 1] - colors[index]) * Float(lit - Double(dim))
    let nearest = level.rounded()
    // How far the line is on the page, in CSS pixels.
    let distance = abs(level - nearest) / slope
    let coverage = Float(min(max((0.5 - distance) / width + 0.5, 0), 1))
    guard coverage > 0, nearest >= 0, nearest < Double(levels.count) else { return base }
    let outlasts = Double(1 << (Int(nearest) + 1).trailingZeroBitCount)
    let share = min(max(ContourPieces.share(gap: outlasts, slope: slope), 0), 1)
    let opacity = coverage * lineOpacity * Float(share)
    return base + (line - base) * (isUnderside ? opacity / 2 : opacity)
  }
}

extension OKLab {
  fileprivate func mixed(with other: OKLab, _ share: Double) -> OKLab {
    OKLab(
      lightness: lightness + (other.lightness - lightness) * share, a: a + (other.a - a) * share,
      b: b + (other.b - b) * share)
  }

  /// In more or less light, shadows tinted; what would be brighter than white is white.
  fileprivate func lit(_ factor: Double, _ tint: Double) -> OKLab {
    let limited = min(factor, 1 / max(lightness, 1e-6))
    let shadow = max(0, 1 - factor)
    return OKLab(lightness: lightness * limited, a: a * limited - 0.3 * tint * shadow, b: b * limited - tint * shadow)
  }
}
