import LossSurfaces
import Markdown
import SurfaceCatalog

/// Reads the marker of a question and what stands between its markers.
struct QuestionReader {
  let block: Block
  let text: String
  /// All figures of the page.
  let figures: [Block]

  func question() throws(InputError) -> Question {
    guard !text.isEmpty else {
      throw InputError(
        "the question '\(block.id)' asks nothing", remedy: "Write it between its markers.", at: block.place)
    }
    let isEmpty = block.body.text[...].trimmed.isEmpty
    guard !isEmpty else {
      throw InputError(
        "the question '\(block.id)' has no answer",
        remedy: "Write it between the id and the -->: \(Self.keys(block.kind)).",
        at: block.place)
    }
    let root = try block.body.yaml().mapping(keys: Self.possibleKeys(block.kind))
    let kind: Question.Kind =
      switch block.kind {
      case .predict: .predict(try prediction(root))
      case .number: .number(try number(root))
      case .challenge: .challenge(try challenge(root))
      case .attempt: .attempt(try playground(root))
      case .figure: preconditionFailure("a figure is no question")
      }
    return Question(id: block.id, kind: kind, text: text, hints: try hints(root), place: block.place)
  }

  private static func possibleKeys(_ kind: Block.Kind) -> [String] {
    switch kind {
    case .predict: ["answer", "why", "hint", "figure"]
    case .number: ["answer", "tolerance", "unit", "why", "hint"]
    case .challenge: ["from", "allow", "goal", "solution", "why", "hint"]
    case .attempt: ["from", "allow", "hint"]
    case .figure: []
    }
  }

  private static func keys(_ kind: Block.Kind) -> String {
    possibleKeys(kind).map { "'\($0): …'" }.joined(separator: ", ")
  }

  private func hints(_ root: YAMLMapping) throws(InputError) -> [String] {
    guard let node = root["hint"] else { return [] }
    var hints: [String] = []
    for item in try node.list() { hints.append(try item.string()) }
    return hints
  }

  // MARK: Predictions

  private func prediction(_ root: YAMLMapping) throws(InputError) -> Prediction {
    let texts = try choices()
    let letters = texts.map(\.letter)
    let answerNode = try root.required("answer")
    let answer = try answerNode.string()
    guard letters.contains(answer) else {
      throw answerNode.error(
        "'answer' is '\(answer)', which is no choice", remedy: "The choices are \(letters.joined(separator: ", ")).")
    }
    let why = try root.required("why").mapping(keys: letters)
    var choices: [Prediction.Choice] = []
    for (letter, text) in texts {
      guard let node = why[letter] else {
        throw why.node.error(
          "'why' says nothing to who chose \(letter)", remedy: "Add it: '\(letter): …'.")
      }
      choices.append(Prediction.Choice(letter: letter, text: text, why: try node.string()))
    }
    return Prediction(choices: choices, answer: answer, figure: try predictedFigure(root["figure"]))
  }

  /// The items `- a. …` of the last list.
  private func choices() throws(InputError) -> [(letter: String, text: String)] {
    let lists = MarkdownParser.blocks(text).compactMap { block -> [[MarkdownBlock]]? in
      if case .list(nil, _, let items) = block { items } else { nil }
    }
    let alphabet = "abcdefgh".map(String.init)
    guard let items = lists.last, (2...alphabet.count).contains(items.count) else {
      throw InputError(
        "the prediction '\(block.id)' needs a list of 2 to \(alphabet.count) choices",
        remedy: "Write them as items: '- a. it stops', '- b. it goes on'.", at: block.place)
    }
    var choices: [(letter: String, text: String)] = []
    for (letter, item) in zip(alphabet, items) {
      guard case .paragraph(let inlines)? = item.first, inlines.plainText.hasPrefix("\(letter). ") else {
        throw InputError(
          "choice \(choices.count + 1) of '\(block.id)' does not begin with '\(letter). '",
          remedy: "Choices are lettered in order: '- \(letter). …'.", at: block.place)
      }
      choices.append((letter, inlines.plainText.dropFirst(3)[...].trimmed))
    }
    return choices
  }

