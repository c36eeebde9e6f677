import LossSurfaces
import SurfaceCatalog

/// Which keys a recipe has.
enum RecipeKeys {
  /// Of an entry of `runs`; all but `label` may also stand above for all runs.
  static let run = [
    "start", "steps", "seed", "seeds", "learning-rate", "schedule", "optimizer", "noise", "batch-size", "sampling",
    "label",
  ]

  static let all =
    run.filter { $0 != "label" } + ["runs"] + ofSurface + ["losses", "range", "compare"] + ofOutcomes + ofMap + ofRelief
    + ofPicture

  private static let ofSurface = ["surface", "formula", "parameters", "definitions", "view", "expect"]
  fileprivate static let ofRelief = ["azimuth", "elevation"]
  private static let ofMap = ["panels", "levels", "palette", "labels", "arrows", "noise-ellipse", "animate"]
  private static let ofPicture = [
    "figure", "title", "theme", "size", "scale", "footer", "alt", "caption", "width",
  ]
  /// What has a meaning wherever a surface is descended, be it in a sweep.
  private static let ofDescent = ofSurface + ["start", "seed", "optimizer", "noise", "batch-size", "sampling"]

  fileprivate static let ofOutcomes = ["x", "y", "resolution", "show"]
  private static let ofSchedules = ofPicture + ["learning-rate", "schedule", "label", "runs", "losses"]

  private static let ofOutcomeMap =
    ofDescent + ofPicture + ofOutcomes + ["steps", "learning-rate", "schedule", "labels"]
  private static let ofBasins = ofOutcomeMap.filter { !["x", "y", "start"].contains($0) }

  /// What is wrong with a key in a map, or with a key of maps elsewhere.
  private static func complaint(ofMaps key: String, _ kind: Recipe.Kind) -> (problem: String, remedy: String)? {
    guard kind == .map || kind == .basins else {
      return ofOutcomes.contains(key)
        ? ("has a meaning in a map of outcomes only", "Leave it out, or write 'figure: map' or 'figure: basins'.") : nil
    }
    guard key == "expect" || !(kind == .map ? ofOutcomeMap : ofBasins).contains(key) else { return nil }
    let remedy =
      key == "expect"
      ? "Leave it out: a claim is about single runs. Draw them with 'figure: path' to prove it." : "Leave it out."
    return ("has no meaning in a map of \(kind == .map ? "outcomes" : "basins")", remedy)
  }

  /// Refuses what a figure would pass over in silence; a figure of schedules has one number of steps for all.
  static func check(_ mapping: YAMLMapping, isRun: Bool = false, for kind: Recipe.Kind) throws(InputError) {
    for entry in mapping.entries {
      let key = entry.key
      if let complaint = complaint(ofMaps: key, kind) {
        throw entry.keyNode.error("'\(key)' \(complaint.problem)", remedy: complaint.remedy)
      }
      switch kind {
      case .path where key == "compare", .curves where key == "compare", .relief where key == "compare",
        .schedule where key == "compare":
        throw entry.keyNode.error(
          "'compare' has a meaning in a grid only", remedy: "Leave it out, or write 'figure: grid'.")
      case .grid where ["losses", "range", "labels", "noise-ellipse"].contains(key):
        throw entry.keyNode.error("'\(key)' has no meaning in a grid", remedy: "Leave it out.")
      case .path where key == "losses", .curves where key == "losses", .relief where key == "losses":
        throw entry.keyNode.error(
          "'losses' has no meaning where a surface is descended",
          remedy: "Leave it out, or write 'figure: schedule' and no surface.")
      case .path where key == "range", .curves where key == "range", .relief where key == "range",
        .schedule where key == "range":
        throw entry.keyNode.error(
          "'range' has a meaning in a range test only", remedy: "Leave it out, or write 'figure: range-test'.")
      case .schedule where key == "animate", .rangeTest where key == "animate":
        throw entry.keyNode.error(
          "'animate' has a meaning in a figure of runs only", remedy: "Leave it out: this figure stands still.")
      case .schedule where !(ofSchedules + (isRun ? [] : ["steps"])).contains(key):
        throw entry.keyNode.error(
          "'\(key)' has no meaning in a figure of schedules", remedy: "Leave it out, or leave 'figure' out.")
      case .rangeTest where !(ofDescent + ofPicture + ["range"]).contains(key):
        let isOfSweep = ["steps", "learning-rate", "schedule"].contains(key)
        throw entry.keyNode.error(
          "'\(key)' has no meaning in a range test",
          remedy: isOfSweep
            ? "Say how the rate climbs with range: {low: 1e-4, high: 10, steps: 100}." : "Leave it out.")
      default:
        guard let complaint = kind.complaint(of: key) else { continue }
        throw entry.keyNode.error("'\(key)' \(complaint.problem)", remedy: complaint.remedy("figure: "))
      }
    }
  }
}

extension Recipe.Kind {
  /// Why a figure of runs of this kind would pass over a key that says how the surface is drawn; nil when it does not.
  /// The remedy takes what stands before the name of another figure.
  public func complaint(of key: String) -> (problem: String, remedy: (String) -> String)? {
    if RecipeKeys.ofRelief.contains(key) {
      return self == .relief
        ? nil : ("has a meaning in a relief only", { "Leave it out, or write '\($0)relief'." })
    }
    switch self {
    case .curves where ["levels", "palette", "arrows", "noise-ellipse"].contains(key):
      return ("has no meaning in a figure of curves", { _ in "Leave it out: no surface is drawn." })
    case .relief where ["panels", "noise-ellipse"].contains(key):
      return ("has no meaning in a relief", { "Leave it out, or write '\($0)path'." })
    default: return nil
    }
  }
}
