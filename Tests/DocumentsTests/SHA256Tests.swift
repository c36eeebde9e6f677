import Testing

@testable import Documents

/// The examples of the standard, and lengths around a block's end.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "d", count: 55), "8347d07d842bdc2392323e14b0e910857b7116b59492dfad6a21de672db495cf"),
    (String(repeating: "d", count: 56), "eecff00fb90e34f4ade8161f6b3a60e6557699482956db6aaa31383992c2d28f"),
    (String(repeating: "d", count: 63), "dc2d0f189f1235f03b67783d486a08996f90ef96382cbed29793efb35cd04033"),
    (String(repeating: "d", count: 64), "d91323a5298f3b9f814db29efaa271f24fbdccedfdd062491b8abc8e07b7fb69"),
    (String(repeating: "d", count: 65), "899987f295364060c6abd752a7e895124b467fd7cf56b52ce22f4a684a5723f4"),
    (String(repeating: "d", count: 119), "d75b7766811333963504f1e81158db3d0b5070c7c0a8948bd566ed622ea67f0e"),
    (String(repeating: "d", count: 120), "9b82f56078d0f5c153700dd4483f99373f6f044f8ffb2dbcd6b84eabf1c971da"),
    ("η₀ → ∞", "bf00b59c6b7658eaffcdaedc151b9b9f7d68caf6427ee365f51724941984d145"),
  ])
  func standardExamples(_ text: String, _ hash: String) { #expect(SHA256.hexadecimal(of: text.utf8) == hash) }

  @Test func millionLetters() {
    #expect(
      SHA256.hexadecimal(of: String(repeating: "a", count: 1_000_000).utf8)
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
