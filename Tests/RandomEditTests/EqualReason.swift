import Vocabulary

/// Why a version that is edited does what the solution does: said for people, by the sort of the edit.
struct EqualReason {
  /// The reason; nil for a single edit that nobody has explained yet.
  static func text(for body: EditedBody, in exercise: ExerciseID) -> String? {
    let reasons = body.steps.map { step in rules.first { $0.explains(step, exercise) }?.text }
    if body.steps.count == 1 { return reasons[0] }
    // Of several edits one may take back what another one does.
    return reasons.contains(nil)
      ? "the edits cancel one another" : Set(reasons.compactMap { $0 }).sorted().joined(separator: "; ")
  }

  private struct Rule {
    let kind: Edit.Kind
    /// What the step's text must hold; empty for any.
    var words = ""
    /// The exercises to which it applies; none for all.
    var exercises: Set<ExerciseID> = []
    let text: String

    func explains(_ step: String, _ exercise: ExerciseID) -> Bool {
      step.hasPrefix(kind.rawValue + ": ") && (words.isEmpty || step.contains(words))
        && (exercises.isEmpty || exercises.contains(exercise))
    }
  }

  private static let rules: [Rule] = [
    Rule(kind: .swapped, text: "neither of the two statements needs what the other one does"),
    Rule(kind: .moved, text: "the statement changes nothing that those around it need"),
    Rule(kind: .doubled, text: "the second time stores what is there already, or draws again before anything is kept"),
    Rule(kind: .cut, text: "what is left out would have done nothing more"),
    Rule(kind: .unwrapped, text: "the condition always holds where it is asked"),
    Rule(kind: .sign, exercises: ["2.2", "2.3"], text: "a normal number is as likely with the other sign"),
    Rule(kind: .sign, words: "weight", exercises: ["6.1", "6.2"], text: "the number is squared"),
    Rule(kind: .precision, words: "Double(", exercises: ["2.2", "2.3"], text: "statistics see no eighth digit"),
    Rule(kind: .precision, text: "a whole number of this size, or its sign, is the same in single precision"),
    Rule(kind: .brackets, text: "Swift calculates in this order without the brackets, too"),
    Rule(kind: .argument, words: "size", text: "min takes its arguments in either order"),
    Rule(kind: .argument, words: "z", exercises: ["1.3"], text: "max takes its arguments in either order"),
    Rule(kind: .argument, words: "1e-8", text: "min and max take their arguments in either order"),
    Rule(kind: .argument, words: "count", text: "max takes its arguments in either order"),
    Rule(kind: .operator, words: "== → >=", text: "the layer is never beyond the last one"),
    Rule(kind: .operator, words: "= → *=", exercises: ["7.2"], text: "0 times the count is 0"),
    Rule(kind: .operator, words: "= → +=", exercises: ["12.1"], text: "the matrix holds zeros"),
    Rule(kind: .operands, words: "==", text: "equality holds in either order"),
    Rule(kind: .operands, words: "!=", text: "equality holds in either order"),
    Rule(kind: .bound, words: "0 → (0 + 1)", exercises: ["9.4"], text: "the first entry is not larger than itself"),
    Rule(kind: .constant, words: "0 → ", exercises: ["1.3"], text: "ten times nothing is nothing"),
    Rule(kind: .constant, words: "0.0 → ", text: "ten times nothing is nothing"),
    Rule(kind: .constant, words: "1 → ", exercises: ["5.1"], text: "any size above 0 does for no examples or one"),
    Rule(kind: .operand, words: "max(count, 1)", exercises: ["5.1"], text: "only no examples make a difference"),
    Rule(kind: .name, words: "parameters → gradients", text: "there are gradients for as many layers"),
    Rule(kind: .name, words: "gradients → parameters", text: "the shapes and the number of layers are the same"),
    Rule(kind: .name, words: "labels → probabilities", text: "both have as many rows"),
    Rule(kind: .name, words: "delta → input", text: "both have as many rows"),
    Rule(kind: .name, words: "batch → indices", text: "there are as many indices as rows"),
    Rule(kind: .name, words: "weights → biases", text: "there are as many of both"),
    Rule(kind: .member, words: "weights → biases", text: "there are as many of both"),
    Rule(kind: .member, words: "weights → preActivations", text: "there are as many of both"),
    Rule(kind: .member, words: "features → labels", text: "both have as many rows"),
  ]
}
