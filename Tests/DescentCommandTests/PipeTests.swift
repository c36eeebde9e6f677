import Testing

/// Readers that stop early, as `head` does.
@Suite struct PipeTests {
  @Test(arguments: [
    "schedule cosine --steps 100000", "schedule cosine --steps 100000 --json", "run bowl --steps 20000 --json",
    "run bowl --steps 20000 --csv -", "surface himmelblau", "--help",
  ])
  func quietEnd(_ line: String) throws {
    // Once as a shell leaves SIGPIPE, once as a parent that ignores it does.
    for prefix in ["", "trap '' PIPE; "] {
      let result = try Command().shell("\(prefix)set -o pipefail; descent \(line) | head -c 10")
      #expect(result.code == 0)
      #expect(result.output.count == 10)
      #expect(result.errors.isEmpty)
    }
  }

  /// A picture is of no use in part.
  @Test func pictureThatNobodyTakes() throws {
    let result = try Command().shell("set -o pipefail; descent run bowl -o - | true")
    #expect(result.code == 74)
    #expect(result.errors == "descent: standard output: Broken pipe\n")
  }

  /// Devices and pipes are written, never replaced.
  @Test func standardOutputByName() throws {
    let descent = try Command()
    let result = try descent.shell("descent run bowl --size 320x240 --scale 1 -o /dev/stdout | head -c 8 | tail -c 7")
    #expect(result.text.hasPrefix("PNG"))
  }
}
