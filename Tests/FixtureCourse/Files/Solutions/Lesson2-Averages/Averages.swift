// Lesson 2 · Averages
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson2

import CourseKit
import Scaling

/// 2.1  The mean of each column.
///
/// Given: `x` [N, columns]. Return: the means [1, columns].
public func mean(_ x: Matrix) -> Matrix {
  // BEGIN SOLUTION 2.1 mean
  x.columnSums() / Double(x.rows)
  // END SOLUTION
}

/// 2.2  Every entry less the mean of its column.
///
/// Given: `x` [N, columns]. Return: x less its means [N, columns].
public func centred(_ x: Matrix) -> Matrix {
  // BEGIN SOLUTION 2.2 centred
  x.adding(row: -1 * mean(x))
  // END SOLUTION
}

/// 2.10  How far the rows lie from their mean: the mean of each column's squared distances.
///
/// Given: `x` [N, columns].
/// Return: the spread of each column [1, columns].
public func spread(_ x: Matrix) -> Matrix {
  // BEGIN SOLUTION 2.10 spread
  let count = Double(x.rows)
  let sums = squared(centred(x)).columnSums()
  let means = sums / count
  return means
  // END SOLUTION
}

/// 2.11  The rows in an order that is drawn at random.
///
/// Given: `x` [N, columns]; `seed`. Return: the same rows [N, columns], and the same order for the same seed.
public func shuffled(_ x: Matrix, seed: UInt64) -> Matrix {
  // BEGIN SOLUTION 2.11 shuffled
  var generator = SeededGenerator(seed: seed)
  return x.rows(at: Array(0..<x.rows).shuffled(using: &generator))
  // END SOLUTION
}
