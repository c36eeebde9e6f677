import LossSurfaces
import Testing

@testable import Documents

@Suite struct LessonReaderTests {
  @Test func readsAPage() {
    let (lesson, faults) = LessonFixture.read()
    #expect(faults == [])
    #expect(lesson.id == "03-bowl")
    #expect(lesson.number == 3)
    #expect(lesson.title == "A bowl")
    #expect(lesson.questions.map(\.kindName) == ["predict", "number", "challenge", "try"])
    #expect(lesson.figures.map(\.id) == ["bowl-half"])
    #expect(lesson.questions[0].hints == ["Think of 1 − η."])
  }

  @Test func stepsEndWithQuestionsAndBeforeWhatFollowsAFigure() {
    let steps = LessonFixture.read().lesson.steps
    #expect(steps.map { $0.question?.id ?? "-" } == ["halves", "steps-to-a-thousandth", "at-once", "freely"])
    let beginWithFigure = steps.map { if case .figure? = $0.parts.first { true } else { false } }
    #expect(beginWithFigure[1] && !beginWithFigure[0])
  }

  @Test func sectionsAreNotCutInFences() {
    #expect(Lesson.sections(of: "a\n\n## b\n\n```\n## c\n```\n\n## d") == ["a", "## b\n\n```\n## c\n```", "## d"])
  }

  /// What is changed in the page, and what is said of it with its line.
  @Test(
    arguments: [
      ("answer: b", "answer: c", "6: 'answer' is 'c', which is no choice"),
      ("answer: b", "anwser: b", "6: unknown key 'anwser'"),
      ("a: \"No, it shrinks.\", ", "", "7: 'why' says nothing to who chose a"),
      ("- b. it halves it", "- c. it halves it", "5: choice 2 of 'halves' does not begin with 'b. '"),
      ("- b. it halves it\n", "", "5: the prediction 'halves' needs a list of 2 to 8 choices"),
      ("figure: bowl-half\n-->", "figure: bowl-haf\n-->", "9: no figure of this page is called 'bowl-haf'"),
      ("tolerance: 0\n", "", "30: the key 'tolerance' is missing"),
      ("tolerance: 0\n", "tolerance: -1\n", "31: 'tolerance' needs a number that is not negative, got '-1'"),
      ("allow: [learning-rate]\n", "allow: [learning-rat]\n", "44: item 1 of 'allow' cannot be 'learning-rat'"),
      ("solution: {learning-rate: 1}", "solution: {momentum: 1}", "46: unknown key 'momentum'"),
      ("1: steps-to 1e-9 <= 1", "2: steps-to 1e-9 <= 1", "45: a reader has one run"),
      ("Arrive in one step.\n", "", "42: the question 'at-once' asks nothing"),
      ("surface: bowl\n", "surface: bowll\n", "20: unknown surface 'bowll'"),
      ("alt: A bowl with a path to its middle.\n", "", "19: figure 'bowl-half' has no alt text"),
      ("# A bowl\n", "A bowl\n", "1: the page has no title"),
      ("<!-- descent:end freely -->", "", "54: "),
    ])
  func saysWhereAndWhatIsWrong(old: String, new: String, fault: String) {
    let text = LessonFixture.page.replacing(old, with: new)
    #expect(text != LessonFixture.page)
    let faults = LessonFixture.read(text).faults
    #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
  }

  @Test func allErrorsOfAPageAreFound() {
    let text = LessonFixture.page.replacing("answer: b", with: "answer: z").replacing(
      "tolerance: 0", with: "tolerance: x")
    #expect(LessonFixture.read(text).faults.count == 2)
  }

  @Test func aFigureBeforeItsPredictionIsRefused() {
    let page = LessonFixture.page.replacing("figure: bowl-half\n-->", with: "figure: first\n-->")
      .replacing(
        "Some words.", with: "<!-- descent:figure first\nsurface: bowl\nalt: x\n-->\n<!-- descent:end first -->")
    #expect(LessonFixture.read(page).faults == ["13: the figure 'first' stands before the question that it answers"])
  }
}
