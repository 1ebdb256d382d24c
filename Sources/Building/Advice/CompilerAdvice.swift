import CourseFiles
import Vocabulary

/// What an error of the compiler means for a beginner, and what to write instead.
///
/// The compiler's own words stand above it. A note is decided by them and by the line that they are about, with what
/// the file says of the names in it: where these do not support a note there is none, as none is better than a false one.
package struct CompilerAdvice {
  /// What is tried, in this order: a rule about one way of writing comes before those about types.
  ///
  /// They are made once for all errors of a build, as their patterns take longer than the notes.
  private let rules = [
    AdviceRule.bracketRules, AdviceRule.otherLanguageRules, AdviceRule.powerRules, AdviceRule.braceRules,
    AdviceRule.entryRules, AdviceRule.matrixRules, AdviceRule.memberRules, AdviceRule.nameRules, AdviceRule.callRules,
    AdviceRule.optionalRules, AdviceRule.changeRules, AdviceRule.numberRules, AdviceRule.resultRules,
  ].flatMap { $0 }

  /// Creates what knows the notes.
  package init() {}

  /// Returns the note on an error in one or two sentences; nil if there is nothing true to add.
  package func note(on error: CompilerMessage, in checkout: Checkout) -> String? {
    let lesson = checkout.lessons.first { error.file.hasSuffix("/" + $0.file) }
    let file = SourceFile(checkout.lines(of: error.file), lesson: lesson, lessons: checkout.lessons)
    return note(on: ErrorPlace(error.message, line: error.line, column: error.column, in: file))
  }

  /// The note on an error whose place has been read.
  func note(on place: ErrorPlace) -> String? {
    for rule in rules {
      if let note = rule.note(place) { return note }
    }
    return nil
  }
}

/// A kind of message with what its line must look like, and the note that is then true.
struct AdviceRule {
  /// The note; nil if the message is another one or the line does not support it.
  let note: (ErrorPlace) -> String?

  /// Creates a rule for messages that a pattern finds.
  init<Output>(_ pattern: Regex<Output>, _ note: @escaping (ErrorPlace, Output) -> String?) {
    self.note = { place in place.message.firstMatch(of: pattern).flatMap { note(place, $0.output) } }
  }
}
