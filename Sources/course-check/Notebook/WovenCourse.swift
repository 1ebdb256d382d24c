import Engine
import LabKit

/// The notebook's first page: how far each lesson is, and where its notebook lies.
struct WovenCourse {
  let states: [LessonState]
  /// The file of a lesson's notebook, relative to this page.
  let file: (Lesson) -> String
  /// The picture that shows best what the network has learned; nil if it is not drawn yet.
  let picture: PlotName?

  var text: String {
    let right = states.map(\.rightExercises.count).reduce(0, +)
    let all = states.map(\.lesson.exercises.count).reduce(0, +)
    let rows = states.map { state in
      let lesson = state.lesson
      return "| [\(lesson.number) · \(lesson.title)](\(file(lesson))) | \(bar(state)) "
        + "| \(state.rightExercises.count) of \(lesson.exercises.count) | \(state.problem ?? "–") |"
    }
    let drawing = picture.map { "\n\($0.caption):\n\n![\($0.caption)](\($0.notebookFile))\n" } ?? ""
    return """
      # A neural network from scratch, in Swift

      \(right == all ? "All \(all) exercises are right." : "\(right) of \(all) exercises are right.")

      | lesson | progress | right | next |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))
      \(drawing)
      """
  }

  private func bar(_ state: LessonState) -> String {
    state.lesson.exercises.map { state.isRight($0) ? "█" : "░" }.joined()
  }
}
