@testable import Raster

extension Animation {
  /// Squares on whole pixels that come one after the other, over a few colours.
  static func squares(frames count: Int = 12) -> Animation {
    let ground = Drawing(
      width: 160, height: 90, background: white,
      elements: [.fill(.rectangle(Rect(x: 10, y: 10, width: 140, height: 60)), Color(0xA0C0D0))])
    let frames = (1...count).map { step in
      let squares = (0..<step).map { index in
        let rect = Rect(x: Double(12 + 11 * index), y: Double(20 + 3 * (index % 4)), width: 14, height: 14)
        return Drawing.Element.fill(.rectangle(rect), index.isMultiple(of: 2) ? Color(0xC04000) : black)
      }
      return Frame(milliseconds: 40 + step) { squares }
    }
    return Animation(ground: ground, frames: frames)
  }

  /// A dashed line with a casing that grows behind a moving head, over bands; marks that come, a word that comes at the
  /// end, a curve in another corner.
  static func sample(frames count: Int = 12) -> Animation {
    let field = Field(rect: Rect(x: 10, y: 10, width: 100, height: 70), summary: "stripes") { block, pixels, stride in
      for row in 0..<block.rows {
        for column in 0..<block.columns {
          let place = UInt32(block.origin.x + Double(column) * block.pitch + block.origin.y + Double(row) * block.pitch)
          pixels[row * stride + column] = 0xFF80_8080 &+ place % 5 * 0x04_0308
        }
      }
    }
    let ground = Drawing(width: 160, height: 90, background: white, elements: [.clipped(field.rect, [.field(field)])])
    let points = (0...count).map { step in
      Position(15 + 7 * Double(step), 45 + (step.isMultiple(of: 2) ? 25 : -25) / (1 + 0.2 * Double(step)))
    }
    let frames = (1...count).map { step -> Frame in
      let path = Path(Array(points[...step]))
      let marks = (1..<step).filter { $0.isMultiple(of: 3) }.map { mark in
        Drawing.Element.fill(.square(center: points[mark], radius: 2.5), Color(0x2060C0))
      }
      let curve = Path((0...step).map { Position(115 + 3 * Double($0), 80 - 60 / Double($0 + 1)) })
      let inside: [Drawing.Element] =
        [
          .stroke(path, Stroke(Color(0xFFFFFF, alpha: 0.8), width: 4.6, dash: [9, 5], cap: .butt)),
          .stroke(path, Stroke(Color(0xC04000), width: 2, dash: [9, 5])),
        ] + marks
      let head = Drawing.Element.fill(.circle(center: points[step], radius: 4), Color(0xC04000))
      let word = Drawing.Element.text(
        Text("arrives", at: Position(20, 88), size: 9, color: black, halo: .init(white, width: 2)))
      let elements =
        [.clipped(field.rect, inside), head, .stroke(curve, Stroke(black, width: 1.5))] + (step == count ? [word] : [])
      return Frame(milliseconds: 40 + step) { elements }
    }
    return Animation(ground: ground, frames: frames)
  }
}
