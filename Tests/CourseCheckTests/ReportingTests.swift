import Engine
import FixtureCourse
import Foundation
import Testing

@testable import course_check

@Suite("Reporting", .taught(.fixture))
struct ReportingTests {
  @Test("in ASCII uses no other character")
  func ascii() {
    let text = Style.ascii("✓ 4.3 σ(z) ≥ −1 → A − y … Aᵀ ² é 字\n")
    #expect(text == "+ 4.3 sigma(z) >= -1 -> A - y ... A^T ^2 e ?\n")
    let isASCII = text.allSatisfy { $0.isASCII }
    #expect(isASCII)
  }

  @Test("in ASCII has a dot for a mark at the beginning of a line, and never makes a difference of a product")
  func dots() {
    #expect(Style.ascii("  · 4.1 open\n✗ z · (1 − z)\n· x") == "  - 4.1 open\nx z * (1 - z)\n- x")
  }

  @Test("paints only where colour is wanted")
  func colour() {
    #expect(Style(isColoured: false, isASCII: false).paint("x", .red) == "x")
    #expect(Style(isColoured: true, isASCII: false).paint("x", .red) == "\u{1B}[31mx\u{1B}[0m")
  }

  @Test("takes NO_COLOR for a wish when it is not empty")
  func noColour() {
    var options = CommonOptions()
    #expect(!Style(options, environment: ["NO_COLOR": "1"]).isColoured)
    options.color = .always
    #expect(Style(options, environment: ["NO_COLOR": "1"]).isColoured)
    options.color = .never
    #expect(!Style(options, environment: [:]).isColoured)
  }

  @Test(
    "lists the lessons below with commas and one and",
    arguments: [
      ([1], "lesson 1: all pass"), ([1, 3], "lessons 1 and 3: all pass"), ([1, 3, 4], "lessons 1, 3 and 4: all pass"),
    ])
  func prerequisites(numbers: [Int], words: String) {
    let examination = Examination(
      lesson: 2, verdicts: [], prerequisites: numbers.map { Prerequisite(lesson: $0, problem: nil) })
    let checkout = Checkout(root: URL(filePath: "/nowhere"), tree: .lessons, isolatedLesson: nil)
    let report = LessonReport(examination, checkout, Style(isColoured: false, isASCII: false))
    #expect(report.detailed.hasSuffix("  0 of 0 checks pass · \(words)\n"))
  }
}
