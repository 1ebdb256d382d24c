import CourseKit

/// The network 2-2-1 with ReLU, and the two examples, with which the pages of lessons 3 to 6 calculate.
public enum PageExample {
  /// Its weights and biases.
  public static let parameters = Parameters(
    weights: [Matrix([[1, -1], [1, 1]]), Matrix([[3], [-1]])], biases: [Matrix([[-1, 0]]), Matrix([[-5]])])
  /// The two examples.
  public static let data = Dataset(features: Matrix([[1, 2], [2, 1]]), labels: Matrix([[1], [0]]))
}
