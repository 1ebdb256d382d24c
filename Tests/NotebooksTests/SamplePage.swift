import Engine
import Foundation

@testable import Notebooks

/// A page with everything on it that a notebook can hold.
enum SamplePage {
  static let command = "swift run course-check notebook lesson2"

  /// The page with this code in its first exercise; the other one's is always the same.
  static func page(_ code: String, checks: String? = "  ✓ 2.1  mean  value: by hand\n") -> WovenPage {
    WovenPage(command: command, sections: [section(code, checks: checks)])
  }

  /// A page of the course with that lesson on it.
  static func course(_ code: String) -> WovenPage {
    let overview = WovenSection(
      name: "course", page: nil,
      blocks: [.prose("# The course"), .prose("[2](#lesson2)", name: "lessons"), .picture(picture)])
    return WovenPage(command: command, sections: [overview, section(code)])
  }

  static func section(_ code: String, checks: String? = "  ✓ 2.1  mean  value: by hand\n") -> WovenSection {
    let first = WovenCode(
      exercise: "2.1", place: "[B.swift:4](../B.swift#L4)", code: code, checks: checks,
      command: "swift run course-check 2.1", numbers: [DemonstratedCall("`f(x < 1)`", "`1`")])
    let second = WovenCode(
      exercise: "2.2", place: "`g` is not in [B.swift](../B.swift).", code: nil, checks: nil,
      command: "swift run course-check 2.2", numbers: [])
    return WovenSection(
      name: "lesson2", page: "../Lessons/B/README.md",
      blocks: [
        .prose("# Lesson 2 · Means"), .prose("> **One** is right.", name: "summary"),
        .prose("Goal: $\\frac{1}{N} \\sum_i x_i$, see [here](../Lessons/B/README.md#the-idea).\n\n## The idea\nText."),
        .picture(picture), .prose("Look at it.\n\n## The exercises\n### 2.1 mean"), .exercise(first),
        .prose("### 2.2 other"), .exercise(second), .folded(title: "The rest of B.swift", code: "let a = 1 < 2\n"),
        .prose("## How to check"),
        .output("  ✗ 2.1  mean  wrong\n", name: "report", command: "swift run course-check lesson2"),
        .prose("Afterwards."),
      ])
  }

  static let picture = WovenPicture(
    name: "slopes", words: "A line \"up\"", file: "figures/slopes.svg", origin: "swift run course-check plot slopes",
    svg: """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">
        <linearGradient id="field-1"/>
        <rect fill="url(#field-1)"/>
      </svg>

      """, remark: "It waits.")

  /// Text that a program of a student can hold.
  static let wild = "let a = \"</script>\" // <b> & \u{0}\u{1B}[31m 'ä' \u{2028} \\n `x` ``` $y$\n\tlet b = 1"
}
