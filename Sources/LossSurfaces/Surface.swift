/// A loss with all that a picture of it needs: where to look, where to start, how fast, and what is there to be found.
public struct Surface: Sendable {
  /// The catalog name, the stem of the file's name, or `formula`.
  public var name: String
  public var title: String
  public var loss: LossFunction
  /// The labels of the two axes.
  public var axes: (x: String, y: String)
  public var view: View
  public var start: Point
  public var learningRate: Double
  public var steps: Int
  public var criticalPoints: [CriticalPoint]
  public var about: String
  public var source: String

  public init(
    name: String, title: String, loss: LossFunction, axes: (x: String, y: String), view: View, start: Point,
    learningRate: Double, steps: Int, criticalPoints: [CriticalPoint] = [], about: String = "", source: String = ""
  ) {
    self.name = name
    self.title = title
    self.loss = loss
    self.axes = axes
    self.view = view
    self.start = start
    self.learningRate = learningRate
    self.steps = steps
    self.criticalPoints = criticalPoints
    self.about = about
    self.source = source
  }

  /// A surface of a bare formula with the defaults: view −3..3 by −3..3, start (−2, 1.5), learning rate 0.1, 100 steps.
  public init(formula: String, parameters: [Parameter] = []) throws(InputError) {
    self.init(
      name: "formula", title: formula, loss: try LossFunction(formula: formula, parameters: parameters),
      axes: ("x", "y"), view: try View(x: (-3, 3), y: (-3, 3)), start: Point(-2, 1.5), learningRate: 0.1, steps: 100)
  }
}
