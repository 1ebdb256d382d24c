// Lesson 12 · Dropout
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson12

import CourseKit

/// A solved example: a matrix of random numbers between −1 and 1.
///
/// Every entry has a draw of its own.
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
///
/// Given: `rows` and `columns` of the mask; `keepProbability`, above 0 and at most 1; `generator`, the source of all
/// randomness: `generator.nextUniform()` draws a number from 0 up to, not including, 1. Return: the mask [rows, columns].
/// The same generator state must give the same mask.
public func dropoutMask(
  rows: Int, columns: Int, keepProbability: Double, using generator: inout some RandomNumberGenerator
) -> Matrix {
  requireKeepProbability(keepProbability)
  // TODO 12.1: write dropoutMask.
  fatalError("TODO: 12.1 dropoutMask")
}

/// A layer that drops entries at random while it is trained, and lets everything through otherwise; it has no parameters.
public final class DropoutLayer: Layer {
  /// How likely an entry is kept: above 0 and at most 1.
  public let keepProbability: Double
  /// Where the masks come from; every forward in training moves it on.
  public var generator: SeededGenerator
  /// The mask of the last forward in training [N, units]; nil before the first.
  public var mask: Matrix?

  /// Creates a layer that keeps each entry with `keepProbability` and draws from `generator`.
  public init(keepProbability: Double, generator: SeededGenerator) {
    requireKeepProbability(keepProbability)
    self.keepProbability = keepProbability
    self.generator = generator
    super.init()
  }

  /// 12.2  In training input ⊙ mask, with a mask drawn for this batch; else the input.
  ///
  /// Given: `input` [N, units]; `isTraining`. If it is true, draw a mask [N, units] from `self.generator` with 12.1 and keep
  /// it in `self.mask`; if not, draw, keep and change nothing. Return: the output [N, units].
  public override func forward(_ input: Matrix, isTraining: Bool) -> Matrix {
    // TODO 12.2: write DropoutLayer.forward.
    fatalError("TODO: 12.2 DropoutLayer.forward")
  }

  /// 12.3  The slope by the input: what comes back meets the mask of the way forwards.
  ///
  /// Given: `outputGradient` ∂loss/∂output [N, units]; `kept(mask)`, the mask of the last forward in training, or a stop if
  /// there was none. Return: ∂loss/∂input [N, units]; the mask stays, and nothing is drawn.
  public override func backward(_ outputGradient: Matrix) -> Matrix {
    // TODO 12.3: write DropoutLayer.backward.
    fatalError("TODO: 12.3 DropoutLayer.backward")
  }
}
