import Diagnosis
import LossSurfaces
import Optimization
import Raster

/// What stands on the map beside the paths: start, minima and saddles, exits, each with its word where there is room.
///
/// Words are placed one after another, most important first, each at the candidate place that covers least of the
/// paths; a word that fits nowhere is left out.
struct Annotations: Sendable {
  /// Something that stands on the map from a step on.
  struct Mark: Sendable {
    var elements: [Drawing.Element]
    var step = 0
  }

  private(set) var grid: OccupancyGrid
  private(set) var symbols: [Mark] = []
  private(set) var words: [Mark] = []

  let ground: any Ground
  let theme: Theme
  let sizes: TypeSizes
  /// Of the symbols.
  private let scale: Double

  /// `lines` are those of the paths on the page.
  init(on ground: any Ground, lines: [[Position]], theme: Theme, sizes: TypeSizes) {
    self.ground = ground
    self.theme = theme
    self.sizes = sizes
    scale = ground.rect.symbolScale
    grid = OccupancyGrid(ground.rect)
    for line in lines { grid.add(line: line) }
  }

  // MARK: Symbols

  /// An open ring; for a start outside the view a smaller one at its border, with its place in words.
  mutating func addStart(_ start: Point) {
    if ground.shows(start, margin: 0) {
      addRing(ground.position(start), radius: 4.6)
    } else if let edge = ground.border(nearest: start, margin: 9) {
      addRing(edge, radius: 3)
      let place = "(\(NumberText.string(start.x)), \(NumberText.string(start.y)))"
      addWord("starts outside, at \(place)", about: edge, distance: 9, color: theme.ink)
    }
  }

  private mutating func addRing(_ center: Position, radius: Double) {
    symbols.append(
      Mark(elements: [
        .fill(.circle(center: center, radius: (radius + 2.4) * scale), theme.casing),
        .stroke(.circle(center: center, radius: radius * scale), Stroke(theme.ink, width: 2.4 * scale)),
      ]))
    reserve(center, (radius + 3.4) * scale)
  }

  /// A full disc in the run's colour.
  mutating func addEnd(of layer: some DrawnRun) {
    guard let at = layer.end else { return }
    symbols.append(Mark(elements: layer.head(theme: theme), step: layer.shownStep))
    reserve(at, 6 * scale)
  }

  /// Stars for minima, crosses for saddles and what is degenerate.
  mutating func addSymbols(for points: [CriticalPoint]) {
    for point in visible(points) {
      symbols.append(Mark(elements: symbol(for: point, at: ground.position(point.point))))
      reserve(ground.position(point.point), 7 * scale)
    }
  }

  /// More saddles than these show no directions, and none do on a smaller map.
  private static let mostArrows = 9
  private static let leastSide = 180.0

  /// Double arrows through the saddles, when they are few, along which the surface falls away; each where it meets no
  /// other symbol.
  mutating func addUnstableDirections(of points: [CriticalPoint], on loss: LossFunction, in frame: Frame) {
    let saddles = visible(points).filter { $0.kind == .saddle }
    guard saddles.count <= Self.mostArrows, min(frame.rect.width, frame.rect.height) >= Self.leastSide else { return }
    let evaluator = Evaluator(loss)
    for arrow in saddles.compactMap({ SaddleArrow(at: $0.point, on: evaluator, in: frame) }) {
      // The cross itself does not count, nor the end of a run that lies beneath it.
      let isCrowded = grid.boxes.contains {
        $0.intersects(arrow.box) && $0.center.distance(to: arrow.box.center) > SaddleArrow.root
      }
      guard !isCrowded else { continue }
      symbols.append(Mark(elements: arrow.elements(theme: theme)))
      grid.add(arrow.box)
    }
  }

  /// The names of the critical points, when they are few.
  mutating func addNames(of points: [CriticalPoint]) {
    let visible = visible(points)
    guard visible.filter(\.isMinimum).count <= 4, visible.count <= 9 else { return }
    for point in visible.filter(\.isMinimum) + visible.filter({ !$0.isMinimum }) {
      let word = point.name ?? Self.word(for: point.kind)
      addWord(word, about: ground.position(point.point), distance: 9, color: theme.ink)
    }
  }

