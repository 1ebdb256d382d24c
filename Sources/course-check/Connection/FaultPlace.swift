import Judge

/// Finds the line where a call went wrong.
struct FaultPlace {
  private let report: CrashReport
  private let checkout: Checkout

  init(_ report: CrashReport, in checkout: Checkout) {
    self.report = report
    self.checkout = checkout
  }

  /// The line that the report names; otherwise the one that the lesson's text suggests.
  ///
  /// - Parameters:
  ///   - telltales: what in the text may have done it, the likeliest first.
  ///   - function: the function that was called.
  ///   - lesson: the function's lesson.
  func location(
    _ telltales: [LessonSource.Telltale], of function: String, in lesson: Lesson
  ) -> SourceLocation? {
    if let location = report.messageLocation { return location }
    if report.message?.hasPrefix("Activation has lost") ?? false {
      return Course.lessons.first.flatMap { LessonSource($0, in: checkout).line(with: "enum Activation") }
    }
    // The innermost frame of a recursion is the function's first line; the one around it is the call.
    let isRecursion = report.message == nil && report.isRecursive
    let frame = report.frames.dropFirst(isRecursion ? 1 : 0).first
    if let frame, frame.location.line > 0 { return frame.location }
    let function = frame?.function ?? function
    let home = frame.flatMap { frame in Course.lessons.first { checkout.file(of: $0) == frame.location.file } }
    let source = LessonSource(home ?? lesson, in: checkout)
    for telltale in telltales {
      if let line = source.only(telltale, in: function) { return line }
      // It may also stand in a function that this one calls, in this lesson or in one below.
      let parts = [lesson] + lesson.buildsOn.map { Course.lessons[$0 - 1] }
      let lines = parts.compactMap { LessonSource($0, in: checkout).only(telltale, in: nil) }
      if frame == nil, telltale.isRare, lines.count == 1 { return lines[0] }
    }
    return source.declaration(of: function)
  }
}
