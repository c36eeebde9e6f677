internal import CKernels

extension Elementary {
  /// Turns pairs (u, v) of numbers between 0 and 1, both excluded, into pairs √(−2·ln u)·(cos 2πv, sin 2πv), in place.
  ///
  /// Of uniform numbers it makes normal ones. Source: Box and Muller (1958).
  public static func normalPairs(
    _ u: UnsafeMutablePointer<Double>, _ v: UnsafeMutablePointer<Double>, count: Int
  ) {
    kernel_normals(u, v, count)
  }
}
