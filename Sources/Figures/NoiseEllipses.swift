public import Diagnosis
public import LossSurfaces
import Optimization
import Raster

/// Where a figure draws the noise of one step, if it does.
public enum NoiseEllipsePlace: Hashable, Sendable {
  case at(Point)
  /// For each run the minimum declared in the view that is nearest to its end.
  case minimum

  /// The ellipse of a group; nil when nothing in it is left to chance, or there is no such minimum.
  public func ellipse(of group: RunGroup, on surface: Surface, in view: View) -> NoiseEllipse? {
    switch self {
    case .at(let point): return NoiseEllipse(of: group.run, at: point)
    case .minimum:
      let end = group.mean[group.mean.lastStep]
      let minima = Self.minima(of: surface, in: view)
      let nearest = minima.min { $0.distance(to: end) < $1.distance(to: end) }
      return nearest.flatMap { NoiseEllipse(of: group.run, at: $0) }
    }
  }

  /// The minima that a surface declares in a view.
  public static func minima(of surface: Surface, in view: View) -> [Point] {
    surface.criticalPoints.filter(\.isMinimum).map(\.point).filter(view.contains)
  }
}

/// The ellipses of a figure, each in the style of the first group that has it; the larger lie below the smaller.
struct NoiseEllipses: Sendable {
  /// Chords about an ellipse: at the largest that a page holds they leave it by a tenth of a pixel.
  private static let chords = 128

  let items: [(index: Int, ellipse: NoiseEllipse)]

  init(of groups: [RunGroup], at place: NoiseEllipsePlace?, on surface: Surface, in view: View) {
    var items: [(index: Int, ellipse: NoiseEllipse)] = []
    for (index, group) in groups.enumerated() {
      guard let ellipse = place?.ellipse(of: group, on: surface, in: view),
        !items.contains(where: { $0.ellipse == ellipse })
      else { continue }
      items.append((index, ellipse))
    }
    self.items = items.sorted { ($1.ellipse.radii.long, $0.index) < ($0.ellipse.radii.long, $1.index) }
  }

  var isEmpty: Bool { items.isEmpty }

  /// Thin outlines with a casing, and a plus at each centre.
  func elements(in frame: Frame, theme: Theme) -> [Drawing.Element] {
    let outlines = items.flatMap { index, ellipse -> [Drawing.Element] in
      let style = theme.style(ofRun: index)
      let path = Self.outline(of: ellipse, in: frame)
      return [
        .stroke(path, Stroke(theme.casing, width: 3.4)),
        .stroke(path, Stroke(style.color, width: 1.5, dash: style.dash, cap: .butt)),
      ]
    }
    var centers: [Point] = []
    for item in items where !centers.contains(item.ellipse.center) { centers.append(item.ellipse.center) }
    return outlines
      + centers.flatMap { center -> [Drawing.Element] in
        let plus = Path.plus(center: frame.position(center), radius: 4.5)
        return [.stroke(plus, Stroke(theme.casing, width: 3.8)), .stroke(plus, Stroke(theme.ink, width: 1.6))]
      }
  }

  static func outline(of ellipse: NoiseEllipse, in frame: Frame) -> Path {
    let (center, long, short) = (ellipse.center, ellipse.long, ellipse.short)
    let points = (0..<chords).map { chord in
      let angle = 2 * Double.pi * Double(chord) / Double(chords)
      let (cosine, sine) = (Elementary.cos(angle), Elementary.sin(angle))
      return frame.position(
        Point(center.x + cosine * long.x + sine * short.x, center.y + cosine * long.y + sine * short.y))
    }
    return Path(points, isClosed: true)
  }

  /// What a reader who cannot see them is told; nil when there are none.
  func description(_ groups: [RunGroup]) -> String? {
    guard !isEmpty else { return nil }
    let texts = items.map { index, ellipse in
      let (long, short) = ellipse.radii
      let size = "\(NumberText.string(long, digits: 2)) by \(NumberText.string(short, digits: 2))"
      let place = "(\(NumberText.string(ellipse.center.x)), \(NumberText.string(ellipse.center.y)))"
      return "\(size) about \(place)" + (groups.count > 1 ? " for \(groups[index].label)" : "")
    }
    return
      "Ellipses show two standard deviations of the noise of one step, with half axes \(texts.joined(separator: "; "))."
  }
}
