/// What `--version` and `doctor` say.
enum Version {
  static let current = "0.1.0"
}
