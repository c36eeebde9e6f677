/// A word of the formula language, with the positions of its characters.
struct Token {
  enum Kind: Equatable {
    case number(Double)
    case name(String)
    case plus
    case minus
    case times
    case divide
    case power
    case open
    case close
    case comma
    case comparison(ComparisonSign)
    case end
  }

  enum ComparisonSign: String {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "="
    case notEqual = "!="
  }

  let kind: Kind
  let range: Range<Int>

  var startsValue: Bool {
    switch kind {
    case .number, .name, .open: true
    default: false
    }
  }
}
