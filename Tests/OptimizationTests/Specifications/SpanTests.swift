import LossSurfaces
import Optimization
import Testing

@Suite struct SpanTests {
  @Test(arguments: [
    ("3 epochs", 3), ("1 epoch", 1), ("3epochs", 3), ("0.5 epochs", 0.5), (".5epoch", 0.5), ("1e3  epochs", 1000),
  ])
  func readsEpochs(_ text: String, _ epochs: Double) { #expect(Span(inEpochs: text) == .epochs(epochs)) }

  @Test(arguments: [
    "3", "3 apples", "epochs", "-1 epochs", "0 epochs", "nan epochs", "inf epochs", "1e999 epochs", "5/3 epochs",
    "3 epochs/4 epochs", "3 Epochs", " 3 epochs", "3 epochs ", "",
  ])
  func readsNothingElse(_ text: String) {
    #expect(Span(inEpochs: text) == nil)
    let error = #expect(throws: InputError.self) { try Span(steps: text) }
    #expect(error?.description.hasPrefix("'\(text)' is neither a number of steps nor of epochs above 0\n") == true)
  }

  /// To the nearest update, halves up, at least one.
  @Test(arguments: [
    (3, 2, 6), (1.25, 2, 3), (0.1, 2, 1), (0.5, 8, 4), (0.5, 1, 1), (1.5, 1, 2), (2.4, 1, 2), (1e-9, 8, 1),
    (1e300, 8, 1_000_000_000_000_000),
  ])
  func countsUpdates(_ epochs: Double, _ stepsPerEpoch: Int, _ count: Int) throws {
    #expect(Span.epochs(epochs).count(stepsPerEpoch: stepsPerEpoch) == count)
    #expect(try Span.epochs(epochs).count(in: "steps", stepsPerEpoch: stepsPerEpoch) == count)
  }

  @Test func updatesNeedNoEpochs() throws {
    #expect(try Span.updates(7).count(in: "steps", stepsPerEpoch: nil) == 7)
    #expect(Span.updates(7).count(stepsPerEpoch: 8) == 7)
    #expect(
      throws: InputError(
        "'every' is 0.5 epochs, but there are no mini-batches to count epochs by",
        remedy: "Give a number of updates, or run on a surface with samples and give a batch size.")
    ) { try Span.epochs(0.5).count(in: "every", stepsPerEpoch: nil) }
  }

  @Test(arguments: [
    (Span.updates(20), "20", "20 steps"), (1, "1", "1 step"), (12_000, "12000", "12,000 steps"),
    (.epochs(1), "1 epoch", "1 epoch"), (.epochs(0.5), "0.5 epochs", "0.5 epochs"),
    (.epochs(1e6), "1000000 epochs", "10⁶ epochs"),
  ])
  func words(_ span: Span, _ description: String, _ words: String) {
    #expect(span.description == description)
    #expect(span.words == words)
  }
}
