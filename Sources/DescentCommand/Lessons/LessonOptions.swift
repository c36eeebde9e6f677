import ArgumentParser
import Documents
import Foundation

/// Where progress is kept, and what the screen shows.
struct LessonOptions: ParsableArguments {
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var progress: ProgressOptions
}

/// Where progress is kept.
struct ProgressOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The file that keeps your progress.", valueName: "file"), completion: .file())
  var progress: String?

  var location: ProgressLocation {
    ProgressLocation(flag: progress, environment: ProcessInfo.processInfo.environment)
  }

  /// The file; what is to be known of it is said on stderr.
  func file() throws -> ProgressFile {
    var file = try ProgressFile(path: location.path)
    Self.tell(&file)
    return file
  }

  static func tell(_ file: inout ProgressFile) {
    for notice in file.takeNotices() { Console.say("descent: \(notice)\n") }
    if let trouble = file.trouble { Console.say(warning(trouble)) }
  }

  static func warning(_ trouble: String) -> String {
    "descent: progress is not kept: \(trouble)\nTo keep it elsewhere, use --progress FILE.\n"
  }
}
