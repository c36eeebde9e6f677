import Foundation
import Terminal

/// Where the progress of lessons is kept.
struct ProgressLocation: Hashable, Sendable {
  let path: String
  /// What decided on it.
  let reason: String

  /// `--progress`, then `DESCENT_PROGRESS`, then `descent/progress.json` in `XDG_STATE_HOME`, which is `~/.local/state` where it is not
  /// an absolute path (XDG Base Directory Specification 0.8).
  init(flag: String? = nil, environment: [String: String]) {
    func value(_ name: String) -> String { environment[name] ?? "" }
    if let flag {
      (path, reason) = (flag, "--progress")
    } else if !value("DESCENT_PROGRESS").isEmpty {
      (path, reason) = (value("DESCENT_PROGRESS"), "DESCENT_PROGRESS")
    } else if value("XDG_STATE_HOME").hasPrefix("/") {
      (path, reason) = (value("XDG_STATE_HOME") + "/descent/progress.json", "XDG_STATE_HOME")
    } else {
      let home = value("HOME").hasPrefix("/") ? value("HOME") : NSHomeDirectory()
      (path, reason) = (home + "/.local/state/descent/progress.json", "the usual place")
    }
  }
}
