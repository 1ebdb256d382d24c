import CourseFiles
import Engine
import Foundation
import Processes
import Vocabulary

extension CallFailure {
  /// The failure of a call that ended without a reply, in a sentence for the student.
  init(
    _ answer: HostConnection.Answer, _ report: CrashReport, of exercise: ExerciseOutline, in lesson: LessonOutline,
    _ checkout: Checkout
  ) {
    if case .ended = answer, let todo = report.todo {
      let line = report.messageLocation ?? report.frames.first?.location
      if todo == exercise.id, LessonSource(lesson, in: checkout).isBegun(exercise, in: lesson, checkout) {
        self.init(
          .fault,
          "\(exercise.name) ran your code and then into the fatalError(\"TODO…\") that still stands below it: put "
            + "`return` and your result in its place.", at: line)
        return
      }
      self.init(.notStarted(exercise: todo), "\(checkout.lessons.name(of: todo)) is not started", at: line)
      return
    }
    let place = FaultPlace(report, in: checkout)
      .location(of: answer, report.telltales(of: answer), in: exercise.name, of: lesson)
    let sentence = "\(exercise.name) \(report.sentence(about: answer))"
    let caller = report.caller(exercise.name, of: place)
    let readsInput = place.flatMap(checkout.line)?.contains("readLine") ?? false
    self.init(
      .fault,
      sentence
        + (caller == nil ? "" : place.map { " It stopped at \($0), in a function that this line calls." } ?? "")
        + (readsInput ? " During a check there is no standard input: readLine() returns nil." : ""),
      at: place, calledFrom: caller)
  }
}

extension CrashReport {
  /// The line of the examined function, if the place lies in another function that it called.
  fileprivate func caller(_ function: String, of place: SourceLocation?) -> SourceLocation? {
    guard let innermost = frames.first, innermost.location == place, !innermost.isOf(function) else { return nil }
    return frames.first { $0.isOf(function) && $0.location.line > 0 }?.location
  }

  /// The exercise whose TODO stopped the program.
  package var todo: ExerciseID? {
    guard let match = message?.firstMatch(of: /^TODO: ([0-9]+\.[0-9]+)/) else { return nil }
    return ExerciseID(match.1)
  }

  /// What in the lesson's text may have done it, the likeliest first.
  fileprivate func telltales(of answer: HostConnection.Answer) -> [LessonSource.Telltale] {
    switch answer {
    case .stopped(.time): [.endlessLoop, .countingLoop]
    case .stopped(.memory): [.endlessLoop, .allocation]
    case .stopped(.prints): [.print]
    case .stopped(.replySize), .stopped(.forgery), .reply: []
    case .ended(let status):
      if let message {
        message.hasPrefix("Could not cast") ? [.cast] : isOutOfMemory ? telltales(of: .stopped(.memory)) : []
      } else {
        status.exit != nil ? [.exit] : status.signal == SIGABRT ? [.abort] : []
      }
    }
  }

  private var isOutOfMemory: Bool { message?.hasPrefix("failed to allocate") ?? false }

  private static let tooMuchMemory =
    "took more memory than a check may use: is there a list that grows without end, or one that is far too long?"

  /// What happened, to follow the function's name.
  package func sentence(about answer: HostConnection.Answer) -> String {
    switch answer {
    case .stopped(.time) where wasSending, .stopped(.memory) where wasSending, .stopped(.replySize):
      "returned far more numbers than any check asks for: look at the size of the result."
    case .stopped(.time(let seconds)):
      "was still running after \(seconds) second\(seconds == 1 ? "" : "s"): is there a loop that never ends?"
    case .stopped(.memory):
      Self.tooMuchMemory
    case .stopped(.prints):
      "printed more than \(HostConnection.allowedPrintsInBytes >> 20) MB in one call: take the print out of the loop."
    case .stopped(.forgery), .reply:
      "wrote into the connection to course-check, where only results belong."
    case .ended where isOutOfMemory:
      Self.tooMuchMemory
    case .ended(let status):
      message.map { "stopped: \($0.hasSuffix(".") ? String($0.dropLast()) : $0)." } ?? sentence(about: status)
    }
  }

  private func sentence(about status: ExitStatus) -> String {
    switch (status.exit, status.signal) {
    case (let code?, _): "ended the whole program with exit status \(code): return a result instead."
    case (_, SIGSEGV), (_, SIGBUS):
      isRecursive
        ? "stopped: a function calls itself so often that the stack is full. When does it stop calling itself?"
        : "stopped: it touched memory that is not its own."
    case (_, SIGILL), (_, SIGTRAP): "stopped at a trap, such as a fatalError, and its message is lost."
    case (_, SIGABRT): "stopped: it called abort, or the C library did."
    case (_, SIGXCPU): "stopped: it used more processor time than a check may use."
    case (_, SIGXFSZ): "stopped: it wrote a larger file than a check may write."
    case (_, let signal): "was ended by signal \(signal ?? 0)."
    }
  }
}
