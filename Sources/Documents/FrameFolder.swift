import Raster

/// The frames of an animation as numbered pictures in a folder.
public enum FrameFolder {
  /// Writes every frame of the runs as a whole picture, `0001.png` first; the folder is made if there is none.
  ///
  /// The last is the finished picture. Each file is written whole or not at all; other files in the folder stay.
  public static func write(_ rendering: some MovingRendering, to folder: String) throws {
    try OutputFile.makeFolder(folder)
    let scale = rendering.recipe.scale
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    for (index, image) in try rendering.animation().images(scale: scale).enumerated() {
      let digits = String(index + 1)
      let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".png"
      try OutputFile.write(PNG(image, scale: scale).encoded(), to: prefix + name)
    }
  }
}
