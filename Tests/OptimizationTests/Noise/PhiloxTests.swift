import Testing

@testable import Optimization

@Suite struct PhiloxTests {
  /// The known answers of Random123 (kat_vectors, philox4x32 10), words joined lowest first.
  @Test(arguments: [
    (UInt64(0), UInt64(0), UInt64(0), UInt64(0xe169_c58d_6627_e8d5), UInt64(0x9b00_dbd8_bc57_ac4c)),
    (.max, .max, .max, 0x41c8_3b0e_408f_276d, 0x6d54_51fd_a20b_c7c6),
    (
      0x85a3_08d3_243f_6a88, 0x0370_7344_1319_8a2e, 0x299f_31d0_a409_3822, 0x94fd_cceb_d16c_fe09,
      0x2412_6ea1_5001_e420
    ),
  ])
  func knownAnswers(counter: UInt64, stream: UInt64, key: UInt64, a: UInt64, b: UInt64) {
    #expect(Philox.block(counter: counter, stream: stream, key: key) == (a, b))
  }
}
