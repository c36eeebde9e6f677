// One update of a block of descents, and what is watched in it.

#define AT(array) (((Stored *)(array))[i])
#define READ(array) (((const Stored *)(array))[i])

INLINE void advance_plain(const kernel_block *block, long vectors) {
  // Held in registers: the compiler must take it that a store may change the block.
  double *x = block->x, *y = block->y;
  const double *dx = block->dx, *dy = block->dy, *rates = block->rate;
  for (long i = 0; i < vectors; i++) {
    V rate = READ(rates);
    AT(x) = AT(x) - rate * READ(dx);
    AT(y) = AT(y) - rate * READ(dy);
  }
}

/// v <- m*v + g; w <- w - rate*v. The first step needs no case of its own, since v = 0 before it.
INLINE void advance_heavy(const kernel_block *block, long vectors) {
  double *x = block->x, *y = block->y, *velocity_x = block->velocity_x, *velocity_y = block->velocity_y;
  const double *dx = block->dx, *dy = block->dy, *rates = block->rate, *momenta = block->momentum;
  for (long i = 0; i < vectors; i++) {
    V rate = READ(rates), m = READ(momenta);
    V vx = m * AT(velocity_x) + READ(dx);
    V vy = m * AT(velocity_y) + READ(dy);
    AT(velocity_x) = vx;
    AT(velocity_y) = vy;
    AT(x) = AT(x) - rate * vx;
    AT(y) = AT(y) - rate * vy;
  }
}

/// One component of every kind of update; lanes with momentum 0 keep no velocity.
INLINE void advance_component(
    double *w, const double *gradient, double *velocity, const kernel_block *block, const kernel_sgd *sgd, long i) {
  V rate = READ(block->rate), g = READ(gradient);
  if (sgd->has_weight_decay) g = g + READ(block->weight_decay) * AT(w);
  if (!sgd->has_momentum) {
    AT(w) = AT(w) - rate * g;
    return;
  }
  V m = READ(block->momentum);
  M has_none = m == 0;
  V v = m * AT(velocity) + g;
  AT(velocity) = v;
  V step = sgd->is_nesterov ? choose(has_none, g, g + m * v) : v;
  AT(w) = AT(w) - rate * step;
}

static void advance(const kernel_block *block, const kernel_sgd *sgd, long lanes) {
  long vectors = lanes / WIDTH;
  if (!sgd->has_weight_decay && !sgd->has_momentum) return advance_plain(block, vectors);
  if (!sgd->has_weight_decay && !sgd->is_nesterov) return advance_heavy(block, vectors);
  for (long i = 0; i < vectors; i++) {
    advance_component(block->x, block->dx, block->velocity_x, block, sgd, i);
    advance_component(block->y, block->dy, block->velocity_y, block, sgd, i);
  }
}

static int observe(const kernel_watch *watch, int64_t *left, long lanes) {
  M some = (M)0;
  for (long i = 0; i < lanes / WIDTH; i++) {
    V loss = READ(watch->loss), previous = AT(watch->previous_loss), step = READ(watch->step);
    V x = READ(watch->x) - watch->center_x, y = READ(watch->y) - watch->center_y;
    V dx = READ(watch->dx), dy = READ(watch->dy);
    if (watch->weight_decay) {
      V decay = READ(watch->weight_decay);
      dx = dx + decay * READ(watch->x);
      dy = dy + decay * READ(watch->y);
    }
    M is_too_high = (loss > READ(watch->ceiling)) & (loss > previous);
    M is_inside = (x * x + y * y <= watch->square_radius) & (loss - loss == 0);
    M is_gone = is_too_high | ~is_inside;
    some |= is_gone;
    ((StoredMask *)left)[i] = is_gone;
    AT(watch->previous_loss) = loss;
    M is_at_rest = dx * dx + dy * dy < watch->square_tolerance;
    AT(watch->last_step_not_at_rest) = choose(is_at_rest, AT(watch->last_step_not_at_rest), step);
    V first = AT(watch->first_step_at_target);
    AT(watch->first_step_at_target) = choose((loss <= watch->target) & (first > step), step, first);
  }
  return any(some);
}

static void gather(const kernel_stretch *stretch, long lanes) {
  for (long i = 0; i < lanes / WIDTH; i++) {
    V x = READ(stretch->x), y = READ(stretch->y), step = READ(stretch->step), loss = READ(stretch->loss);
    V dx = x - AT(stretch->last_x), dy = y - AT(stretch->last_y);
    V length = square_roots(dx * dx + dy * dy);
    V dot = dx * AT(stretch->step_x) + dy * AT(stretch->step_y);
    M is_late = step > stretch->middle, is_early = (step > stretch->begin) & ~is_late;
    AT(stretch->early_loss) = AT(stretch->early_loss) + choose(is_early, loss, all(0));
    AT(stretch->late_loss) = AT(stretch->late_loss) + choose(is_late, loss, all(0));
    AT(stretch->early_length) = AT(stretch->early_length) + choose(is_early, length, all(0));
    AT(stretch->late_length) = AT(stretch->late_length) + choose(is_late, length, all(0));
    M turned = (dot < 0) & (step > stretch->begin + 1);
    AT(stretch->turns) = AT(stretch->turns) + choose(turned, all(1), all(0));
    AT(stretch->last_x) = x;
    AT(stretch->last_y) = y;
    AT(stretch->step_x) = dx;
    AT(stretch->step_y) = dy;
  }
}

#undef AT
#undef READ

/// Pairs of normal numbers from pairs of uniform ones.
INLINE void normal_vectors(double *u, double *v, long vectors) {
  for (long i = 0; i < vectors; i++) {
    V radius = square_roots(-2 * lanes_log(((Stored *)u)[i]));
    V turn = (2 * 3.14159265358979323846) * ((Stored *)v)[i];
    // Far below the bound of the angles.
    Angle angle = reduce_angle(turn);
    ((Stored *)u)[i] = radius * cosine(angle);
    ((Stored *)v)[i] = radius * sine(angle);
  }
}

static void normals(double *u, double *v, long count) {
  long whole = count / WIDTH * WIDTH;
  if (whole > 0) normal_vectors(u, v, whole / WIDTH);
  if (whole == count) return;
  V rest_u = all(0.5), rest_v = all(0.5);
  for (long i = whole; i < count; i++) {
    rest_u[i - whole] = u[i];
    rest_v[i - whole] = v[i];
  }
  normal_vectors((double *)&rest_u, (double *)&rest_v, 1);
  for (long i = whole; i < count; i++) {
    u[i] = rest_u[i - whole];
    v[i] = rest_v[i - whole];
  }
}
