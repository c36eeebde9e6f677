import Optimization
import Testing

@testable import DescentCommand

/// What may stand in a specification.
@Suite struct SpecificationWordsTests {
  private func schedules(_ word: String) -> [String] { SpecificationWords(Schedule.reference).beginning(word) }

  @Test func names() {
    #expect(schedules("") == Schedule.names)
    #expect(schedules("co") == Schedule.names)
  }

  @Test func keysThatAreNotYetGiven() {
    let common = ["warmup", "warmup-start"]
    let cosine = schedules("cosine:")
    #expect(cosine == ["until", "final", "like"].map { "cosine:\($0)=" } + common.map { "cosine:\($0)=" })
    #expect(schedules("cosine:until=60,").contains("cosine:until=60,final="))
    #expect(!schedules("cosine:until=60,f").contains("cosine:until=60,until="))
    // A key that is being typed is still offered.
    #expect(schedules("cosine:until").contains("cosine:until="))
    #expect(schedules("no-such-schedule:").isEmpty)
  }

  @Test func valuesThatCanBeCounted() {
    #expect(schedules("exponential:staircase=") == ["true", "false"].map { "exponential:staircase=\($0)" })
    #expect(
      schedules("plateau:patience=3,like=") == ["torch", "keras", "optax"].map { "plateau:patience=3,like=\($0)" })
    #expect(schedules("step:every=").isEmpty)
    #expect(schedules("step:no-such-key=").isEmpty)
    let optimizers = SpecificationWords(Optimizer.reference).beginning("sgd:nesterov=")
    #expect(optimizers == ["sgd:nesterov=true", "sgd:nesterov=false"])
  }

  /// What is offered can be read, or begins what can be.
  @Test(arguments: Schedule.reference.map(\.name)) func isOfferedAsItIsRead(_ name: String) throws {
    for word in schedules(name + ":") {
      let specification = try Specification(parsing: word + "1")
      #expect(specification.name == name)
      let entry = try #require(Schedule.reference.first { $0.name == name })
      #expect(entry.keys.contains { "\(name):\($0.name)=" == word })
    }
  }

  @Test func listsOfWords() {
    #expect(Candidates.list(["a", "b", "c"], beginning: "") == ["a", "b", "c"])
    #expect(Candidates.list(["a", "b", "c"], beginning: "b,") == ["b,a", "b,c"])
    #expect(Candidates.list(["a", "b", "c"], beginning: "b,a,x") == ["b,a,c"])
    let named = Candidates.list(["k=", "l="], beginning: "k=10,") { $0.prefix { $0 != "=" } }
    #expect(named == ["k=10,l="])
  }

  @Test func namesThatAShellWouldRunAreNotOffered() {
    #expect(FileNames.isHarmless("folder/my-surface_2.yaml"))
    #expect(FileNames.isHarmless("fläche.yaml"))
    for name in ["$(touch x).yaml", "`x`.yaml", "a b.yaml", "-o.yaml", "a;b.yaml", "~a.yaml", "*.yaml", "a\nb.yaml"] {
      #expect(!FileNames.isHarmless(name), "\(name)")
    }
  }
}
