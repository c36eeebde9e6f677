import ArgumentParser
import Documents
import LossSurfaces

/// A failure on its way out: a message for stderr and the exit code of sysexits.h that it calls for.
struct Failure: Error {
  enum Code: Int32, CaseIterable {
    case no = 1
    case usage = 64
    case data = 65
    case missing = 66
    case noTerminal = 69
    case bug = 70
    case cannotCreate = 73
    case interrupted = 74
  }

  let message: String
  let code: Int32
  /// Whether the message is help or a version, which goes to stdout as it is.
  private let isAnswer: Bool

  init(_ message: String, _ code: Code) {
    self.message = message
    self.code = code.rawValue
    isAnswer = false
  }

  /// Several failures as one.
  init(_ failures: [Failure], code: Int32) {
    message = failures.map(\.message).joined(separator: "\n")
    self.code = code
    isAnswer = false
  }

  /// A failure of ours; what nobody foresaw is a bug.
  init(_ error: any Error) {
    self = Failure(ours: error) ?? Failure("this is a bug of descent: \(error)", .bug)
  }

  /// nil when the error is not one of ours.
  init?(ours error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as InputError: self.init(error.description, error.kind == .missing ? .missing : .data)
    case let error as FileError: self.init(error.description, Self.code(of: error))
    case let error as BrokenPromise: self.init(error.description, .no)
    default: return nil
    }
  }

  /// What the argument parser of a command has to say: help, a version, or a wrong command line.
  init(ofParser error: any Error, _ command: (some ParsableCommand).Type) {
    let (text, prefix) = (command.fullMessage(for: error), "Error: ")
    message = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    code = command.exitCode(for: error).rawValue
    isAnswer = code == 0
  }

  /// What was wrong stands on the command line, not in a file.
  static func usage(_ error: InputError) -> Failure {
    Failure(error.description, error.kind == .missing ? .missing : .usage)
  }

  private static func code(of error: FileError) -> Code {
    switch error.kind {
    case .missing: .missing
    case .unfit: .data
    case .cannotCreate: .cannotCreate
    case .interrupted, .readerGone: .interrupted
    }
  }

  func exit() -> Never {
    if isAnswer {
      do { try Console.put(message + "\n") } catch { Failure(error).exit() }
    } else {
      Console.say((code == Code.no.rawValue ? message : "descent: " + message) + "\n")
    }
    Console.exit(code)
  }
}

/// Runs a body whose input errors speak of the command line.
func usage<Value>(_ body: () throws(InputError) -> Value) throws(Failure) -> Value {
  do { return try body() } catch { throw .usage(error) }
}
