import Foundation
import PackagePlugin

/// `swift package --allow-writing-to-package-directory embed-figures`: keeps the figures of a package's README and of
/// its DocC catalogs current. What follows goes to `descent embed`: `embed-figures --check`.
@main struct EmbedFigures: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let documents = Self.documents(of: context.package)
    guard !documents.isEmpty else { return print("The package has neither a README.md nor a DocC catalog.") }
    let process = Process()
    process.executableURL = try tool()
    process.arguments = ["embed"] + arguments + documents
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw EmbedFiguresError(description: "descent embed ended with exit code \(process.terminationStatus)")
    }
  }

  /// The command, optimised, since it draws ten times as fast: the product where the package is our own, the target where
  /// the package depends on ours.
  private func tool() throws -> URL {
    var reason = ""
    for subset: PackageManager.BuildSubset in [.product("descent"), .target("DescentCommand")] {
      var artifacts: [PackageManager.BuildResult.BuiltArtifact] = []
      do {
        let build = try packageManager.build(subset, parameters: .init(configuration: .release))
        if build.succeeded { artifacts = build.builtArtifacts } else { reason = build.logText }
      } catch {
        reason = "\(error)"
      }
      if let binary = artifacts.first(where: { $0.kind == .executable && $0.url.lastPathComponent == "descent" }) {
        return binary.url
      }
    }
    throw EmbedFiguresError(description: "the command descent could not be built\n\(reason)")
  }

  /// Relative to the package: its README and the catalogs of its targets, each once.
  private static func documents(of package: Package) -> [String] {
    let root = package.directoryURL.path + "/"
    let catalogs = Set(package.targets.flatMap { Self.catalogs(below: $0.directoryURL) }).sorted()
    let readme = FileManager.default.fileExists(atPath: root + "README.md") ? ["README.md"] : []
    return readme + catalogs.map { $0.hasPrefix(root) ? String($0.dropFirst(root.count)) : $0 }
  }

  private static func catalogs(below folder: URL) -> [String] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    var catalogs: [String] = []
    while let url = files?.nextObject() as? URL {
      guard url.pathExtension == "docc" else { continue }
      catalogs.append(url.path)
      files?.skipDescendants()
    }
    return catalogs
  }
}

struct EmbedFiguresError: Error, CustomStringConvertible {
  var description: String
}