  private func visible(_ points: [CriticalPoint]) -> [CriticalPoint] {
    points.marked { ground.shows($0, margin: 7) }
  }

  static func word(for kind: CriticalPoint.Kind) -> String {
    switch kind {
    case .minimum, .cusp: "minimum"
    case .valley: "valley of minima"
    case .saddle: "saddle"
    case .maximum: "maximum"
    case .degenerate: "flat saddle"
    }
  }

  private func symbol(for point: CriticalPoint, at position: Position) -> [Drawing.Element] {
    switch point.kind {
    case .minimum, .valley, .cusp:
      let star = Path.star(center: position, radius: 7 * scale)
      return [.stroke(star, Stroke(theme.casing, width: 2.6 * scale)), .fill(star, theme.ink)]
    case .saddle, .degenerate, .maximum:
      let cross = Path.cross(center: position, radius: 6.2 * scale)
      return [
        .stroke(cross, Stroke(theme.casing, width: 5 * scale)), .stroke(cross, Stroke(theme.ink, width: 2.2 * scale)),
      ]
    }
  }

  // MARK: Exits

  /// An arrow at the frame where a path leaves for the first time, with the step.
  mutating func addExit(of layer: some DrawnRun) {
    guard let exit = layer.exit else { return }
    let inside = Position(exit.position.x - exit.direction.x * 6, exit.position.y - exit.direction.y * 6)
    symbols.append(
      Mark(elements: layer.style.arrowhead(at: inside, exit.direction, size: 6.5, theme: theme), step: exit.step))
    let word = layer.leavesForGood ? "leaves at step \(exit.step)" : "outside at step \(exit.step)"
    addWord(word, about: inside, distance: 11, color: theme.lettering(in: layer.style.color), from: exit.step)
  }

  // MARK: Words

  /// Tries the eight directions about a point, near before far.
  private mutating func addWord(
    _ word: String, about center: Position, distance: Double, color: Color, from step: Int = 0
  ) {
    let width = Typeface.width(of: word, size: sizes.label)
    let height = sizes.label
    var best: (text: Text, box: Rect, cost: Int)?
    for reach in [distance, distance * 1.7, distance * 2.6] {
      for (dx, dy) in [
        (1.0, 0.0), (-1, 0), (0, -1), (0, 1), (0.75, -0.75), (-0.75, -0.75), (0.75, 0.75), (-0.75, 0.75),
      ] {
        let middle = Position(
          center.x + dx * reach + dx.signum * width / 2, center.y + dy * reach + dy.signum * height / 2)
        let box = Rect(x: middle.x - width / 2 - 2, y: middle.y - height / 2 - 1, width: width + 4, height: height + 2)
        guard let cost = grid.cost(of: box) else { continue }
        if best.map({ cost < $0.cost }) ?? true {
          let baseline = Position(middle.x, middle.y + sizes.label * 0.33)
          let text = Text(
            word, at: baseline, anchor: .middle, size: sizes.label, color: color,
            halo: .init(theme.casing.opacity(Theme.haloOpacity), width: 2.4))
          best = (text, box, cost)
        }
      }
      if let best, best.cost == 0 { break }
    }
    // A word across a third of its cells of path cannot be read and hides what it names.
    guard let best, best.cost * 3 <= Int(width * height / 16) else { return }
    words.append(Mark(elements: [.text(best.text)], step: step))
    grid.add(best.box)
  }

  private mutating func reserve(_ center: Position, _ radius: Double) {
    grid.add(Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius))
  }

  mutating func reserve(_ box: Rect) { grid.add(box) }

  /// Symbols and, over them, words: all that stands there when the runs have come to a step.
  func elements(through step: Int = .max) -> [Drawing.Element] {
    (symbols + words).filter { $0.step <= step }.flatMap(\.elements)
  }
}

extension Double {
  /// −1, 0 or 1.
  fileprivate var signum: Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
