import CourseKit
import Testing
import Vocabulary

@testable import Contract
@testable import Wire

@Suite("A lesson's function") struct LessonFunctionTests {
  private let scaled = LessonFunction<Double, Matrix, Int, HiddenActivation>(
    "99.9", "scaled(_ matrix: Matrix, by factor: Int, hidden: Activation) -> Double")

  @Test("has the name that its declaration begins with")
  func name() {
    #expect(scaled.name == "scaled")
    #expect(
      LessonFunction<Double, Matrix>("99.8", "forward(_ input: Matrix) -> Double", of: "Dense").name == "Dense.forward")
  }

  @Test("gets its arguments in order, and its result comes back")
  func call() throws {
    var reader = FrameReader(scaled.request(Samples.matrix, -3, .tanh))
    #expect(try ExerciseID(from: &reader) == "99.9")
    let reply = try scaled.reply(to: &reader) { matrix, factor, hidden in
      #expect(matrix == Samples.matrix)
      #expect(factor == -3)
      #expect(hidden == .tanh)
      return matrix[0, 0] * Double(factor)
    }
    #expect(try scaled.result(from: reply) == -4.5)
  }

  @Test("is not run on a request that ends too early or goes on too long")
  func misfits() throws {
    let whole = scaled.request(Samples.matrix, -3, .tanh)
    for bytes in [whole + [0], Array(whole.dropLast(1)), Array(whole.dropLast(12))] {
      var reader = FrameReader(bytes)
      _ = try ExerciseID(from: &reader)
      #expect(throws: FrameError.self) {
        try scaled.reply(to: &reader) { _, _, _ in
          Issue.record("The function ran.")
          return 0
        }
      }
    }
  }

  @Test("has no result in a reply that is not just one")
  func replies() {
    #expect(throws: FrameError.self) { try scaled.result(from: []) }
    #expect(throws: FrameError.self) { try scaled.result(from: frame(of: 1.0) + [0]) }
    #expect(throws: FrameError.self) { try Lesson1.relu.result(from: frame(of: 1.0)) }
  }
}

@Suite("The hidden layers' activation") struct HiddenActivationTests {
  enum Reordered: CaseIterable { case sigmoid, swish, tanh, relu }

  @Test("is found by its name in a lesson's own enum, in whatever order its cases stand")
  func byName() {
    #expect(HiddenActivation.relu.named() as Reordered == .relu)
    #expect(HiddenActivation.tanh.named() as Reordered == .tanh)
    #expect(HiddenActivation.sigmoid.named() as Reordered == .sigmoid)
  }

  @Test("that a lesson's enum has lost stops the program and says which one")
  func lost() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      enum Shortened: CaseIterable { case relu, sigmoid }
      _ = HiddenActivation.tanh.named() as Shortened
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("Activation has lost its case 'tanh'"), "\(message)")
  }
}
