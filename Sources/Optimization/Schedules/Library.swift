import LossSurfaces

/// A library whose way of counting a schedule follows, where libraries disagree; ours is used when none is named.
///
/// The article `WhoCountsHow` says who counts how, with numbers.
///
/// Source: torch 2.15, Keras 3 and optax 0.2.8, read or run.
enum Library: String, Hashable, Sendable {
  case torch
  case keras
  case optax

  /// The end of a settings line.
  var settings: String { ", like \(self == .keras ? "Keras" : rawValue)" }
}

extension SpecificationKey {
  /// The key `like`, for the libraries that have such a schedule.
  static func like(_ libraries: [Library] = [.torch, .keras, .optax]) -> SpecificationKey {
    SpecificationKey(
      "like", .choice(libraries.map(\.rawValue)), .absent, "the library that it counts like, where libraries disagree")
  }
}

extension ResolvedKeys {
  /// The value of the key `like`.
  var library: Library? { values["like"] == nil ? nil : Library(rawValue: word("like")) }
}
