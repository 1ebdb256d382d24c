import CourseFiles
import Engine
import Vocabulary

extension Checkout {
  /// The lessons that count: those of part one, and those of a further part as soon as one of its exercises is begun.
  ///
  /// Who stops after part one has finished a whole course.
  package var countedLessons: [LessonOutline] {
    let begun = Set(lessons.filter { $0.part == 1 || isBegun($0) }.map(\.part))
    return lessons.filter { begun.contains($0.part) }
  }

  /// Whether the TODO of an exercise is gone.
  private func isBegun(_ lesson: LessonOutline) -> Bool {
    let source = LessonSource(lesson, in: self)
    return !lesson.exercises.allSatisfy(source.isOpen)
  }
}

extension Course {
  /// Those of the course's lessons that count in a checkout.
  package func lessons(countedIn checkout: Checkout) -> [Lesson] {
    let numbers = Set(checkout.countedLessons.map(\.number))
    return lessons.filter { numbers.contains($0.number) }
  }

  /// The first part that does not count yet in a checkout; nil if all do.
  package func partToBegin(in checkout: Checkout) -> CoursePartToBegin? {
    let counted = Set(checkout.countedLessons.map(\.part))
    return lessons.first { !counted.contains($0.part) }.map { first in
      CoursePartToBegin(number: first.part, lessons: lessons.filter { $0.part == first.part }.map(\.number))
    }
  }
}

/// A part of the course of which nothing is begun.
package struct CoursePartToBegin {
  let number: Int
  let lessons: [Int]

  /// What it is called, with its lessons: `part two, lessons 9–12,`.
  package var title: String {
    let range = lessons.count == 1 ? "lesson \(lessons[0])" : "lessons \(lessons[0])–\(lessons[lessons.count - 1])"
    return "\(Self.name(of: number)), \(range),"
  }

  /// The command to begin with.
  package var command: String { "swift run course-check lesson\(lessons[0])" }

  /// A part's name in a sentence.
  package static func name(of part: Int) -> String {
    "part " + (["one", "two", "three"].dropFirst(part - 1).first ?? "\(part)")
  }
}
