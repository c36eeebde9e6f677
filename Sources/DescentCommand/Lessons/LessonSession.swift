import Documents
import LossSurfaces

/// A reader on the way through a course: where the reading stands, and what an answer does to it.
struct LessonSession {
  /// What came of an answer.
  struct Reply {
    let judgment: Judgment
    /// Whether the reader goes on from the question.
    let isSettled: Bool
    /// The right answer, where it is given away.
    let solution: [String]
    /// How many wrong answers there may still be.
    var triesLeft: Int?
  }

  let course: Course
  var file: ProgressFile
  private(set) var lesson: Lesson
  private(set) var steps: [LessonStep]
  private(set) var index: Int
  private var judge: Judge
  private let adapted: (Recipe) -> Recipe
  /// Wrong answers to the question at hand.
  private var wrongTries = 0

  /// Begins at what was chosen, else where the progress says, else at the first lesson. A page of the reader's own goes on where it was
  /// left, and begins anew when it was read to the end.
  init(_ choice: CourseChoice, _ file: ProgressFile, adapted: @escaping (Recipe) -> Recipe) throws {
    let course = choice.course
    self.course = course
    self.file = file
    self.adapted = adapted
    let position = file.progress.position
    let known = position.flatMap { course.ids.contains($0.lesson) ? $0 : nil }
    var id = choice.lesson ?? known?.lesson ?? course.ids[0]
    var lesson = try course.lesson(id)
    // A place behind the last step, be it that the page is shorter now: the next lesson.
    if choice.lesson == nil, let known, known.lesson == id, known.step >= lesson.steps.count,
      let next = course.next(after: id)
    {
      id = next
      lesson = try course.lesson(next)
    }
    self.lesson = lesson
    steps = lesson.steps
    judge = Judge(lesson, adapted: adapted)
    index = 0
    if let question = choice.question {
      index = steps.firstIndex { $0.question?.id == question } ?? 0
    } else if choice.lesson == nil || !course.isBuiltIn, let known, known.lesson == id {
      let isRead = known.step >= steps.count
      index = isRead ? choice.lesson == nil ? steps.count : 0 : known.step
    }
    countTries()
  }

  /// Nil at the end of the course.
  var step: LessonStep? { index < steps.count ? steps[index] : nil }

  var question: Question? { step?.question }

  /// `Lesson 3 of 16 · step 2 of 7`.
  var standing: String {
    let number = (course.ids.firstIndex(of: lesson.id) ?? 0) + 1
    return "Lesson \(number) of \(course.ids.count) · step \(min(index + 1, steps.count)) of \(steps.count)"
  }

  private mutating func countTries() {
    guard let question else {
      wrongTries = 0
      return
    }
    let record = file.progress[question.id]
    wrongTries = record.isSettled ? 0 : record.tries.count
  }

  /// Remembers where the reader is.
  mutating func savePlace() {
    file.progress.position = .init(lesson: lesson.id, step: index)
    file.save()
  }

  // MARK: Going on

  /// Goes to the next step, or the next lesson's first. False at the end of the course.
  @discardableResult
  mutating func goOn() throws -> Bool {
    index += 1
    if index >= steps.count {
      file.progress.finish(lesson.id)
      if let next = course.next(after: lesson.id) { try open(next) }
    }
    countTries()
    savePlace()
    return step != nil
  }

  /// Goes to the next step without keeping the place.
  mutating func skipText() throws {
    index += 1
    if index >= steps.count, let next = course.next(after: lesson.id) { try open(next) }
    countTries()
  }

  private mutating func open(_ id: String) throws {
    lesson = try course.lesson(id)
    steps = lesson.steps
    judge = Judge(lesson, adapted: adapted)
    index = 0
  }

  // MARK: Questions

  /// Judges an answer and keeps it. What was right before stays so.
  mutating func answer(_ text: String) throws -> Reply? {
    guard let question else { return nil }
    let judgment = try judge.judge(text, to: question)
    guard judgment.outcome != .unreadable else {
      return Reply(judgment: judgment, isSettled: false, solution: [])
    }
    var record = file.progress[question.id]
    record.add(try: text)
    if judgment.outcome == .wrong { wrongTries += 1 }
    let isLast = judgment.outcome == .wrong && wrongTries >= question.mostTries
    let outcome: LessonProgress.Record.Outcome =
      switch judgment.outcome {
      case .right: .right
      case .played: .played
      case .wrong, .unreadable: isLast ? question.mostTries == 1 ? .wrong : .shown : .open
      }
    if !record.isSettled || outcome == .right { record.outcome = outcome }
    file.progress[question.id] = record
    file.save()
    return Reply(
      judgment: judgment, isSettled: judgment.outcome != .wrong || isLast,
      solution: isLast ? try judge.solution(of: question) : [],
      triesLeft: judgment.outcome == .wrong && !isLast ? question.mostTries - wrongTries : nil)
  }

  /// Skips a question; what was answered before stays.
  mutating func skip() {
    guard let question else { return }
    var record = file.progress[question.id]
    if !record.isSettled { record.outcome = .skipped }
    file.progress[question.id] = record
    file.save()
  }

  /// The next hint; nil when there is none, or no other.
  mutating func hint() -> String? {
    guard let question else { return nil }
    var record = file.progress[question.id]
    guard record.hints < question.hints.count else { return nil }
    record.hints += 1
    file.progress[question.id] = record
    file.save()
    return question.hints[record.hints - 1]
  }

  /// The hints read so far.
  var hintsRead: [String] {
    guard let question else { return [] }
    return Array(question.hints.prefix(file.progress[question.id].hints))
  }
}
