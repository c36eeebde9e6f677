// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "descent",
  products: [
    .executable(name: "descent", targets: ["DescentCommand"]),
    .library(
      name: "Descent",
      targets: ["LossSurfaces", "SurfaceCatalog", "Optimization", "Diagnosis", "Raster", "Figures", "Documents"]),
    .plugin(name: "EmbedFigures", targets: ["EmbedFigures"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Makes the documentation: swift package generate-documentation. No target depends on it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // The targets stand in the order the data takes: formula, surface, run, verdict, drawing, picture, document, command.

    // Programs over blocks of lanes, in C, since Swift cannot compile one function for several processors.
    .target(name: "CKernels"),
    // Formula text to value, gradient and Hessian.
    .target(
      name: "LossSurfaces", dependencies: ["CKernels"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    // Writes a folder of text files as Swift string literals at build time.
    .executableTarget(name: "EmbedTextTool", swiftSettings: strict),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["EmbedTextTool"], path: "Sources/EmbedText"),
    // The surfaces of the folder Surfaces, and the door through which YAML comes in.
    .target(
      name: "SurfaceCatalog", dependencies: ["LossSurfaces", yams], swiftSettings: strict, plugins: ["EmbedText"]),
    // Schedules, optimizers, gradient noise, runs.
    .target(name: "Optimization", dependencies: ["CKernels", "LossSurfaces"], swiftSettings: strict),
    // What happened in a run, and why.
    .target(name: "Diagnosis", dependencies: ["LossSurfaces", "Optimization"], swiftSettings: strict),
    // The system's libpng.
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    // Keeps libpng's jumps inside C.
    .target(
      name: "CPNGShim", dependencies: ["CPNG"],
      linkerSettings: [.linkedLibrary("png16"), .linkedLibrary("z"), .linkedLibrary("m")]),
    // Drawing to pixels to PNG, with a typeface of ours.
    .target(name: "Raster", dependencies: ["CPNGShim"], swiftSettings: strict),
    // Surfaces and trajectories to drawings.
    .target(
      name: "Figures", dependencies: ["LossSurfaces", "SurfaceCatalog", "Optimization", "Diagnosis", "Raster"],
      swiftSettings: strict),
    // Markdown text to blocks.
    .target(name: "Markdown", swiftSettings: strict),
    // Recipes: figures as text; pages, and the course of Gallery, which the binary carries.
    .target(
      name: "Documents",
      dependencies: [
        "LossSurfaces", "SurfaceCatalog", "Optimization", "Diagnosis", "Raster", "Figures", "Markdown", yams,
      ], swiftSettings: strict, plugins: ["EmbedText"]),
    // What a terminal can show, pictures and Markdown in it, and its keys.
    .target(name: "Terminal", dependencies: ["Raster", "Markdown"], swiftSettings: strict),
    // Parses, calls, prints.
    .executableTarget(
      name: "DescentCommand",
      dependencies: [
        "LossSurfaces", "SurfaceCatalog", "Optimization", "Diagnosis", "Raster", "Figures", "Documents", "Terminal",
        "Markdown", argumentParser,
      ], swiftSettings: strict),
    // swift package embed-figures: the figures of a package's README and DocC catalogs.
    .plugin(
      name: "EmbedFigures",
      capability: .command(
        intent: .custom(
          verb: "embed-figures", description: "Keep the figures of the README and of the DocC catalogs current."),
        permissions: [.writeToPackageDirectory(reason: "Draws the figures and shows them in the pages.")]),
      path: "Sources/EmbedFigures"),
    // Measures what DESIGN promises: swift run -c release benchmarks.
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "CKernels", "LossSurfaces", "SurfaceCatalog", "Optimization", "Diagnosis", "Raster", "Figures", "Documents",
      ],
      path: "Sources/Benchmarks", swiftSettings: strict),

    // Inputs that nobody would write, and what must hold for each: the tests try few of them, by hand it tries millions.
    .executableTarget(
      name: "Fuzz", dependencies: ["LossSurfaces", "SurfaceCatalog", "Optimization", "Raster", "Documents"],
      path: "Tests/Fuzz", swiftSettings: strict),
    .testTarget(
      name: "LossSurfacesTests", dependencies: ["CKernels", "LossSurfaces"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(name: "EmbedTextToolTests", dependencies: ["EmbedTextTool"], swiftSettings: strict),
    .testTarget(name: "SurfaceCatalogTests", dependencies: ["SurfaceCatalog", "LossSurfaces"], swiftSettings: strict),
    .testTarget(
      name: "OptimizationTests", dependencies: ["Optimization", "LossSurfaces"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "DiagnosisTests", dependencies: ["Diagnosis", "Optimization", "LossSurfaces", "SurfaceCatalog"],
      swiftSettings: strict),
    .testTarget(name: "RasterTests", dependencies: ["Raster"], swiftSettings: strict),
    .testTarget(
      name: "FiguresTests",
      dependencies: ["Figures", "LossSurfaces", "SurfaceCatalog", "Optimization", "Diagnosis", "Raster", "Documents"],
      swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests",
      dependencies: [
        "Documents", "Figures", "Fuzz", "LossSurfaces", "SurfaceCatalog", "Optimization", "Diagnosis", "Raster",
        "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: strict),
    // What tests of several modules need: a terminal that only a test sees, pictures read back out of one, a lesson.
    .target(name: "TestSupport", dependencies: ["Raster"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Markdown", "Raster", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DescentCommandTests",
      dependencies: ["DescentCommand", "Raster", "Optimization", "Diagnosis", "SurfaceCatalog", "TestSupport"],
      swiftSettings: strict),
  ]
)