  /// The figure named, or the next one; it stands behind the question.
  private func predictedFigure(_ node: YAMLNode?) throws(InputError) -> String {
    let later = figures.filter { $0.begin.lowerBound > block.end.upperBound }
    guard let node else {
      guard let next = later.first else {
        throw InputError(
          "no figure follows the prediction '\(block.id)'", remedy: "Let the figure that answers it follow.",
          at: block.place)
      }
      return next.id
    }
    let name = try figure(node)
    guard later.contains(where: { $0.id == name }) else {
      throw node.error(
        "the figure '\(name)' stands before the question that it answers", remedy: "Let it stand behind.")
    }
    return name
  }

  /// The id of a figure of this page.
  private func figure(_ node: YAMLNode) throws(InputError) -> String {
    let (name, ids) = (try node.string(), figures.map(\.id))
    guard ids.contains(name) else {
      throw node.error(
        "no figure of this page is called '\(name)'",
        remedy: ids.isEmpty ? "It has none." : Spelling.remedy(for: name, among: ids, called: "figures"))
    }
    return name
  }

  // MARK: Numbers

  private func number(_ root: YAMLMapping) throws(InputError) -> NumericAnswer {
    let answer = try root.required("answer")
    let source: NumericAnswer.Source
    if case .mapping = answer.content {
      let keys = try answer.mapping(keys: ["figure", "run", "quantity"])
      source = .run(
        RunQuantity(
          figure: try figure(keys.required("figure")), run: try keys["run"]?.integer(in: 1...10_000) ?? 1,
          quantity: try keys.required("quantity").string(), place: try keys.required("quantity").place))
    } else {
      source = .value(try answer.number())
    }
    return NumericAnswer(
      source: source, tolerance: try tolerance(root.required("tolerance")), unit: try root["unit"]?.string(),
      why: try root.required("why").string())
  }

  /// `0.005`, or `5%`.
  private func tolerance(_ node: YAMLNode) throws(InputError) -> NumericAnswer.Tolerance {
    if case .scalar(let text) = node.content, text.hasSuffix("%") {
      guard let percent = Double(text.dropLast()[...].trimmed), (0...100).contains(percent) else {
        throw node.mismatch(needs: "a number from 0% to 100%")
      }
      return .relative(percent / 100)
    }
    let margin = try node.number()
    guard margin >= 0 else { throw node.mismatch(needs: "a number that is not negative") }
    return .absolute(margin)
  }

  // MARK: Play

  private func playground(_ root: YAMLMapping) throws(InputError) -> Playground {
    let from = try figure(root.required("from"))
    var allowed: [ReaderSettings.Key] = []
    for item in try root.required("allow").list() { allowed.append(try item.word(among: ReaderSettings.Key.self)) }
    guard !allowed.isEmpty else { throw try root.required("allow").error("nothing may be changed") }
    return Playground(figure: from, allowed: allowed)
  }

  private func challenge(_ root: YAMLMapping) throws(InputError) -> Challenge {
    let playground = try playground(root)
    var goals: [Expectation] = []
    for node in try root.required("goal").list() {
      var goal = try node.reading { text throws(InputError) in try Expectation(parsing: text) }
      goal.mark.place = node.place
      guard goal.subject == .all || goal.subject == .number(1) else {
        throw node.error("a reader has one run", remedy: "Begin the goal with '1:' or 'all:'.")
      }
      goals.append(goal)
    }
    guard !goals.isEmpty else { throw try root.required("goal").error("the challenge has no goal") }
    return Challenge(
      playground: playground, goals: goals,
      solution: try ReaderSettings(root.required("solution"), allowed: playground.allowed),
      why: try root.required("why").string())
  }
}
