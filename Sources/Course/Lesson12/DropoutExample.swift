import CourseKit

/// The page's numbers: one row of five units of which the second is dropped.
enum DropoutExample {
  static let keepProbability = 0.8
  static let draws = [0.31, 0.93, 0.08, 0.55, 0.79]
  static let input = Matrix([[1, 2, 3, 4, 5]])
  static let outputGradient = Matrix([[0.4, -1, 2, 0, -0.2]])
  static let mask = Matrix([draws.map { $0 < keepProbability ? 1 / keepProbability : 0 }])
  static let output = input * mask
  static let inputGradient = outputGradient * mask
}
