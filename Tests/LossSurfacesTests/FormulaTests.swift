import Testing

@testable import LossSurfaces

@Suite struct FormulaTests {
  @Test func schedules() throws {
    let decay = try Formula("lr*exp(-t/20)", variables: ["t", "T", "lr"])
    #expect(decay([0, 100, 0.5]) == 0.5)
    #expect(abs(decay([20, 100, 0.5]) - 0.18393972058572117) < 1e-16)
    #expect(try Formula("lr", variables: ["t", "T", "lr"])([3, 4, 0.25]) == 0.25)
    #expect(try Formula("2", variables: ["t"])([3]) == 2)
    #expect(try Formula("k*t", variables: ["t"], parameters: [Parameter("k", 3)])([2]) == 6)
    #expect(try Formula("log(t)", variables: ["t"])([-1]).isNaN)
    #expect(try Formula("if(t < T/2, lr, lr/10)", variables: ["t", "T", "lr"])([60, 100, 1]) == 0.1)
  }

  @Test func equality() throws {
    let formula = try Formula("t + 1", variables: ["t"])
    #expect(try formula == Formula("t + 1", variables: ["t"]))
    #expect(try formula != Formula("1 + t", variables: ["t"]))
    #expect(try Set([formula, Formula("t + 1", variables: ["t"])]).count == 1)
  }

  @Test func errorsNameTheVariables() {
    do {
      _ = try Formula("lr*x", variables: ["t", "T", "lr"])
      Issue.record("no error")
    } catch {
      #expect("\(error)" == "1:4: unknown name 'x'\n    lr*x\n       ^\nThe names are: t, T, lr, pi, e.")
    }
  }
}
