/// How many colours are written.
public enum ColorDepth: String, Hashable, Sendable, CaseIterable {
  /// No colour and no other style: plain characters.
  case none
  /// The palette of 256 that nearly every terminal has.
  case palette
  /// 24 bits.
  case full
}

/// A depth of colour, and what decided on it.
public struct ColorChoice: Hashable, Sendable {
  /// What a command line says of colour.
  public enum Wish: String, Hashable, Sendable, CaseIterable {
    case auto
    case always
    case never
  }

  public let depth: ColorDepth
  /// What decided whether there is colour, as in `NO_COLOR is set`.
  public let reason: String

  /// Decides, in this order, by: the command line; `NO_COLOR` (colour off unless empty); `TERM=dumb`; `FORCE_COLOR` and
  /// `CLICOLOR_FORCE` (on; with 0 or `false` the first is off, with 0 the other says nothing); and whether there is a terminal. `COLORTERM=truecolor` or `24bit`
  /// makes it 24 bits deep, else there are 256.
  public init(wish: Wish = .auto, environment: [String: String], isTerminal: Bool) {
    func value(_ name: String) -> String { environment[name] ?? "" }
    let deep: ColorDepth = ["truecolor", "24bit"].contains(value("COLORTERM").lowercased()) ? .full : .palette
    let force = value("FORCE_COLOR")
    let clicolorForce = value("CLICOLOR_FORCE")
    (depth, reason) =
      switch true {
      case wish == .never: (.none, "--color never")
      case wish == .always: (deep, "--color always")
      case !value("NO_COLOR").isEmpty: (.none, "NO_COLOR is set")
      case value("TERM") == "dumb": (.none, "TERM=dumb")
      case !force.isEmpty: (force == "0" || force == "false" ? .none : deep, "FORCE_COLOR=\(force)")
      case !clicolorForce.isEmpty && clicolorForce != "0": (deep, "CLICOLOR_FORCE=\(clicolorForce)")
      case !isTerminal: (.none, "standard output is no terminal")
      default:
        (deep, deep == .full ? "COLORTERM=\(value("COLORTERM"))" : "a terminal, COLORTERM says nothing of 24 bits")
      }
  }
}
