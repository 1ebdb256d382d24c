// Lesson 1 · Scaling
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson1

import CourseKit

/// 1.1  Twice every entry.
///
/// Given: `x` of any shape. Return: 2 · x.
public func doubled(_ x: Matrix) -> Matrix {
  // BEGIN SOLUTION 1.1 doubled
  2 * x
  // END SOLUTION
}

/// 1.2  The square of every entry.
///
/// Given: `x` of any shape. Return: x² of every entry.
public func squared(_ x: Matrix) -> Matrix {
  // BEGIN SOLUTION 1.2 squared
  x * x
  // END SOLUTION
}
