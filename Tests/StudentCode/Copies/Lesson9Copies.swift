// The solution of lesson 9, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

/// 9.1  FILL IN: what the function returns.
func softmax(_ input: Matrix) -> Matrix {
  return input
}

/// 9.2  FILL IN: what the function returns.
func crossEntropy(_ input: Matrix) -> Matrix {
  return input
}

/// 9.3  FILL IN: what the function returns.
func logitsGradient(_ input: Matrix) -> Matrix {
  return input
}

/// 9.4  FILL IN: what the function returns.
func classAccuracy(_ input: Matrix) -> Matrix {
  return input
}
