import Foundation
import Testing

/// The shapes that scripts rely on: which keys there are, and in which order they stand.
@Suite struct JSONShapeTests {
  private let descent: Command

  init() throws { descent = try Command() }

  private func json(_ arguments: String...) throws -> (text: String, object: [String: Any]) { try json(arguments) }

  private func json(_ arguments: [String]) throws -> (text: String, object: [String: Any]) {
    let result = try descent.run(arguments)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.text.hasPrefix("{\"format\":1,"))
    #expect(result.text.hasSuffix("}\n"))
    let object = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    return (result.text, try #require(object))
  }

  @Test func run() throws {
    let (_, object) = try json("run", "ravine", "--learning-rate", "0.05,0.19", "--steps", "30", "--json")
    #expect(Set(object.keys) == ["format", "surface", "runs"])
    #expect(object["surface"] as? String == "ravine")
    let runs = try #require(object["runs"] as? [[String: Any]])
    #expect(runs.count == 2)
    for run in runs {
      #expect(Set(run.keys) == ["label", "seed", "schedule", "optimizer", "verdict", "events", "final", "history"])
      let verdict = try #require(run["verdict"] as? [String: Any])
      #expect(Set(verdict.keys).isSuperset(of: ["kind", "step", "guess", "sentence", "words"]))
      // On its way to the only minimum.
      #expect(verdict["guess"] as? Bool == false)
      for event in try #require(run["events"] as? [[String: Any]]) {
        #expect(Set(event.keys).isSuperset(of: ["kind", "step"]))
      }
      let history = try #require(run["history"] as? [[String: Any]])
      #expect(history.count == 31)
      for (t, entry) in history.enumerated() {
        #expect(Set(entry.keys) == ["step", "x", "y", "loss", "gradientNorm", "learningRate"])
        #expect(entry["step"] as? Int == t)
        #expect((entry["learningRate"] is NSNull) == (t == 30))
      }
      let final = try #require(run["final"] as? [String: Any])
      #expect(Set(final.keys) == ["step", "x", "y", "loss"])
      for key in final.keys { #expect(final[key] as? Double == history[30][key] as? Double) }
    }
    #expect(runs.map { $0["label"] as? String } == ["η = 0.05", "η = 0.19"])
    #expect((runs[1]["events"] as? [[String: Any]])?.contains { $0["kind"] as? String == "zigzag" } == true)
  }

