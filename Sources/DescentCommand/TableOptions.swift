import ArgumentParser
import Documents

/// The option of the verbs whose results are a table.
struct TableOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write the values as CSV; - for stdout.", valueName: "file"), completion: .file())
  var csv: String?

  var isOnStandardOutput: Bool { csv == "-" }

  func deliver(_ table: @autoclosure () -> [UInt8]) throws(FileError) {
    guard let csv else { return }
    if csv == "-" { try Console.put(table()) } else { try OutputFile.write(table(), to: csv) }
  }
}
