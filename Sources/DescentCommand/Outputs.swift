import Documents

/// Where a command writes.
enum Outputs {
  /// Refuses what would be lost: two outputs in one place, be it a file or standard output, and one in place of what is read.
  static func check(
    _ outputs: [(option: String, file: String?)], json: Bool = false, inputs: [String?] = []
  ) throws(Failure) {
    let standard = outputs.filter { $0.file == "-" }.map { "\($0.option) -" } + (json ? ["--json"] : [])
    guard standard.count < 2 else {
      throw Failure("\(standard.joined(separator: " and ")) both want standard output; give one of them a file", .usage)
    }
    var taken: [(option: String, file: String)] = []
    for (option, file) in outputs {
      guard let file, file != "-" else { continue }
      if inputs.contains(where: { $0.map { OutputFile.isOneFile($0, file) } ?? false }) {
        throw Failure("\(option) \(file) would write over what is read; name another file", .usage)
      }
      if let other = taken.first(where: { OutputFile.isOneFile($0.file, file) }) {
        throw Failure("\(other.option) and \(option) both want \(file); give one of them another file", .usage)
      }
      taken.append((option, file))
    }
  }
}
