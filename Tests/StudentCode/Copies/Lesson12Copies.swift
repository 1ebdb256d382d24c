// The solution of lesson 12, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

/// A solved example: a matrix of random numbers between −1 and 1.
private func randomNumbers(
  rows: Int, columns: Int, using generator: inout some RandomNumberGenerator
) -> Matrix {
  var numbers = Matrix.zeros(rows: rows, columns: columns)
  for index in numbers.elements.indices {
    numbers.elements[index] = 2 * generator.nextUniform() - 1
  }
  return numbers
}

/// 12.1  A mask that keeps each entry with a probability, by itself: 1 / keepProbability where it is kept, else 0.
func dropoutMask(
  rows: Int, columns: Int, keepProbability: Double, using generator: inout some RandomNumberGenerator
) -> Matrix {
  requireKeepProbability(keepProbability)
  var mask = Matrix.zeros(rows: rows, columns: columns)
  for index in mask.elements.indices {
    if generator.nextUniform() < keepProbability {
      mask.elements[index] = 1 / keepProbability
    }
  }
  return mask
}

/// A layer that drops entries at random while it is trained, and lets everything through otherwise; it has no parameters.
final class DropoutLayer: Layer {
  /// How likely an entry is kept: above 0 and at most 1.
  let keepProbability: Double
  /// Where the masks come from; every forward in training moves it on.
  var generator: SeededGenerator
  /// The mask of the last forward in training [N, units]; nil before the first.
  var mask: Matrix?

  /// Creates a layer that keeps each entry with `keepProbability` and draws from `generator`.
  init(keepProbability: Double, generator: SeededGenerator) {
    requireKeepProbability(keepProbability)
    self.keepProbability = keepProbability
    self.generator = generator
    super.init()
  }

  /// 12.2  In training input ⊙ mask, with a mask drawn for this batch; else the input.
  override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    guard isTraining else { return input }
    let newMask = dropoutMask(
      rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
    mask = newMask
    return input * newMask
  }

  /// 12.3  The slope by the input: what comes back meets the mask of the way forwards.
  override func backward(_ outputGradient: Matrix) -> Matrix {
    outputGradient * kept(mask)
  }
}
