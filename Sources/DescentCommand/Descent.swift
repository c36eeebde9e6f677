import ArgumentParser
import LossSurfaces

/// The command `descent`.
@main
struct Descent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "descent",
    abstract: "Shows what a learning rate does.",
    usage: "descent VERB …",
    discussion: """
      EXAMPLES
        descent run rosenbrock --learning-rate 0.0005,0.0015,0.0025 \\
            --steps 3000 -o rosenbrock.png
        descent run ravine --learning-rate 0.19 --schedule constant \\
            --schedule step:factor=0.5,every=20 -o ravine.png
        descent run --formula "x^2/2 + y^4/4 - y^2/2" --start 1.5,0.001 \\
            --learning-rate 0.1 --steps 120 -o saddle.png
        descent schedule warm-restarts:period=20 cosine --steps 100 -o rates.png
        # what surfaces there are, and what derivatives say of one
        descent surface
        descent surface himmelblau --at 1,2
        # the lessons; `descent lesson` takes you through them
        descent lesson list

      Every verb explains itself with --help, examples first.
      """,
    version: Version.current,
    subcommands: [
      RunVerb.self, CompareVerb.self, ScheduleVerb.self, RangeTestVerb.self, MapVerb.self, SurfaceVerb.self,
      RenderVerb.self, EmbedVerb.self, LessonVerb.self, InspectVerb.self, SchemaVerb.self, CompletionsVerb.self,
      ManualVerb.self, DoctorVerb.self,
    ])

  /// Parses, runs, and ends the process with the exit code that the failure calls for.
  static func main() {
    Console.outliveReaders()
    do {
      try checkVerb(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      do { try command.run() } catch let request as WholeCommandRequest { try request.answer(for: Self.self) }
    } catch {
      (Failure(ours: error) ?? Failure(ofParser: error, Descent.self)).exit()
    }
  }

  /// The argument parser would call a misspelt verb an unexpected argument.
  private static func checkVerb(_ word: String?) throws(Failure) {
    let verbs = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !verbs.contains(word) else { return }
    throw Failure("unknown verb '\(word)'\n\(Spelling.remedy(for: word, among: verbs, called: "verbs"))", .usage)
  }
}
