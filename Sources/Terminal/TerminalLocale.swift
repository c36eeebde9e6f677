/// What the environment says of characters.
enum TerminalLocale {
  /// Whether the locale for characters is UTF-8: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is not empty.
  static func isUTF8(_ environment: [String: String]) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let lower = locale.lowercased()
    return lower.contains("utf-8") || lower.contains("utf8")
  }
}
