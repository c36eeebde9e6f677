public import Diagnosis
import Figures
public import LossSurfaces
import Optimization
public import Raster

/// A finished picture of a range test: the sweep, the separate runs, what the readings are worth, and the drawing.
public struct RangeTestRendering: PictureRendering {
  public let plan: RangeTestPlan
  public let assessment: RangeTestAssessment
  public let brokenPromises: [String]

  /// Executes the sweep and, on all cores, the separate runs.
  ///
  /// In an expectation a reading is the run at its rate: `valley: converging`, `slide: diverged`.
  ///
  /// Throws when an expectation speaks of a reading that there is not.
  public init(_ plan: RangeTestPlan) throws(InputError) {
    let test = plan.test
    self.plan = plan
    let outcomes = try Workers.all.map(test.rates) { rate throws(InputError) in try test.outcome(at: rate) }
    assessment = try RangeTestAssessment(of: test, test.sweep(), outcomes, on: plan.surface)
    let runs = assessment.readings.map {
      RunGroup(FigureRun(label: $0.kind.rawValue, trajectory: $0.trajectory, assessment: $0.assessment))
    }
    var broken: [String] = []
    for expectation in plan.recipe.expectations {
      _ = try expectation.indices(among: runs.map(\.label))
      broken += expectation.broken(by: runs)
    }
    brokenPromises = broken
  }

  var figure: RangeTestFigure {
    let recipe = plan.recipe
    var figure = RangeTestFigure(surface: plan.surface, assessment: assessment)
    figure.title = recipe.title
    figure.width = Double(recipe.width)
    figure.height = Double(recipe.height)
    figure.theme = .named(recipe.theme)
    figure.footer = recipe.footer
    return figure
  }

  public var description: String { figure.description }

  public func drawing() -> Drawing { figure.drawing() }

  public func picture() -> Picture {
    Picture(
      content: .still(drawing()), scale: plan.recipe.scale, title: figure.displayTitle,
      description: figure.description, recipe: plan.canonicalText)
  }
}
