import Documents
import LossSurfaces
import Raster

/// What an error must say, whatever the input.
enum Refusal {
  static func check(_ error: any Error) throws(Finding) {
    switch error {
    case let error as InputError:
      try Finding.unless(!error.problem.isEmpty, "an error without words")
      if let place = error.place {
        try Finding.unless(place.line >= 1 && place.column >= 1, "a place before the beginning: \(place)")
        // One behind the last character is where something is missing.
        try Finding.unless(place.column <= place.text.count + 1, "a place behind the end of its line: \(place)")
        try Finding.unless(
          !place.text.unicodeScalars.contains { $0 == "\n" || $0 == "\r" }, "a line of several lines: \(place)")
      }
      try Finding.unless(error.description.utf8.count < 4000, "an error without end: \(error)")
    case is FileError, is RasterError: try Finding.unless(!"\(error)".isEmpty, "an error without words")
    default: throw Finding("an error of a kind that nobody expects: \(error)")
    }
  }
}
