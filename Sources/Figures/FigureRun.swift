public import Diagnosis
public import Optimization

/// A run as a figure shows it: its name in the legend, what it did, and what is to be said of that.
public struct FigureRun: Sendable {
  public var label: String
  public var trajectory: Trajectory
  public var assessment: Assessment

  public init(label: String, trajectory: Trajectory, assessment: Assessment) {
    self.label = label
    self.trajectory = trajectory
    self.assessment = assessment
  }
}
