/// A small lesson with every kind of step.
package enum BowlLesson {
  /// Answers: b, 10 (steps-to 1e-6 at half the distance a step), learning-rate=1.
  package static let page = """
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

  /// The same with a second hint, a caption, and words between the steps and behind them.
  package static let wordy =
    page.replacing("hint: [Think of 1 − η.]", with: "hint: [Think of 1 − η., It is 1/2.]")
    .replacing("path to its middle.\n", with: "path to its middle.\ncaption: It halves each time.\n")
    .replacing("<!-- descent:end bowl-half -->\n", with: "<!-- descent:end bowl-half -->\n\nMore words.\n")
    .replacing("```sh", with: "Play with it.\n\n```sh") + "\n\n## The end\n\nLast words."
}
