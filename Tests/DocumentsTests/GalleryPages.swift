import Foundation
import Testing

@testable import Documents

/// The course, whose figures are the gallery.
enum GalleryPages {
  static let folder = URL(filePath: #filePath).appending(path: "../../../Gallery").standardized.path
  static let figures = (try? PageFigure.all(in: folder)) ?? []
}

extension PageFigure: CustomTestStringConvertible {
  public var testDescription: String { id }
}
