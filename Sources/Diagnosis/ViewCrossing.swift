import LossSurfaces
import Optimization

/// Leaving the view and coming back, which is not divergence.
enum ViewCrossing {
  static func events(in run: Evidence) -> [Event] {
    let view = run.trajectory.run.view
    var (left, returned): ([Int], [Int]) = ([], [])
    var isInside = view.contains(run.trajectory[0])
    for step in 1..<run.trajectory.x.count where view.contains(run.trajectory[step]) != isInside {
      isInside.toggle()
      if !isInside { left.append(step) } else if !left.isEmpty { returned.append(step) }
    }
    return Recurrence.events(.leftView, at: left) { step in
      "Left the view at step \(NumberText.string(step)), to \(run.wording.place(run.trajectory[step]))."
    }
      + Recurrence.events(.returned, at: returned) { step in
        "Came back into the view at step \(NumberText.string(step)), at \(run.wording.place(run.trajectory[step]))."
      }
  }
}
