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
    run.filter { $0 != "label" } + [
      "surface", "formula", "parameters", "definitions", "runs", "losses", "figure", "panels", "expect", "title",
      "view", "levels", "palette", "theme", "size", "scale", "labels", "arrows", "noise-ellipse", "footer", "alt",
      "caption",
      "width",
    ]

  /// What has a meaning only where something is descended.
  private static let onlyOfPaths = [
    "surface", "formula", "parameters", "definitions", "start", "seed", "seeds", "optimizer", "noise", "batch-size",
    "sampling", "panels", "expect", "view", "levels", "palette", "labels", "arrows", "noise-ellipse",
  ]
  private static let onlyOfSchedules = ["losses"]

  /// Refuses what a figure would pass over in silence; a figure of schedules has one number of steps for all.
  static func check(_ mapping: YAMLMapping, isRun: Bool = false, for kind: Recipe.Kind) throws(InputError) {
    for entry in mapping.entries {
      switch kind {
      case .path where onlyOfSchedules.contains(entry.key):
        throw entry.keyNode.error(
          "'\(entry.key)' has no meaning where a surface is descended",
          remedy: "Leave it out, or write 'figure: schedule' and no surface.")
      case .schedule where onlyOfPaths.contains(entry.key) || isRun && entry.key == "steps":
        throw entry.keyNode.error(
          "'\(entry.key)' has no meaning in a figure of schedules", remedy: "Leave it out, or leave 'figure' out.")
      default: continue
      }
    }
  }
}
