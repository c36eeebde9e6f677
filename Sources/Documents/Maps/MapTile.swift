public import LossSurfaces
public import Optimization

/// A part of the rows of a map, so that a queue can compute a large one: tile k of n.
public struct MapTile: Hashable, Sendable {
  public let index: Int
  public let count: Int

  public static let whole = MapTile(index: 1, count: 1)
  public static let mostTiles = 4096

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// Reads `3/16`.
  public init(parsing text: String) throws(InputError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0.trimmed) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], 1...Self.mostTiles ~= count, 1...count ~= index
    else {
      throw InputError(
        "'\(text)' is no tile", remedy: "Write which of how many, at most \(Self.mostTiles), as in 3/16.")
    }
    self.init(index: index, count: count)
  }

  /// The rows of the tile; together the tiles are all rows.
  public func rows(of total: Int) -> Range<Int> { total * (index - 1) / count..<total * index / count }
}

/// The outcomes of a tile on their way to a file: a line that says what it is, the canonical recipe, the outcomes.
public struct MapTileFile: Sendable {
  public static let firstLine = "descent map tile, format 2"
  /// Bytes of an outcome.
  private static let size = 32

  public let tile: MapTile
  public let recipe: String
  public let outcomes: [Outcome]

  public init(tile: MapTile, recipe: String, outcomes: [Outcome]) {
    self.tile = tile
    self.recipe = recipe
    self.outcomes = outcomes
  }

  public var bytes: [UInt8] {
    var bytes = Array(
      "\(Self.firstLine)\n\(tile.index)/\(tile.count) \(recipe.utf8.count) \(outcomes.count)\n\(recipe)".utf8)
    bytes.reserveCapacity(bytes.count + Self.size * outcomes.count)
    for outcome in outcomes {
      Self.append(UInt32(outcome.kind.rawValue), &bytes)
      for number in [outcome.minimum, outcome.step, outcome.stepAtTarget] {
        Self.append(UInt32(bitPattern: number), &bytes)
      }
      for number in [outcome.loss, outcome.level] {
        Self.append(UInt32(truncatingIfNeeded: number.bitPattern), &bytes)
        Self.append(UInt32(truncatingIfNeeded: number.bitPattern >> 32), &bytes)
      }
    }
    return bytes
  }

  private static func append(_ word: UInt32, _ bytes: inout [UInt8]) {
    for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }

  /// Throws when the bytes are no tile, or not whole.
  public init(_ bytes: [UInt8], named name: String) throws(InputError) {
    func fail(_ why: String) -> InputError {
      InputError(
        "\(name) is no whole tile of a map: \(why)", remedy: "Make it again with descent map … --tile k/n -o \(name).")
    }
    let newline = UInt8(ascii: "\n")
    let lines = bytes.split(separator: newline, maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count == 3, String(decoding: lines[0], as: UTF8.self) == Self.firstLine else {
      throw fail("it does not begin with '\(Self.firstLine)'")
    }
    let fields = String(decoding: lines[1], as: UTF8.self).split(separator: " ")
    guard fields.count == 3, let tile = try? MapTile(parsing: String(fields[0])), let length = Int(fields[1]),
      let count = Int(fields[2]), (0...InputFile.longestText).contains(length),
      (0...MapSettings.mostRuns).contains(count)
    else { throw fail("its second line is damaged") }
    let body = lines[2]
    guard body.count == length + Self.size * count else {
      throw fail("it has \(body.count) bytes of data where \(length + Self.size * count) belong")
    }
    self.tile = tile
    recipe = String(decoding: body.prefix(length), as: UTF8.self)
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(count)
    let data = Array(body.dropFirst(length))
    for start in stride(from: 0, to: data.count, by: Self.size) {
      let words = (0..<8).map { index in
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(data[start + 4 * index + $1]) << UInt32(8 * $1) }
      }
      guard let kind = UInt8(exactly: words[0]).flatMap(Outcome.Kind.init) else { throw fail("an outcome is unknown") }
      let numbers = [4, 6].map { Double(bitPattern: UInt64(words[$0 + 1]) << 32 | UInt64(words[$0])) }
      outcomes.append(
        Outcome(
          kind: kind, minimum: Int32(bitPattern: words[1]), step: Int32(bitPattern: words[2]),
          stepAtTarget: Int32(bitPattern: words[3]), loss: numbers[0], level: numbers[1]))
    }
    self.outcomes = outcomes
  }
}
