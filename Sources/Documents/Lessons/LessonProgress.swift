/// What a reader has answered, and where the reading goes on.
public struct LessonProgress: Sendable, Hashable {
  /// How it stands with a question.
  public struct Record: Sendable, Hashable {
    public enum Outcome: String, Sendable, CaseIterable {
      /// Not yet settled: hints were read, or wrong answers given.
      case open
      case right
      /// A prediction that did not come true.
      case wrong
      /// The answer was shown after the last try.
      case shown
      case skipped
      /// Free play.
      case played
    }

    public var outcome = Outcome.open
    /// The answers as they were typed, the last twenty.
    public var tries: [String] = []
    /// How many hints were read.
    public var hints = 0

    public init() {}

    /// Whether the reader went on from the question.
    public var isSettled: Bool { outcome != .open }

    /// Beyond these nothing is learnt from them.
    private static let mostTries = 20
    private static let longestTry = 200

    public mutating func add(try text: String) {
      tries = (tries + [String(text.prefix(Self.longestTry))]).suffix(Self.mostTries)
    }
  }

  /// Where the reading goes on.
  public struct Position: Sendable, Hashable {
    public var lesson: String
    /// From 0.
    public var step: Int

    public init(lesson: String, step: Int) {
      self.lesson = lesson
      self.step = step
    }
  }

  public var position: Position?
  /// The lessons that were read to the end, in that order.
  public var finished: [String] = []
  public private(set) var records: [String: Record] = [:]
  /// The questions whose records were changed since the file was read.
  private var changed: Set<String> = []
  /// The lessons that were forgotten since then.
  private var unread: Set<String> = []

  public init() {}

  public subscript(question: String) -> Record {
    get { records[question] ?? Record() }
    set {
      records[question] = newValue
      changed.insert(question)
    }
  }

  public mutating func finish(_ lesson: String) {
    unread.remove(lesson)
    if !finished.contains(lesson) { finished.append(lesson) }
  }

  /// Forgets the answers to these questions and that these lessons were read.
  public mutating func reset(questions: [String], lessons: [String]) {
    for question in questions {
      records[question] = nil
      changed.insert(question)
    }
    finished.removeAll { lessons.contains($0) }
    unread.formUnion(lessons)
    if let position, lessons.contains(position.lesson) { self.position = nil }
  }

  /// Forgets everything.
  public mutating func reset() {
    changed.formUnion(records.keys)
    records = [:]
    unread.formUnion(finished)
    finished = []
    position = nil
  }

  /// What was changed stands in the file: another session's changes count from here on.
  mutating func markSaved() { (changed, unread) = ([], []) }

  /// These records as they were read from a file.
  init(position: Position?, finished: [String], records: [String: Record]) {
    self.position = position
    self.finished = finished
    self.records = records
  }

  /// This progress with what another session has written meanwhile: of a question that was not changed here the other's record
  /// counts, and lessons that either has read to the end are read.
  func merged(into other: LessonProgress) -> LessonProgress {
    var merged = self
    merged.records = other.records.filter { !changed.contains($0.key) }
    for (question, record) in records where changed.contains(question) {
      merged.records[question] = record
    }
    merged.finished = other.finished.filter { !unread.contains($0) && !finished.contains($0) } + finished
    return merged
  }
}
