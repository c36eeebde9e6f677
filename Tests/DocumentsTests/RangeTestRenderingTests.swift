import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Documents

@Suite struct RangeTestRenderingTests {
  private static let small = "figure: range-test\nsize: [320, 240]\nscale: 1\n"

  private static func rendering(_ yaml: String) throws -> RangeTestRendering {
    let recipe = try Recipe(yaml: small + yaml, file: "r.yaml")
    return try RangeTestRendering(RangeTestPlan(recipe, surface: recipe.surface()))
  }

  /// What is left unsaid: a hundred steps from a thousandth of the surface's rate to a hundred times it.
  @Test func defaults() throws {
    let test = try Self.rendering("surface: ravine\n").plan.test
    #expect(
      test.run.schedule.specification.description == "range-test:low=0.00015,high=15,steps=100,growth=exponential")
    #expect(test.run.steps == 100)
    #expect(test.smoothing == 0.98)
    #expect(test.rates.count == 100)
  }

  /// The recipe in a picture draws the same picture again.
  @Test(arguments: [
    "surface: ravine\n",
    "surface: ravine\nrange: {low: 1e-3, high: 2, steps: 40, growth: linear, smoothing: 0}\nstart: [1, 1]\n",
    "surface: linear-regression\nrange: {steps: 30}\nbatch-size: 2\nsampling: replacement\nseed: 9\ntheme: dark\n",
    "formula: a*x^2 + y^2\nparameters: {a: 3}\noptimizer: sgd:momentum=0.9\nnoise: 0.1\nrange: {steps: 20}\n",
    "surface: bowl\ntitle: 'a: b'\nfooter: f\nexpect: ['slide: not diverged']\n",
  ])
  func drawsTheSame(_ yaml: String) throws {
    let first = try Self.rendering(yaml)
    #expect(first.brokenPromises.isEmpty)
    let canonical = try Recipe(yaml: first.plan.canonicalText, file: "canonical.yaml")
    let again = try RangeTestRendering(RangeTestPlan(canonical, surface: canonical.surface()))
    #expect(again.plan.canonicalText == first.plan.canonicalText)
    let png = try first.png()
    #expect(try again.png() == png)
    #expect(try PNG.texts(in: png).first { $0.keyword == "Description" }?.text == first.description)
    // What a user would write says the same.
    let said = try Recipe(yaml: first.plan.recipe.yaml, file: "said.yaml")
    #expect(try RangeTestPlan(said, surface: said.surface()).canonicalText == first.plan.canonicalText)
  }

  /// A reading is a run that claims can be made of.
  @Test func expectations() throws {
    let kept = "surface: ravine\nrange: {low: 1e-4, high: 10, steps: 400}\n"
    #expect(
      try Self.rendering(
        kept + "expect: ['slide: diverged', 'minimum/10: converged', '7: eta-sharpness = 7.45', 'valley: not diverged']"
      ).brokenPromises == [])
    let broken = try Self.rendering(kept + "expect: ['valley: diverged']").brokenPromises
    #expect(broken.count == 1)
    #expect(
      broken[0].hasPrefix("expected 'valley: diverged', but run 6 (valley) has the verdict converging: "), "\(broken)")
  }

  @Test(arguments: [
    (
      "surface: bowl\nrange: {low: 2, high: 1}\n",
      """
      r.yaml:5:8: 'high' is 1 and 'low' is 2
          range: {low: 2, high: 1}
                 ^
      A range test climbs: give a 'high' above 'low', at most 10³⁰⁰ times as large.
      """
    ),
    (
      "surface: bowl\nrange: {low: 1, high: 1}\n",
      """
      r.yaml:5:8: 'high' is 1 and 'low' is 1
          range: {low: 1, high: 1}
                 ^
      A range test climbs: give a 'high' above 'low', at most 10³⁰⁰ times as large.
      """
    ),
    (
      "surface: bowl\nrange: {steps: 5}\n",
      """
      r.yaml:5:16: 'steps' needs a whole number from 10 to 100,000, got '5'
          range: {steps: 5}
                         ^
      """
    ),
    (
      "surface: bowl\nrange: {smoothing: 1}\n",
      """
      r.yaml:5:8: the smoothing must be 0 or more and below 1, not 1
          range: {smoothing: 1}
                 ^
      It is the share of the average that is kept: 0.98 is usual, 0 smooths nothing.
      """
    ),
    (
      "surface: bowl\nrange: {growth: exponentail}\n",
      """
      r.yaml:5:17: 'growth' cannot be 'exponentail'
          range: {growth: exponentail}
                          ^
      Did you mean 'exponential'?
      """
    ),
    (
      "surface: bowl\nrange: {hgih: 1}\n",
      """
      r.yaml:5:9: unknown key 'hgih'
          range: {hgih: 1}
                  ^
      Did you mean 'high'?
      """
    ),
    (
      "surface: bowl\nlearning-rate: 0.1\n",
      """
      r.yaml:5:1: 'learning-rate' has no meaning in a range test
          learning-rate: 0.1
          ^
      Say how the rate climbs with range: {low: 1e-4, high: 10, steps: 100}.
      """
    ),
    (
      "surface: bowl\npanels: [loss]\n",
      """
      r.yaml:5:1: 'panels' has no meaning in a range test
          panels: [loss]
          ^
      Leave it out.
      """
    ),
    (
      "surface: linear-regression\nbatch-size: 9\n",
      """
      r.yaml:5:13: a batch of 9 is larger than the data, which has 8 rows
          batch-size: 9
                      ^
      Give a number from 1 to 8, or leave it out for the whole data in every update.
      """
    ),
    (
      "surface: bowl\nnoise: 1\nrange: {steps: 100000}\n",
      """
      r.yaml:6:8: 3840 separate runs of 100,000 steps are too many for one picture
          range: {steps: 100000}
                 ^
      At most 50,000,000 steps are run: give 13,020 or fewer.
      """
    ),
    (
      "surface: bowl\nexpect: ['valey: diverged']\n",
      """
      r.yaml:5:10: no run has the label 'valey'
          expect: ['valey: diverged']
                   ^
      Did you mean 'valley'?
      """
    ),
  ])
  func badInput(_ yaml: String, _ message: String) throws {
    #expect(#expect(throws: InputError.self) { try Self.rendering(yaml) }?.description == message)
  }

  @Test func rangeElsewhere() {
    let message = #expect(throws: InputError.self) {
      try Recipe(yaml: "surface: bowl\nrange: {low: 1}\n", file: "r.yaml")
    }?.description
    #expect(
      message == """
        r.yaml:2:1: 'range' has a meaning in a range test only
            range: {low: 1}
            ^
        Leave it out, or write 'figure: range-test'.
        """)
  }
}
