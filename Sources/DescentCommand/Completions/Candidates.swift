import ArgumentParser
import Documents
import Figures
import LossSurfaces
import Optimization
import SurfaceCatalog

/// What a shell offers for the values of options and arguments. Shells keep of these what begins as the word does.
enum Candidates {
  /// The surfaces of the catalog, and surface files.
  static let surfaces = kind { _, word in Catalog.names + FileNames.yaml(beginning: word) }

  /// The same, and the word `check`, behind which stands a file.
  static let surfacesAndCheck = kind { words, word in
    let files = FileNames.yaml(beginning: word)
    return words.contains("check") && word != "check" ? files : Catalog.names + ["check"] + files
  }

  /// The names that parameters of the surface on the command line have.
  static let parameters = kind { words, word in
    let surface = words.lazy.filter(Catalog.names.contains).compactMap { try? Catalog.surface(named: $0) }.first
    guard let surface else { return [] }
    return list(surface.loss.parameters.map { "\($0.name)=" }, beginning: word) { $0.prefix { $0 != "=" } }
  }

  static let schedules = kind { _, word in SpecificationWords(Schedule.reference).beginning(word) + ["all"] }
  static let plainSchedules = kind { _, word in SpecificationWords(Schedule.reference).beginning(word) }
  static let optimizers = kind { _, word in SpecificationWords(Optimizer.reference).beginning(word) + ["all"] }
  static let plainOptimizers = kind { _, word in SpecificationWords(Optimizer.reference).beginning(word) }

  /// What a map can vary: the settings of every run, and the keys of the schedule and the optimizer on the command line.
  static let axes = kind { words, _ in
    let names = words.map { String($0.prefix { $0 != ":" }) } + (words.contains("--optimizer") ? [] : ["sgd"])
    let keys = (Schedule.reference + Optimizer.reference).filter { names.contains($0.name) }.flatMap(\.keys)
      .filter(\.isNumeric)
    let settings = [MapSetting.learningRate, .startX, .startY, .noise].map(\.key)
    return (settings + keys.map(\.name)).map { "\($0)=" }
  }

  /// Panels, one behind the other.
  static let panels = kind { _, word in
    let all = PathFigure.Panel.allCases.map(\.rawValue)
    return list(all, beginning: word) + (word.contains(",") ? [] : ["none"])
  }

  static let samplings = kind { _, word in list(Sampling.allCases.map(\.rawValue), beginning: word) }

  static let palettes = CompletionKind.list(ColorMap.all.map(\.name))

  /// Lessons of the course by their names.
  static let lessons = kind { _, word in Course.builtIn.ids + FileNames.pages(beginning: word) }

  /// Lessons and their questions.
  static let lessonsAndQuestions = kind { _, word in
    Course.builtIn.ids + questionNames + FileNames.pages(beginning: word)
  }

  static let questions = kind { _, _ in questionNames }

  private static var questionNames: [String] { Course.builtIn.ids.flatMap { Course.builtIn.questionIDs(of: $0) } }

  /// The names of recipe files.
  static let recipes = CompletionKind.file(extensions: ["yaml", "yml"])

  static func words<Word: CaseIterable & RawRepresentable>(_: Word.Type, and more: [String] = []) -> CompletionKind
  where Word.RawValue == String {
    .list(more + Word.allCases.map(\.rawValue))
  }

  static let flags = CompletionKind.list(["true", "false"])

  /// The words of a list with commas that a word begins, each once: what stands before its last comma, and behind it what is not
  /// yet in it.
  static func list(
    _ words: [String], beginning word: String, name: (String) -> any StringProtocol = { $0 }
  ) -> [String] {
    let parts = word.split(separator: ",", omittingEmptySubsequences: false)
    let done = parts.dropLast().map { String(name(String($0))) }
    let head = parts.dropLast().map { $0 + "," }.joined()
    return words.filter { !done.contains(String(name($0))) }.map { head + $0 }
  }

  /// `offer` is given the words of the command line and the beginning of the word at hand.
  private static func kind(_ offer: @escaping @Sendable (_ words: [String], _ word: String) -> [String])
    -> CompletionKind
  {
    .custom { words, _, word in
      let offered = offer(words, word)
      // To zsh a colon ends the word and begins its description.
      return CompletionShell.requesting == .zsh ? offered.map { $0.replacing(":", with: "\\:") } : offered
    }
  }
}
