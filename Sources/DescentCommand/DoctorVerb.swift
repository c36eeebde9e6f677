import ArgumentParser
import Foundation
import Terminal

/// `descent doctor`: what is known of the terminal, and where things are kept.
struct DoctorVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what the terminal can show, and why; where things are kept.",
    usage: "descent doctor [options]",
    discussion: """
      EXAMPLES
        descent doctor
        # what would be drawn with that protocol?
        descent doctor --graphics sixel

      Nothing is asked of the terminal: the environment alone decides. To decide
      otherwise, set DESCENT_GRAPHICS to kitty, iterm, sixel, blocks, text or none.
      """)

  @OptionGroup var options: ScreenOptions
  @Option(
    help: ArgumentHelp("The file that keeps the progress of lessons.", valueName: "file"), completion: .file())
  var progress: String?
  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() throws {
    let report = DoctorReport(
      version: Version.current, screen: try options.screen(),
      progress: ProgressLocation(flag: progress, environment: ProcessInfo.processInfo.environment))
    if json { try JSONWriter.print(report) } else { try Console.put(report.words) }
  }
}

/// What the doctor finds.
struct DoctorReport: Report {
  let version: String
  let screen: Screen
  let progress: ProgressLocation

  private var progressExists: Bool { FileManager.default.fileExists(atPath: progress.path) }

  func write(to json: inout JSONWriter) {
    json.member("format", 1)
    json.member("version", version)
    json.object("terminal") { json in
      json.member("isTerminal", screen.isTerminal)
      json.member("columns", screen.size.columns)
      json.member("rows", screen.size.rows)
      json.member("knowsPixels", screen.size.knowsPixels)
      json.member("cellWidth", screen.size.cellWidth)
      json.member("cellHeight", screen.size.cellHeight)
      json.member("isUnicode", screen.isUnicode)
      json.member("isDark", screen.isDark)
    }
    json.object("graphics") { json in
      json.member("mode", screen.graphics.mode.rawValue)
      json.member("reason", screen.graphics.reason)
    }
    json.object("color") { json in
      json.member("depth", screen.color.depth.rawValue)
      json.member("reason", screen.color.reason)
    }
    json.object("progress") { json in
      json.member("path", progress.path)
      json.member("reason", progress.reason)
      json.member("exists", progressExists)
    }
  }

  var words: String {
    let size = screen.size
    let cell =
      size.knowsPixels
      ? "a cell is \(Int(size.cellWidth.rounded())) by \(Int(size.cellHeight.rounded())) pixels"
      : "it does not say how large a cell is; 10 by 20 pixels are assumed"
    let depth = [ColorDepth.none: "none", .palette: "256 colours", .full: "24 bits"][screen.color.depth] ?? ""
    let lines = [
      ("version", version),
      (
        "terminal",
        screen.isTerminal ? "\(size.columns) columns, \(size.rows) rows; \(cell)" : "none on standard output"
      ),
      ("graphics", "\(screen.graphics.mode.rawValue) (\(screen.graphics.reason))"),
      ("colour", "\(depth) (\(screen.color.reason))"),
      ("background", screen.isDark ? "taken to be dark" : "light"),
      ("characters", screen.isUnicode ? "UTF-8" : "ASCII; set LANG to a UTF-8 locale for more"),
      ("progress", "\(progress.path) (\(progress.reason)\(progressExists ? "" : "; not yet begun"))"),
      ("surfaces", "in the binary; `descent surface` lists them"),
    ]
    return lines.map { name, text in
      name + String(repeating: " ", count: 12 - name.count) + text + "\n"
    }.joined()
  }
}
