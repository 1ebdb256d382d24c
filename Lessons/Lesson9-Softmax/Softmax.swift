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
  // TODO 9.1: write softmax.
  fatalError("TODO: 9.1 softmax")
}

/// 9.2  FILL IN: what the function returns.
///
/// Given: `input` [N, units]. Return: FILL IN.
public func crossEntropy(_ input: Matrix) -> Matrix {
  // TODO 9.2: write crossEntropy.
  fatalError("TODO: 9.2 crossEntropy")
}

/// 9.3  FILL IN: what the function returns.
///
/// Given: `input` [N, units]. Return: FILL IN.
public func logitsGradient(_ input: Matrix) -> Matrix {
  // TODO 9.3: write logitsGradient.
  fatalError("TODO: 9.3 logitsGradient")
}

/// 9.4  FILL IN: what the function returns.
///
/// Given: `input` [N, units]. Return: FILL IN.
public func classAccuracy(_ input: Matrix) -> Matrix {
  // TODO 9.4: write classAccuracy.
  fatalError("TODO: 9.4 classAccuracy")
}
