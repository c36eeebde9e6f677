import LossSurfaces

/// How wide a page shows a figure: `640`, `640px`, `80%`, `85mm`; in LaTeX also `0.8\linewidth`.
struct FigureWidth: Hashable, Sendable {
  enum Unit: String, Sendable, CaseIterable {
    case pixels = "px"
    case percent = "%"
    case millimetres = "mm"
    case centimetres = "cm"
    case inches = "in"
    case line = "\\linewidth"
    case text = "\\textwidth"
    case column = "\\columnwidth"

    var isOfLatex: Bool { self == .line || self == .text || self == .column }

    /// CSS pixels; nil for what depends on the page.
    var pixels: Double? {
      switch self {
      case .pixels: 1
      case .millimetres: PaperSize.pixelsPerInch / 25.4
      case .centimetres: PaperSize.pixelsPerInch / 2.54
      case .inches: PaperSize.pixelsPerInch
      case .percent, .line, .text, .column: nil
      }
    }
  }

  let number: Double
  let unit: Unit

  init(pixels: Int) {
    number = Double(pixels)
    unit = .pixels
  }

  init(parsing text: String, for target: EmbedTarget) throws(InputError) {
    let found = Unit.allCases.first { text.hasSuffix($0.rawValue) }
    let digits = found.map { text.dropLast($0.rawValue.count).trimmed } ?? text
    let factor = digits.isEmpty && found?.isOfLatex == true ? 1 : Double(digits)
    guard let factor, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), factor > 0, factor <= 10_000
    else {
      throw InputError("'\(text)' is no width", remedy: "Write for instance 640, 80% or 85mm.")
    }
    let unit = found ?? .pixels
    guard !unit.isOfLatex || target == .latex else {
      throw InputError("'\(text)' has a meaning in LaTeX only", remedy: "Write for instance 640 or 80%.")
    }
    (number, self.unit) = (factor, unit)
  }

  /// As an attribute in HTML takes it: `640`, `80%`.
  var html: String {
    unit == .percent ? short(number) + "%" : short(((unit.pixels ?? 1) * number).rounded())
  }

  /// As a style takes it: `640px`, `80%`.
  var css: String { unit == .percent ? html : html + "px" }

  /// As LaTeX takes it: `0.8\linewidth`, `85mm`.
  var latex: String {
    switch unit {
    case .percent: short(number / 100) + "\\linewidth"
    case .pixels: short(((number / PaperSize.pixelsPerInch) * 100).rounded() / 100) + "in"
    case .line, .text, .column: (number == 1 ? "" : short(number)) + unit.rawValue
    case .millimetres, .centimetres, .inches: short(number) + unit.rawValue
    }
  }

  private func short(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
