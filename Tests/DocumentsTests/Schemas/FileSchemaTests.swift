import Foundation
import LossSurfaces
import Optimization
import Testing

@testable import Documents
@testable import SurfaceCatalog

/// The schemas against all files of ours, against what the readers refuse, and against the readers' tables of keys.
@Suite struct FileSchemaTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

  private static func files(_ folder: String, _ suffix: String = ".yaml") -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
  }

  private static let validators = Dictionary(
    uniqueKeysWithValues: FileSchema.allCases.map { schema in (schema, Result { try SchemaValidator(schema) }) })

  private func complaints(_ yaml: String, _ schema: FileSchema) throws -> [String] {
    try Self.validators[schema]!.get().complaints(about: JSONValue(yaml: yaml))
  }

  /// Whether the command reads it.
  private func isRead(_ yaml: String, _ schema: FileSchema) -> Bool {
    do {
      switch schema {
      case .surface: _ = try Catalog.surface(yaml: yaml, file: "s.yaml")
      case .recipe: _ = try Recipe(yaml: yaml, file: "r.yaml")
      case .defaults: _ = try FolderDefaults(yaml: yaml, file: "descent.yaml")
      }
      return true
    } catch {
      return false
    }
  }

  // MARK: Files of ours

  @Test func surfacesFit() throws {
    let files = Self.files("Surfaces")
    #expect(files.count >= 37)
    let validator = try Self.validators[.surface]!.get()
    for file in files {
      let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
      #expect(validator.complaints(about: try JSONValue(yaml: text)) == [], "\(file)")
    }
  }

  /// Recipes in files, and those in pages but for the keys that only a page knows.
  @Test func recipesFit() throws {
    var recipes = try Self.files("Gallery").map { file in
      (file, try String(contentsOf: Self.root.appending(path: file), encoding: .utf8))
    }
    for page in Self.files("Gallery", ".md") + Self.files("Sources/Documents/Documents.docc", ".md") {
      let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
      for marker in text.split(separator: "\n<!-- descent:figure ").dropFirst() {
        let lines = marker.split(separator: "\n", omittingEmptySubsequences: false)
        let recipe = lines.dropFirst().prefix { $0 != "-->" }
          .filter { !$0.hasPrefix("target:") && $0 != "theme: both" }
        recipes.append(("\(page): \(lines[0])", recipe.joined(separator: "\n")))
      }
    }
    #expect(recipes.count >= 25)
    for (name, recipe) in recipes { #expect(try complaints(recipe, .recipe) == [], "\(name)") }
  }

  // MARK: What is good

  @Test(arguments: [
    "surface: ./mine.yaml\nsteps: 20 epochs\nbatch-size: 4\nsampling: replacement\nseeds: 1..20",
    "formula: x^2 + y^2\nlearning-rate: 2/101\nstart: [pi/6, -.5]\nnoise: [0, 3]\nview: {x: [-1, 1], y: [0, 2*pi]}",
    "formula: 0\nparameters: {a: 1e-3}\ndefinitions: {u: x^2}\nsize: 800x600\nscale: 3.125\nlabels: false",
    "surface: bowl\nschedule: step:factor=0.5,every=20\noptimizer: {adam: {amsgrad: true}}",
    "surface: bowl\nschedule: {cosine: }\nruns: [{schedule: {multi-step: {milestones: [5, 12]}}, label: 3}]",
    "surface: bowl\nschedule: {step: {every: 3 epochs}}",
    "surface: bowl\nschedule: {multi-step: {milestones: [3 epochs, 6 epochs]}}\nexpect: ['a: b: not zigzag', '1: mean steps-to 1e-3 <= 100']",
    "surface: bowl\nschedule: {formula: {rate: lr*exp(-t/20)}}\npanels: []\nnoise-ellipse: [1, 2]",
    "surface: {name: own, formula: x^2 + y^4, view: {x: [-1, 1], y: [-1, 1]}, start: [0.5, 0]}",
    "figure: schedule\nlosses: 1 0.5 nan inf\nruns: [{schedule: plateau}, {schedule: cosine, label: a}]",
    "figure: grid\ncompare: {surface: [bowl, ravine], schedule: all, learning-rate: [0.1, 0.2], seeds: 1..3}",
    "figure: range-test\nsurface: bowl\nrange: {low: 1e-4, high: 10, steps: 100, growth: linear}",
    "figure: relief\nsurface: bowl\nazimuth: -60\nelevation: 25",
  ])
  func recipe(_ yaml: String) throws {
    #expect(isRead(yaml, .recipe))
    #expect(try complaints(yaml, .recipe) == [])
  }

  // MARK: What is bad

  /// Each is refused by the reader, too.
  @Test(arguments: [
    "surface: bowl\nlerning-rate: 3", "surface: bowl\nruns: [{step: 3}]", "surface: bowl\nruns: [{levels: 3}]",
    "surface: rosenbrok", "steps: 3", "surface: bowl\nformula: x", "surface: bowl\ndefinitions: {u: x}",
    "formula: a*x^2\nparameters: {a: 1, b: two}", "surface: bowl\nlearning-rate: 0",
    "surface: bowl\nlearning-rate: fast",
    "surface: bowl\nlearning-rate: [1, 2]", "surface: bowl\nsteps: 1000000000000", "surface: bowl\nsteps: 2.5",
    "surface: bowl\nseed: -1", "surface: bowl\nnoise: -1", "surface: bowl\nnoise: [1, 2, 3]",
    "surface: bowl\nschedule: stp", "surface: bowl\nschedule: {stp: {every: 3}}",
    "surface: bowl\nschedule: {step: {evry: 3}}", "surface: bowl\nschedule: {step: {every: 3.5}}",
    "surface: bowl\nschedule: {step: {every: 3}, cosine: {}}", "surface: bowl\nschedule: formula",
    "surface: bowl\nschedule: {formula: {}}", "surface: bowl\nschedule: {step: {like: jax}}",
    "surface: bowl\noptimizer: {sgd: {momentum: 1.5}}", "surface: bowl\noptimizer: {sgd: {nesterov: maybe}}",
    "surface: bowl\noptimizer: [sgd]", "surface: bowl\nstart: 3", "surface: bowl\nstart: [1, a]",
    "surface: bowl\nseed: 1\nseeds: 1..3", "surface: bowl\nseeds: 3", "surface: bowl\nsampling: twice",
    "surface: bowl\nexpect: ['1: convergd']", "surface: bowl\nexpect: ['converged']",
    "surface: bowl\nexpect: ['1: final-loss < small']", "surface: bowl\nexpect: ['1: mean converged']",
    "surface: bowl\nexpect: '1: converged'", "surface: bowl\nfigure: pth", "surface: bowl\npanels: [losses]",
    "surface: bowl\nview: {x: [-1, 1]}", "surface: bowl\nview: {x: [-1, 1], y: [-1, 1], z: [0, 1]}",
    "surface: bowl\nlevels: 0", "surface: bowl\npalette: jet", "surface: bowl\ntheme: blue",
    "surface: bowl\nsize: [800]", "surface: bowl\nsize: large", "surface: bowl\nscale: 0", "surface: bowl\nlabels: 3",
    "surface: bowl\ntitle: [a]", "surface: bowl\nalt:", "surface: bowl\nlosses: [1]", "surface: bowl\nrange: {low: 1}",
    "surface: bowl\ncompare: {schedule: all}", "surface: bowl\nazimuth: 3",
    "surface: bowl\nfigure: relief\nelevation: 5", "surface: bowl\nfigure: relief\npanels: [loss]",
    "surface: bowl\nfigure: curves\nlevels: 3", "figure: schedule\nview: {x: [0, 1], y: [0, 1]}",
    "figure: schedule\nruns: [{steps: 3}]", "figure: range-test\nsurface: bowl\nlearning-rate: 0.1",
    "figure: range-test\nsurface: bowl\nrange: {low: 0}", "figure: range-test\nsurface: bowl\nrange: {step: 3}",
    "figure: grid", "figure: grid\nsurface: bowl\ncompare: {shedule: all}",
    "figure: grid\nsurface: bowl\ncompare: {batch-size: [0]}", "figure: grid\nsurface: bowl\nlosses: [1]",
    "surface: {formula: x, stert: [1, 1]}", "surface: {title: x}", "[1, 2]", "bowl",
  ])
  func badRecipe(_ yaml: String) throws {
    #expect(!isRead(yaml, .recipe))
    #expect(try complaints(yaml, .recipe) != [])
  }

  @Test(arguments: [
    "target: docc\ntheme: both\npictures: images/loss", "size: 800x600\npanels: [loss]\nwidth: 480\nlevels: 12",
    "target: github\npictures: .figures\nfooter: after Smith (2017)",
  ])
  func defaults(_ yaml: String) throws {
    #expect(isRead(yaml, .defaults))
    #expect(try complaints(yaml, .defaults) == [])
  }

  @Test(arguments: [
    "target: word", "theme: blue", "pictures: /images", "pictures: [a]", "surface: bowl", "steps: 3", "levels: 0",
    "[1]",
  ])
  func badDefaults(_ yaml: String) throws {
    #expect(!isRead(yaml, .defaults))
    #expect(try complaints(yaml, .defaults) != [])
  }

  @Test(arguments: [
    "title: a", "formula: x\nfomula: y", "formula: [x]", "formula: x\nname: a", "formula:", "formula: x\ntitle: {a: 1}",
    "formula: x\nparameters: {a: b}", "formula: x\nparameters: [a]", "formula: x\ndefinitions: {u: [x]}",
    "formula: x\nsamples: {columns: [u]}", "formula: x\nsamples: {columns: [], rows: [[1]]}",
    "formula: x\nsamples: {columns: [u], rows: [[a]]}", "formula: x\nsamples: {colums: [u], rows: [[1]]}",
    "formula: x\naxes: {x: a}", "formula: x\nview: {x: [0, 1], y: 3}", "formula: x\nview: [0, 1]",
    "formula: x\nstart: [0]", "formula: x\nstart: [0, 1, 2]", "formula: x\nlearning-rate: 0",
    "formula: x\nlearning-rate: -.1", "formula: x\nsteps: 0", "formula: x\nsteps: many",
    "formula: x\ncritical-points: {at: [0, 0]}", "formula: x\ncritical-points: [{at: [0, 0]}]",
    "formula: x\ncritical-points: [{at: [0, 0], kind: bottom}]", "formula: x\ncritical-points: [{at: 3, kind: saddle}]",
    "formula: x\ncritical-points: [{at: [0, 0], kind: saddle, label: a}]",
  ])
  func badSurface(_ yaml: String) throws {
    #expect(!isRead(yaml, .surface))
    #expect(try complaints(yaml, .surface) != [])
  }

  // MARK: The same keys

  /// A key that is added to a reader's table stands in the schema at once; this asks that it is described there, too.
  @Test func everyKeyIsDescribed() {
    for key in SurfaceFile.keys + ["name"] {
      #expect(SurfaceSchema.values[key] != nil, "describe '\(key)' in SurfaceSchema")
    }
    for key in RecipeKeys.all + RecipeKeys.run {
      #expect(
        (RecipeSchema.values[key] ?? RunSchema.values[key]) != nil, "describe '\(key)' in RecipeSchema or RunSchema")
    }
    let known = Set(RecipeKeys.all + RecipeKeys.run)
    #expect(Set(RecipeSchema.values.keys).union(RunSchema.values.keys).subtracting(known) == [])
    #expect(Set(SurfaceSchema.values.keys).subtracting(SurfaceFile.keys + ["name"]) == [])
  }

  private static func keys(at path: [String], in schema: FileSchema) throws -> Set<String> {
    let root = try validators[schema]!.get().root
    let end = path.reduce(root as JSONValue?) { value, step in
      guard let index = Int(step) else { return value?[step] }
      return value?.items?[index]
    }
    return Set(try #require(end?["properties"]?.members, "\(path)").map(\.key))
  }

  /// Mappings inside others: the keys that the reader lists when it meets one that it does not know.
  @Test(arguments: [
    (FileSchema.surface, "formula: x\naxes: {qqqqqqqqq: 1}", "axes"),
    (.surface, "formula: x\nview: {qqqqqqqqq: 1}", "view"),
    (.surface, "formula: x\nsamples: {qqqqqqqqq: 1}", "samples"),
    (.surface, "formula: x\ncritical-points: [{qqqqqqqqq: 1}]", "critical-points/items"),
    (.recipe, "surface: bowl\nview: {qqqqqqqqq: 1}", "view"),
    (.recipe, "surface: bowl\nruns: [{qqqqqqqqq: 1}]", "runs/items"),
    (.recipe, "surface: bowl\nfigure: range-test\nrange: {qqqqqqqqq: 1}", "range"),
    (.recipe, "surface: bowl\nfigure: grid\ncompare: {qqqqqqqqq: 1}", "compare"),
    (.recipe, "surface: {qqqqqqqqq: 1}", "surface/anyOf/2"),
    (.recipe, "surface: bowl\nqqqqqqqqq: 1", ""),
  ])
  func sameKeys(_ schema: FileSchema, _ yaml: String, _ path: String) throws {
    let error = try #require(throws: InputError.self) {
      if schema == .surface {
        _ = try Catalog.surface(yaml: yaml, file: "s.yaml")
      } else {
        _ = try Recipe(yaml: yaml, file: "r.yaml")
      }
    }
    let list = try #require(error.remedy.split(separator: ": ").last?.dropLast()).split(separator: ", ").map(
      String.init)
    let steps = path.split(separator: "/").map(String.init)
    #expect(try Self.keys(at: steps.isEmpty ? [] : ["properties"] + steps, in: schema) == Set(list))
  }

  @Test func defaultsOfFoldersKnowTheSameKeys() throws {
    #expect(try Self.keys(at: [], in: .defaults) == Set(FolderDefaults.keys))
  }

  /// Every key of every schedule and optimizer, and no other.
  @Test(arguments: [("schedule", Schedule.reference), ("optimizer", Optimizer.reference)])
  func specifications(_ noun: String, _ table: [SpecificationEntry]) throws {
    #expect(try Self.keys(at: ["$defs", noun, "anyOf", "2"], in: .recipe) == Set(table.map(\.name)))
    for entry in table {
      let path = ["$defs", noun, "anyOf", "2", "properties", entry.name] + (entry.needsNoKeys ? ["anyOf", "0"] : [])
      #expect(try Self.keys(at: path, in: .recipe) == Set(entry.keys.map(\.name)))
    }
  }

  /// What stands for a key that is left out must fit its schema: `default`s are what editors insert.
  @Test func defaultsFit() throws {
    let validator = try Self.validators[.recipe]!.get()
    for (key, schema) in RecipeSchema.values {
      guard let standard = schema.json["default"] else { continue }
      var recipe = [JSONValue.Member(key: "surface", value: .string("bowl")), .init(key: key, value: standard)]
      if key == "elevation" { recipe.append(.init(key: "figure", value: .string("relief"))) }
      #expect(validator.complaints(about: .object(recipe)) == [], "\(key)")
    }
  }
}
