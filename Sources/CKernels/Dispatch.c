// Chooses, once, the code for the widest lanes that the processor has. All choices give the same bits.
#include "include/CKernels.h"
#include <stdatomic.h>

#define DECLARE(extension)                                                                                              \
  void kernel_run_##extension(const kernel_instruction *, long, double *const *, long);                                 \
  void kernel_advance_##extension(const kernel_block *, const kernel_sgd *, long);                                      \
  int kernel_observe_##extension(const kernel_watch *, int64_t *, long);                                                \
  void kernel_normals_##extension(double *, double *, long);                                                            \
  void kernel_gather_##extension(const kernel_stretch *, long);
DECLARE(baseline)
#if defined(__x86_64__)
DECLARE(avx2)
DECLARE(avx512)
#endif

static _Atomic int limit = 2;

#if defined(__x86_64__)
static int available(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) return 2;
  return __builtin_cpu_supports("avx2") ? 1 : 0;
}
#define CHOOSE(name)                                                                                                    \
  (kernel_extensions() == 2 ? name##_avx512 : kernel_extensions() == 1 ? name##_avx2 : name##_baseline)
#else
static int available(void) { return 0; }
#define CHOOSE(name) name##_baseline
#endif

int kernel_extensions(void) {
  int most = available(), allowed = atomic_load_explicit(&limit, memory_order_relaxed);
  return most < allowed ? most : allowed;
}

void kernel_limit_extensions(int level) { atomic_store_explicit(&limit, level, memory_order_relaxed); }

void kernel_run(const kernel_instruction *instructions, long count, double *const *registers, long lanes) {
  CHOOSE(kernel_run)(instructions, count, registers, lanes);
}

void kernel_advance(const kernel_block *block, const kernel_sgd *sgd, long lanes) {
  CHOOSE(kernel_advance)(block, sgd, lanes);
}

int kernel_observe(const kernel_watch *watch, int64_t *left, long lanes) {
  return CHOOSE(kernel_observe)(watch, left, lanes);
}

void kernel_normals(double *u, double *v, long count) { CHOOSE(kernel_normals)(u, v, count); }

void kernel_gather(const kernel_stretch *stretch, long lanes) { CHOOSE(kernel_gather)(stretch, lanes); }
