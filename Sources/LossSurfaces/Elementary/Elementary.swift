/// Elementary functions of our own: the same bits on every machine, alone and in blocks of lanes.
///
/// They are the kernels of `CKernels`, which run for one number here and for a block in a program; a lane has the bits of
/// the single number. The kernels use only operations that IEEE 754 rounds correctly (+ − × ÷ √) and integer operations
/// on the bit pattern: no fused multiply-add, no library of the platform. The bits therefore do not depend on processor,
/// compiler setting or number of lanes.
///
/// Special values are those of IEEE 754 and Annex F of the C standard; every function states its largest error in ulps
/// (units in the last place of the result), measured against 10⁶ arguments of high-precision truth.
///
/// The polynomials are minimax fits made at 160 bits by Remez exchange (exp: by Lawson iteration, since it is fitted on
/// both sides of zero), leading coefficients rounded first and held. The error that a comment gives was computed
/// afterwards from the rounded coefficients.
public enum Elementary {}
