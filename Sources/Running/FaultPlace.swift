import CourseFiles
import Vocabulary

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
  ///   - answer: how the call ended.
  ///   - telltales: what in the text may have done it, the likeliest first.
  ///   - function: the function that was called.
  ///   - lesson: the function's lesson.
  func location(
    of answer: HostConnection.Answer, _ telltales: [LessonSource.Telltale], in function: String,
    of lesson: LessonOutline
  ) -> SourceLocation? {
    if let location = report.messageLocation { return location }
    if report.message?.hasPrefix("Activation has lost") ?? false {
      return checkout.lessons.first.flatMap { LessonSource($0, in: checkout).line(with: "enum Activation") }
    }
    // The innermost frame of a recursion is the function's first line; the one around it is the call.
    let isRecursion = report.message == nil && report.isRecursive
    let frame = frames(of: answer, in: function).dropFirst(isRecursion ? 1 : 0).first
    if let frame, frame.location.line > 0 { return loop(around: frame.location, after: answer) }
    let home = frame.flatMap { frame in checkout.lessons.first { checkout.file(of: $0) == frame.location.file } }
    let source = LessonSource(home ?? lesson, in: checkout)
    let function = frame.map { source.declaration(of: $0.name) == nil ? $0.function : $0.name } ?? function
    for telltale in telltales {
      if let line = source.only(telltale, in: function) { return line }
      // It may also stand in a function that this one calls, in this lesson or in one below.
      let parts = [lesson] + lesson.buildsOn.map { checkout.lessons[$0 - 1] }
      let lines = parts.compactMap { LessonSource($0, in: checkout).only(telltale, in: nil) }
      if frame == nil, telltale.isRare, lines.count == 1 { return lines[0] }
    }
    return source.declaration(of: function)
  }

  /// The functions that may be to blame, the innermost first.
  ///
  /// A call that has to be stopped is somewhere at that moment, mostly in another exercise which its loop calls. If that
  /// one were endless, its own calls would have been stopped before.
  private func frames(of answer: HostConnection.Answer, in function: String) -> ArraySlice<CrashReport.Frame> {
    guard case .stopped = answer else { return report.frames[...] }
    let exercises = Set(checkout.lessons.flatMap(\.exercises).map(\.name)).subtracting([function])
    let called = report.frames.prefix { !$0.isOf(function) }
    let innocent =
      called.count < report.frames.count
      ? called.lastIndex { exercises.contains($0.name) || exercises.contains($0.function) } : nil
    return report.frames.dropFirst(innocent.map { $0 + 1 } ?? 0)
  }

  /// The line that begins a loop if a call was stopped at the brace that ends it: the way back to the beginning.
  private func loop(around place: SourceLocation, after answer: HostConnection.Answer) -> SourceLocation {
    guard case .stopped = answer,
      let lesson = checkout.lessons.first(where: { checkout.file(of: $0) == place.file })
    else { return place }
    return LessonSource(lesson, in: checkout).opening(of: place.line) ?? place
  }
}
