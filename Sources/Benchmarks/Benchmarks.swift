import Foundation

/// Measures what the tool promises to be fast at, and prints it beside the goals.
///
///     swift build -c release -Xswiftc -static-executable -Xswiftc -use-ld=lld
///     swift run -c release -Xswiftc -static-executable -Xswiftc -use-ld=lld benchmarks [WORD …]
///
/// With words, only the benchmarks whose names contain one of them. The cold ones run the `descent` that was built
/// beside this program.
@main struct Benchmarks {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    let chosen = all.filter { benchmark in
      words.isEmpty || words.contains { benchmark.name.localizedCaseInsensitiveContains($0) }
    }
    print(Machine.description)
    print(Table.header)
    for benchmark in chosen {
      for row in try benchmark.measure() { print(Table.line(row)) }
    }
  }

  private static let all: [Benchmark] = [
    ColdFigure.benchmark, FigureFamily.benchmark, WarmFigure.benchmark, ImageEncoding.benchmark,
    AnimatedFigure.benchmark, LevelCurves.benchmark, SingleRun.benchmark, BasinMap.benchmark,
    NoiseNumbers.benchmark, ElementaryFunctions.benchmark, TrajectoryBlocks.benchmark,
  ]
}
