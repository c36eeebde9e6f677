extension Drawing: CustomStringConvertible {
  /// The drawing as text: a line with the size and the background, then one line an element, coordinates to 2 decimals;
  /// what a clip holds is indented.
  public var description: String {
    var lines = ["drawing \(decimal(width)) × \(decimal(height)) on \(background)"]
    append(elements, indentation: "", to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func append(_ elements: [Element], indentation: String, to lines: inout [String]) {
    for element in elements {
      switch element {
      case .fill(let path, let color): lines.append("\(indentation)fill \(color) \(path)")
      case .stroke(let path, let stroke): lines.append("\(indentation)stroke \(stroke) \(path)")
      case .text(let text): lines.append("\(indentation)text \(text)")
      case .field(let field): lines.append("\(indentation)field \(field.rect) \(field.summary)")
      case .clipped(let rect, let inner):
        lines.append("\(indentation)clip \(rect)")
        append(inner, indentation: indentation + "  ", to: &lines)
      }
    }
  }
}

extension Color: CustomStringConvertible {
  /// `#rrggbb`, with the opacity in percent when it is not whole: `#3c5a6b 55%`.
  public var description: String {
    let digits = Array("0123456789abcdef")
    let hex = [red, green, blue].map { "\(digits[Int($0) >> 4])\(digits[Int($0) & 15])" }.joined()
    return alpha == 255 ? "#\(hex)" : "#\(hex) \((Int(alpha) * 100 + 127) / 255)%"
  }
}

extension Path: CustomStringConvertible {
  /// The points of each polyline: `M1.00,2.00 L3.00,4.00`, with a `Z` where it is closed.
  public var description: String {
    subpaths.map { subpath in
      let points = subpath.points.enumerated().map { "\($0.offset == 0 ? "M" : "L")\($0.element)" }
      return (points + (subpath.isClosed ? ["Z"] : [])).joined(separator: " ")
    }.joined(separator: " ")
  }
}

extension Position: CustomStringConvertible {
  public var description: String { "\(decimal(x)),\(decimal(y))" }
}

extension Rect: CustomStringConvertible {
  public var description: String { "\(decimal(x)),\(decimal(y)) \(decimal(width))×\(decimal(height))" }
}

extension Stroke: CustomStringConvertible {
  public var description: String {
    let dashes = dash.isEmpty ? "" : " dash " + dash.map(decimal).joined(separator: " ")
    return "\(color) width \(decimal(width))\(dashes)\(cap == .butt ? " butt" : "")"
  }
}

extension Text: CustomStringConvertible {
  public var description: String {
    let turned = rotation == 0 ? "" : " turned \(decimal(rotation))"
    let cased = halo.map { " halo \($0.color) \(decimal($0.width))" } ?? ""
    return "\"\(string)\" at \(position) \(anchor) size \(decimal(size)) \(weight) \(color)\(turned)\(cased)"
  }
}

/// A number to 2 decimals, never `-0.00`; beyond 10¹⁵ as Swift prints it.
private func decimal(_ value: Double) -> String {
  guard abs(value) < 1e15 else { return "\(value)" }
  let hundredths = Int((value * 100).rounded())
  let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
  return "\(hundredths < 0 ? "-" : "")\(whole).\(part < 10 ? "0" : "")\(part)"
}
