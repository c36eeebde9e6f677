import Documents
import Foundation

/// Where words and data go: data to stdout, messages to stderr.
enum Console {
  /// A line on stderr.
  static func say(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }

  /// Text on stdout, as it is.
  static func put(_ text: String) throws(FileError) {
    try OutputFile.write(Array(text.utf8), toDescriptor: STDOUT_FILENO, named: "standard output")
  }

  static func put(_ bytes: [UInt8]) throws(FileError) {
    try OutputFile.write(bytes, toDescriptor: STDOUT_FILENO, named: "standard output")
  }
}
