import LossSurfaces

/// To which minima plain descent leads from many points: what is learnt from one shortens the way from the next.
struct Basins {
  private let landscape: Landscape
  private let reach: Double
  private var traps: [Trap] = []
  /// Minima about which there is none.
  private var bare: [CriticalPoint] = []

  init(of landscape: Landscape, in view: View) {
    self.landscape = landscape
    reach = view.diagonal
  }

  /// The minimum that plain descent reaches from a point; nil where it reaches none.
  mutating func minimum(below point: Point) -> CriticalPoint? {
    var trap: Trap?
    let found = landscape.minimum(below: point) { here, order in
      trap = traps.first { $0.holds(here, loss: order.value) }
      return trap == nil
    }
    if let trap { return trap.minimum }
    guard let found else { return nil }
    remember(found)
    return found
  }

  private mutating func remember(_ minimum: CriticalPoint) {
    let isKnown = (traps.map(\.minimum) + bare).contains { landscape.isSame($0, minimum) }
    guard !isKnown else { return }
    if let trap = landscape.trap(about: minimum, reach: reach) { traps.append(trap) } else { bare.append(minimum) }
  }
}
