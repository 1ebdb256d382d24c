import Contract
import Judge

extension CallFailure {
  /// The failure of a call that ended without a reply, in a sentence for the student.
  init(_ answer: HostConnection.Answer, of exercise: String, in lesson: Lesson, _ checkout: Checkout) {
    let name = Course.lessons.flatMap(\.exercises).first { $0.number == exercise }?.name ?? exercise
    let declaration = checkout.declaration(of: name, in: lesson)
    switch answer {
    case .reply:
      self.init(.fault, "\(name) answered with what is no value of its type.", at: declaration)
    case .hung(let seconds, let output):
      let report = CrashReport(output.text, in: checkout)
      self.init(
        .fault, "\(name) was still running after \(Int(seconds)) seconds: is there a loop that never ends?",
        at: report.place ?? declaration)
    case .flooded(let output):
      let report = CrashReport(output.text, in: checkout)
      self.init(
        .fault,
        "\(name) printed more than \(HostOutput.allowedBytesPerCall >> 20) MB in one call: take the print out of the loop.",
        at: report.place ?? declaration)
    case .ended(let status, let output):
      let report = CrashReport(output.text, in: checkout)
      if let todo = report.todo {
        let line = report.messageLocation ?? report.place
        self.init(.notStarted(exercise: todo), "\(Course.name(of: todo)) is not started", at: line)
      } else {
        let place = report.place ?? declaration
        self.init(.fault, report.sentence(of: name, status) + (place.flatMap(checkout.quotation) ?? ""), at: place)
      }
    }
  }
}

extension Checkout {
  /// The source line at a location, to stand behind a sentence that names it.
  fileprivate func quotation(of location: SourceLocation) -> String? {
    guard let line = line(at: location) else { return nil }
    return line.contains("readLine")
      ? " There is no standard input during a check: readLine() returns nil." : nil
  }
}

extension CrashReport {
  /// The exercise whose TODO stopped the program.
  var todo: String? {
    guard let match = message?.firstMatch(of: /^TODO: ([0-9]+\.[0-9]+)/) else { return nil }
    return String(match.1)
  }

  /// Why the program ended, in a sentence.
  func sentence(of name: String, _ status: ExitStatus) -> String {
    if let message {
      if message == CallGuard.message { return "\(name) ended the whole program with exit." }
      if message.hasPrefix("failed to allocate") {
        return "\(name) asked for more memory than a check may use (1 GB): is there a list that grows without end?"
      }
      return "\(name) stopped: \(message.hasSuffix(".") ? String(message.dropLast()) : message)."
    }
    if isRecursive { return "\(name) stopped: a function calls itself without end." }
    if let code = status.exit { return "\(name) ended the whole program with exit status \(code)." }
    return "\(name) stopped with signal \(status.signal ?? 0)."
  }
}
