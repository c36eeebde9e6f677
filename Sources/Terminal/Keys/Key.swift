/// A key as a reader presses it.
public enum Key: Hashable, Sendable {
  case character(Character)
  case enter
  case tab
  case backspace
  case delete
  case escape
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// Ctrl-C.
  case interrupt
  /// Ctrl-Z.
  case suspend
  /// Ctrl-D, or nothing more will come.
  case endOfInput
  /// Ctrl and another letter, as `u` for Ctrl-U.
  case control(Character)
}
