import LossSurfaces
import SurfaceCatalog

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folders below which everything must lie that a page names.
struct Confinement: Sendable {
  /// From the root, with links followed.
  private let folders: [String]

  /// The page's own folder, and the folder given in which it was found.
  init(pageFolder: String, given: String?) {
    folders = [pageFolder] + (given.map { [$0] } ?? [])
  }

  /// The path of a file that a page names from `folder`; `node` is where it does.
  ///
  /// Throws when it lies outside, by its name or by way of links, when there is no such file, and when it is none.
  func path(_ name: String, from folder: String, at node: YAMLNode) throws(InputError) -> String {
    let roots = folders.map { InputFile.absolute($0) }
    let base = InputFile.absolute(folder)
    func isInside(_ path: String) -> Bool { roots.contains { Self.isBelow(path, $0) } }
    let outside = InputError(
      "'\(name)' lies outside the page's folder",
      remedy: "Put the file below it, or give descent the folder that holds both.",
      at: node.place)
    guard isInside(Self.normalized(name.hasPrefix("/") ? name : base + "/" + name)) else { throw outside }
    let path = name.hasPrefix("/") || folder == "." ? name : folder + "/" + name
    guard let real = realpath(path, nil) else {
      throw InputError(
        "there is no file '\(name)'", remedy: "It is looked for as \(path).", at: node.place, kind: .missing)
    }
    defer { free(real) }
    guard isInside(String(cString: real)) else { throw outside }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw node.error("'\(name)' is no file", remedy: "Name a YAML file.")
    }
    return path
  }

  static func isBelow(_ path: String, _ folder: String) -> Bool {
    folder == "/" || path == folder || path.hasPrefix(folder + "/")
  }

  /// An absolute path without `.` and `..`.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
