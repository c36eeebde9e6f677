import LossSurfaces

/// Events of one kind that may happen in every step.
enum Recurrence {
  /// A schedule may cut its rate in each of a million steps; nobody reads more sentences than this.
  private static let mostEvents = 100

  /// An event for each step; when there are too many, the last one stands for the rest.
  static func events(
    _ kind: Event.Kind, at steps: [Int], figures: (Int) -> [Verdict.Figure] = { _ in [] },
    sentence: (Int) -> String
  ) -> [Event] {
    var events = steps.prefix(mostEvents).map {
      Event(kind: kind, step: $0, sentence: sentence($0), figures: figures($0))
    }
    if let last = steps.last, steps.count > mostEvents {
      events[mostEvents - 1].until = last
      let more = NumberText.string(steps.count - mostEvents)
      events[mostEvents - 1].sentence += " The same happened \(more) times more, up to step \(NumberText.string(last))."
    }
    return events
  }
}
