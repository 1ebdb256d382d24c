// Lesson 2 · He initialisation
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson2

import CourseKit

/// A solved example: how many units a network has behind its inputs; [2, 32, 32, 1] has 32 + 32 + 1 = 65.
private func unitCount(layerSizes: [Int]) -> Int {
  var count = 0
  for layer in 1..<layerSizes.count {
    count += layerSizes[layer]
  }
  return count
}

/// 2.1  How many numbers a network learns: every weight and every bias of every layer.
///
/// Given: `layerSizes`, the units of each layer from the input to the output; [2, 32, 32, 1] is a network with
/// 2 inputs, two hidden layers of 32 units and 1 output. Return: the count.
public func parameterCount(layerSizes: [Int]) -> Int {
  // TODO 2.1: write parameterCount.
  fatalError("TODO: 2.1 parameterCount")
}

/// 2.2  Starting parameters for ReLU layers: weights normal with mean 0 and variance 2 / fanIn, biases 0.
///
/// Given: `layerSizes` as in 2.1; `generator`, the source of all randomness: `generator.nextGaussian()` draws a number
/// with mean 0 and variance 1. Return: for each layer, weights [fanIn, fanOut] and biases [1, fanOut].
/// The same generator state must give the same parameters.
public func heInitialized(
  layerSizes: [Int], using generator: inout some RandomNumberGenerator
) -> Parameters {
  // TODO 2.2: write heInitialized.
  fatalError("TODO: 2.2 heInitialized")
}

/// 2.3  Starting parameters for tanh and sigmoid layers: as 2.2, with variance 1 / fanIn.
///
/// Given and returned: as in 2.2.
public func xavierInitialized(
  layerSizes: [Int], using generator: inout some RandomNumberGenerator
) -> Parameters {
  // TODO 2.3: write xavierInitialized.
  fatalError("TODO: 2.3 xavierInitialized")
}
