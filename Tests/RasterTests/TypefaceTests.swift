import Testing

@testable import Raster

@Suite struct TypefaceTests {
  @Test func everyLineOfTheSourceIsInTheNotationAndDefinesAnotherCharacter() {
    var table = GlyphTable.copy
    #expect(table.faults == [])
    let unread = table.characters.filter { table[$0] == nil }
    #expect(unread == [])
    for (left, kerns) in table.kerns {
      let rights = kerns.flatMap { $0.rights.map(Character.init) }
      #expect(Set(rights).count == rights.count, "\(left) is kerned twice")
      #expect(table[Character(left)] != nil)
      #expect(Typeface.covers(String(rights)))
    }
  }

  @Test(arguments: [
    String((33...126).map { Character(Unicode.Scalar($0)) }),
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ",
    String((0x100...0x17E).map { Character(Unicode.Scalar($0)!) }.filter { !"ĲĳĸĿŀŉ".contains($0) }),
    "αβγδεζηθικλμνξοπρσςτυφχψω", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿᵗˣ", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₜₙₓ", "−×÷·±≤≥≠≈∞√∂∇∈∑∏∫∝°′″…–—‘’“”«»→←↑↓↦⌊⌋∥★●○€§©µ⊥½",
    " \u{A0}\u{2009}\u{202F}",
  ])
  func covers(_ characters: String) {
    let missing = characters.filter { !Typeface.covers(String($0)) }
    #expect(missing == "")
  }

  @Test func doesNotCoverWhatItCannotDraw() {
    #expect(!Typeface.covers("学"))
    #expect(!Typeface.covers("a😀"))
    #expect(!Typeface.covers("\u{7}"))
    #expect(Typeface.covers(""))
    #expect(Typeface.width(of: "学", size: 10) > 3)
    #expect(Typeface.strokes(of: "学", size: 10, weight: .regular, scale: 1)[0].path.subpaths.count == 1)
  }

  @Test(arguments: [Text.Weight.regular, .bold])
  func strokesStayWithinTheirLine(_ weight: Text.Weight) {
    var table = GlyphTable.copy
    for character in table.characters where !table[character]!.segments.isEmpty {
      let strokes = Typeface.strokes(of: String(character), size: 1000, weight: weight, scale: 1)[0]
      let (points, pen) = (strokes.path.subpaths.flatMap(\.points), strokes.penWidth)
      let xs = points.map(\.x)
      let ys = points.map(\.y)
      let advance = Typeface.width(of: String(character), size: 1000, weight: weight)
      #expect(ys.min()! - pen / 2 >= -985, "\(character) is too high")
      #expect(ys.max()! + pen / 2 <= 300, "\(character) is too low")
      #expect(xs.min()! - pen / 2 >= -110, "\(character) reaches too far to the left")
      #expect(xs.max()! + pen / 2 <= advance + 130, "\(character) reaches too far to the right")
    }
  }

  @Test(arguments: [Text.Weight.regular, .bold])
  func digitsAreTabular(_ weight: Text.Weight) {
    for digits in ["0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"] {
      #expect(Set(digits.map { Typeface.width(of: String($0), size: 100, weight: weight) }).count == 1)
    }
    #expect(Typeface.width(of: "\u{2007}", size: 1) == Typeface.width(of: "0", size: 1))
  }

  @Test func widthsAddUpButForKerns() {
    func width(_ string: String) -> Double { Typeface.width(of: string, size: 100) }
    #expect(width("") == 0)
    #expect(abs(width("no kern") - "no kern".reduce(0) { $0 + width(String($1)) }) < 1e-9)
    for pair in ["AV", "To", "Ta", "Ty", "LT", "P.", "ÁV", "Tö"] {
      #expect(width(pair) < pair.reduce(0) { $0 + width(String($1)) } - 1, "\(pair) is not kerned")
    }
    #expect(width("mm") == 2 * width("m"))
    #expect(Typeface.width(of: "step", size: 11, weight: .bold) > Typeface.width(of: "step", size: 11))
  }

  @Test func decomposedAccentsAreTheSameLetters() {
    #expect(Typeface.covers("e\u{301}"))
    #expect(Typeface.width(of: "e\u{301}", size: 10) == Typeface.width(of: "é", size: 10))
  }

  @Test(arguments: [1.0, 2, 3], [9.0, 10, 11, 12, 14, 20.5])
  func lettersStandOnWholePixels(scale: Double, size: Double) {
    for string in ["x", "H", "z", "E"] {
      let strokes = Typeface.strokes(of: string, size: size, weight: .regular, scale: scale)[0]
      let pen = strokes.penWidth
      let ys = strokes.path.subpaths.flatMap(\.points).map(\.y)
      #expect(abs((ys.max()! + pen / 2) * scale) < 1e-9)
      let top = (ys.min()! - pen / 2) * scale
      #expect(abs(top - top.rounded()) < 1e-9)
      let height = string == "x" || string == "z" ? Typeface.xHeight : Typeface.capHeight
      #expect(abs(-top - height * size * scale) <= 0.5 + 1e-9)
    }
  }

