import Testing

@testable import Raster

@Suite struct DrawingDescriptionTests {
  @Test func oneLineAnElement() {
    var drawing = Drawing(width: 720, height: 540.5, background: white)
    drawing.elements = [
      .fill(Path([(1, 2), (3.456, -0.001), (1e20, .nan)], isClosed: true), Color(0x3C5A6B, alpha: 0.55)),
      .stroke(
        Path([.init([Position(0, 0), Position(1, 1)]), .init([])]), Stroke(black, width: 1.6, dash: [6, 3], cap: .butt)),
      .clipped(
        Rect(x: 0, y: 1, width: 2, height: 3),
        [.field(Field(rect: Rect(x: 0, y: 0, width: 9, height: 9), summary: "30 bands") { _, _, _ in })]),
      .text(
        Text(
          "loss", at: Position(5, 6), anchor: .end, size: 11, weight: .bold, color: black, halo: .init(white, width: 2),
          rotation: -90)),
    ]
    #expect(
      drawing.description == """
        drawing 720.00 × 540.50 on #ffffff
        fill #3c5a6b 55% M1.00,2.00 L3.46,0.00 L1e+20,nan Z
        stroke #000000 width 1.60 dash 6.00 3.00 butt M0.00,0.00 L1.00,1.00 \("")
        clip 0.00,1.00 2.00×3.00
          field 0.00,0.00 9.00×9.00 30 bands
        text "loss" at 5.00,6.00 end size 11.00 bold #000000 turned -90.00 halo #ffffff 2.00

        """)
  }
}
