import Foundation
import PackagePlugin

/// Puts the text files of a top-level folder into a target: as `EmbeddedText.files`, by file name.
///
/// Two commands see to it that every change of the folder is noticed. The build command names each file as an input and
/// as an argument, so it runs again when one of them changes. But the list of files is made while the build is planned,
/// and a new file in a folder without sources is no reason to plan again; the output folder of a prebuild command is.
/// So the folder is declared as one, of a command that does nothing.
@main struct EmbedText: BuildToolPlugin {
  /// Which folder each target carries, and the endings of the files it takes from there.
  static let folders: [String: (folder: String, endings: Set<String>)] = [
    "SurfaceCatalog": ("Surfaces", ["yaml"]),
    "Documents": ("Gallery", ["md", "yaml"]),
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let (folder, endings) = Self.folders[target.name] else {
      throw EmbedTextError(description: "EmbedText has no folder for the target \(target.name); add it to its table.")
    }
    let directory = context.package.directoryURL.appending(path: folder).resolvingSymlinksInPath()
    let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
      .filter { endings.contains($0.pathExtension) && !$0.lastPathComponent.hasPrefix(".") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedText.swift")
    return [
      .prebuildCommand(
        displayName: "Watching \(folder)", executable: URL(filePath: "/usr/bin/true"), arguments: [],
        outputFilesDirectory: directory),
      .buildCommand(
        displayName: "Embedding \(folder)", executable: try context.tool(named: "EmbedTextTool").url,
        arguments: [output.path] + files.map(\.path), inputFiles: files, outputFiles: [output]),
    ]
  }
}

struct EmbedTextError: Error, CustomStringConvertible {
  var description: String
}
