import Foundation

/// The `descent` that was built beside this program, or another, run as a process of its own.
enum Command {
  struct Cost {
    var milliseconds: Double
    /// The peak of the resident memory.
    var megabytes: Double

    static let unknown = Cost(milliseconds: .nan, megabytes: .nan)
  }

  /// Median time and memory of some runs, after one to warm the file cache; unknown when there is no such program or it
  /// fails.
  static func median(of repeats: Int, _ arguments: [String], program: String = path) -> Cost {
    let costs = (0...repeats).compactMap { _ in cost(arguments, program) }.dropFirst()
    guard costs.count == repeats else { return .unknown }
    return Cost(
      milliseconds: costs.map(\.milliseconds).sorted()[repeats / 2],
      megabytes: costs.map(\.megabytes).sorted()[repeats / 2])
  }

  static var path: String {
    URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "descent").path
  }

  private static func cost(_ arguments: [String], _ program: String) -> Cost? {
    var status: Int32 = 0
    var usage = rusage()
    var process: pid_t = 0
    let seconds = Stopwatch.seconds {
      process = start(arguments, program)
      if process > 0 { wait4(process, &status, 0, &usage) }
    }
    guard process > 0, status == 0 else { return nil }
    return Cost(milliseconds: seconds * 1000, megabytes: Double(usage.ru_maxrss) / 1000)
  }

  /// The process, or 0. It reads nothing, and what it prints is thrown away.
  private static func start(_ arguments: [String], _ program: String) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    return posix_spawn(&process, program, &actions, nil, &words, environ) == 0 ? process : 0
  }
}
