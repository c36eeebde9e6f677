import Figures
import Raster
import Testing

@Suite struct HatchTests {
  @Test(arguments: [Rect(x: 10, y: 20, width: 100, height: 60), Rect(x: 0, y: 0, width: 5, height: 300)])
  func fillsTheRectangle(_ rect: Rect) {
    guard case .stroke(let path, _) = Hatch.element(in: rect, color: Color(0x888888)) else {
      Issue.record("a hatch is a stroke")
      return
    }
    #expect(path.subpaths.count > 3)
    for line in path.subpaths {
      for end in line.points { #expect(rect.inset(by: -1e-9).contains(end)) }
      // It rises to the right at 45°.
      let (a, b) = (line.points[0], line.points[1])
      #expect(abs((b.x - a.x) - (a.y - b.y)) < 1e-9 && b.x >= a.x)
    }
  }

  @Test func bearsNoExtent() {
    guard case .stroke(let path, _) = Hatch.element(in: Rect(x: 0, y: 0, width: 0, height: 0), color: Color(0)) else {
      return
    }
    #expect(path.subpaths.isEmpty)
  }
}
