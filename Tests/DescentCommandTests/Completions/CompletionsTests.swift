import Foundation
import Optimization
import SurfaceCatalog
import Testing

@testable import DescentCommand

/// The scripts that complete the command, driven as the shells do it.
@Suite struct CompletionsTests {
  private static let shells = ["bash", "zsh", "fish"]

  private static func has(_ shell: String) -> Bool {
    ["/bin/", "/usr/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + shell) }
  }

  /// Every shell that is installed can read its script.
  @Test(arguments: shells.filter(has)) func canBeRead(_ shell: String) throws {
    let result = try Command().shell("descent completions \(shell) > script && \(shell) -n script")
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: shells) func nameAllVerbs(_ shell: String) throws {
    let script = try Command()("completions", shell).text
    for verb in try CommandOutline(of: Descent.self).children {
      #expect(script.contains(verb.name.replacing("descent ", with: "")), "\(verb.name)")
    }
  }

  // MARK: bash

  /// What bash offers for a line that ends at the cursor: the line is broken into words as bash does it.
  private static func offers(_ line: String, in descent: Command) throws -> [String] {
    // bash breaks at blanks, and cuts `:` and `=` out as words of their own.
    var words = [""]
    for character in line {
      switch character {
      case " ": words.append("")
      case ":", "=":
        if words[words.count - 1].isEmpty { words.removeLast() }
        words += [String(character), ""]
      default: words[words.count - 1].append(character)
      }
    }
    let current = words[words.count - 1]
    // Behind a colon that colon counts as the word at hand.
    if current.isEmpty, let last = line.last, ":=".contains(last) { words.removeLast() }
    let previous = words.count > 1 ? words[words.count - 2] : ""
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      source <(descent completions bash)
      compopt() { [[ $* != '-o nospace' ]] || echo no space; }
      COMP_LINE='\(line)' COMP_POINT=${#COMP_LINE} COMP_WORDS=(\(quoted)) COMP_CWORD=\(words.count - 1)
      COMP_POINT=${#COMP_LINE}
      [[ $(complete -p descent) == *' -F '* ]] || exit 3
      handler=$(complete -p descent | sed 's/.*-F \\([^ ]*\\).*/\\1/')
      $handler descent '\(current)' '\(previous)'
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try descent.shell(script)
    #expect(result.errors.isEmpty, "\(line): \(result.errors)")
    #expect(result.code == 0)
    return result.text.split(separator: "\n").map(String.init)
  }

  private static let lines: [(line: String, offers: [String])] = [
    ("descent comp", ["compare", "completions"]),
    ("descent run rosen", ["rosenbrock", "rosenbrock-10"]),
    ("descent compare bowl him", ["himmelblau"]),
    ("descent run ravine --sched", ["--schedule"]),
    ("descent run ravine --theme ", ["dark", "light", "print"]),
    ("descent run ravine --palette vi", ["viridis"]),
    ("descent run ravine --figure c", ["curves"]),
    ("descent run ravine --panels loss,st", ["loss,stability"]),
    ("descent run ravine --schedule cos", ["cosine"]),
    ("descent run ravine --schedule cosine:", ["final=", "like=", "until=", "warmup-start=", "warmup="]),
    ("descent run ravine --schedule cosine:until=60,f", ["no space", "final="]),
    ("descent run ravine --optimizer sgd:momentum=0.9,nesterov=t", ["true"]),
    ("descent run ravine --schedule step:every=20 --optimizer ada", ["adadelta", "adagrad", "adam", "adamw"]),
    ("descent run ravine --parameter ", ["no space", "k="]),
    ("descent range-test ravine --growth ", ["exponential", "linear"]),
    ("descent schedule triangular2:l", ["no space", "low="]),
    ("descent map ravine --x sta", ["start-x=", "start-y="]),
    ("descent map ravine --schedule step --x ev", ["no space", "every="]),
    ("descent map ravine --x mom", ["no space", "momentum="]),
    ("descent map ravine --optimizer adam --x beta", ["beta1=", "beta2="]),
    ("descent map ravine --show fin", ["final-loss"]),
    ("descent surface che", ["check"]),
    ("descent schema ", ["defaults", "recipe", "surface"]),
    ("descent doctor --graphics k", ["kitty"]),
    ("descent lesson go 05", ["05-step-decay"]),
    ("descent lesson hint just", ["just-below-the-limit"]),
    ("descent completions ", ["bash", "fish", "zsh"]),
  ]

  @Test(arguments: lines.indices) func bash(_ index: Int) throws {
    let (line, expected) = Self.lines[index]
    let offers = try Self.offers(line, in: Command())
    // bash cuts off what stands before the last break; of a list with commas it keeps all.
    let known = expected.map { word in offers.first { $0 == word || $0.hasSuffix("," + word) } }
    #expect(known.allSatisfy { $0 != nil } && offers.count == expected.count, "\(line): \(offers)")
  }

  @Test func filesStandBesideTheCatalog() throws {
    let descent = try Command()
    try descent.write("", to: "mine.yaml")
    try descent.write("", to: "mine.txt")
    try descent.write("", to: "mine$(touch trap).yaml")
    try FileManager.default.createDirectory(atPath: descent.path("mining"), withIntermediateDirectories: true)
    try descent.write("", to: "mining/bowl.yml")
    #expect(try Self.offers("descent run min", in: descent) == ["mine.yaml", "mining/"])
    #expect(try Self.offers("descent run mining/", in: descent) == ["mining/bowl.yml"])
    #expect(try Self.offers("descent surface check mine.", in: descent) == ["mine.yaml"])
    #expect(!descent.files.contains("trap"))
  }

  // MARK: fish and zsh

  /// zsh takes a colon for the end of the word.
  @Test func colonsAreQuotedForZsh() throws {
    // What the scripts ask, in their words.
    let line = "descent ---completion run -- --schedule 3 8 descent run --schedule cosine:"
    let result = try Command().shell("SAP_SHELL=zsh \(line)")
    #expect(result.text.contains("cosine\\:final=\n"))
    #expect(try Command().shell("SAP_SHELL=fish \(line)").text.contains("cosine:final=\n"))
  }

  @Test(arguments: [([], "for which shell? bash, zsh, fish"), (["fsh"], "there is no script for 'fsh'")])
  func wrongShells(_ words: [String], _ message: String) throws {
    let result = try Command().run(["completions"] + words)
    #expect(result.code == 64)
    #expect(result.errors.contains(message))
  }
}
