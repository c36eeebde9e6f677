import Figures
public import LossSurfaces

/// A recipe with everything looked up, filled in and checked: ready to run.
public protocol PicturePlan: Sendable {
  /// What the PNG carries.
  var canonicalText: String { get }
  /// The picture's width in CSS pixels.
  var pictureWidth: Int { get }

  /// Executes all runs.
  func rendering() throws(InputError) -> any PictureRendering
}

extension Plan: PicturePlan {
  public var pictureWidth: Int { recipe.width }
  public func rendering() -> any PictureRendering { Rendering(sought()) }
}

extension GridPlan: PicturePlan {
  public var pictureWidth: Int { size.width }
  public func rendering() -> any PictureRendering { GridRendering(sought()) }
}

extension RangeTestPlan: PicturePlan {
  public var pictureWidth: Int { recipe.width }
  public func rendering() throws(InputError) -> any PictureRendering { try RangeTestRendering(sought()) }
}

extension MapPlan: PicturePlan {
  public var pictureWidth: Int { recipe.width }
  public func rendering() throws(InputError) -> any PictureRendering {
    try checkSteps()
    return try MapRendering(self)
  }
}

/// Rates cost nothing: a picture of schedules is its own plan.
extension ScheduleRendering: PicturePlan {
  public var pictureWidth: Int { recipe.width }
  public func rendering() -> any PictureRendering { self }
}

extension Recipe {
  /// Looks up and checks what the recipe says, whatever its figure; paths are relative to `folder`.
  ///
  /// The critical points of a formula are searched for only when the plan is carried out, but for
  /// maps, and where an ellipse of noise is to be at one: another figure that is current costs no search.
  public func plan(relativeTo folder: String? = nil) throws -> any PicturePlan {
    switch kind {
    case .path, .curves, .relief:
      try Plan(
        self, surface: noiseEllipse == .minimum ? surface(relativeTo: folder) : bareSurface(relativeTo: folder))
    case .grid where surfaces.isEmpty: try GridPlan(self, surfaces: [bareSurface(relativeTo: folder)])
    case .grid: try GridPlan(self, surfaces: gridSurfaces(relativeTo: folder))
    case .schedule: try ScheduleRendering(self)
    case .rangeTest: try RangeTestPlan(self, surface: bareSurface(relativeTo: folder))
    case .map, .basins: try MapPlan(self, surface: surface(relativeTo: folder))
    }
  }

  /// Executes what the recipe says.
  public func rendering(relativeTo folder: String? = nil) throws -> any PictureRendering {
    try plan(relativeTo: folder).rendering()
  }
}
