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
    run.filter { $0 != "label" } + ["runs"] + ofSurface + ["losses", "range", "compare"] + ofMap + ofPicture

  private static let ofSurface = ["surface", "formula", "parameters", "definitions", "view", "expect"]
  private static let ofMap = ["panels", "levels", "palette", "labels", "arrows", "noise-ellipse", "animate"]
  private static let ofPicture = [
    "figure", "title", "theme", "size", "scale", "footer", "alt", "caption", "width",
  ]
  /// What has a meaning wherever a surface is descended, be it in a sweep.
  private static let ofDescent = ofSurface + ["start", "seed", "optimizer", "noise", "batch-size", "sampling"]

  private static let ofSchedules = ofPicture + ["learning-rate", "schedule", "label", "runs", "losses"]

  /// Refuses what a figure would pass over in silence; a figure of schedules has one number of steps for all.
  static func check(_ mapping: YAMLMapping, isRun: Bool = false, for kind: Recipe.Kind) throws(InputError) {
    for entry in mapping.entries {
      let key = entry.key
      switch kind {
      case .path where key == "compare", .schedule where key == "compare":
        throw entry.keyNode.error(
          "'compare' has a meaning in a grid only", remedy: "Leave it out, or write 'figure: grid'.")
      case .grid where ["losses", "range", "labels", "noise-ellipse", "animate"].contains(key):
        throw entry.keyNode.error("'\(key)' has no meaning in a grid", remedy: "Leave it out.")
      case .path where key == "losses":
        throw entry.keyNode.error(
          "'losses' has no meaning where a surface is descended",
          remedy: "Leave it out, or write 'figure: schedule' and no surface.")
      case .path where key == "range", .schedule where key == "range":
        throw entry.keyNode.error(
          "'range' has a meaning in a range test only", remedy: "Leave it out, or write 'figure: range-test'.")
      case .schedule where !(ofSchedules + (isRun ? [] : ["steps"])).contains(key):
        throw entry.keyNode.error(
          "'\(key)' has no meaning in a figure of schedules", remedy: "Leave it out, or leave 'figure' out.")
      case .rangeTest where !(ofDescent + ofPicture + ["range"]).contains(key):
        let isOfSweep = ["steps", "learning-rate", "schedule"].contains(key)
        throw entry.keyNode.error(
          "'\(key)' has no meaning in a range test",
          remedy: isOfSweep
            ? "Say how the rate climbs with range: {low: 1e-4, high: 10, steps: 100}." : "Leave it out.")
      default: continue
      }
    }
  }
}
