/// One or several `Double` on which a kernel works at the same time: what `Double` and `SIMD8<Double>` have in common.
protocol Lanes {
  associatedtype Bits: BitLanes
  associatedtype Selection: LaneSelection

  /// The value in every lane.
  static func all(_ value: Double) -> Self
  init(bits: Bits)
  var bits: Bits { get }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  func squareRoots() -> Self

  /// Comparisons lane by lane; false with nan.
  static func less(_ a: Self, _ b: Self) -> Selection
  static func notLess(_ a: Self, _ b: Self) -> Selection

  /// `self` in the lanes that are selected, `other` in the others.
  func chosen(where selection: Selection, else other: Self) -> Self

  /// `self` with the lanes that are selected computed again from the same lane of `argument`.
  func repaired(where selection: Selection, from argument: Self, by function: (Double) -> Double) -> Self
  func repaired(
    where selection: Selection, from first: Self, _ second: Self, by function: (Double, Double) -> Double
  ) -> Self
}

/// The bit patterns of `Lanes`.
protocol BitLanes {
  static func all(_ value: UInt64) -> Self
  static func &+ (a: Self, b: Self) -> Self
  static func &- (a: Self, b: Self) -> Self
  static func & (a: Self, b: Self) -> Self
  static func | (a: Self, b: Self) -> Self
  static func ^ (a: Self, b: Self) -> Self
  func shiftedLeft(by count: UInt64) -> Self
  func shiftedRight(by count: UInt64) -> Self
}

/// Lanes that satisfy a condition.
protocol LaneSelection {
  static func not(_ a: Self) -> Self
  static func either(_ a: Self, _ b: Self) -> Self
  static func both(_ a: Self, _ b: Self) -> Self
}

extension Bool: LaneSelection {
  @inline(__always) static func not(_ a: Bool) -> Bool { !a }
  @inline(__always) static func either(_ a: Bool, _ b: Bool) -> Bool { a || b }
  @inline(__always) static func both(_ a: Bool, _ b: Bool) -> Bool { a && b }
}

/// All bits set in the lanes that are selected. Not `SIMDMask`: from eight-lane masks the compiler makes SSE2 code that
/// spreads the sign of every lane again before each use (found in Swift 6.3); from two-lane ones it does not.
struct LaneMask: LaneSelection {
  var bits: SIMD8<UInt64>

  /// Eight lanes as four times two. Taking halves instead (`lowHalf`) copies lane by lane, and the compiler then computes
  /// lane by lane whatever led to them.
  private typealias Quarters = (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>)

  @inline(__always) init(bits: SIMD8<UInt64>) { self.bits = bits }

  @inline(__always)
  init(_ a: SIMD8<Double>, _ b: SIMD8<Double>, by compare: (SIMD2<Double>, SIMD2<Double>) -> SIMDMask<SIMD2<Int64>>) {
    let (a, b) = (unsafeBitCast(a, to: Quarters.self), unsafeBitCast(b, to: Quarters.self))
    let (m₁, m₂, m₃, m₄) = (compare(a.0, b.0), compare(a.1, b.1), compare(a.2, b.2), compare(a.3, b.3))
    bits = unsafeBitCast((m₁, m₂, m₃, m₄), to: SIMD8<UInt64>.self)
  }

  @inline(__always) static func not(_ a: LaneMask) -> LaneMask { LaneMask(bits: ~a.bits) }
  @inline(__always) static func either(_ a: LaneMask, _ b: LaneMask) -> LaneMask { LaneMask(bits: a.bits | b.bits) }
  @inline(__always) static func both(_ a: LaneMask, _ b: LaneMask) -> LaneMask { LaneMask(bits: a.bits & b.bits) }

  @inline(__always) var isNotEmpty: Bool {
    let quarters = unsafeBitCast(
      bits, to: (SIMD2<UInt64>, SIMD2<UInt64>, SIMD2<UInt64>, SIMD2<UInt64>).self)
    let quarter = (quarters.0 | quarters.1) | (quarters.2 | quarters.3)
    return quarter.x | quarter.y != 0
  }
}

extension UInt64: BitLanes {
  @inline(__always) static func all(_ value: UInt64) -> UInt64 { value }
  @inline(__always) func shiftedLeft(by count: UInt64) -> UInt64 { self &<< count }
  @inline(__always) func shiftedRight(by count: UInt64) -> UInt64 { self &>> count }
}

extension SIMD8<UInt64>: BitLanes {
  @inline(__always) static func all(_ value: UInt64) -> Self { Self(repeating: value) }
  @inline(__always) func shiftedLeft(by count: UInt64) -> Self { self &<< Self(repeating: count) }
  @inline(__always) func shiftedRight(by count: UInt64) -> Self { self &>> Self(repeating: count) }
}

