import CourseFiles
import Engine

// What every page has: a section, an example and three hints for each exercise, and a claim for each decimal number.
extension CourseRules {
  func pageProblems(of lesson: Lesson) -> [String] {
    let file = Page.file(of: lesson.folder)
    guard let text = files.text(of: file) else { return ["\(file): error: lesson \(lesson.number) has no page"] }
    let page = Page(file: file, text: text)
    return lesson.exercises.flatMap { sectionProblems(of: $0, on: page) } + numberProblems(of: lesson, on: page)
      + page.htmlProblems
  }

  private func sectionProblems(of exercise: Exercise, on page: Page) -> [String] {
    guard let part = page.part(on: exercise.id), part.heading == exercise.title else {
      return ["\(page.file): error: \(exercise.title) has no section '### \(exercise.title)'"]
    }
    let place = "\(page.file):\(part.line)"
    let lacksExample = Page.example(in: part.text) == nil
    let example = "\(place): error: \(exercise.title) lacks its example: a paragraph 'Example: `call` → `result`'"
    return (lacksExample ? [example] : []) + hintProblems(of: exercise, in: part.text, at: place)
  }

  private func hintProblems(of exercise: Exercise, in part: String, at place: String) -> [String] {
    let found = Page.hints(in: part).map(\.summary)
    let expected = (1...3).map { "\(exercise.id) · Hint \($0) of 3" }
    if found == expected { return [] }
    let missing = expected.filter { !found.contains($0) }.map { "'\($0)' is missing" }
    let others = found.filter { !expected.contains($0) }.map { "'\($0)' is none of the three" }
    let doubled = expected.filter { hint in found.count { $0 == hint } > 1 }.map { "'\($0)' comes twice" }
    let reasons = missing + others + doubled
    let reason = reasons.isEmpty ? "they are not in order" : reasons.joined(separator: ", ")
    return ["\(place): error: \(exercise.title) lacks its three hints: \(reason)"]
  }

  /// The claims of exercises are computed; of a suite that computes others only the text is read.
  private func numberProblems(of lesson: Lesson, on page: Page) -> [String] {
    let wrong = lesson.exercises.flatMap { exercise in
      page.problems(in: exercise.claims).map { "\(place(of: exercise)): error: \(exercise.title) claims \($0)" }
    }
    let suite = files.text(of: "Tests/PageTests/Lesson\(lesson.number)PageTests.swift") ?? ""
    let mentioned = Set(suite.matches(of: /\d+\.\d+/).map(\.output))
    let unclaimed = page.unclaimedNumbers(
      lesson.exercises.flatMap(\.claims), exercises: Set(course.exercises.map(\.id)))
    return wrong + unclaimed.filter { !mentioned.contains($0.text[...]) }.map(\.problem)
  }
}
