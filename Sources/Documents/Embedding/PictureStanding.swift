import LossSurfaces
import Raster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands in the place of a picture, held against the recipe that is to draw it.
enum PictureStanding: Sendable {
  /// It carries this recipe; with the description that it carries.
  case current(description: String)
  case missing
  /// Why it must be drawn anew.
  case stale(reason: String)
  /// A picture without a recipe: only its pixels can tell.
  case unmarked
  /// No picture that descent can read.
  case foreign

  /// Throws when what is there must not be written to.
  init(at path: String, inFolder folder: String, recipe canonical: String) throws(InputError) {
    guard try Self.isFile(path, inFolder: folder) else {
      self = .missing
      return
    }
    guard let bytes = try? InputFile.bytes(of: path, limit: InputFile.largestPicture),
      let texts = try? PNG.texts(in: bytes)
    else {
      self = .foreign
      return
    }
    guard let carried = texts.first(where: { $0.keyword == CanonicalRecipe.keyword })?.text else {
      self = .unmarked
      return
    }
    let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    if !bytes.suffix(end.count).elementsEqual(end) {
      self = .stale(reason: "its file is damaged")
    } else if CanonicalRecipe.header(of: carried) == CanonicalRecipe.header(of: canonical) {
      self = .current(description: texts.first { $0.keyword == "Description" }?.text ?? "")
    } else {
      self = .stale(reason: RecipeDifference(from: carried, to: canonical).words)
    }
  }

  /// Whether a file is there. A link that leads out of the page's folder, and what is no file, is refused.
  private static func isFile(_ path: String, inFolder folder: String) throws(InputError) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return false }
    if status.st_mode & S_IFMT == S_IFLNK {
      let isInside = realpath(path, nil).map { real in
        defer { free(real) }
        return Confinement.isBelow(String(cString: real), InputFile.absolute(folder))
      }
      guard isInside == true, stat(path, &status) == 0 else {
        throw InputError(
          "\(path) is a link that leads out of the page's folder", remedy: "Remove it: nothing is written there.")
      }
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw InputError("\(path) is no file", remedy: "Remove it, or choose another id.")
    }
    return true
  }

  /// Whether what stands there shows just the same as a picture that was drawn; of animations, the finished picture.
  static func looksAlike(_ path: String, _ drawn: [UInt8]) -> Bool {
    guard let kept = try? InputFile.bytes(of: path, limit: InputFile.largestPicture),
      let (a, b) = try? (PNG(decoding: kept), PNG(decoding: drawn))
    else { return false }
    return a.image == b.image && moves(kept) == moves(drawn)
  }

  /// The chunk that says so stands before the pixels.
  private static func moves(_ bytes: [UInt8]) -> Bool {
    let end = bytes[...].firstIndex(of: Array("IDAT".utf8)) ?? bytes.count
    return bytes[..<end].firstIndex(of: Array("acTL".utf8)) != nil
  }
}
