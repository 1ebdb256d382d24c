// Lesson 9 · Softmax
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson9

import CourseKit

/// 9.1  FILL IN: what the function returns.
///
/// Given: `input` [N, units]. Return: FILL IN.
public func softmax(_ input: Matrix) -> Matrix {
  // BEGIN SOLUTION 9.1 softmax
  return input
  // END SOLUTION
}

/// 9.2  FILL IN: what the function returns.
///
/// Given: `input` [N, units]. Return: FILL IN.
public func crossEntropy(_ input: Matrix) -> Matrix {
  // BEGIN SOLUTION 9.2 crossEntropy
  return input
  // END SOLUTION
}

/// 9.3  FILL IN: what the function returns.
///
/// Given: `input` [N, units]. Return: FILL IN.
public func logitsGradient(_ input: Matrix) -> Matrix {
  // BEGIN SOLUTION 9.3 logitsGradient
  return input
  // END SOLUTION
}

/// 9.4  FILL IN: what the function returns.
///
/// Given: `input` [N, units]. Return: FILL IN.
public func classAccuracy(_ input: Matrix) -> Matrix {
  // BEGIN SOLUTION 9.4 classAccuracy
  return input
  // END SOLUTION
}
