import LossSurfaces
import Raster

/// Paints a few columns of a relief's pixels, one strip after another; each thread has its own.
///
/// A line of sight keeps to one upright plane, so each column is a picture of one profile of the surface. It is gone
/// through from front to back: a piece of it shows where the pieces before it have covered nothing yet, the upper side
/// where it climbs on the page, the underside where it falls. Where a pixel is covered in part that is exact along the
/// column, and the mean of `samples` profiles across it.
///
/// A profile has a point every 2 pixels of the floor, and between two of them more where it bends, or the losses do, so much
/// that the page would show it.
///
/// Edge cases: where the loss is nan there is no surface; it ends at the last point before.
final class ReliefStrip {
  static let columns = 16
  private static let samples = 3
  private static let spacing = 2.0
  /// How far a point or a contour line may stand from its place, in pixels, and how often a piece is halved for that.
  private static let tolerance = 0.12
  private static let depth = 4

  private let surface: ReliefSurface
  private let whole: Field.Block
  private let evaluator: Evaluator
  private let pixels: UnsafeMutablePointer<ReliefShading.Pixel>
  /// The points of a profile in the plane, with loss and gradient there: five arrays of this many.
  private let capacity: Int
  private let points: UnsafeMutablePointer<Double>

  init(_ surface: ReliefSurface, _ whole: Field.Block) {
    self.surface = surface
    self.whole = whole
    evaluator = Evaluator(surface.loss)
    pixels = .allocate(capacity: Self.columns * whole.rows)
    let half = surface.projection.half
    let longest = 2 * (half.x * half.x + half.y * half.y).squareRoot() * surface.projection.scale
    capacity = 3 + Int(longest / whole.pitch / Self.spacing)
    points = .allocate(capacity: 5 * capacity)
  }

  deinit {
    pixels.deallocate()
    points.deallocate()
  }

  /// Paints the strip that begins with a column.
  func paint(from first: Int, _ target: UnsafeMutablePointer<UInt32>) {
    let columns = min(Self.columns, whole.columns - first)
    pixels.initialize(repeating: .zero, count: Self.columns * whole.rows)
    var covered = CoveredSpans()
    for column in 0..<columns {
      for sample in 0..<Self.samples {
        let offset = (Double(sample) + 0.5) / Double(Self.samples) - 0.5
        let page = whole.origin.x + (Double(first + column) + offset) * whole.pitch
        covered.clear()
        paint(profileAt: page, pixels + column, &covered)
      }
    }
    for row in 0..<whole.rows {
      for column in 0..<columns {
        target[row * whole.columns + first + column] = Self.packed(pixels[row * Self.columns + column])
      }
    }
  }

  private static func packed(_ sum: ReliefShading.Pixel) -> UInt32 {
    guard sum.w > 0 else { return 0 }
    // Even values suffice: the file is smaller by a quarter, and no eye sees it.
    let half = sum / (2 * sum.w) + 0.5
    let (red, green, blue) = (UInt8(min(half.x, 127)), UInt8(min(half.y, 127)), UInt8(min(half.z, 127)))
    let alpha = UInt8(min(sum.w / Float(samples), 1) * 255 + 0.5)
    return Color(red: 2 * red, green: 2 * green, blue: 2 * blue, alpha: alpha).packed
  }

  // MARK: A profile

  private func paint(
    profileAt page: Double, _ pixels: UnsafeMutablePointer<ReliefShading.Pixel>, _ covered: inout CoveredSpans
  ) {
    let projection = surface.projection
    let across = (page - projection.origin.x) / projection.scale
    guard let reach = projection.reach(across: across) else { return }
    let (front, extent) = (reach.upperBound, reach.upperBound - reach.lowerBound)
    let count = min(capacity, 2 + Int(extent * projection.scale / whole.pitch / Self.spacing))
    let (x, y, f) = (points, points + capacity, points + 2 * capacity)
    let (dx, dy) = (points + 3 * capacity, points + 4 * capacity)
    let (start, end) = (
      projection.point(.init(across: across, near: front)),
      projection.point(.init(across: across, near: reach.lowerBound))
    )
    for index in 0..<count {
      let share = Double(index) / Double(count - 1)
      x[index] = start.x + (end.x - start.x) * share
      y[index] = start.y + (end.y - start.y) * share
    }
    evaluator.gradients(x: x, y: y, count: count, value: f, dx: dx, dy: dy)
    var before: ReliefVertex?
    for index in 0..<count {
      let near = front - extent * Double(index) / Double(count - 1)
      let order = FirstOrder(value: f[index], x: dx[index], y: dy[index])
      let here = order.value.isNaN ? nil : ReliefVertex(order, near: near, on: surface, whole)
      if let before, let here { paint(before, here, across, Self.depth, pixels, &covered) }
      before = here
    }
  }

  /// Paints what shows of the piece between a point and the next behind it, halved where it bends.
  private func paint(
    _ a: ReliefVertex, _ b: ReliefVertex, _ across: Double, _ depth: Int,
    _ pixels: UnsafeMutablePointer<ReliefShading.Pixel>, _ covered: inout CoveredSpans
  ) {
    if depth > 0, a.bend(to: b) > Self.tolerance {
      let near = (a.near + b.near) / 2
      let order = evaluator.firstOrder(at: surface.projection.point(.init(across: across, near: near)))
      if !order.value.isNaN {
        let middle = ReliefVertex(order, near: near, on: surface, whole)
        paint(a, middle, across, depth - 1, pixels, &covered)
        paint(middle, b, across, depth - 1, pixels, &covered)
        return
      }
    }
    let isUnderside = b.row > a.row
    let (low, high) = isUnderside ? (a.row, b.row) : (b.row, a.row)
    guard high > 0, low < Double(whole.rows) else { return }
    covered.cover(low, high) { from, to in
      var row = max(0, Int(from.rounded(.down)))
      let end = min(Double(whole.rows), to)
      while Double(row) < end {
        let (top, bottom) = (max(from, Double(row)), min(to, Double(row) + 1))
        let share = high > low ? ((top + bottom) / 2 - a.row) / (b.row - a.row) : 0
        let pixel = surface.shading.pixel(
          level: a.level + (b.level - a.level) * share, slope: a.slope + (b.slope - a.slope) * share,
          light: a.light + (b.light - a.light) * share, isUnderside: isUnderside, width: whole.pitch)
        pixels[row * Self.columns] += pixel * Float(bottom - top)
        row += 1
      }
    }
  }
}
