/// How the rate of a sweep climbs from step to step: by a factor, or by a difference.
public enum SweepGrowth: String, Sendable, Hashable, CaseIterable {
  case exponential
  case linear
}
