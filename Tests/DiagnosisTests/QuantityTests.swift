import Diagnosis
import Optimization
import Testing

@Suite struct QuantityTests {
  private func value(_ name: String, _ run: TestRun, loss: Double? = nil) throws -> Double? {
    try run.assessed().quantity(named: name, loss: loss, in: run.trajectory)
  }

  @Test func ofARunThatConverges() throws {
    let run = TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 200)
    #expect(try value("converged-step", run) == 140)
    #expect(try value("final-loss", run) == run.trajectory.loss.last)
    #expect(try value("final-x", run) == run.trajectory.x.last)
    #expect(try value("final-y", run) == run.trajectory.y.last)
    // 3.125·0.81ᵗ ≤ 1e-3 from t = 39 on.
    #expect(try value("steps-to", run, loss: 1e-3) == 39)
    #expect(try value("steps-to", run, loss: 5) == 0)
    #expect(try value("steps-to", run, loss: -1) == nil)
    #expect(try value("sharpness", run) == 1)
    #expect(try value("eta-sharpness", run) == 0.1)
    #expect(try #require(try value("final-distance", run)) < 1e-8)
    #expect(try value("rate-cuts", run) == 0)
    for name in ["escaped-step", "diverged-step", "period"] { #expect(try value(name, run) == nil) }
  }

  @Test func ofOtherRuns() throws {
    #expect(try value("diverged-step", TestRun(.ravine, 2.5, 1.5, rate: 0.205, steps: 1000)) == 145)
    #expect(try value("period", TestRun(.bowl, 2, 1.5, rate: 2, steps: 100)) == 2)
    #expect(try value("escaped-step", TestRun(.boundedSaddle, 1.5, 1e-6, rate: 0.1, steps: 250)) == 87)
    let cuts = TestRun(.ravine, 2.5, 1.5, rate: 0.19, steps: 80, schedule: "step:factor=0.5,every=20")
    #expect(try value("rate-cuts", cuts) == 3)
    #expect(try value("converged-step", cuts) == nil)
    #expect(try value("final-distance", TestRun(.slope, 0, 0, rate: 0.1, steps: 10)) == nil)
    let distance = try value("final-distance", TestRun(.ravine, 2.5, 1.5, rate: 0.02, steps: 40))
    #expect(abs(try #require(distance) - 1.114) < 1e-3)
  }

  /// Facts 5.6: where the minimal example of the edge of stability ends, at 2/λ = 20.
  @Test func sharpnessAtTheEnd() throws {
    let sharpness = try value("sharpness", TestRun(.eosQuartic, 2.5, 0.15, rate: 0.1, steps: 3000))
    #expect(abs(try #require(sharpness) - 19.855) < 0.01)
  }

  @Test func everyNameIsKnown() {
    for name in Quantity.names {
      #expect(Quantity(named: name, loss: name == "steps-to" ? 1 : nil) != nil)
      #expect(Quantity(named: name, loss: name == "steps-to" ? nil : 1) == nil)
    }
    #expect(Quantity(named: "loss") == nil)
  }
}
