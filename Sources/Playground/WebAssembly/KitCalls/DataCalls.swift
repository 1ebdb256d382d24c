import CourseKit
import Exchange
import Training

/// Draws examples and keeps some of them to measure on, as the Lab does.
///
/// Input: the kind's number, as in `GeneratedData.Kind`; how many; the noise; the seed. Output: how many to learn from N, how many
/// to measure on M; features [N, 2] and classes [N, 1], features [M, 2] and classes [M, 1].
@_expose(wasm, "drawData") @_cdecl("drawData")
public func drawData() {
  var reader = InputReader()
  let kinds = GeneratedData.Kind.allCases
  let kind = kinds[min(max(reader.integer(), 0), kinds.count - 1)]
  let (samples, noise) = (reader.integer(), reader.number())
  let drawn = GeneratedData(kind, samples: samples, noise: noise).split(seed: UInt64(exactly: reader.number()) ?? 0)
  let data = drawn.ofClasses
  answer { numbers(of: data.training, data.validation) }
}