  /// Every seed's run is a run, and bears its seed; of the table, too.
  @Test func seeds() throws {
    let arguments = [
      "run", "bowl", "--noise", "1", "--seeds", "3..5", "--learning-rate", "0.1,0.2", "--steps", "9",
    ]
    let (_, object) = try json(arguments + ["--json"])
    let runs = try #require(object["runs"] as? [[String: Any]])
    #expect(runs.map { $0["seed"] as? Int } == [3, 4, 5, 3, 4, 5])
    #expect(
      runs.map { $0["label"] as? String }
        == ["0.1", "0.2"].flatMap { rate in (3...5).map { "η = \(rate), seed \($0)" } })
    let table = try descent.run(arguments + ["--csv", "-"]).text.split(separator: "\n").dropFirst()
    #expect(Set(table.map { $0.prefix { $0 != "," } }) == ["1", "2", "3", "4", "5", "6"])
    #expect(table.count == 60)
    let words = try descent.run(arguments).text
    #expect(words.hasPrefix("η = 0.1: 3 seeds\n  "))
    #expect(words.contains("\nη = 0.2: 3 seeds\n  "))
  }

  /// A run that diverges ends there, and what is not finite is text.
  @Test func divergedRun() throws {
    let (text, object) = try json(
      "run", "--formula", "exp(x^2) + y^2", "--start", "2,1", "--learning-rate", "50", "--steps", "30", "--json")
    let run = try #require((object["runs"] as? [[String: Any]])?.first)
    #expect((run["verdict"] as? [String: Any])?["kind"] as? String == "diverged")
    let history = try #require(run["history"] as? [[String: Any]])
    #expect(history.count < 31)
    #expect(history.last?["loss"] as? String == "inf")
    #expect(history.last?["learningRate"] is NSNull)
    #expect(text.contains("\"loss\":\"inf\""))
  }

  @Test func aGuess() throws {
    let (_, object) = try json("run", "bowl", "--learning-rate", "0.001", "--steps", "30", "--json")
    let verdict = try #require((object["runs"] as? [[String: Any]])?.first?["verdict"] as? [String: Any])
    #expect(verdict["kind"] as? String == "crawling")
    #expect(verdict["guess"] as? Bool == true)
  }

  @Test func schedule() throws {
    let (text, object) = try json("schedule", "step:factor=0.5,every=2", "constant", "--steps", "4", "--json")
    #expect(Set(object.keys) == ["format", "schedules"])
    #expect(
      text == """
        {"format":1,"schedules":[{"schedule":"step:factor=0.5,every=2","learningRate":0.1,\
        "learningRates":[0.1,0.1,0.05,0.05],"cuts":[2],"restarts":[]},{"schedule":"constant","learningRate":0.1,\
        "learningRates":[0.1,0.1,0.1,0.1],"cuts":[],"restarts":[]}]}

        """)
  }

  @Test func rangeTest() throws {
    let (_, object) = try json("range-test", "ravine", "--low", "1e-4", "--high", "10", "--json")
    #expect(
      Set(object.keys) == [
        "format", "surface", "sweep", "stop", "truth", "limit", "readings", "verdicts", "sentences",
      ])
    let sweep = try #require(object["sweep"] as? [[String: Any]])
    #expect(sweep.allSatisfy { Set($0.keys) == ["learningRate", "loss", "smoothedLoss"] })
    let truth = try #require(object["truth"] as? [[String: Any]])
    #expect(truth.count == 100)
    #expect(truth.allSatisfy { Set($0.keys) == ["learningRate", "loss"] })
    #expect(truth.last?["loss"] as? String == "inf")
    #expect(object["limit"] as? Double == 0.2)
    let readings = try #require(object["readings"] as? [String: Double])
    let names: Set = [
      "minimum", "minimumOverTen", "oneStepBelow", "twoStepsBelow", "steepest", "valley", "slide",
    ]
    #expect(Set(readings.keys) == names)
    let verdicts = try #require(object["verdicts"] as? [String: [String: Any]])
    #expect(Set(verdicts.keys) == names)
    #expect(verdicts["minimum"]?["kind"] as? String == "diverged")
    #expect((object["sentences"] as? [String])?.isEmpty == false)
    // Without a limit there is none, and without a curve nothing is read.
    let (text, none) = try json("range-test", "bowl", "--low", "3", "--high", "30", "--optimizer", "lion", "--json")
    #expect(none["limit"] is NSNull)
    #expect(text.contains("\"readings\":{\"minimum\":"))
  }

  @Test func compare() throws {
    let (_, object) = try json(
      "compare", "ravine", "bowl", "--learning-rate", "0.05,0.1", "--steps", "20", "--noise", "0.1", "--seeds", "1..3",
      "--json")
    #expect(Set(object.keys) == ["format", "criterion", "surfaces"])
    #expect(object["criterion"] as? String == "★ lowest mean last loss")
    let surfaces = try #require(object["surfaces"] as? [[String: Any]])
    #expect(surfaces.map { $0["surface"] as? String } == ["ravine", "bowl"])
    for surface in surfaces {
      let cells = try #require(surface["cells"] as? [[String: Any]])
      #expect(cells.count == 2)
      for cell in cells {
        #expect(
          Set(cell.keys) == [
            "label", "schedule", "optimizer", "learningRate", "lastLoss", "words", "sentence", "runs",
          ])
        let runs = try #require(cell["runs"] as? [[String: Any]])
        #expect(runs.map { $0["seed"] as? Int } == [1, 2, 3])
        #expect(runs.allSatisfy { Set($0.keys) == ["seed", "verdict", "final"] })
      }
    }
  }

  @Test func surface() throws {
    let (_, object) = try json("surface", "himmelblau", "--json")
    let keys: Set = ["format", "surface", "title", "formula", "derivatives", "criticalPoints"]
    #expect(Set(object.keys) == keys)
    let points = try #require(object["criticalPoints"] as? [[String: Any]])
    for point in points {
      let isSaddle = point["kind"] as? String == "saddle"
      let keys: Set = ["x", "y", "kind", "value", "eigenvalues"]
      #expect(Set(point.keys).subtracting(["name"]) == keys.union(isSaddle ? ["unstableDirection"] : []))
      if let axis = point["unstableDirection"] as? [Double] {
        #expect(abs(axis[0] * axis[0] + axis[1] * axis[1] - 1) < 1e-15)
      }
    }
    // Himmelblau's function has four minima, four saddles and a maximum.
    let kinds = Dictionary(grouping: points) { $0["kind"] as? String ?? "" }.mapValues(\.count)
    #expect(kinds == ["minimum": 4, "saddle": 4, "maximum": 1])
    let (_, there) = try json("surface", "himmelblau", "--at", "3,2", "--json")
    #expect(Set(there.keys) == keys.union(["at", "value", "gradient", "hessian", "eigenvalues"]))
    #expect(there["value"] as? Double == 0)
  }

  @Test func surfaceOutsideItsDomain() throws {
    let (text, _) = try json("surface", "--formula", "log(x) + y^2", "--at", "-1,1", "--json")
    #expect(text.contains("\"value\":\"nan\""))
  }

  @Test func list() throws {
    let (_, object) = try json("surface", "--json")
    let surfaces = try #require(object["surfaces"] as? [[String: Any]])
    #expect(surfaces.count >= 32)
    #expect(surfaces.first?["name"] as? String == "bowl")
  }

  @Test func inspect() throws {
    _ = try descent("run", "bowl", "--size", "320x240", "--scale", "1", "--title", "A \"b\" \\ c", "-o", "a.png")
    let (_, object) = try json("inspect", "a.png", "--json")
    #expect(Set(object.keys) == ["format", "width", "height", "title", "description", "recipe"])
    #expect(object["width"] as? Int == 320)
    #expect(object["title"] as? String == "A \"b\" \\ c")
  }

  @Test func render() throws {
    try descent.write("surface: bowl\nsteps: 3\nsize: 320x240\n", to: "a.yaml")
    try descent.write("figure: schedule\nschedule: cosine\nsteps: 3\n", to: "b.yaml")
    let result = try descent("render", "a.yaml", "b.yaml", "--json")
    let lines = result.text.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix("{\"format\":1,\"surface\":\"bowl\",\"runs\":["))
    #expect(lines[1].hasPrefix("{\"format\":1,\"schedules\":["))
  }

  @Test func csv() throws {
    let result = try descent("run", "bowl", "--learning-rate", "0.5,1", "--steps", "2", "--start", "1,0", "--csv", "-")
    #expect(
      result.text == """
        run,step,x,y,loss,gradientNorm,learningRate
        1,0,1,0,0.5,1,0.5
        1,1,0.5,0,0.125,0.5,0.5
        1,2,0.25,0,0.03125,0.25,
        2,0,1,0,0.5,1,1
        2,1,0,0,0,0,1
        2,2,0,0,0,0,

        """)
    let file = try descent(
      "run", "bowl", "--learning-rate", "0.5,1", "--steps", "2", "--start", "1,0", "--csv", "a.csv")
    #expect(try descent.data(of: "a.csv") == result.output)
    #expect(file.text.hasPrefix("η = 0.5: "))
  }
}