  @Test func turnedLettersAreNotSetOnTheGrid() {
    let strokes = Typeface.strokes(of: "H", size: 11, weight: .regular, scale: 1, snaps: false)[0]
    let height = -strokes.path.subpaths.flatMap(\.points).map(\.y).min()! + strokes.penWidth / 2
    #expect(abs(height - Typeface.capHeight * 11) < 1e-9)
  }

  @Test func aLetterLooksTheSameWhereverItStands() {
    func widths(_ weight: Text.Weight) -> Set<Int> {
      let strokes = Typeface.strokes(of: "HHHHHHHHHHH", size: 11, weight: weight, scale: 1)[0]
      let stems = strokes.path.subpaths.filter { Set($0.points.map(\.x)).count == 1 }.map { $0.points[0].x }
      let step = weight == .bold ? 4 : 2
      return Set(
        stride(from: 0, to: stems.count - 1, by: step).map { Int(((stems[$0 + 1] - stems[$0]) * 1e6).rounded()) })
    }
    #expect(widths(.regular).count == 1)
    #expect(widths(.bold).count == 1)
  }

  @Test func penHasAFloorInDevicePixels() {
    func pen(_ size: Double, _ scale: Double, _ weight: Text.Weight = .regular) -> Double {
      Typeface.strokes(of: "x", size: size, weight: weight, scale: scale)[0].penWidth * scale
    }
    #expect(pen(8, 1) == 1)
    #expect(abs(pen(20, 2) - 3.6) < 1e-12)
    #expect(pen(11, 1, .bold) == 1, "level strokes stay crisp")
    #expect(pen(20, 2, .bold) > pen(20, 2) * 1.2)
  }

  @Test(arguments: [(9.0, 1.0), (11, 1), (12, 1), (14, 1), (9, 2), (11, 2), (20, 2)])
  func boldStemsAreBroader(size: Double, scale: Double) {
    func stem(_ weight: Text.Weight) -> Double {
      let strokes = Typeface.strokes(of: "I", size: size, weight: weight, scale: scale)[0]
      let xs = strokes.path.subpaths.flatMap(\.points).map(\.x)
      return xs.max()! - xs.min()! + strokes.penWidth
    }
    #expect(stem(.bold) >= stem(.regular) * 1.45)
    #expect(stem(.bold) <= stem(.regular) * 2)
  }

  @Test func superscriptsStandHigherAndSubscriptsLower() {
    func ink(_ string: String) -> ClosedRange<Double> {
      let strokes = Typeface.strokes(of: string, size: 22, weight: .regular, scale: 2)[0]
      let pen = strokes.penWidth
      let ys = strokes.path.subpaths.flatMap(\.points).map { -$0.y }
      return (ys.min()! - pen / 2)...(ys.max()! + pen / 2)
    }
    let two = ink("2")
    for (raised, lowered) in [("²", "₂"), ("⁻", "₋"), ("ⁿ", "ₙ")] {
      #expect(ink(raised).lowerBound > 22 * 0.25)
      #expect(ink(lowered).upperBound < 22 * 0.4)
    }
    #expect(ink("²").upperBound > two.upperBound && ink("₂").lowerBound < two.lowerBound)
  }

  @Test func curvesAreFlattenedForTheScale() {
    func points(_ scale: Double) -> Int {
      Typeface.strokes(of: "o", size: 12, weight: .regular, scale: scale)[0].path.subpaths[0].points.count
    }
    #expect(points(8) > points(1))
    #expect(points(1) >= 17)
  }

  @Test func sizesOutOfReasonDoNotTrap() {
    for size in [0, 1e-300, 1e300, Double.infinity, -.infinity, .nan] {
      _ = Typeface.strokes(of: "aé²", size: size, weight: .bold, scale: 2)
    }
  }

  @Test func specimenShowsOnlyWhatIsCovered() {
    let drawing = Typeface.specimen()
    #expect(drawing.height > 500)
    for case .text(let text) in drawing.elements {
      #expect(Typeface.covers(text.string))
      #expect(text.bounds.maxX <= drawing.width)
      #expect(text.bounds.maxY <= drawing.height)
    }
  }

  /// Widths of ASCII come from tables of their own, filled as they are asked for: twice, and a longer text after a shorter.
  @Test(arguments: [Text.Weight.regular, .bold])
  func widthIsTheSumOfAdvancesAndKerns(weight: Text.Weight) {
    for string in ["AV", "", " ", "To. AV", "~ {f(x, y)} = 100.5%", "To. AV", "η = 0.1", "tab\tand é", "AVÄ", "\r\n"] {
      var sum = 0.0
      for (glyph, kern) in GlyphTable.glyphs(of: string) { sum += glyph.advance(Pen(weight)) + kern }
      #expect(Typeface.width(of: string, size: Glyph.unitsPerEm, weight: weight) == sum, "\(string)")
    }
  }
}
