import Contract
import CourseKit
import Engine
import StudentCode
import Testing
import Vocabulary
import Wire

@testable import Course

@Suite("Lesson 10") struct Lesson10Tests {
  // Two dense layers with ReLU between them, the loss Σ R ⊙ output: what PyTorch's autograd makes of it, in float64.
  private static let x = Matrix([[0.5, -1.25, 2.0], [1.5, 0.75, -0.5], [-2.0, 0.25, 1.0], [0.125, 1.0, -1.5]])
  private static let w1 = Matrix([[0.3, -0.7, 1.1, 0.2], [0.9, 0.4, -0.6, -1.2], [-0.8, 0.5, 0.1, 0.6]])
  private static let b1 = Matrix([[0.1, -0.2, 0.3, 0.05]])
  private static let w2 = Matrix([[1.2, -0.4], [0.6, 0.7], [-0.9, 0.3], [0.25, -1.1]])
  private static let b2 = Matrix([[-0.15, 0.45]])
  private static let r = Matrix([[0.2, -0.5], [1.0, 0.3], [-0.7, 0.6], [0.4, -0.1]])
  private static let z1 = Matrix([
    [-2.475, -0.05, 1.8, 2.85], [1.625, -1.2, 1.45, -0.85], [-1.075, 1.8, -1.95, -0.05],
    [2.2375, -0.6375, -0.3125, -2.025],
  ])
  private static let a1 = Matrix([[0, 0, 1.8, 2.85], [1.625, 0, 1.45, 0], [0, 1.8, 0, 0], [2.2375, 0, 0, 0]])
  private static let output = Matrix([[-1.0575, -2.145], [0.495, 0.235], [0.93, 1.71], [2.535, -0.445]])
  private static let a1Gradient = Matrix([
    [0.44, -0.23, -0.33, 0.6], [1.08, 0.81, -0.81, -0.08], [-1.08, 0, 0.81, -0.835], [0.52, 0.17, -0.39, 0.21],
  ])
  private static let z1Gradient = Matrix([[0, 0, -0.33, 0.6], [1.08, 0, -0.81, 0], [0, 0, 0, 0], [0.52, 0, 0, 0]])
  private static let xGradient = Matrix([
    [-0.243, -0.522, 0.327], [-0.567, 1.458, -0.945], [0, 0, 0], [0.156, 0.468, -0.416],
  ])
  private static let w1Gradient = Matrix([[1.685, 0, -1.38, 0.3], [1.33, 0, -0.195, -0.75], [-1.32, 0, -0.255, 1.2]])
  private static let b1Gradient = Matrix([[1.6, 0, -1.14, 0.6]])
  private static let w2Gradient = Matrix([[2.52, 0.26375], [-1.26, 1.08], [1.81, -0.465], [0.57, -1.425]])
  private static let b2Gradient = Matrix([[0.9, 0.3]])

  private func expectEqual(
    _ yours: Matrix?, _ expected: Matrix, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let comparison = Comparison(yours ?? Matrix([]), to: expected, tolerance: .lastBits12)
    #expect(comparison.isEqual, "\(Evidence(comparison: comparison).lines)", sourceLocation: sourceLocation)
  }

  @Test("goes forwards as PyTorch does")
  func forwards() throws {
    let first = try Answers.right(Lesson10.denseForward, Self.w1, Self.b1, [LayerCall(.training, Self.x)])
    expectEqual(first.matrix("returned"), Self.z1)
    expectEqual(first.matrix("input"), Self.x)
    let second = try Answers.right(Lesson10.reLULayerForward, [LayerCall(.training, Self.z1)])
    expectEqual(second.matrix("returned"), Self.a1)
    expectEqual(second.matrix("mask"), Self.z1.map { $0 > 0 ? 1 : 0 })
    let third = try Answers.right(Lesson10.denseForward, Self.w2, Self.b2, [LayerCall(.evaluation, Self.a1)])
    expectEqual(third.matrix("returned"), Self.output)
    #expect(third.matrix("input") == nil)
  }

  @Test("goes backwards as PyTorch does, layer by layer and through all of them")
  func backwards() throws {
    let last = try Answers.right(
      Lesson10.denseBackward, Self.w2, Self.b2, [LayerCall(.keeping, Self.a1), LayerCall(.backward, Self.r)])
    expectEqual(last.matrix("returned"), Self.a1Gradient)
    expectEqual(last.matrix("weightGradient"), Self.w2Gradient)
    expectEqual(last.matrix("biasGradient"), Self.b2Gradient)
    let middle = try Answers.right(
      Lesson10.reLULayerBackward,
      [LayerCall(.keeping, Self.z1.map { $0 > 0 ? 1 : 0 }), LayerCall(.backward, Self.a1Gradient)])
    expectEqual(middle.matrix("returned"), Self.z1Gradient)
    let all = try Answers.right(
      Lesson10.sequentialBackward,
      [
        LayerSketch(.dense, weights: Self.w1, biases: Self.b1), .reLU,
        LayerSketch(.dense, weights: Self.w2, biases: Self.b2),
      ], [LayerCall(.training, Self.x), LayerCall(.evaluation, Self.r), LayerCall(.backward, Self.r)])
    expectEqual(all.matrix("returned"), Self.xGradient)
    expectEqual(all.matrix("layers[0].weightGradient"), Self.w1Gradient)
    expectEqual(all.matrix("layers[0].biasGradient"), Self.b1Gradient)
    expectEqual(all.matrix("layers[2].weightGradient"), Self.w2Gradient)
  }

