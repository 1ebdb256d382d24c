import CourseKit
import Exchange
import Training

/// The handwritten digits, split by a seed as `train` splits them.
///
/// Input: the seed; the bytes of their file, a number each. Output: how many to learn from N and how many to measure on M, both 0 if
/// the bytes are damaged; features [N, 64] and classes [N, 1], features [M, 64] and classes [M, 1].
@_expose(wasm, "digits") @_cdecl("digits")
public func digits() {
  var reader = InputReader()
  var generator = RunRandomness.data(seed: UInt64(reader.number()))
  var bytes: [UInt8] = []
  for _ in 1..<input.count { bytes.append(UInt8(reader.integer())) }
  output = [0, 0]
  guard let digits = Digits(bytes) else { return }
  let parts = digits.split(using: &generator)
  output = [Double(parts.training.count), Double(parts.validation.count)]
  for examples in [parts.training, parts.validation] {
    output += examples.features.elements
    for oneClass in examples.classes { output.append(Double(oneClass)) }
  }
}
