import CourseKit
import Exchange
import Training

/// Gives the examples to learn from and those to measure on.
///
/// Input: features of an example d, classes K, how many to learn from N, how many to measure on M; features [N, d] and the class of
/// each example [N, 1], features [M, d] and classes [M, 1].
@_expose(wasm, "setData") @_cdecl("setData")
public func setData() {
  var reader = InputReader()
  let (features, classCount, count) = (reader.integer(), reader.integer(), reader.integer())
  let validationCount = reader.integer()
  data.training = reader.examples(count, features, classCount)
  data.validation = reader.examples(validationCount, features, classCount)
  beginEpoch()
}

extension InputReader {
  /// The next examples: their features [count, width], then the class of each [count, 1].
  @inline(never)
  fileprivate mutating func examples(_ count: Int, _ width: Int, _ classCount: Int) -> ClassDataset {
    let features = matrix(count, width)
    var classes: [Int] = []
    for _ in 0..<count { classes.append(integer()) }
    return ClassDataset(features: features, classes: classes, classCount: classCount)
  }
}
