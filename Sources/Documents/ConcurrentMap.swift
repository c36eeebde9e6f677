import Dispatch

/// What `transform` makes of each element, on all cores, in the order of the elements.
///
/// Throws the error of the first element that has one, when all are done.
func concurrentMap<Element: Sendable, Value: Sendable, Failure: Error>(
  _ elements: [Element], _ transform: @Sendable (Element) throws(Failure) -> Value
) throws(Failure) -> [Value] {
  let results = UnsafeMutableBufferPointer<Result<Value, Failure>?>.allocate(capacity: elements.count)
  results.initialize(repeating: nil)
  defer {
    results.deinitialize()
    results.deallocate()
  }
  let slots = Slots(results)
  DispatchQueue.concurrentPerform(iterations: elements.count) { index in
    do throws(Failure) {
      slots.set(index, .success(try transform(elements[index])))
    } catch {
      slots.set(index, .failure(error))
    }
  }
  var values: [Value] = []
  for result in results { values.append(try result!.get()) }
  return values
}

/// Memory to which each iteration writes its own element.
private struct Slots<Value>: @unchecked Sendable {
  private let buffer: UnsafeMutableBufferPointer<Value?>

  init(_ buffer: UnsafeMutableBufferPointer<Value?>) { self.buffer = buffer }

  func set(_ index: Int, _ value: Value) { buffer[index] = value }
}
