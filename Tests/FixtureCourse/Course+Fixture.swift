import Engine
import Foundation

extension Course {
  /// A course for tests of what every course has in common: two lessons, the second of which builds on the first.
  ///
  /// The numbers of the last two exercises have two digits: 2.10 is not 2.1.
  package static let fixture = Course(lessons: [
    Lesson(
      1, "Scaling", "Scaling", summary: "twice and squared, entry by entry", exercises: [.doubled, .squared]),
    Lesson(
      2, "Averages", "Averages of columns", summary: "mean, distances, spread, random order",
      exercises: [.mean, .centred, .spread, .shuffled]),
  ])

  /// A folder with the fixture's files as in a checkout: its solutions in `Solutions/` and its pages in `Lessons/`.
  package static let fixtureFiles = URL(filePath: #filePath).appending(path: "../Files").standardizedFileURL
}
