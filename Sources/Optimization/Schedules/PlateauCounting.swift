/// How the losses of a plateau are counted, here and in the libraries.
extension PlateauDecay {
  /// A change of the rate by this or less is none in torch.
  private static let leastChangeInTorch = 1e-8

  /// Takes the next loss; true when it brings a cut.
  func observe(_ loss: Double, _ state: inout State) -> Bool {
    switch library {
    case nil, .torch: observeLikeTorch(loss, &state)
    case .keras: observeLikeKeras(loss, &state)
    case .optax: observeLikeOptax(loss, &state)
    }
  }

  /// More than `patience` bad losses in a row bring a cut; after one, `cooldown` losses count neither way.
  private func observeLikeTorch(_ loss: Double, _ state: inout State) -> Bool {
    state.bad = isBetter(loss, &state) ? 0 : state.bad + 1
    if state.resting > 0 {
      state.resting -= 1
      state.bad = 0
    }
    guard state.bad > patience.count else { return false }
    state.bad = 0
    state.resting = cooldown.count
    return cut(&state)
  }

  /// `patience` bad losses bring a cut; the cooldown's last loss counts already, as its counter falls before the check.
  private func observeLikeKeras(_ loss: Double, _ state: inout State) -> Bool {
    if state.resting > 0 {
      state.resting -= 1
      state.bad = 0
    }
    guard !isBetter(loss, &state) else {
      state.bad = 0
      return false
    }
    guard state.resting == 0 else { return false }
    state.bad += 1
    guard state.bad >= patience.count, state.rate > minimum else { return false }
    state.bad = 0
    state.resting = cooldown.count
    return cut(&state)
  }

  /// Exactly `patience` bad losses bring a cut: with patience 0 these are the losses that are better.
  private func observeLikeOptax(_ loss: Double, _ state: inout State) -> Bool {
    state.bad = isBetter(loss, &state) ? 0 : state.bad + 1
    guard state.resting == 0 else {
      state.resting -= 1
      state.bad = 0
      return false
    }
    guard state.bad == patience.count else { return false }
    state.bad = 0
    state.resting = cooldown.count
    return cut(&state)
  }

  /// Lowers the rate, unless it is as low as it goes.
  private func cut(_ state: inout State) -> Bool {
    let lower = max(state.rate * factor, minimum)
    let least = library == .torch ? Self.leastChangeInTorch : 0
    guard state.rate - lower > least else { return false }
    state.rate = lower
    return true
  }

  private func isBetter(_ loss: Double, _ state: inout State) -> Bool {
    guard let window = window?.count else {
      guard isBelow(loss, state.best) else { return false }
      state.best = loss
      return true
    }
    guard state.recent.count == window else {
      state.recent.append(loss)
      return true
    }
    let reference = state.recent[state.oldest]
    state.recent[state.oldest] = loss
    state.oldest = (state.oldest + 1) % window
    return isBelow(loss, reference)
  }

  /// Whether the loss is below the reference by more than the margin; before any loss the reference is infinite.
  ///
  /// The libraries' relative margin has the sign of the reference, so that on negative losses it lies above it.
  private func isBelow(_ loss: Double, _ reference: Double) -> Bool {
    guard reference.isFinite else { return loss < reference }
    if !isRelative { return loss < reference - threshold }
    return loss < (library == nil ? reference - threshold * abs(reference) : reference * (1 - threshold))
  }
}
