import LossSurfaces

@testable import Documents

/// A small lesson to change in tests.
enum LessonFixture {
  static let page = """
    # A bowl

    Some words.

    <!-- descent:predict halves
    answer: b
    why: {a: "No, it shrinks.", b: Yes. A factor of 1/2 a step.}
    hint: [Think of 1 − η.]
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
    -->

    <!-- descent:end bowl-half -->

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

    ```sh
    descent run bowl
    ```

    <!-- descent:end freely -->
    """

  static func read(_ text: String = page, name: String = "03-bowl.md") -> (lesson: Lesson, faults: [String]) {
    var reader = LessonReader(Page(Array(text.utf8), name: name), folder: ".")
    let lesson = reader.lesson()
    return (lesson, reader.faults.map { "\($0.place?.line ?? 0): \($0.problem)" })
  }
}
