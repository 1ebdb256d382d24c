import Course
import Engine
import Foundation

extension Fault {
  /// Declarations that are not what the checks call, and modules.
  static let declarations: [Fault] = [
    Fault(
      name: "a module that does not exist", status: 3, says: ["error: no such module 'Numpy'"], lines: ["import Numpy"],
      form: text { text, _ in "import Numpy\n" + text }),
    Fault(
      name: "a changed label", status: 3,
      says: ["exercise EXERCISE must be declared as\n    public func SIGNATURE\n  but it is declared with other names"],
      lines: ["public func NAME("],
      exercises: { $0.exercises.filter(\.isFunction) },
      form: text { text, exercise in
        text.replacing("public func \(exercise.name)(", with: "public func \(exercise.name)(extra number: Int, ")
      }),
    Fault(
      name: "a removed public", status: 3,
      says: ["exercise EXERCISE must be declared as\n    public func SIGNATURE\n  but the word public is missing."],
      lines: ["func NAME("],
      exercises: { $0.exercises.filter(\.isFunction) },
      form: text { text, exercise in
        text.replacing("public func \(exercise.name)(", with: "func \(exercise.name)(")
      }),
    Fault(
      name: "a renamed function", status: 3,
      says: ["FILE: exercise EXERCISE must be declared as", "but there is no function of that name."],
      exercises: { $0.exercises.filter(\.isFunction) },
      form: text { text, exercise in
        text.replacing("func \(exercise.name)(", with: "func my\(exercise.name)(")
      }),
    Fault(
      name: "a case taken out of the given Activation",
      says: ["Activations.swift:", "Activation has lost its case 'sigmoid', which is given: put it back."],
      exercises: { $0.exercises.filter { $0.signature.contains("hidden: Activation") } },
      form: .file { classroom, _, _ in
        let lesson = Course.neuralNetwork.lessons[0]
        let text = try classroom.solution(of: lesson)
        let kept = text.split(separator: "\n", omittingEmptySubsequences: false)
          .filter { !$0.contains("case .sigmoid") }.joined(separator: "\n")
        try classroom.write(kept.replacing("case relu, tanh, sigmoid", with: "case relu, tanh"), to: lesson)
      }),
  ]
}

extension Exercise {
  /// Whether it is a function of its file, or a method whose name alone says which one is meant.
  fileprivate var isFunction: Bool { !name.contains(".") }
}
