import LossSurfaces

extension Zigzag {
  static func event(in run: Evidence, verdict: Verdict) -> [Event] {
    guard verdict.kind == .converged || verdict.kind == .converging, let stretch = run.zigzag else { return [] }
    let η = meanEtaSharpness(of: run, in: stretch)
    let reason =
      (run.stability?.isPlain ?? false) && η > 1 && η < 2
      ? ": η·λmax = \(NumberText.string(η)) is above 1, so each step overshoots the floor of the valley" : ""
    return [
      Event(
        kind: .zigzag, step: stretch.lowerBound, until: stretch.upperBound,
        sentence: """
          Zigzagged from step \(NumberText.string(stretch.lowerBound)) to \(NumberText.string(stretch.upperBound))\
          \(reason).
          """,
        figures: [.init("etaSharpness", η)], criticalPoint: nil)
    ]
  }
}