extension Double: Lanes {
  typealias Bits = UInt64
  typealias Selection = Bool
  @inline(__always) static func all(_ value: Double) -> Double { value }
  @inline(__always) init(bits: UInt64) { self.init(bitPattern: bits) }
  @inline(__always) var bits: UInt64 { bitPattern }
  @inline(__always) func squareRoots() -> Double { squareRoot() }
  @inline(__always) static func less(_ a: Double, _ b: Double) -> Bool { a < b }
  @inline(__always) static func notLess(_ a: Double, _ b: Double) -> Bool { a >= b }
  @inline(__always) func chosen(where selection: Bool, else other: Double) -> Double { selection ? self : other }

  @inline(__always)
  func repaired(where selection: Bool, from argument: Double, by function: (Double) -> Double) -> Double {
    selection ? function(argument) : self
  }

  @inline(__always)
  func repaired(
    where selection: Bool, from first: Double, _ second: Double, by function: (Double, Double) -> Double
  ) -> Double {
    selection ? function(first, second) : self
  }
}

extension SIMD8<Double>: Lanes {
  typealias Bits = SIMD8<UInt64>
  typealias Selection = LaneMask
  @inline(__always) static func all(_ value: Double) -> Self { Self(repeating: value) }
  @inline(__always) init(bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: Self.self) }
  @inline(__always) var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }
  @inline(__always) static func less(_ a: Self, _ b: Self) -> LaneMask { LaneMask(a, b) { $0 .< $1 } }
  @inline(__always) static func notLess(_ a: Self, _ b: Self) -> LaneMask { LaneMask(a, b) { $0 .>= $1 } }

  @inline(__always) func squareRoots() -> Self {
    var roots = self
    for lane in indices { roots[lane] = self[lane].squareRoot() }
    return roots
  }

  @inline(__always) func chosen(where selection: Selection, else other: Self) -> Self {
    Self(bits: (bits & selection.bits) | (other.bits & ~selection.bits))
  }

  @inline(__always)
  func repaired(where selection: Selection, from argument: Self, by function: (Double) -> Double) -> Self {
    selection.isNotEmpty ? repair(selection, argument, by: function) : self
  }

  @inline(__always)
  func repaired(
    where selection: Selection, from first: Self, _ second: Self, by function: (Double, Double) -> Double
  ) -> Self {
    selection.isNotEmpty ? repair(selection, first, second, by: function) : self
  }

  // Never inlined: next to these loops the compiler would compute some of the kernel's lanes one by one.

  @inline(never)
  private func repair(_ selection: Selection, _ argument: Self, by function: (Double) -> Double) -> Self {
    var result = self
    for lane in indices where selection.bits[lane] != 0 { result[lane] = function(argument[lane]) }
    return result
  }

  @inline(never)
  private func repair(_ selection: Selection, _ first: Self, _ second: Self, by function: (Double, Double) -> Double)
    -> Self
  {
    var result = self
    for lane in indices where selection.bits[lane] != 0 { result[lane] = function(first[lane], second[lane]) }
    return result
  }
}

extension Lanes {
  // Arithmetic with a constant, so that formulas read as formulas.
  @inline(__always) static func + (a: Self, b: Double) -> Self { a + Self.all(b) }
  @inline(__always) static func + (a: Double, b: Self) -> Self { Self.all(a) + b }
  @inline(__always) static func - (a: Self, b: Double) -> Self { a - Self.all(b) }
  @inline(__always) static func - (a: Double, b: Self) -> Self { Self.all(a) - b }
  @inline(__always) static func * (a: Self, b: Double) -> Self { a * Self.all(b) }
  @inline(__always) static func * (a: Double, b: Self) -> Self { Self.all(a) * b }
  @inline(__always) static func / (a: Double, b: Self) -> Self { Self.all(a) / b }

  @inline(__always) static func less(_ a: Self, _ b: Double) -> Selection { less(a, Self.all(b)) }
  @inline(__always) static func less(_ a: Double, _ b: Self) -> Selection { less(Self.all(a), b) }
  @inline(__always) static func notLess(_ a: Self, _ b: Double) -> Selection { notLess(a, Self.all(b)) }

  /// 2ⁿ for n from −1022 to 1023 in the low 12 bits of `exponent`.
  @inline(__always) init(powerOfTwo exponent: Bits) {
    self.init(bits: (exponent &+ .all(1023)).shiftedLeft(by: 52))
  }

  /// The sign bits, all else zero.
  @inline(__always) var signs: Bits { bits & .all(0x8000_0000_0000_0000) }
  @inline(__always) var absolutes: Self { Self(bits: bits & .all(0x7FFF_FFFF_FFFF_FFFF)) }
  @inline(__always) func flipped(by signs: Bits) -> Self { Self(bits: bits ^ signs) }

  /// The smaller of the value and `bound`; nan stays nan.
  @inline(__always) func atMost(_ bound: Double) -> Self {
    Self.all(bound).chosen(where: Self.less(bound, self), else: self)
  }
  /// The larger of the value and `bound`; nan stays nan.
  @inline(__always) func atLeast(_ bound: Double) -> Self {
    Self.all(bound).chosen(where: Self.less(self, bound), else: self)
  }
}
