import LossSurfaces

/// How a figure in a page stands.
public enum FigureState: String, Sendable, CaseIterable {
  /// Its pictures are those of its recipe, and the text that shows them is as it is to be.
  case current
  /// Its recipe, its surface or its words have changed since.
  case stale
  /// A picture, or the text that shows it, is not there.
  case missing
  /// A person changed the generated text.
  case edited
  /// In a picture's place is one that carries no recipe and shows something else.
  case unknown
  /// A picture that descent drew and no page of the folder names.
  case orphan
  /// It says nothing for those who do not see it.
  case noAlt = "no-alt"
  /// A run did not do what the figure expects of it.
  case brokenPromise = "broken-promise"
  /// Its marker or its recipe is wrong, or a file could not be written.
  case error
}

/// What became of a figure.
public struct FigureOutcome: Sendable {
  /// The page; of an orphan the picture.
  public let file: String
  /// From 1.
  public private(set) var line: Int
  /// Nil for a fault of a marker that makes no figure.
  public let id: String?
  /// How it stands now.
  public var state: FigureState
  /// How it stood before.
  public var was: FigureState
  /// Why it stands, or stood, as it does; empty for what was current.
  public var reason: String
  /// The paths of its pictures.
  public var images: [String] = []
  /// Whether a picture, or the text in the page, was written; in a dry run, would be.
  public var isDrawn = false
  public var isRewritten = false
  /// The error behind the state `error`, `no-alt` or `broken-promise`.
  public var failure: (any Error)?

  init(
    file: String, line: Int, id: String?, state: FigureState, reason: String = "", failure: (any Error)? = nil
  ) {
    (self.file, self.line, self.id, self.state, self.reason) = (file, line, id, state, reason)
    was = state
    self.failure = failure
  }
}

/// Runs of a figure that did not do what is expected of them.
public struct BrokenPromise: Error, CustomStringConvertible {
  let file: String
  var line: Int
  let id: String
  /// What they did instead.
  let sentences: [String]

  public var description: String {
    sentences.map { "\(file):\(line): figure \(id): \($0)" }.joined(separator: "\n")
  }
}

extension FigureOutcome {
  /// The outcome as it is said of a page in which the figure begins on another line.
  func moved(to line: Int) -> FigureOutcome {
    var moved = self
    let shift = line - self.line
    moved.line = line
    if var promise = failure as? BrokenPromise {
      promise.line = line
      moved.failure = promise
    } else if var error = failure as? InputError, error.place?.file == file {
      error.place?.line += shift
      moved.failure = error
    }
    return moved
  }
}
