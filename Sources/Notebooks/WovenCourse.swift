import CourseFiles
import Engine
import Running

/// The notebook's first page: how far each lesson is, and where its notebook lies.
struct WovenCourse {
  let standings: [LessonStanding]
  let checkout: Checkout
  /// The way from this page to a lesson's.
  let target: (Lesson) -> String
  /// The picture that shows best what the network has learned; nil if it is not drawn yet.
  let picture: WovenPicture?

  /// The name of that picture.
  static let picture = "boundary"

  var section: WovenSection {
    let right = standings.map(\.rightExercises.count).reduce(0, +)
    let all = standings.map(\.lesson.exercises.count).reduce(0, +)
    let rows = standings.map { standing in
      let lesson = standing.lesson
      return "| [\(lesson.number) · \(lesson.title)](\(target(lesson))) | \(bar(standing)) "
        + "| \(standing.rightExercises.count) of \(lesson.exercises.count) | \(standing.problem(in: checkout) ?? "–") |"
    }
    var blocks: [WovenBlock] = [
      .prose("# A neural network from scratch, in Swift"),
      .prose(
        right == all ? "All \(all) exercises are right." : "\(right) of \(all) exercises are right.", name: "summary"),
      .prose(
        "| lesson | progress | right | next |\n|---|---|---|---|\n" + rows.joined(separator: "\n"), name: "lessons"),
    ]
    if let picture { blocks += [.prose("\(picture.words):", name: "caption"), .picture(picture)] }
    return WovenSection(name: "course", page: nil, blocks: blocks)
  }

  private func bar(_ standing: LessonStanding) -> String {
    standing.lesson.exercises.map { standing.isRight($0) ? "█" : "░" }.joined()
  }
}
