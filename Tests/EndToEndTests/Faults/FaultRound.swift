import CourseFiles
import Engine
import Foundation
import Vocabulary

/// Faults of one lesson that are planted together, so that one build serves all of them.
///
/// The planted code asks a variable of the environment which of them is to happen.
struct FaultRound: Sendable {
  fileprivate let lesson: Lesson
  /// The faults in each exercise, by its number.
  private var faults: [ExerciseID: [Fault]] = [:]

  private static let variable = "PLANTED_FAULT"

  private init(_ lesson: Lesson) { self.lesson = lesson }

  /// Returns as few rounds as hold every fault, spread over the lesson's exercises.
  static func rounds(of faults: [Fault], in lesson: Lesson) -> [FaultRound] {
    var rounds: [FaultRound] = []
    // Those with the least choice come first.
    for fault in faults.sorted(by: { choice($0, in: lesson) < choice($1, in: lesson) }) {
      if let (index, exercise) = rounds.emptiestPlace(for: fault) {
        rounds[index].faults[exercise, default: []].append(fault)
      } else if let exercise = fault.exercises(lesson).first {
        rounds.append(FaultRound(lesson))
        rounds[rounds.count - 1].faults[exercise.id] = [fault]
      }
    }
    return rounds
  }

  private static func choice(_ fault: Fault, in lesson: Lesson) -> Int {
    fault.exercises(lesson).count * 2 - (fault.telltales.isEmpty ? 0 : 1)
  }

  /// Each fault with its exercise.
  var all: [(fault: Fault, exercise: Exercise)] {
    lesson.exercises.flatMap { exercise in faults(in: exercise.id).map { ($0, exercise) } }
  }

  /// Plants all of them.
  func plant(in classroom: borrowing Classroom) throws {
    var text = try classroom.solution(of: lesson)
    for exercise in lesson.exercises where faults[exercise.id] != nil {
      guard let body = Bodies.body(of: exercise.id, in: text),
        let planted = Bodies.replacing(exercise.id, in: text, with: self.body(of: exercise, around: body))
      else { throw ClassroomError("no body of \(exercise.id)") }
      text = planted
    }
    try classroom.write("import Foundation\n" + text, to: lesson)
  }

  /// The environment in which one of the faults happens.
  func environment(for fault: Fault, in exercise: Exercise) -> [String: String] {
    [Self.variable: key(of: fault, in: exercise)]
  }

  private func body(of exercise: Exercise, around right: String) -> String {
    """
    \(choice(in: exercise) { if case .before(let statements) = $0 { statements } else { nil } })
      var result: \(exercise.resultType ?? "Void") = {
    \(right)
      }()
    \(choice(in: exercise) { if case .after(let statements) = $0 { statements } else { nil } })
      return result
    """
  }

  /// The statement that runs the statements of the fault that is to happen, if it is one of the exercise's.
  private func choice(in exercise: Exercise, of statements: (Fault.Form) -> String?) -> String {
    let cases = faults(in: exercise.id).compactMap { fault in
      statements(fault.form).map { text in
        let lines = (text + "\nbreak").replacing("MATRIX", with: exercise.matrix ?? "").split(separator: "\n")
        return "  case \"\(key(of: fault, in: exercise))\":\n" + lines.map { "    \($0)\n" }.joined()
      }
    }
    return "  switch getenv(\"\(Self.variable)\").map({ String(cString: $0) }) {\n" + cases.joined()
      + "  default: break\n  }"
  }

  /// What the variable holds for a fault: not its name, whose words must not stand in the lesson.
  private func key(of fault: Fault, in exercise: Exercise) -> String {
    "\(exercise.id) \(faults(in: exercise.id).firstIndex { $0.name == fault.name } ?? -1)"
  }

  fileprivate func faults(in exercise: ExerciseID) -> [Fault] { faults[exercise] ?? [] }
}

extension [FaultRound] {
  /// The round and the exercise with the fewest faults that can take one more; nil if none can.
  ///
  /// Where no backtrace names the line, the command looks for the one line of the function that can have done it: two
  /// faults with such a line of the same sort never stand in one function.
  fileprivate func emptiestPlace(for fault: Fault) -> (round: Int, exercise: ExerciseID)? {
    let places = indices.flatMap { index in
      fault.exercises(self[index].lesson).map(\.id)
        .filter { self[index].faults(in: $0).allSatisfy { $0.telltales.isDisjoint(with: fault.telltales) } }
        .map { (round: index, exercise: $0) }
    }
    return places.min { self[$0.round].faults(in: $0.exercise).count < self[$1.round].faults(in: $1.exercise).count }
  }
}

extension Fault {
  /// The sorts of tell-tale words in its statements.
  fileprivate var telltales: Set<String> {
    let text =
      switch form {
      case .before(let statements), .after(let statements): statements
      case .file: ""
      }
    let words = [
      "exit(": "exit", "abort(": "abort", "as!": "cast", "print(": "print", "write(": "print", "while": "loop",
      "repeating:": "loop",
    ]
    return Set(words.filter { text.contains($0.key) }.values)
  }
}

extension Exercise {
  /// A matrix of what the exercise gives, as its statements call it; nil if it gives none or many.
  var matrix: String? {
    switch resultType {
    case "Matrix": "result"
    case "Parameters", "Gradients": "result.weights[0]"
    case let tuple? where tuple.hasPrefix("(weights"): "result.weights"
    case nil where signature.contains("update:"): nil
    case nil where signature.contains("gradients: inout"): "gradients.weights[0]"
    case nil where signature.contains("parameters: inout [Matrix]"): "parameters[0]"
    case nil where signature.contains("parameters: inout"): "parameters.weights[0]"
    default: nil
    }
  }
}
