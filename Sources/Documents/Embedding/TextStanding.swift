/// How what stands between the markers of a figure is to what is to stand there.
enum TextStanding: Sendable {
  case current
  /// The text is right, and its sum is not, or is not there.
  case unsummed
  case stale
  /// Nothing but blank lines.
  case missing
  case edited

  /// `expected` is nil when it is not known yet.
  init(of block: Block, in page: Page, expected: [UInt8]?) {
    let content = page.content(of: block)
    let sum = GeneratedSum.of(content)
    if let expected, content.elementsEqual(expected) {
      self = sum == block.sum ? .current : .unsummed
    } else if content.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
      self = .missing
    } else {
      self = sum == block.sum ? .stale : .edited
    }
  }
}

extension EmbeddedFigure {
  /// How the figure stands, and why.
  func state(in page: Page, _ drawings: Drawings) -> (state: FigureState, reason: String) {
    let text = TextStanding(of: block, in: page, expected: text(drawings))
    if case .edited = text { return (.edited, "its generated text was changed by hand") }
    var stale: String?
    var missing: String?
    for picture in pictures {
      let name = picture.path.split(separator: "/").last.map(String.init) ?? picture.path
      switch drawings.standing(of: picture) {
      case .current: continue
      case .missing: missing = missing ?? "\(name) is not there"
      case .stale(let reason): stale = stale ?? reason
      case .unmarked: return (.unknown, "\(name) carries no recipe and shows something else")
      case .foreign: return (.unknown, "\(name) is no picture that descent can read")
      }
    }
    if let missing { return (.missing, missing) }
    if let stale { return (.stale, stale) }
    switch text {
    case .missing: return (.missing, "the page does not show it yet")
    case .stale: return (.stale, "its alt text, caption, width or target has changed")
    case .unsummed: return (.stale, "its end marker has no valid sum")
    case .current, .edited: return (.current, "")
    }
  }

  /// The pictures that must be drawn before it is known how the figure stands, or what its text is.
  func undecided(knowingText: Bool) -> [Picture] {
    pictures.enumerated().filter { index, picture in
      switch picture.standing {
      case .unmarked: true
      case .current: false
      case .missing, .stale, .foreign: if case .auto = request.alt { knowingText && index == 0 } else { false }
      }
    }.map(\.element)
  }
}
