import Contract
import CourseKit
import Engine
import StudentCode
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("Lesson 9") struct Lesson9Tests {
  private let logits = Matrix([[0.3, -1.2, 2.1, 0.7], [1.5, 1.5, -0.4, 0.2], [-3.1, 0.9, 0.05, 4.2]])
  private let classes = [2, 0, 1]

  private func expect(_ matrix: Matrix, near expected: [[Double]]) {
    let expected = Matrix(expected)
    #expect(matrix.shape == expected.shape)
    for (one, other) in zip(matrix.elements, expected.elements) { #expect(abs(one - other) < 1e-14) }
  }

  @Test("has for its right answers what NumPy computes in 80 bits")
  func reference() throws {
    expect(
      try Answers.right(Lesson9.softmax, logits),
      near: [
        [0.11409530783465009, 0.025458104309329876, 0.6902363897433055, 0.1702101981127145],
        [0.4128647990560844, 0.4128647990560844, 0.06175161792044922, 0.11251878396738199],
        [0.0006413404971943007, 0.03501600468814576, 0.014966363260900112, 0.9493762915537598],
      ])
    #expect(abs(try Answers.right(Lesson9.crossEntropy, logits, classes) - 1.5357687647053242) < 1e-14)
    expect(
      try Answers.right(Lesson9.logitsGradient, logits, classes),
      near: [
        [0.03803176927821669, 0.008486034769776626, -0.1032545367522315, 0.05673673270423817],
        [-0.19571173364797187, 0.13762159968536147, 0.020583872640149742, 0.03750626132246067],
        [0.00021378016573143357, -0.32166133177061806, 0.004988787753633371, 0.31645876385125327],
      ])
    #expect(try Answers.right(Lesson9.classAccuracy, logits, classes) == 2.0 / 3)
  }

  @Test("agrees with lesson 3 where there are two classes, the first of which has the logit 0")
  func twoClasses() throws {
    let z = Samples.matrix(7, 1, seed: 91)
    let labels = Samples.labels(7, seed: 91)
    let two = Matrix.filled(7, 2) { row, column in column == 0 ? 0 : z[row, 0] }
    let classes = labels.elements.map { Int($0) }
    let p = z.map { Oracle.sigmoid($0) }
    expect(
      try Answers.right(Lesson9.softmax, two), near: (0..<7).map { [1 - p[$0, 0], p[$0, 0]] })
    let loss = try Answers.right(Lesson9.crossEntropy, two, classes)
    #expect(abs(loss - Oracle.binaryCrossEntropy(p, labels)) < 1e-14)
    let slopes = try Answers.right(Lesson9.logitsGradient, two, classes)
    let delta = Oracle.outputDelta(p, labels)
    for row in 0..<7 { #expect(abs(slopes[row, 1] - delta[row, 0] / 7) < 1e-14) }
  }

  @Test("tells inputs on which the special cases of its page occur")
  func specialCases() {
    let inputs = Lesson9.softmax.checkInputs() + Course.neuralNetwork.probes(of: Lesson9.softmax)
    #expect(inputs.contains { $0.columns == 1 }, "one class")
    #expect(inputs.contains { $0.rows == 1 }, "one row")
    #expect(inputs.contains { $0.elements.contains { $0 >= 1000 } })
    #expect(inputs.contains { $0.elements.contains { $0 <= -1000 } })
    #expect(inputs.contains { $0.columns > 1 && Set($0.elements).count == 1 }, "equal logits")
  }

  @Test("lets a right slope wait that takes the student's own wrong softmax, and passes one that does without it")
  func slopeWithSoftmax() throws {
    let student = TestStudent.reference()
    student.answer(Lesson9.softmax) { $0 }
    student.answer(Lesson9.logitsGradient) { logits, classes in
      let y = Oracle.oneHot(classes, logits.columns)
      return 1 / Double(logits.rows) * (logits - y)
    }
    let waiting = examination(of: 9, by: student).verdicts.filter { $0.exercise == "9.3" }.map(\.outcome)
    #expect(waiting.contains { if case .waiting("9.1 softmax fails") = $0 { true } else { false } })
    #expect(!waiting.contains { if case .failed = $0 { true } else { false } })

    let title = "9.3 Foundation imported, functions of the student's own"
    let other = try #require(Version.all(.right).first { $0.title == title }).student()
    other.answer(Lesson9.softmax) { $0 }
    let passing = examination(of: 9, by: other).verdicts.filter { $0.exercise == "9.3" }.map(\.outcome)
    #expect(!passing.contains { !$0.isPass })
  }
}

extension Course {
  /// The arguments on which what is said of a function's mistakes must hold.
  fileprivate func probes(of function: LessonFunction<Matrix, Matrix>) -> [Matrix] {
    let content = exercise(function.exercise)?.content
    return (content as? Specification<Matrix, Matrix>)?.probes(of: self) ?? []
  }
}
