import Foundation
import Raster
import Testing

/// Pictures in the terminal, and what the doctor says of it.
@Suite struct ScreenTests {
  static let environment = "env -u NO_COLOR -u FORCE_COLOR -u CLICOLOR_FORCE -u TMUX -u STY -u ZELLIJ -u COLORTERM"

  /// What is no terminal gets what it got before there were pictures.
  @Test(arguments: [
    "run ravine", "schedule cosine", "range-test ravine", "compare ravine --learning-rate 0.05,0.1 --steps 30",
  ])
  func pipesGetWordsAlone(_ line: String) throws {
    let descent = try Command()
    let plain = try descent.shell("\(Self.environment) descent \(line)")
    #expect(plain.code == 0)
    #expect(!plain.output.contains(0x1B))
    let none = try descent.shell("\(Self.environment) descent \(line) --graphics none")
    #expect(none.output == plain.output)
    let wish = try descent.shell("\(Self.environment) DESCENT_GRAPHICS=kitty descent \(line)")
    #expect(wish.output == plain.output)
    for mode in [line.hasPrefix("run") ? "iterm" : "sixel", "blocks", "text"] {
      let picture = try descent.shell("\(Self.environment) descent \(line) --graphics \(mode) --color always")
      #expect(picture.code == 0)
      // Before the words stands the picture.
      #expect(picture.output.suffix(plain.output.count) == plain.output, "\(mode)")
      #expect(picture.output.count > plain.output.count + 20, "\(mode)")
      #expect(picture.output.contains(0x1B) == (mode != "text"), "\(mode)")
    }
  }

  /// kitty's letters are the picture, at the size of the window.
  @Test func kitty() throws {
    let result = try Command().shell("\(Self.environment) COLUMNS=60 LINES=40 descent run ravine --graphics kitty")
    let pieces = result.text.matches(of: /\u{1B}_G([^;]*);([^\u{1B}]*)\u{1B}\\/)
    #expect(pieces.first?.1 == "a=T,f=100,q=2,c=60,m=1")
    let png = try #require(Data(base64Encoded: pieces.map { String($0.2) }.joined()))
    let image = try PNG(decoding: Array(png)).image
    // 60 columns of 10 pixels, 22 rows of 20, twice.
    #expect(image.width == 1200 && image.height == 880)
  }

  @Test func blocksAreAsWideAsTheWindow() throws {
    let result = try Command().shell(
      "\(Self.environment) LANG=C.UTF-8 COLUMNS=50 LINES=40 descent run ravine --graphics blocks --color always")
    let lines = result.text.split(separator: "\n").prefix { $0.hasPrefix("\u{1B}[") }
    let rows = lines.filter { $0.contains("▀") || $0.contains("48;") }
    #expect(rows.count == 18)
    for row in rows { #expect(row.replacing(/\u{1B}\[[0-9;]*m/, with: "").count == 50) }
  }

  /// Without colour a letter stands for each run, in ASCII if need be.
  @Test func charactersWithoutColor() throws {
    let result = try Command().shell(
      "\(Self.environment) LC_ALL=C NO_COLOR=1 COLUMNS=40 LINES=30 "
        + "descent run ravine --learning-rate 0.05,0.19 --graphics blocks"
    )
    let picture = result.text.split(separator: "\n").prefix(15)
    #expect(picture.allSatisfy { $0.count == 40 && $0.utf8.allSatisfy { $0 < 128 && $0 != 0x1B } })
    #expect(picture.joined().contains("A") && picture.joined().contains("B"))
    #expect(result.text.contains("A\u{A0}") || result.text.contains("A "))
  }

  /// Words, and where the file is.
  @Test func textNamesTheFile() throws {
    let descent = try Command()
    let result = try descent("run", "ravine", "--graphics", "text", "-o", "a.png", "--size", "320x240", "--scale", "1")
    #expect(result.text.contains("The picture is in a.png."))
    #expect(descent.files == ["a.png"])
  }

  /// On a terminal the picture comes by itself, in one that can show it; not beside JSON.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func terminal() throws {
    func on(_ variables: String, _ line: String) throws -> String {
      #if os(Linux)
        let script = "script -qec 'stty cols 80 rows 24; \(Self.environment) \(variables) descent \(line)' /dev/null"
      #else
        let script =
          "script -q /dev/null sh -c 'stty cols 80 rows 24; \(Self.environment) \(variables) descent \(line)'"
      #endif
      return try Command().shell(script).text
    }
    #expect(try on("TERM=xterm-kitty", "run ravine").contains("\u{1B}_Ga=T,f=100"))
    #expect(try on("TERM=xterm-kitty", "run ravine --graphics none").contains("\u{1B}") == false)
    #expect(try on("TERM=xterm-kitty", "run ravine --json").hasPrefix("{"))
    let blocks = try on("TERM=xterm-256color LC_ALL=C.UTF-8", "schedule cosine --steps 10")
    #expect(blocks.contains("▀") && blocks.contains("38;5;"))
    #expect(try on("TERM=dumb", "run ravine").hasPrefix("Contour plot"))
    // Sentences are broken at words.
    #expect(try on("TERM=dumb", "run ravine").split(separator: "\r\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [
    ("run bowl --graphics ansi", "--graphics: unknown way 'ansi'"),
    ("run bowl --color on", "--color: 'on' is none of the choices"),
    ("doctor --graphics Kitty", "--graphics: unknown way 'Kitty'"),
  ])
  func unknownWords(_ line: String, _ message: String) throws {
    let result = try Command().shell("descent \(line)")
    #expect(result.code == 64)
    #expect(result.errors.hasPrefix("descent: \(message)"))
    #expect(result.errors.contains("\n"))
  }

  @Test func unknownVariable() throws {
    let result = try Command().shell("DESCENT_GRAPHICS=ansi descent doctor")
    #expect(result.code == 64)
    #expect(result.errors.hasPrefix("descent: the environment variable DESCENT_GRAPHICS is 'ansi'"))
  }

  // MARK: Doctor

  @Test func doctor() throws {
    let result = try Command().shell(
      "\(Self.environment) TERM=xterm DESCENT_PROGRESS=/p/x.json COLORTERM=24bit "
        + "descent doctor --graphics sixel --color always"
    )
    #expect(result.code == 0)
    #expect(result.text.contains("graphics    sixel (--graphics sixel)\n"))
    #expect(result.text.contains("colour      24 bits (--color always)\n"))
    #expect(result.text.contains("progress    /p/x.json (DESCENT_PROGRESS; not yet begun)\n"))
  }

  @Test(arguments: [
    ("", "/h/.local/state/descent/progress.json"), ("XDG_STATE_HOME=/s", "/s/descent/progress.json"),
    ("XDG_STATE_HOME=relative", "/h/.local/state/descent/progress.json"),
    ("XDG_STATE_HOME=/s DESCENT_PROGRESS=p.json", "p.json"),
  ])
  func progress(_ variables: String, _ path: String) throws {
    let result = try Command().shell("env -u XDG_STATE_HOME HOME=/h \(variables) descent doctor --json")
    let json = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    #expect((json["progress"] as? [String: Any])?["path"] as? String == path)
    #expect(json["format"] as? Int == 1)
    #expect(Set(json.keys) == ["format", "version", "terminal", "graphics", "color", "progress"])
    let flag = try Command().shell("HOME=/h \(variables) descent doctor --progress mine.json --json")
    #expect(flag.text.contains("\"mine.json\""))
  }
}
