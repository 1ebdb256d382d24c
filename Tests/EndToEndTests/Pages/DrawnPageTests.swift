import Batteries
import Course
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// The pictures of the pages are what the solutions draw.
  ///
  /// `COURSE_UPDATE=figures swift test --filter DrawnPageTests` writes today's numbers beside the pages; then `Scripts/make-lessons`
  /// draws them. Look at them before you commit them.
  @Suite(
    "The pictures of the pages", .serialized,
    .enabled(if: Battery.isLong || isUpdatingFigures, "the Lab is built first"))
  struct DrawnPageTests {
    private static let lessons = isUpdatingFigures ? all : Battery.some(of: all, little: [], sampleCount: 3)
    private static let all = Course.neuralNetwork.lessons.filter { !$0.figures.isEmpty }.map(\.number)

    @Test("hold the numbers that the solutions compute", arguments: lessons)
    func numbers(number: Int) throws {
      let lesson = Course.neuralNetwork.lessons[number - 1]
      let folder = Classroom.checkout.appending(path: "Lessons/\(lesson.folder)/pictures")
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        let words = ["plot", "lesson\(number)", "--numbers", "--out", "lab-work/figures"]
        let result = try classroom.lab(words)
        #expect(result.status == 0, "\(result.text)")
        for name in lesson.figures {
          let fresh = try work.data("figures/plot-\(name).json")
          let file = folder.appending(path: "\(name).json")
          if isUpdatingFigures {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try fresh.write(to: file)
          } else {
            let present = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
            let difference = try difference(present, JSONSerialization.jsonObject(with: fresh), at: name)
            #expect(difference == nil)
          }
        }
      }
    }

    /// The first place at which two files differ by more than the last digits, which are another computer's affair.
    private func difference(_ first: Any, _ second: Any, at place: String) -> String? {
      switch (first, second) {
      case (let first as [String: Any], let second as [String: Any]):
        guard first.keys.sorted() == second.keys.sorted() else { return place }
        return first.keys.sorted().lazy.compactMap { key in
          difference(first[key] as Any, second[key] as Any, at: "\(place).\(key)")
        }.first
      case (let first as [Any], let second as [Any]):
        guard first.count == second.count else { return "\(place): \(first.count) and \(second.count)" }
        return zip(first, second).enumerated().lazy.compactMap { index, pair in
          difference(pair.0, pair.1, at: "\(place)[\(index)]")
        }.first
      case (let first as String, let second as String):
        return first == second ? nil : "\(place): '\(first)' and '\(second)'"
      case (let first as NSNumber, let second as NSNumber):
        let (first, second) = (first.doubleValue, second.doubleValue)
        return abs(first - second) <= 0.01 * max(abs(first), abs(second), 0.1)
          ? nil : "\(place): \(first) and \(second)"
      default: return place
      }
    }
  }
}

private let isUpdatingFigures = ProcessInfo.processInfo.environment["COURSE_UPDATE"] == "figures"
