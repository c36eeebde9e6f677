#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The pages among files and folders.
enum DocumentTree {
  struct File: Sendable {
    let path: String
    /// The folder given in which it was found; nil when it was given itself.
    let given: String?

    var folder: String { RecipeFile.folder(of: path) }
  }

  static let endings = [".md", ".markdown", ".qmd", ".tex"]

  /// The pages, each once: files as they are given, those of folders by name. Files and folders whose name begins with a dot, and
  /// `node_modules`, are passed over, and so are links that lead out of the folder given.
  ///
  /// Throws when there is no such file or folder.
  static func pages(in paths: [String]) throws(FileError) -> [File] {
    var files: [File] = []
    var seen: Set<String> = []
    for path in paths {
      guard OutputFile.isFolder(path) else {
        guard access(path, F_OK) == 0 else { throw FileError(.missing, path) }
        if seen.insert(InputFile.absolute(path)).inserted { files.append(File(path: path, given: nil)) }
        continue
      }
      let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      for file in try walk(folder, given: folder) where seen.insert(InputFile.absolute(file.path)).inserted {
        files.append(file)
      }
    }
    return files
  }

  /// The pages in a folder itself.
  static func pages(ofFolder folder: String) -> [String] {
    let names = (try? names(in: folder)) ?? []
    return names.filter(isPage).map { join(folder, $0) }.filter { !OutputFile.isFolder($0) }
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name
  }

  private static func walk(_ folder: String, given: String) throws(FileError) -> [File] {
    var files: [File] = []
    for name in try names(in: folder) where !name.hasPrefix(".") && name != "node_modules" {
      let path = join(folder, name)
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: files += try walk(path, given: given)
      case S_IFREG where isPage(name): files.append(File(path: path, given: given))
      case S_IFLNK where isPage(name):
        let target = InputFile.absolute(path)
        guard !OutputFile.isFolder(path), Confinement.isBelow(target, InputFile.absolute(given)) else { continue }
        files.append(File(path: path, given: given))
      default: continue
      }
    }
    return files
  }

  private static func isPage(_ name: String) -> Bool {
    let small = name.lowercased()
    return endings.contains { small.hasSuffix($0) }
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(FileError) -> [String] {
    guard let directory = opendir(folder) else { throw FileError(.missing, folder) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
