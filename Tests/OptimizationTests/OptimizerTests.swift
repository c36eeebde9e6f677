import LossSurfaces
import Optimization
import Testing

/// What all optimizers have in common.
@Suite struct OptimizerTests {
  private static let filledIn = [
    "sgd:momentum=0,dampening=0,nesterov=false,weight-decay=0",
    "adagrad:lr-decay=0,initial-accumulator=0,eps=1e-10,weight-decay=0",
    "rmsprop:alpha=0.99,eps=1e-8,momentum=0,centered=false,weight-decay=0",
    "adadelta:rho=0.9,eps=1e-6,weight-decay=0",
    "adam:beta1=0.9,beta2=0.999,eps=1e-8,amsgrad=false,weight-decay=0",
    "adamw:beta1=0.9,beta2=0.999,eps=1e-8,amsgrad=false,weight-decay=0.01",
    "nadam:beta1=0.9,beta2=0.999,eps=1e-8,momentum-decay=0.004,weight-decay=0",
    "lion:beta1=0.9,beta2=0.99,weight-decay=0",
  ]

  @Test func namesAndDefaults() throws {
    #expect(Optimizer.names == Self.filledIn.map { String($0.prefix { $0 != ":" }) })
    for text in Self.filledIn {
      let name = String(text.prefix { $0 != ":" })
      let optimizer = try Optimizer(Specification(name))
      #expect(optimizer.specification.description == text)
      #expect(try Optimizer(Specification(parsing: text)).specification == optimizer.specification)
    }
  }

  @Test(arguments: [
    ("sgd", "SGD"), ("sgd:momentum=0.9", "SGD with momentum 0.9"),
    ("sgd:momentum=0.999,nesterov=true,weight-decay=1e-5", "SGD with Nesterov momentum 0.999, weight decay 10⁻⁵"),
    ("adam:beta1=0.8,amsgrad=true", "Adam with beta1 0.8, amsgrad"), ("adamw", "AdamW"),
    ("adamw:weight-decay=0", "AdamW with weight decay 0"), ("rmsprop:centered=true", "RMSprop, centered"),
  ])
  func settings(text: String, expected: String) throws {
    #expect(try Optimizer(Specification(parsing: text)).settings == expected)
  }

  /// Only sgd has a stability limit and a momentum in the sense of the verdicts.
  @Test func onlySGDHasALimit() throws {
    for name in Optimizer.names {
      let optimizer = try Optimizer(Specification(name))
      #expect(optimizer.stabilityLimit == (name == "sgd" ? 2 : nil))
      #expect(optimizer.momentum == (name == "sgd" ? 0 : nil))
      #expect(!optimizer.isNesterov)
    }
    let nesterov = try Optimizer(Specification(parsing: "sgd:momentum=0.9,nesterov=true"))
    #expect(nesterov.momentum == 0.9 && nesterov.isNesterov)
  }

  /// A flat surface moves none, and one step is enough for each; weights at 0 have no decay.
  @Test(arguments: Optimizer.names, [1, 100])
  func staysOnAFlatSurface(name: String, steps: Int) throws {
    let trajectory = try run(
      on: "1 + 0*x", from: Point(0, 0), Schedule(constant: 0.1), steps: steps, optimizer: name
    ).trajectory()
    #expect(trajectory.x == [Double](repeating: 0, count: steps + 1))
    #expect(trajectory.divergedAt == nil)
  }

  /// Every optimizer lowers the loss of the bowl.
  @Test(arguments: Optimizer.names)
  func descends(name: String) throws {
    let trajectory = try run(
      on: "(x^2 + y^2)/2", from: Point(1, -2), Schedule(constant: name == "adadelta" ? 1 : 0.05), steps: 200,
      optimizer: name
    ).trajectory()
    #expect(trajectory.loss.last! < trajectory.loss[0])
    #expect(trajectory.loss.allSatisfy { $0 <= trajectory.loss[0] })
  }

  private static let mistakes: [(String, String)] = [
    (
      "sgd:nesterov=true",
      """
      1:14: 'nesterov' needs momentum above 0 and dampening 0
          sgd:nesterov=true
                       ^
      Add momentum=0.9, or leave out 'nesterov'.
      """
    ),
    (
      "sgd:momentum=1.5",
      """
      1:14: 'momentum' takes a number from 0 to 1, not 1.5
          sgd:momentum=1.5
                       ^
      It means how much of the last step's velocity is kept; left out, it is 0.
      """
    ),
    (
      "adam:beta2=1",
      """
      1:12: 'beta2' takes a number from 0, below 1, not 1
          adam:beta2=1
                     ^
      It means how much of the average of squared gradients is kept; left out, it is 0.999.
      """
    ),
    (
      "adam:eps=0",
      """
      1:10: 'eps' takes a number above 0, not 0
          adam:eps=0
                   ^
      It means what keeps the denominator from 0; left out, it is 1e-8.
      """
    ),
    (
      "sdg",
      """
      1:1: unknown optimizer 'sdg'
          sdg
          ^
      Did you mean 'sgd'?
      """
    ),
  ]

  @Test(arguments: mistakes)
  func badInput(text: String, message: String) {
    let error = #expect(throws: InputError.self) { try Optimizer(Specification(parsing: text)) }
    #expect(error?.description == message)
  }
}
