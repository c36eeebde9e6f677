import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far long work has come, on one line of stderr, with the time left; only where that is a terminal, and not for
/// what is done within a second.
final class ProgressLine: @unchecked Sendable {
  private let name: String
  private let isShown: Bool
  private let start = DispatchTime.now()
  private let queue = DispatchQueue(label: "progress line")
  private var last = 0.0
  private var hasText = false

  init(_ name: String) {
    self.name = name
    isShown = isatty(STDERR_FILENO) == 1
  }

  private var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9 }

  /// Says the share that is done, at most five times a second.
  func show(_ share: Double) {
    guard isShown else { return }
    queue.sync {
      let now = seconds
      guard now >= 1, now - last >= 0.2, share > 0 else { return }
      (last, hasText) = (now, true)
      Console.progress(Self.text(name, share, seconds: now), isDone: false)
    }
  }

  /// `map 37 %, 12 s left`.
  static func text(_ name: String, _ share: Double, seconds: Double) -> String {
    let left = seconds * (1 - share) / share
    let time = left < 90 ? "\(Int(left.rounded(.up))) s" : "\(Int((left / 60).rounded())) min"
    return "\(name) \(Int(share * 100)) %, \(time) left"
  }

  /// Takes the line away.
  func end() {
    queue.sync { if hasText { Console.progress("", isDone: true) } }
  }
}
