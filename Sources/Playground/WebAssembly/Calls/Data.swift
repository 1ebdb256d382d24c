import CourseKit
import Exchange
import Training

/// Gives the examples to learn from and those to measure on.
///
/// Input: features of an example d, how many to learn from N, how many to measure on M; features [N, d] and labels [N, 1], features
/// [M, d] and labels [M, 1].
@_expose(wasm, "setData") @_cdecl("setData")
public func setData() {
  var reader = InputReader()
  let (features, count, validationCount) = (reader.integer(), reader.integer(), reader.integer())
  data.training = Dataset(features: reader.matrix(count, features), labels: reader.matrix(count, 1))
  data.validation = Dataset(
    features: reader.matrix(validationCount, features), labels: reader.matrix(validationCount, 1))
  beginEpoch()
}
