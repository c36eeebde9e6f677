import LossSurfaces
import Optimization
import Raster

/// The colours of outcomes: a hue for each fate, six for minima in turn, light where it came early and deep where it came late; of runs that
/// never come to rest light where their loss is low.
///
/// What diverged is as dark as night, so that the borders of what learns stand out on any page; the families differ in
/// lightness as well as in hue, and every one is named in the legend.
struct OutcomeInks {
  /// A family of cells with one hue.
  enum Family: Hashable {
    case minimum(Int)
    case otherMinimum
    case cycle
    case moving
    case saddle
    case plateau
    case diverging
    case diverged

    var isAtRest: Bool {
      switch self {
      case .minimum, .otherMinimum, .saddle, .plateau: true
      case .cycle, .moving, .diverging, .diverged: false
      }
    }

    /// Whether text on it must be light.
    var isDark: Bool { self == .diverging || self == .diverged }

    /// Neither at rest nor gone.
    var isRestless: Bool { !isAtRest && self != .diverged }
  }

  static let shades = 64

  private let ramps: [Family: [Color]]

  init(minima: Int) {
    var ramps: [Family: [Color]] = [:]
    for index in 0..<minima { ramps[.minimum(index)] = Self.ramp(Self.hues[index % Self.hues.count]) }
    ramps[.otherMinimum] = Self.ramp((0.93, 0.62, 0.012, 0.02, 100))
    ramps[.cycle] = Self.ramp((0.82, 0.46, 0.10, 0.18, 318))
    ramps[.moving] = Self.ramp((0.96, 0.66, 0.015, 0.06, 82))
    ramps[.saddle] = Self.ramp((1, 1, 0, 0, 0))
    ramps[.plateau] = Self.ramp((0.85, 0.7, 0.01, 0.01, 250))
    ramps[.diverging] = Self.ramp((0.46, 0.36, 0.05, 0.05, 285))
    ramps[.diverged] = Self.ramp((0.15, 0.40, 0.02, 0.055, 272))
    self.ramps = ramps
  }

  /// Lightness and chroma from the earliest to the latest, and the hue in degrees.
  private typealias Ramp = (Double, Double, Double, Double, Double)

  private static let hues: [Ramp] = [
    (0.90, 0.50, 0.07, 0.15, 245), (0.93, 0.63, 0.09, 0.17, 62), (0.91, 0.53, 0.08, 0.13, 160),
    (0.90, 0.55, 0.06, 0.18, 10), (0.94, 0.66, 0.10, 0.14, 105), (0.88, 0.48, 0.06, 0.11, 205),
  ]

  private static func ramp(_ ramp: Ramp) -> [Color] {
    (0..<shades).map { index in
      let share = Double(index) / Double(shades - 1)
      let (lightness, chroma) = (ramp.0 + (ramp.1 - ramp.0) * share, ramp.2 + (ramp.3 - ramp.2) * share)
      let angle = ramp.4 * .pi / 180
      return OKLab(lightness: lightness, a: chroma * Elementary.cos(angle), b: chroma * Elementary.sin(angle)).color
    }
  }

  private static let (ink, paper) = (Color(0x0A0D12), Color(0xFFFFFF))

  /// A name on the map.
  static func text(_ string: String, at position: Position, _ anchor: Text.Anchor, size: Double) -> Text {
    inked(Text(string, at: position, anchor: anchor, size: size, weight: .bold, color: ink), onDark: false)
  }

  /// A text with ink and casing that stand out on its ground.
  static func inked(_ text: Text, onDark: Bool) -> Text {
    var text = text
    text.color = onDark ? paper : ink
    text.halo = .init((onDark ? ink : paper).opacity(0.72), width: 2.4)
    return text
  }

  /// The colour of a family at a share of the way from early to late.
  func color(_ family: Family, _ share: Double) -> Color {
    ramps[family]![Int((min(max(share, 0), 1) * Double(Self.shades - 1)).rounded())]
  }
}

extension OutcomeInks.Family {
  init(_ outcome: Outcome) {
    switch outcome.kind {
    case .diverged: self = .diverged
    case .atSaddle: self = .saddle
    case .converged: self = outcome.minimum >= 0 ? .minimum(Int(outcome.minimum)) : .otherMinimum
    case .plateau: self = .plateau
    case .oscillates: self = .cycle
    case .diverging: self = .diverging
    case .descending: self = .moving
    }
  }
}
