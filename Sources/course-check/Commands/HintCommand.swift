import Foundation
import Judge

/// Shows the hints of an exercise, one step further each time.
///
/// They are written once, on the lesson's page.
struct HintCommand {
  let exercise: String
  /// The step that is asked for; nil for the next one.
  let step: Int?
  let root: URL
  let style: Style

  func run() -> ExitCode {
    guard let lesson = Course.lesson(of: exercise) else { return .wrongUsage }
    let page = "Lessons/\(lesson.folder)/README.md"
    guard let text = try? String(contentsOf: root.appending(path: page), encoding: .utf8) else {
      style.write("The hints stand on the page \(page), which is missing. Get it back with: git restore \(page)\n")
      return .kitFailed
    }
    let hints = Hint.hints(of: exercise, on: text)
    guard !hints.isEmpty else {
      style.write("The page \(page) has no hints for \(exercise) any more. Get it back with: git restore \(page)\n")
      return .kitFailed
    }
    var memory = HintMemory(root: root)
    let number = min(step ?? memory.stepsTaken(for: exercise) + 1, hints.count)
    style.write("\(Course.name(of: exercise)) · hint \(number) of \(hints.count)\n\n\(hints[number - 1].text)\n\n")
    if number > memory.stepsTaken(for: exercise) { memory.note(number, for: exercise) }
    if number < hints.count {
      style.write("One step further: swift run course-check hint \(exercise)\n")
    } else {
      style.write("That was the last hint. The first again: swift run course-check hint \(exercise) --step 1\n")
    }
    return .allPass
  }
}

/// One step of help with an exercise.
struct Hint: Equatable {
  let step: Int
  let text: String

  /// The hints of an exercise on a page: `<details><summary>4.3 · Hint 1 of 3</summary>…</details>`.
  static func hints(of exercise: String, on page: String) -> [Hint] {
    page.matches(of: /<details><summary>([0-9.]+) · Hint ([0-9]) of [0-9]<\/summary>((?s).*?)<\/details>/)
      .filter { $0.1 == exercise }
      .map { Hint(step: Int($0.2) ?? 0, text: $0.3.trimmingCharacters(in: .whitespacesAndNewlines)) }
      .sorted { $0.step < $1.step }
  }
}

/// How far the student has gone with the hints of each exercise, kept in a small text file.
struct HintMemory {
  private let file: URL
  private var steps: [String: Int] = [:]

  init(root: URL) {
    file = root.appending(path: ".course-check/hints.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let step = Int(words[1]) { steps[String(words[0])] = step }
    }
  }

  func stepsTaken(for exercise: String) -> Int { max(0, steps[exercise] ?? 0) }

  /// Remembers a step; where nothing can be written, the same hint simply comes again.
  mutating func note(_ step: Int, for exercise: String) {
    steps[exercise] = step
    let text = steps.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: file, options: .atomic)
  }
}
