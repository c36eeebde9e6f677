// The interpreter of programs over blocks of lanes: each instruction is a loop over its registers.

#define A (((const Stored *)a)[i])
#define B_ (((const Stored *)b)[i])
#define C (((const Stored *)c)[i])
#define D (((const Stored *)d)[i])
#define EACH(expression) FROM(0, expression)
#define FROM(first, expression)                                                                                         \
  for (long i = (first); i < vectors; i++) ((Stored *)to)[i] = (expression);                                            \
  break;
#define K all(it->k)

INLINE V lanes_minimum(V a, V b) { return choose(a <= b, a, choose(b <= a, b, a + b)); }
INLINE V lanes_maximum(V a, V b) { return choose(a >= b, a, choose(b >= a, b, a + b)); }
INLINE V lanes_sign(V x) { return choose(x > 0, all(1), choose(x < 0, all(-1), choose(x == 0, all(0), x))); }

#ifndef WIDE_SINES
// How many lanes a wider way has served.
#define WIDE_SINES(factor, x, to, lanes) 0
#define WIDE_COSINES(factor, x, to, lanes) 0
#endif

/// The functions that call or branch, each in a loop of its own, so that the simple ones keep their registers.
static void run_function(
    const kernel_instruction *it, double *to, const double *a, const double *b, long vectors) {
  switch (it->opcode) {
  case kernel_op_exp: EACH(lanes_exp(A))
  case kernel_op_log: EACH(lanes_log(A))
  case kernel_op_log1p: EACH(lanes_log1p(A))
  case kernel_op_expm1: EACH(lanes_expm1(A))
  case kernel_op_cbrt: EACH(lanes_cbrt(A))
  case kernel_op_sin: FROM(WIDE_SINES(1, a, to, vectors * WIDTH) / WIDTH, lanes_sin(A))
  case kernel_op_cos: FROM(WIDE_COSINES(1, a, to, vectors * WIDTH) / WIDTH, lanes_cos(A))
  case kernel_op_tan: EACH(lanes_tan(A))
  case kernel_op_asin: EACH(lanes_asin(A))
  case kernel_op_acos: EACH(lanes_acos(A))
  case kernel_op_atan: EACH(lanes_atan(A))
  case kernel_op_sinh: EACH(lanes_sinh(A))
  case kernel_op_cosh: EACH(lanes_cosh(A))
  case kernel_op_tanh: EACH(lanes_tanh(A))
  case kernel_exp_of_scaled: EACH(lanes_exp(K * A))
  case kernel_sin_of_scaled: FROM(WIDE_SINES(it->k, a, to, vectors * WIDTH) / WIDTH, lanes_sin(K * A))
  case kernel_cos_of_scaled: FROM(WIDE_COSINES(it->k, a, to, vectors * WIDTH) / WIDTH, lanes_cos(K * A))
  case kernel_power: EACH(lanes_pow(A, B_))
  case kernel_op_atan2: EACH(lanes_atan2(A, B_))
  case kernel_op_hypot: EACH(lanes_hypot(A, B_))
  default: __builtin_trap();
  }
}

static void run_instruction(const kernel_instruction *it, double *const *registers, long vectors) {
  // A register that an instruction does not read is register 0, which exists.
  double *to = registers[it->destination];
  const double *a = registers[it->a], *b = registers[it->b], *c = registers[it->c], *d = registers[it->d];
  switch (it->opcode) {
  case kernel_copy: EACH(A)
  case kernel_fill: EACH(K)
  case kernel_add: EACH(A + B_)
  case kernel_subtract: EACH(A - B_)
  case kernel_multiply: EACH(A * B_)
  case kernel_divide: EACH(A / B_)
  case kernel_add_constant: EACH(A + K)
  case kernel_subtract_from_constant: EACH(K - A)
  case kernel_multiply_constant: EACH(K * A)
  case kernel_divide_constant: EACH(K / A)
  case kernel_divide_by_constant: EACH(A / K)
  case kernel_multiply_add: EACH(A * B_ + C)
  case kernel_multiply_subtract: EACH(A * B_ - C)
  case kernel_subtract_product: EACH(C - A * B_)
  case kernel_add_products: EACH(A * B_ + C * D)
  case kernel_multiply_product_constant: EACH(K * (A * B_))
  case kernel_scale_add: EACH(K * A + B_)
  case kernel_scale_subtract: EACH(K * A - B_)
  case kernel_scale_add_constant: EACH(K * A + all(it->l))
  case kernel_add_scaled: EACH(K * A + all(it->l) * B_)
  case kernel_negate: EACH(-A)
  case kernel_square_root: EACH(square_roots(A))
  case kernel_absolute: EACH(absolutes(A))
  case kernel_sign: EACH(lanes_sign(A))
  case kernel_finite_or_zero: EACH(choose(A - A == 0, A, all(0)))
  case kernel_minimum: EACH(lanes_minimum(A, B_))
  case kernel_maximum: EACH(lanes_maximum(A, B_))
  case kernel_choose_less: EACH(choose(A < B_, C, D))
  case kernel_choose_less_or_equal: EACH(choose(A <= B_, C, D))
  case kernel_choose_equal: EACH(choose(A == B_, C, D))
  default: run_function(it, to, a, b, vectors);
  }
}

static void run(const kernel_instruction *instructions, long count, double *const *registers, long lanes) {
  for (long i = 0; i < count; i++) run_instruction(instructions + i, registers, lanes / WIDTH);
}

#undef A
#undef B_
#undef C
#undef D
#undef EACH
#undef FROM
#undef K
