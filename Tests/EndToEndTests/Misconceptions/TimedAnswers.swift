import Course
import CourseFiles
import Engine
import Foundation

extension RightAnswers {
  /// The lessons in loops with subscripts, which `Scripts/benchmark styles` times: its times mean something only if the
  /// answers are right.
  static let timed =
    timed(in: ["loops"], style: "loops with subscripts for all but the product")
    + timed(in: ["own-product", "loops"], style: "loops with subscripts for the product, too").filter {
      [3, 4].contains($0.lesson.number)
    }

  /// Answers from files of bodies, of which an earlier one goes before a later one; what none has is the solution's.
  private static func timed(in files: [String], style: String) -> [RightAnswers] {
    let texts = files.map { text("Scripts/benchmarks/bodies/\($0).txt") }
    return Course.neuralNetwork.lessons.compactMap { lesson in
      let exercises = lesson.exercises.map(\.id)
      let isTimed = exercises.contains { exercise in texts.contains { Bodies.body(of: exercise, in: $0) != nil } }
      guard isTimed else { return nil }
      let sources = texts + [text("Solutions/\(lesson.file)")]
      let bodies = exercises.map { exercise in
        (exercise, sources.lazy.compactMap { Bodies.body(of: exercise, in: $0) }.first ?? "")
      }
      return RightAnswers(lesson: lesson, style: style, bodies: Dictionary(uniqueKeysWithValues: bodies))
    }
  }

  private static func text(_ path: String) -> String {
    (try? String(contentsOf: Classroom.checkout.appending(path: path), encoding: .utf8)) ?? ""
  }
}