  @Test("keeps what the last forward in training was given, whatever is evaluated before and after it")
  func kept() throws {
    let calls: [LayerCall] = [
      LayerCall(.evaluation, Matrix([[5, -5]])), LayerCall(.training, Matrix([[1, -2], [0, 3]])),
      LayerCall(.evaluation, Matrix([[7, 7]])), LayerCall(.training, Matrix([[-4, 4]])),
    ]
    let dense = try Answers.right(Lesson10.denseForward, Matrix([[1], [1]]), Matrix([[0.5]]), calls)
    let batch = calls[1].matrix
    #expect((0..<4).map { dense.matrix("input", after: $0) } == [nil, batch, batch, Matrix([[-4, 4]])])
    #expect((0..<4).map { dense.matrix("returned", after: $0)?.elements } == [[0.5], [-0.5, 3.5], [14.5], [0.5]])
    let relu = try Answers.right(Lesson10.reLULayerForward, calls)
    let mask = Matrix([[1, 0], [0, 1]])
    #expect((0..<4).map { relu.matrix("mask", after: $0) } == [nil, mask, mask, Matrix([[0, 1]])])
  }

  @Test("has gradients of the last backward alone, which needs no further forward")
  func replaced() throws {
    let calls = [
      LayerCall(.keeping, Matrix([[2]])), LayerCall(.backward, Matrix([[3]])), LayerCall(.backward, Matrix([[5]])),
    ]
    let trace = try Answers.right(Lesson10.denseBackward, Matrix([[7]]), Matrix([[0]]), calls)
    #expect((0..<2).map { trace.matrix("weightGradient", after: $0)?.elements } == [[6], [10]])
    #expect((0..<2).map { trace.matrix("biasGradient", after: $0)?.elements } == [[3], [5]])
    #expect((0..<2).map { trace.matrix("returned", after: $0)?.elements } == [[21], [35]])
    #expect((0..<2).map { trace.matrix("input", after: $0)?.elements } == [[2], [2]])
  }

  @Test("steps as torch.optim.SGD does with lr = 0.05 and weight_decay = 0.02")
  func step() throws {
    let trace = try Answers.right(
      Lesson10.sgdStep, [Self.w1, Self.b1, Self.w2, Self.b2],
      [Self.w1Gradient, Self.b1Gradient, Self.w2Gradient, Self.b2Gradient], 0.05, 0.02)
    expectEqual(
      trace.matrix("parameters[0]"),
      Matrix([
        [0.21545, -0.6993, 1.1679, 0.1848], [0.8326, 0.3996, -0.58965, -1.1613], [-0.7332, 0.4995, 0.11265, 0.5394],
      ]))
    expectEqual(trace.matrix("parameters[1]"), Matrix([[0.0199, -0.1998, 0.3567, 0.01995]]))
    expectEqual(
      trace.matrix("parameters[2]"),
      Matrix([[1.0728, -0.4127875], [0.6624, 0.6453], [-0.9896, 0.32295], [0.22125, -1.02765]]))
    expectEqual(trace.matrix("parameters[3]"), Matrix([[-0.19485, 0.43455]]))
  }

  @Test("hands a row of the host's layers on as a calculation by hand does")
  func rows() throws {
    let sketches = [
      LayerSketch(.recording, weights: Matrix([[1, 2], [0, 1]]), biases: Matrix([[1, -1]])),
      LayerSketch(.recording, weights: Matrix([[3], [-1]]), biases: Matrix([[2]])),
    ]
    let forward = try Answers.right(Lesson10.sequentialForward, sketches, [LayerCall(.evaluation, Matrix([[2, 3]]))])
    #expect(forward.matrix("layers[1].input") == Matrix([[3, 6]]))
    #expect(forward.matrix("layers[1].isTraining") == Matrix([[0]]))
    #expect(forward.matrix("returned") == Matrix([[5]]))
    let backward = try Answers.right(Lesson10.sequentialBackward, sketches, [LayerCall(.backward, Matrix([[2]]))])
    #expect(backward.matrix("layers[0].outputGradient") == Matrix([[6, -2]]))
    #expect(backward.matrix("returned") == Matrix([[2, -2]]))
  }

