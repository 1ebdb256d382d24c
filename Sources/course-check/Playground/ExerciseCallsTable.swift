import Contract
import Judge

/// The exercises that an exercise calls in the course's own solution.
struct ExerciseCalls {
  /// Those that it always calls.
  var always: [String] = []
  /// The one that it calls for each activation function of the hidden layers; empty if none depends on it.
  var ofActivation: [HiddenActivation: String] = [:]
}

extension Exercise {
  /// What it calls.
  var calls: ExerciseCalls { ExerciseCalls.table[number] ?? ExerciseCalls() }
}

extension ExerciseCalls {
  /// What is called by the exercises that call others.
  fileprivate static let table = [
    "1.4": ExerciseCalls(always: ["1.1"]),
    "1.5": ExerciseCalls(always: ["1.2"]),
    "3.2": ExerciseCalls(always: ["3.1", "1.1"], ofActivation: [.relu: "1.3", .tanh: "1.2", .sigmoid: "1.1"]),
    "3.5": ExerciseCalls(always: ["3.2"]),
    "4.2": ExerciseCalls(ofActivation: [.relu: "1.6", .tanh: "1.5", .sigmoid: "1.4"]),
    "4.4": ExerciseCalls(always: ["4.1", "4.3", "4.2"]),
    "5.3": ExerciseCalls(always: ["5.1", "3.2", "4.4"]),
    "5.4": ExerciseCalls(always: ["5.3", "3.2", "3.3", "3.4"]),
    "6.2": ExerciseCalls(always: ["6.1"]),
    "7.2": ExerciseCalls(always: ["7.1"]),
    "8.2": ExerciseCalls(always: ["8.1"]),
  ]
}
