import CourseFiles
import Engine
import Running

/// The notebook's first page: how far each lesson is, and where its notebook lies.
struct WovenCourse {
  let standings: [LessonStanding]
  let checkout: Checkout
  /// The file of a lesson's notebook, relative to this page.
  let file: (Lesson) -> String
  /// The picture that shows best what the network has learned; nil if it is not drawn yet.
  let picture: NotebookPicture?

  /// The name of that picture.
  static let picture = "boundary"

  var text: String {
    let right = standings.map(\.rightExercises.count).reduce(0, +)
    let all = standings.map(\.lesson.exercises.count).reduce(0, +)
    let rows = standings.map { standing in
      let lesson = standing.lesson
      return "| [\(lesson.number) · \(lesson.title)](\(file(lesson))) | \(bar(standing)) "
        + "| \(standing.rightExercises.count) of \(lesson.exercises.count) | \(standing.problem(in: checkout) ?? "–") |"
    }
    let drawing = picture.map { "\n\($0.caption):\n\n![\($0.caption)](\($0.file))\n" } ?? ""
    return """
      # A neural network from scratch, in Swift

      \(right == all ? "All \(all) exercises are right." : "\(right) of \(all) exercises are right.")

      | lesson | progress | right | next |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))
      \(drawing)
      """
  }

  private func bar(_ standing: LessonStanding) -> String {
    standing.lesson.exercises.map { standing.isRight($0) ? "█" : "░" }.joined()
  }
}
