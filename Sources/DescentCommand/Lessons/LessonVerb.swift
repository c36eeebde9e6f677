import ArgumentParser

/// `descent lesson`: the course in the terminal, and what its authors and teachers need.
struct LessonVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Take the course in the terminal.",
    usage: "descent lesson [LESSON]\n       descent lesson COMMAND …",
    discussion: """
      EXAMPLES
        # begin, or go on where you left off
        descent lesson
        # the lesson of that number; a question by its name
        descent lesson 5
        descent lesson go just-below-the-limit
        descent lesson list
        descent lesson status
        # without a terminal: the step is printed, and answered so
        descent lesson --answer b
        descent lesson --skip
        # a page for the web, in one file
        descent lesson export 5 -o step-decay.html
        # for authors and teachers
        descent lesson lint Gallery
        descent lesson test 5 --answers answers.yaml

      What you answer is kept in the file that `descent lesson status` names.
      """,
    subcommands: [
      LessonStart.self, LessonList.self, LessonStatus.self, LessonGo.self, LessonHint.self, LessonReset.self,
      LessonLintVerb.self, LessonTest.self, LessonExport.self,
    ], defaultSubcommand: LessonStart.self)
}
