extension [Double] {
  /// The number below which a share of them lies; nil when there is none. None of them may be nan.
  func quantile(_ share: Double) -> Double? {
    isEmpty ? nil : ascending(Int((Double(count - 1) * share).rounded()))
  }

  /// What would stand at a place if the numbers were sorted, by Hoare's selection (1961): in time proportional to their count on
  /// the mean. None of them may be nan.
  func ascending(_ place: Int) -> Double {
    var numbers = self
    var (first, last) = (0, numbers.count - 1)
    while first < last {
      let pivot = numbers[(first + last) / 2]
      var (low, high) = (first, last)
      while low <= high {
        while numbers[low] < pivot { low += 1 }
        while numbers[high] > pivot { high -= 1 }
        if low <= high {
          numbers.swapAt(low, high)
          low += 1
          high -= 1
        }
      }
      if place <= high {
        last = high
      } else if place >= low {
        first = low
      } else {
        break
      }
    }
    return numbers[place]
  }
}
