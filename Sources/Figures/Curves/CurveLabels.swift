import Raster

/// What the curves are called, with what they came to, in a column beside their ends: each as near to its end as the
/// others leave it room, and led to it by a line.
struct CurveLabels {
  struct Entry {
    var legend: Legend.Entry
    /// Where on the page the curve ends.
    var height: Double
    /// Whether it ends at the right side of the plot.
    var isLed: Bool
  }

  static let leader = 20.0

  private let entries: [Entry]
  private let tops: [Double]
  private let width: Double
  private let theme: Theme
  private let sizes: TypeSizes

  /// nil where they find no room between `top` and `bottom`.
  init?(_ entries: [Entry], width: Double, from top: Double, to bottom: Double, theme: Theme, sizes: TypeSizes) {
    (self.entries, self.width, self.theme, self.sizes) = (entries, width, theme, sizes)
    let heights = entries.map { Self.legend([$0], theme, sizes).columnHeight(width: width) + Self.gap }
    guard heights.reduce(-Self.gap, +) <= bottom - top else { return nil }
    tops = Self.spread(
      zip(entries, heights).map {
        (wanted: $0.height - Legend(entries: [], theme: theme, sizes: sizes).lineHeight / 2, height: $1)
      },
      from: top, to: bottom + Self.gap)
  }

  private static let gap = 7.0

  private static func legend(_ entries: [Entry], _ theme: Theme, _ sizes: TypeSizes) -> Legend {
    Legend(entries: entries.map(\.legend), theme: theme, sizes: sizes)
  }

  /// The tops of boxes that would each stand at the place it wants, moved so that they do not overlap: those that touch
  /// move together, to the mean of where they want to be.
  static func spread(_ boxes: [(wanted: Double, height: Double)], from top: Double, to bottom: Double) -> [Double] {
    struct Cluster {
      var members: [Int]
      /// The sum of where its members would have it begin.
      var wanted: Double
      var height: Double
    }
    func start(_ cluster: Cluster) -> Double {
      max(top, min(cluster.wanted / Double(cluster.members.count), bottom - cluster.height))
    }
    var clusters: [Cluster] = []
    for index in boxes.indices.sorted(by: { (boxes[$0].wanted, $0) < (boxes[$1].wanted, $1) }) {
      var cluster = Cluster(members: [index], wanted: boxes[index].wanted, height: boxes[index].height)
      while let last = clusters.last, start(last) + last.height > start(cluster) {
        clusters.removeLast()
        cluster = Cluster(
          members: last.members + cluster.members,
          wanted: last.wanted + cluster.wanted - Double(cluster.members.count) * last.height,
          height: last.height + cluster.height)
      }
      clusters.append(cluster)
    }
    var tops = boxes.map(\.wanted)
    for cluster in clusters {
      var at = start(cluster)
      for member in cluster.members {
        tops[member] = at
        at += boxes[member].height
      }
    }
    return tops
  }

  /// Draws them beside the right side of a plot; before the curves are finished without what they came to.
  func elements(right end: Double, isFinished: Bool = true) -> [Drawing.Element] {
    zip(entries, tops).flatMap { entry, top -> [Drawing.Element] in
      let origin = Position(end + Self.leader, top)
      var legend = Self.legend([entry], theme, sizes)
      legend.saysVerdicts = isFinished
      let middle = top + legend.lineHeight / 2
      let path = Path([
        Position(end + 4, entry.height), Position(end + 8, entry.height), Position(end + Self.leader - 6, middle),
        Position(end + Self.leader - 3, middle),
      ])
      let line: [Drawing.Element] =
        entry.isLed && isFinished ? [.stroke(path, Stroke(entry.legend.style.color.opacity(0.6), width: 1))] : []
      return line + legend.column(at: origin, width: width)
    }
  }
}
