import LossSurfaces

/// A library whose way of counting a schedule follows, where libraries disagree; ours is used when none is named.
///
/// |              | ours           | torch                  | keras           | optax                  |
/// |--------------|----------------|------------------------|-----------------|------------------------|
/// | `step`       | cut at t = N   | the same               | the same        | the same               |
/// | `multi-step` | cut at t = m   | the same               | cut at m + 1    | the same               |
/// | `cosine`     | the floor from T on | back up, ε₀ at 2T | as ours         | as ours                |
/// | `one-cycle`  | peak at w·T − 1, end at T − 1 | the same | has none       | peak at ⌊w·T⌋, end at T |
/// | `plateau`: better | < best − θ·abs(best) | < best·(1 − θ) | < best − θ | < best·(1 − θ)         |
/// | – cut when   | bad > patience | the same               | bad ≥ patience  | bad = patience         |
/// | – cooldown c | c losses       | the same               | c − 1 losses    | c losses               |
/// | – flat at −1 | a plateau      | never                  | a plateau       | never                  |
///
/// On a flat loss of 1 with ε₀ = 1, factor ½ and patience 2, `plateau` has the rates 1, 1, 1, 1, ½, ½, ½, ¼ like torch
/// and 1, 1, 1, ½, ½, ¼, ¼ like Keras and optax.
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
