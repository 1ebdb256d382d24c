import Engine
import FixtureCourse
import Foundation
import Testing

@testable import CourseFiles

@Suite("A backup") struct BackupTests {
  private let file = "Lessons/Lesson2-Averages/Averages.swift"

  @Test("is the first way back to a file that is missing or empty, the newest of several before git")
  func wayBack() throws {
    let checkout = try SmallCheckout()
    let lessons = LessonFiles(Checkout(root: checkout.root, tree: .lessons, lessons: Course.fixture.outline))
    let lesson = Course.fixture.outline[1]
    try FileManager.default.removeItem(at: checkout.root.appending(path: file))
    #expect(lessons.sentence(about: lesson) == "The file \(file) is missing. Get it back with: git restore \(file)")

    for day in ["2026-02-03-101500", "2026-02-03-101500-2", "2025-12-31-235959"] {
      try checkout.write("// \(day)\n", to: ".course-check/backups/\(day)/\(file)")
    }
    try checkout.write("other\n", to: ".course-check/backups/2026-03-01-080000/Lessons/Lesson1-Scaling/Scaling.swift")
    let copy = ".course-check/backups/2026-02-03-101500-2/\(file)"
    let ways =
      "Your newest backup of it comes back with: cp \(copy) \(file)\nWithout the backup: git restore \(file)"
    #expect(lessons.sentence(about: lesson) == "The file \(file) is missing. \(ways)")
    try checkout.write(" \n", to: file)
    #expect(lessons.sentence(about: lesson) == "The file \(file) is empty. \(ways)")

    try FileManager.default.removeItem(at: checkout.root.appending(path: "Lessons/Lesson2-Averages"))
    #expect(
      lessons.sentence(about: lesson)
        == "The folder Lessons/Lesson2-Averages is missing. Get it back with: git restore Lessons/Lesson2-Averages && "
        + "cp \(copy) \(file)")
  }
}
