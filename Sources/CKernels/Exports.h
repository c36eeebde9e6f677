// What the dispatcher chooses from: the entry points of one processor extension, named by EXTENSION.
#define JOINED(name, extension) name##_##extension
#define NAMED(name, extension) JOINED(name, extension)

void NAMED(kernel_run, EXTENSION)(
    const kernel_instruction *instructions, long count, double *const *registers, long lanes) {
  run(instructions, count, registers, lanes);
}

void NAMED(kernel_advance, EXTENSION)(const kernel_block *block, const kernel_sgd *sgd, long lanes) {
  advance(block, sgd, lanes);
}

int NAMED(kernel_observe, EXTENSION)(const kernel_watch *watch, int64_t *left, long lanes) {
  return observe(watch, left, lanes);
}

void NAMED(kernel_normals, EXTENSION)(double *u, double *v, long count) { normals(u, v, count); }

void NAMED(kernel_gather, EXTENSION)(const kernel_stretch *stretch, long lanes) { gather(stretch, lanes); }
