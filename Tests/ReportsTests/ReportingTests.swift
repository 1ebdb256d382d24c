import Engine
import FixtureCourse
import Foundation
import Testing

@testable import CourseFiles
@testable import Reports
@testable import Terminal

@Suite("Reporting")
struct ReportingTests {
  @Test(
    "lists the lessons below with commas and one and",
    arguments: [
      ([1], "lesson 1: all pass"), ([1, 3], "lessons 1 and 3: all pass"), ([1, 3, 4], "lessons 1, 3 and 4: all pass"),
    ])
  func prerequisites(numbers: [Int], words: String) {
    let examination = Examination(
      lesson: 2, verdicts: [], prerequisites: numbers.map { Prerequisite(lesson: $0, problem: nil) })
    let checkout = Checkout(
      root: URL(filePath: "/nowhere"), tree: .lessons, lessons: Course.fixture.outline)
    let report = LessonReport(
      examination, of: Course.fixture.lessons[1], checkout, Style(isColoured: false, isASCII: false))
    #expect(report.detailed.hasSuffix("  0 of 0 checks pass · \(words)\n"))
  }
}
