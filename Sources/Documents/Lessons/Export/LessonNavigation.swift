/// Where a page stands among several that are exported together.
public struct LessonNavigation: Sendable {
  private let lessons: [Lesson]
  private let index: Int

  /// The lesson at `index` of those that are exported.
  public init(_ index: Int, of lessons: [Lesson]) {
    precondition(lessons.indices.contains(index), "a lesson among those that are exported")
    self.lessons = lessons
    self.index = index
  }

  /// The lesson before, the list of all, the lesson after.
  var html: String {
    func link(_ lesson: Lesson, _ arrow: (String, String), _ relation: String) -> String {
      "<a rel=\"\(relation)\" href=\"\(Escaping.html(lesson.id)).html\">\(arrow.0)\(Escaping.html(lesson.title))\(arrow.1)</a>"
    }
    let previous = index > 0 ? [link(lessons[index - 1], ("← ", ""), "prev")] : []
    let next = index + 1 < lessons.count ? [link(lessons[index + 1], ("", " →"), "next")] : []
    let place = ["<a href=\"index.html\">Lesson \(index + 1) of \(lessons.count)</a>"]
    return "<nav>\((previous + place + next).joined(separator: " · "))</nav>"
  }
}