  @Test("wants a backward to stop without a forward, and calls it again after that")
  func stops() throws {
    for exercise: ExerciseID in ["10.2", "10.4"] {
      let student = TestStudent.reference()
      let checks = try #require(Course.neuralNetwork.exercise(exercise)).checks
      let check = try #require(checks.last)
      #expect(check.summary == "a backward before any forward in training stops")
      let bench = Bench(course: .neuralNetwork, student: student)
      #expect(bench.verdict(of: check).outcome.isPass)
      #expect(bench.verdict(of: checks[0]).outcome.isPass, "it is asked again")
      let version = try #require(
        Version.all(.mistake).first { $0.exercise == exercise && $0.name.hasPrefix("no stop") })
      let verdicts = version.student().verdicts(on: exercise)
      #expect(verdicts.filter { !$0.outcome.isPass }.map(\.summary) == [check.summary])
      #expect(verdicts.last?.diagnosis == version.sentence)
    }
  }

  @Test("lets the check of stops say that an exercise is not started, or that it has stopped before")
  func notStarted() throws {
    let checks = try #require(Course.neuralNetwork.exercise("10.2")).checks
    let check = try #require(checks.last)
    let student = TestStudent.reference()
    student.stopAtTODO(of: "10.2")
    let bench = Bench(course: .neuralNetwork, student: student)
    guard case .notStarted = bench.verdict(of: check).outcome else {
      Issue.record("\(bench.verdict(of: check).line)")
      return
    }
    student.fail("10.2", with: .shapesDoNotFit(in: "10.2"))
    #expect(!bench.verdict(of: checks[0]).outcome.isPass)
    guard case .waiting = bench.verdict(of: check).outcome else {
      Issue.record("\(bench.verdict(of: check).line)")
      return
    }
  }

  @Test("says nil where nothing is kept, and true or false where layers are told of training")
  func words() throws {
    let never = try #require(Version.mistake("10.1 never kept")).student().verdicts(on: "10.1")
    let first = never.compactMap(\.finding).first?.evidence ?? []
    #expect(first.contains { $0.contains("input  yours nil   expected a matrix [4, 3]") }, "\(first)")
    let deaf = try #require(Version.mistake("10.5 never training")).student().verdicts(on: "10.5")
    let evidence = deaf.compactMap(\.finding).flatMap(\.evidence)
    #expect(evidence.contains { $0.contains("layers[0].isTraining  yours false   expected true") }, "\(evidence)")
    let twice = try #require(Version.mistake("10.5 every layer twice")).student().verdicts(on: "10.5")
    let calls = twice.compactMap(\.finding).flatMap(\.evidence)
    #expect(calls.contains { $0.contains("layers[0] calls  yours 2   expected 1") }, "\(calls)")
  }

  @Test("shows the smallest example as calls that can be made by hand")
  func examples() throws {
    let version = try #require(Version.all(.other).first { $0.title == "10.4 first row alone" })
    let evidence = version.student().verdicts(on: "10.4").compactMap(\.finding).flatMap(\.evidence)
    #expect(evidence.contains { $0.contains("kept [[") && $0.contains("backward([[") }, "\(evidence)")
  }

  @Test("lets the stacks wait for the layers that they are made of, and sees what is wrong in a stack alone")
  func stacks() throws {
    let mistake = try #require(Version.mistake("10.4 mask turned round"))
    let verdicts = examination(of: 10, by: mistake.student()).verdicts
    let stack = try #require(verdicts.last { $0.exercise == "10.6" })
    guard case .waiting("10.4 ReLULayer.backward fails") = stack.outcome else {
      Issue.record("\(stack.line)")
      return
    }
    let student = TestStudent.reference()
    student.answer(Lesson10.sequentialBackward) { sketches, calls in
      let isStack = sketches.contains { $0.kind == .reLU }
      var trace = try Answers.right(Lesson10.sequentialBackward, sketches, calls)
      if isStack { trace.steps[0].facts[0].matrices[0].elements[0] += 1e-4 }
      return trace
    }
    let failed = examination(of: 10, by: student).verdicts.filter { !$0.outcome.isPass }
    #expect(failed.map(\.summary) == [StackGradient.check.summary])
    let evidence = failed.first?.finding?.evidence ?? []
    #expect(evidence.contains { $0.contains("weightGradient") }, "\(evidence)")
  }

  @Test("asks about stacks whose numbers lie away from ReLU's kink, with a gradient for every parameter")
  func stackNumbers() throws {
    let student = TestStudent.reference()
    #expect(Bench(course: .neuralNetwork, student: student).verdict(of: StackGradient.check).outcome.isPass)
    let asked = try student.requests.filter { $0.exercise == "10.6" }
      .map { try Lesson10.sequentialBackward.arguments(of: $0.bytes) }
    // The first call only asks whether there is anything to ask about.
    #expect(asked.count == 6 && asked[0].0.isEmpty)
    for (sketches, calls) in asked.dropFirst() {
      #expect(sketches.contains { $0.kind == .dense } && calls.map(\.action) == [.training, .evaluation, .backward])
    }
  }
}

extension Tolerance {
  /// For numbers written with all their decimals.
  fileprivate static let lastBits12 = Tolerance(relative: 1e-12, absolute: 1e-14)
}
