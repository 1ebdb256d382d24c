import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// The judge's own right answers, in plain loops over Double; each exercise's file adds its own.
///
/// They are written apart from `Solutions/` and use no operation of `Matrix` but its entries, so that they can share no
/// mistake with either; the tests hold them against values computed with PyTorch.
enum Oracle {
  static func sigmoid(_ z: Double) -> Double {
    z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z))
  }

  static func value(_ z: Double, _ hidden: HiddenActivation) -> Double {
    switch hidden {
    case .relu: z > 0 ? z : 0
    case .tanh: CourseKit.tanh(z)
    case .sigmoid: sigmoid(z)
    }
  }

  static func slope(_ z: Double, _ hidden: HiddenActivation) -> Double {
    switch hidden {
    case .relu: z > 0 ? 1 : 0
    case .tanh: 1 - CourseKit.tanh(z) * CourseKit.tanh(z)
    case .sigmoid: sigmoid(z) * (1 - sigmoid(z))
    }
  }

  /// The loss of one example: −(y · log p + (1 − y) · log(1 − p)), with p clipped to [1e-8, 1 − 1e-8].
  static func crossEntropy(_ probability: Double, _ label: Double) -> Double {
    let p = min(max(probability, 1e-8), 1 - 1e-8)
    return -(label * log(p) + (1 - label) * log(1 - p))
  }

  static func activation(_ z: Matrix, _ hidden: HiddenActivation) -> Matrix {
    Matrix.filled(z.rows, z.columns) { value(z[$0, $1], hidden) }
  }

  static func slope(_ z: Matrix, _ hidden: HiddenActivation) -> Matrix {
    Matrix.filled(z.rows, z.columns) { slope(z[$0, $1], hidden) }
  }
}

extension Answers {
  /// The right answers of the whole course.
  ///
  /// They are there once the course is: use them where a check runs, not where an exercise is made.
  static var right: Answers { Course.neuralNetwork.oracle }

  /// The activation of an exercise of lesson 1, whichever is asked for.
  func activation(_ z: Matrix, _ hidden: HiddenActivation) throws -> Matrix {
    try self(Lesson1.function(of: hidden), z)
  }

  /// The slope of an exercise of lesson 1, whichever is asked for.
  func slope(_ z: Matrix, _ hidden: HiddenActivation) throws -> Matrix { try self(Lesson1.derivative(of: hidden), z) }
}

extension ExerciseCalls {
  /// An activation function, whichever is asked for, and others.
  static func activation(and others: ExerciseID...) -> ExerciseCalls {
    ExerciseCalls(others, ofActivation: each { Lesson1.function(of: $0).exercise })
  }

  /// The slope of an activation function, whichever is asked for.
  static let slope = ExerciseCalls(ofActivation: each { Lesson1.derivative(of: $0).exercise })

  private static func each(_ exercise: (HiddenActivation) -> ExerciseID) -> [HiddenActivation: ExerciseID] {
    Dictionary(uniqueKeysWithValues: HiddenActivation.allCases.map { ($0, exercise($0)) })
  }
}

extension Matrix {
  /// A matrix [rows, columns] whose entries are given by their row and column.
  static func filled(_ rows: Int, _ columns: Int, _ entry: (Int, Int) -> Double) -> Matrix {
    var matrix = Matrix.zeros(rows: rows, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns { matrix.elements[row * columns + column] = entry(row, column) }
    }
    return matrix
  }
}
