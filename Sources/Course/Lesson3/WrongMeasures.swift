import CourseKit
import Engine

// What the wrong versions of 3.3 and 3.4 have in common: a number for each row, and the mean over the rows.

func wrongLoss(
  _ name: String, _ sentence: String, _ wrong: @escaping @Sendable (Matrix, Matrix) -> Double
) -> Misconception<(Matrix, Matrix), Double> {
  .init(name, sentence) { _, probabilities, labels in wrong(probabilities, labels) }
}

func sum(
  over probabilities: Matrix, _ labels: Matrix, _ term: (Double, Double) -> Double
) -> Double {
  (0..<labels.rows).reduce(0) { $0 + term(probabilities[$1, 0], labels[$1, 0]) }
}

func mean(
  over probabilities: Matrix, _ labels: Matrix, _ term: (Double, Double) -> Double
) -> Double {
  sum(over: probabilities, labels, term) / Double(labels.rows)
}
