// Programs of arithmetic over blocks of lanes, and the elementary functions they are made of.
//
// Everything here gives the same bits on every machine, for every processor extension it is compiled for and every
// number of lanes: only operations that IEEE 754 rounds correctly (+ - * / sqrt) and integer operations on the bit
// patterns, never a fused multiply-add. The functions of one number and those of lanes are the same source, compiled
// for one lane and for many.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdint.h>

/// What one instruction computes from registers a, b, c, d and the constants k and l.
enum kernel_opcode {
  kernel_copy,
  kernel_fill,                      // k
  kernel_add,
  kernel_subtract,
  kernel_multiply,
  kernel_divide,
  kernel_add_constant,              // a + k
  kernel_subtract_from_constant,    // k - a
  kernel_multiply_constant,         // k*a
  kernel_divide_constant,           // k/a
  kernel_divide_by_constant,        // a/k
  kernel_multiply_add,              // a*b + c, rounded twice
  kernel_multiply_subtract,         // a*b - c
  kernel_subtract_product,          // c - a*b
  kernel_add_products,              // a*b + c*d
  kernel_multiply_product_constant, // k*(a*b)
  kernel_scale_add,                 // k*a + b
  kernel_scale_subtract,            // k*a - b
  kernel_scale_add_constant,        // k*a + l
  kernel_add_scaled,                // k*a + l*b
  kernel_negate,
  kernel_square_root,
  kernel_absolute,
  kernel_sign,
  kernel_finite_or_zero,
  kernel_op_exp,
  kernel_op_log,
  kernel_op_log1p,
  kernel_op_expm1,
  kernel_op_cbrt,
  kernel_op_sin,
  kernel_op_cos,
  kernel_op_tan,
  kernel_op_asin,
  kernel_op_acos,
  kernel_op_atan,
  kernel_op_sinh,
  kernel_op_cosh,
  kernel_op_tanh,
  kernel_exp_of_scaled,             // exp(k*a)
  kernel_sin_of_scaled,
  kernel_cos_of_scaled,
  kernel_power,                     // a^b
  kernel_op_atan2,                  // the angle to (b, a)
  kernel_op_hypot,
  kernel_minimum,
  kernel_maximum,
  kernel_choose_less,               // a < b ? c : d
  kernel_choose_less_or_equal,
  kernel_choose_equal,
};

/// One step of a program: the destination register takes the opcode's value.
typedef struct {
  int32_t opcode, destination, a, b, c, d;
  double k, l;
} kernel_instruction;

/// Blocks hold a multiple of so many lanes.
enum { kernel_lane_multiple = 8 };

/// Runs instructions on registers of `lanes` numbers each, a multiple of `kernel_lane_multiple`. No register may
/// overlap another.
void kernel_run(const kernel_instruction *instructions, long count, double *const *registers, long lanes);

/// The state of a block of stochastic gradient descents.
typedef struct {
  double *x, *y;                   // the weights
  const double *dx, *dy;           // the gradient
  double *velocity_x, *velocity_y; // the momentum buffer; unused without momentum
  const double *rate;              // of each lane, as what follows
  const double *momentum, *weight_decay;
} kernel_block;

/// What is the same in all lanes.
typedef struct {
  int has_momentum, is_nesterov, has_weight_decay;
} kernel_sgd;

/// One update: w <- w - rate*v with v <- momentum*v + g, or g + momentum*v in its place after Nesterov; the
/// gradient g with weight decay times w added.
void kernel_advance(const kernel_block *block, const kernel_sgd *sgd, long lanes);

/// What is looked for while a block descends. A lane is watched after each evaluation of the loss.
typedef struct {
  const double *x, *y, *loss, *dx, *dy;
  const double *weight_decay;      // times (x, y) it adds to the gradient; null for none
  double *previous_loss;           // replaced by the loss
  const double *ceiling;           // a loss above it that rises has diverged
  double *last_step_not_at_rest;   // the last step whose gradient had a square not below `square_tolerance`
  double *first_step_at_target;    // infinity until the loss is at most `target`
  const double *step;              // the step of each lane
  double center_x, center_y, square_radius, square_tolerance, target;
} kernel_watch;

/// Whether some lane has left: a point whose squared distance from the centre is above `square_radius`, a loss that is not finite or too high.
/// Its lane of `left` is then not 0.
int kernel_observe(const kernel_watch *watch, int64_t *left, long lanes);

/// Sums over the last stretch of each descent, in two halves, for those that go to and fro without an exact period.
typedef struct {
  const double *x, *y, *loss, *step;
  double *last_x, *last_y;             // the point before; taken over at every call
  double *step_x, *step_y;             // the step before
  double *early_loss, *late_loss;      // over steps after `begin` up to `middle`, and after it
  double *early_length, *late_length;  // the lengths of the steps
  double *turns;                       // steps that turned back against the one before
  double begin, middle;
} kernel_stretch;

/// Adds the step that led to where the lanes are.
void kernel_gather(const kernel_stretch *stretch, long lanes);

/// Turns pairs of uniform numbers into pairs of normal ones: sqrt(-2 ln u)*(cos 2 pi v, sin 2 pi v), in place.
void kernel_normals(double *u, double *v, long count);

/// 0: what every processor of the kind has; 1: AVX2; 2: AVX-512. What runs is the lower of this and what there is. For
/// tests and measurements, before any thread is started.
void kernel_limit_extensions(int level);
/// The level that runs.
int kernel_extensions(void);

double kernel_exp(double x);
double kernel_expm1(double x);
double kernel_log(double x);
double kernel_log1p(double x);
double kernel_sin(double x);
double kernel_cos(double x);
double kernel_tan(double x);
double kernel_asin(double x);
double kernel_acos(double x);
double kernel_atan(double x);
double kernel_atan2(double y, double x);
double kernel_sinh(double x);
double kernel_cosh(double x);
double kernel_tanh(double x);
double kernel_cbrt(double x);
double kernel_hypot(double x, double y);
double kernel_pow(double x, double y);

#endif
