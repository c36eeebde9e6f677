import Testing

@testable import DescentCommand

@Suite struct ProgressLineTests {
  @Test func theTimeLeftFollowsFromTheShareDone() {
    #expect(ProgressLine.text("map", 0.25, seconds: 10) == "map 25 %, 30 s left")
    #expect(ProgressLine.text("map", 0.01, seconds: 10) == "map 1 %, 17 min left")
  }
}
