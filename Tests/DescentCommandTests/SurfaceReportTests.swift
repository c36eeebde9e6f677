import Testing

/// What `descent surface` says of critical points.
@Suite struct SurfaceReportTests {
  private func lines(_ arguments: String...) throws -> [String] {
    let result = try Command().run(["surface"] + arguments)
    #expect(result.code == 0, "\(result.errors)")
    let lines = result.text.split(separator: "\n").map(String.init)
    return Array(lines[(lines.firstIndex { $0.hasPrefix("critical points") || $0.hasPrefix("no critical") } ?? 0)...])
  }

  @Test func theBoundedSaddle() throws {
    #expect(
      try lines("bounded-saddle") == [
        "critical points: 2 minima, 1 saddle",
        "  minimum at (0, 1): f = −0.25, eigenvalues 1, 2, 2/λmax = 1 — the upper minimum",
        "  minimum at (0, −1): f = −0.25, eigenvalues 1, 2, 2/λmax = 1 — the lower minimum",
        """
          saddle at (0, 0): f = 0, eigenvalues −1, 1, falls away along ±(0, 1), where an offset grows ×(1 + 1·η) a \
        step — the saddle
        """,
      ])
  }

  @Test(arguments: [
    ("x + y", ["no critical points found in the view"]),
    ("abs(x) + y^2/2", ["critical points: 1 cusp", "  cusp at (0, 0): f = 0, eigenvalues 0, 1, the gradient jumps"]),
    (
      "x^3 - 3*x*y^2",
      ["critical points: 1 degenerate point", "  degenerate at (0, 0): f = 0, eigenvalues 0, 0 — monkey saddle"]
    ),
    ("-x^2 - y^2", ["critical points: 1 maximum", "  maximum at (0, 0): f = 0, eigenvalues −2, −2"]),
  ])
  func formulas(formula: String, expected: [String]) throws { #expect(try lines("--formula", formula) == expected) }

  @Test func longListsAreCut() throws {
    let lines = try lines("--formula", "sin(20*x)*sin(20*y)")
    #expect(lines.count == 63)
    #expect(lines[1] == "  (there may be more: the search ends at 500; a smaller view shows all)")
    #expect(lines.last == "  … and 440 more, which --json lists")
    let some = try self.lines("--formula", "sin(5*x)*sin(5*y)")
    #expect(some.count == 62 && some[0] == "critical points: 50 minima, 81 saddles, 50 maxima")
    #expect(some.last == "  … and 121 more, which --json lists")
  }
}
