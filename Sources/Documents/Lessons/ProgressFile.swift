public import LossSurfaces

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file in which progress is kept: written whole after each step, never overwritten when it cannot be read.
public struct ProgressFile {
  public let path: String
  public var progress = LessonProgress()
  /// Why nothing is kept; nil as long as it is.
  public private(set) var trouble: String?
  /// What happened to the file that a reader should know, once.
  private var notices: [String] = []

  /// Reads a file; one that is not there is one in which nothing was answered. A damaged one is set aside under another name.
  ///
  /// Throws when it was written by a newer version.
  public init(path: String) throws(InputError) {
    self.path = path
    if let read = try read() { progress = read }
  }

  /// What stands in the file; nil when it is not there or was set aside.
  private mutating func read() throws(InputError) -> LessonProgress? {
    let text: String
    do throws(FileError) {
      text = try InputFile.text(of: path)
    } catch {
      if error.kind == .missing, access(path, F_OK) != 0 { return nil }
      if error.kind == .unfit {
        setAside(because: error.reason)
      } else {
        trouble = "\(path) cannot be read (\(error.reason))"
      }
      return nil
    }
    do throws(InputError) {
      let (format, progress) = try ProgressText.progress(text, file: path)
      guard let progress else {
        throw InputError(
          "\(path) was written by a newer version of descent (format \(format); this one knows \(ProgressText.format))",
          remedy: "Use that version, or keep this progress elsewhere: --progress FILE.")
      }
      return progress
    } catch {
      guard error.place != nil else { throw error }
      let line = error.place.map { "line \($0.line): " } ?? ""
      setAside(because: line + error.problem)
      return nil
    }
  }

  /// Renames a damaged file to the first of its names with `.damaged-1`, `.damaged-2` … that is free.
  private mutating func setAside(because reason: String) {
    for number in 1...999 {
      let name = "\(path).damaged-\(number)"
      guard access(name, F_OK) != 0 else { continue }
      if rename(path, name) == 0 {
        notices.append("The progress in \(path) was damaged (\(reason)). It is kept as \(name), and a new one begins.")
      } else {
        trouble = "\(path) is damaged (\(reason)) and cannot be renamed"
      }
      return
    }
    trouble = "\(path) is damaged (\(reason))"
  }

  /// Writes the progress, with what another session has written meanwhile. Trouble is remembered, not thrown: reading goes on.
  public mutating func save() {
    guard trouble == nil else { return }
    do {
      if let other = try read() { progress = progress.merged(into: other) }
    } catch {
      trouble = error.problem
    }
    guard trouble == nil else { return }
    do throws(FileError) {
      try Self.makeFolders(for: path)
      try OutputFile.write(Array(ProgressText.text(of: progress).utf8), to: path)
      progress.markSaved()
    } catch {
      trouble = error.description
    }
  }

  /// What a reader should know, each once.
  public mutating func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }

  private static func makeFolders(for path: String) throws(FileError) {
    var folder = RecipeFile.folder(of: path)
    var missing: [String] = []
    while folder != "/", folder != ".", !OutputFile.isFolder(folder) {
      missing.append(folder)
      folder = RecipeFile.folder(of: folder)
    }
    for folder in missing.reversed() { try OutputFile.makeFolder(folder) }
  }
}
