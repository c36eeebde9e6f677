/// A small course of one page with every kind of step, for tests that take it.
enum LessonPage {
  /// Answers: b, 10 (steps-to 1e-6 at half the distance a step), learning-rate=1.
  static let text = """
    # A bowl

    Some words.

    <!-- descent:predict halves
    answer: b
    why: {a: "No, it shrinks.", b: Yes. A factor of 1/2 a step.}
    hint: [Think of 1 − η., It is 1/2.]
    figure: bowl-half
    -->

    **Predict.** What does η = 0.5 do to the distance?

    - a. it doubles it
    - b. it halves it

    <!-- descent:end halves -->

    <!-- descent:figure bowl-half
    surface: bowl
    learning-rate: 0.5
    start: [1, 0]
    steps: 20
    alt: A bowl with a path to its middle.
    caption: It halves each time.
    -->

    <!-- descent:end bowl-half -->

    More words.

    <!-- descent:number steps-to-a-thousandth
    answer: {figure: bowl-half, quantity: steps-to 1e-6}
    tolerance: 0
    unit: steps
    why: The loss is 0.5·0.25ⁿ.
    -->

    How many?

    <!-- descent:end steps-to-a-thousandth -->

    ## Play

    <!-- descent:challenge at-once
    from: bowl-half
    allow: [learning-rate]
    goal: ["1: steps-to 1e-9 <= 1"]
    solution: {learning-rate: 1}
    why: The factor is 0.
    -->

    Arrive in one step.

    <!-- descent:end at-once -->

    <!-- descent:try freely
    from: bowl-half
    allow: [learning-rate, noise]
    -->

    Play with it.

    ```sh
    descent run bowl
    ```

    <!-- descent:end freely -->

    ## The end

    Last words.
    """

  /// The same with a picture that a debug build draws in no time.
  static let small = text.replacing("steps: 20", with: "steps: 20\nsize: 320x240\nscale: 1")

  /// A folder of its own with the page and the arguments that every call needs.
  static func command() throws -> Command {
    let command = try Command()
    try command.write(text, to: "bowl.md")
    return command
  }
}
