import Engine

/// A program that a nested build makes from lessons.
struct BuildProduct {
  /// The executable's name.
  let name: String
  /// What it is called in sentences.
  let title: String
  /// The lessons that it is about, in order.
  let lessons: [Lesson]
  /// The folders of the kit's own sources that go into it.
  let folders: [String]
  var configuration = "debug"
  /// What the manifest must know beside the tree.
  var environment: [String: String] = [:]
  /// Further options of `swift build`.
  var options: [String] = []

  /// All lessons that go into it: its own and those that they build on.
  var linkedLessons: [Lesson] {
    let numbers = lessons.map(\.number) + lessons.flatMap(\.buildsOn)
    var linked: [Lesson] = []
    for number in numbers where !linked.contains(where: { $0.number == number }) {
      linked.append(Course.taught.lessons[number - 1])
    }
    return linked
  }

  /// The folder of the source that calls the lessons' functions.
  var callers: String { folders[0] }

  /// The folders of the contract and of what it imports.
  private static let contract = ["CourseKit", "Vocabulary", "Wire", "Contract"].map { "Sources/\($0)" }

  /// The host that answers the calls of a lesson's functions.
  static func host(of lesson: Lesson) -> BuildProduct {
    BuildProduct(
      name: lesson.host, title: "lesson \(lesson.number)", lessons: [lesson],
      folders: ["Sources/Hosts/\(lesson.host)"] + contract)
  }

  /// The Lab with the lessons that a command needs: the others may be unfinished.
  static func lab(with lessons: [Lesson]) -> BuildProduct {
    BuildProduct(
      name: "Lab", title: "the Lab", lessons: lessons,
      folders: ["Sources/Lab", "Sources/LabKit", "Sources/Figures"] + contract,
      configuration: "release",
      environment: ["COURSE_LAB": lessons.map { "\($0.number)" }.joined(separator: ",")],
      // Lesson 5's functions are generic: only across modules can the compiler make them for the Lab's own generator.
      options: Processor.options + ["-Xswiftc", "-cross-module-optimization"])
  }
}
