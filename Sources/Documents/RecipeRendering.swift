extension Recipe {
  /// Executes what the recipe says, whatever its figure; paths are relative to `folder`.
  public func rendering(relativeTo folder: String? = nil) throws -> any PictureRendering {
    switch kind {
    case .path, .curves, .relief: Rendering(try Plan(self, surface: surface(relativeTo: folder)))
    case .grid: GridRendering(try GridPlan(self, surfaces: gridSurfaces(relativeTo: folder)))
    case .schedule: try ScheduleRendering(self)
    case .map, .basins: try MapRendering(MapPlan(self, surface: surface(relativeTo: folder)))
    case .rangeTest: try RangeTestRendering(RangeTestPlan(self, surface: surface(relativeTo: folder)))
    }
  }
}
