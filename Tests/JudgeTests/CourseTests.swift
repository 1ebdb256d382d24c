import Contract
import CourseKit
import Testing

@testable import Judge

@Suite("The course") struct CourseTests {
  private func exercise<Result, each Argument>(_ function: LessonFunction<Result, repeat each Argument>) -> Exercise {
    Exercise(function)
  }

  /// The functions of the contract, in the order of the course.
  private var functions: [Exercise] {
    [
      exercise(Lesson1.sigmoid), exercise(Lesson1.tanh), exercise(Lesson1.relu),
      exercise(Lesson1.sigmoidDerivative), exercise(Lesson1.tanhDerivative), exercise(Lesson1.reluDerivative),
      exercise(Lesson2.parameterCount), exercise(Lesson2.heInitialized), exercise(Lesson2.xavierInitialized),
      exercise(Lesson3.linear), exercise(Lesson3.forward), exercise(Lesson3.binaryCrossEntropy),
      exercise(Lesson3.accuracy), exercise(Lesson3.predict),
      exercise(Lesson4.outputDelta), exercise(Lesson4.hiddenDelta), exercise(Lesson4.layerGradients),
      exercise(Lesson4.backward),
      exercise(Lesson5.miniBatches), exercise(Lesson5.gradientDescentStep), exercise(Lesson5.trainEpoch),
      exercise(Lesson5.train),
      exercise(Lesson6.weightNorm), exercise(Lesson6.l2Penalty), exercise(Lesson6.addL2Gradient),
      exercise(Lesson7.isImprovement), exercise(Lesson7.shouldStop),
      exercise(Lesson8.zeroVelocity), exercise(Lesson8.step),
    ]
  }

  @Test("has as exercises just the functions of the contract, in order")
  func exercises() {
    let exercises = Course.lessons.flatMap(\.exercises)
    #expect(exercises.map(\.number) == functions.map(\.number))
    #expect(exercises.map(\.name) == functions.map(\.name))
    #expect(exercises.map(\.signature) == functions.map(\.signature))
  }

  @Test("numbers its exercises lesson.1, lesson.2 … without gaps, and names each function once")
  func numbers() {
    for (index, lesson) in Course.lessons.enumerated() {
      #expect(lesson.number == index + 1)
      #expect(lesson.exercises.map(\.number) == (1...lesson.exercises.count).map { "\(lesson.number).\($0)" })
    }
    let names = Course.lessons.flatMap(\.exercises).map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test("checks every exercise, each lesson its own, in the order of the exercises")
  func checks() {
    for lesson in Course.lessons {
      var order: [String] = []
      for check in lesson.checks where order.last != check.exercise { order.append(check.exercise) }
      #expect(order == lesson.exercises.map(\.number))
    }
  }

  @Test("builds only on lessons that come before")
  func prerequisites() {
    for lesson in Course.lessons {
      #expect(lesson.prerequisites.allSatisfy { $0 < lesson.number })
      #expect(Set(lesson.prerequisites).count == lesson.prerequisites.count)
    }
  }

  @Test("finds the lesson of an exercise and of a line, and the name of an exercise")
  func lookUp() {
    #expect(Course.lesson(of: "4.3")?.topic == "Backward")
    #expect(Course.lesson(of: "9.1") == nil)
    #expect(Course.lesson(at: SourceLocation(file: "Lessons/Lesson3-Forward/Forward.swift", line: 1))?.number == 3)
    #expect(Course.lesson(at: SourceLocation(file: "Sources/CourseKit/Matrix.swift", line: 1)) == nil)
    #expect(Course.name(of: "4.3") == "4.3 layerGradients")
    #expect(Course.name(of: "9.1") == "9.1")
  }
}
