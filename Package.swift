// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// One lesson of the course: its module is named for its topic.
struct Lesson {
  let number: Int
  let topic: String
  var buildsOn: [String] = []

  var folder: String { "Lesson\(number)-\(topic)" }
}

let lessons = [
  Lesson(number: 1, topic: "Activations"),
  Lesson(number: 2, topic: "HeInit"),
  Lesson(number: 3, topic: "Forward", buildsOn: ["Activations"]),
  Lesson(number: 4, topic: "Backward", buildsOn: ["Activations"]),
  Lesson(number: 5, topic: "MiniBatches", buildsOn: ["Activations", "Forward", "Backward"]),
  Lesson(number: 6, topic: "L2"),
  Lesson(number: 7, topic: "EarlyStopping"),
  Lesson(number: 8, topic: "Momentum"),
]

/// COURSE_TREE chooses whose code editors and `swift build` see; course-check reads it, too: `lessons` (the student's, the default) or `solutions`.
let selectedTree: String
switch Context.environment["COURSE_TREE"] ?? "lessons" {
case "lessons": selectedTree = "Lessons"
case "solutions": selectedTree = "Solutions"
case let other:
  print("COURSE_TREE is '\(other)'. Set it to 'lessons' or 'solutions', or unset it.")
  exit(1)
}

/// The module of a lesson: one file in the lesson's folder.
///
/// It sees what is public alone.
///
/// Lessons are declared for editors and for `swift build`. course-check compiles them itself, with what calls them
/// (Sources/Hosts, Sources/Lab, Sources/Playground), which therefore are no targets here.
///
/// The target's path is the tree, not the lesson's folder, and the file is named below it: so the package still
/// loads, and course-check can say what is wrong, when the folder or the file has been deleted. (SwiftPM stops at a
/// missing target path, and it caches what a manifest found on disk, so looking here would not help.)
func module(of lesson: Lesson) -> Target {
  let otherFolders = lessons.filter { $0.number != lesson.number }.map(\.folder)
  let pages = selectedTree == "Lessons" ? ["README.md", "\(lesson.folder)/README.md"] : []
  return .target(
    name: lesson.topic,
    dependencies: ["CourseKit"] + lesson.buildsOn.map { .byName(name: $0) },
    path: selectedTree,
    exclude: pages + otherFolders,
    sources: ["\(lesson.folder)/\(lesson.topic).swift"],
    packageAccess: false)
}

/// Optimises the arithmetic in debug builds, too: training at -Onone is a hundred times slower.
///
/// Lessons keep the debug default, so that traps in them keep their texts.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"])]

let package = Package(
  name: "course-kit",
  // Synchronization's Mutex and Atomic, in course-check, came with macOS 15.
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "Kernels", swiftSettings: optimised),
    .target(name: "CourseKit", dependencies: ["Kernels"], swiftSettings: optimised),
    .target(name: "Vocabulary", swiftSettings: optimised),
    .target(name: "Wire", dependencies: ["CourseKit", "Vocabulary"], swiftSettings: optimised),
    .target(name: "Contract", dependencies: ["CourseKit", "Vocabulary", "Wire"], swiftSettings: optimised),
    .target(name: "Engine", dependencies: ["CourseKit", "Vocabulary", "Wire"], swiftSettings: optimised),
    .target(
      name: "Course", dependencies: ["CourseKit", "Vocabulary", "Wire", "Contract", "Engine"],
      swiftSettings: optimised),
    .target(name: "Figures", dependencies: ["CourseKit"], swiftSettings: optimised),
    .target(name: "Authoring", dependencies: ["Vocabulary", "Engine"]),
    .executableTarget(name: "make-lessons", dependencies: ["Authoring", "Course"]),
    .target(
      name: "LabKit", dependencies: ["CourseKit", "Vocabulary", "Wire", "Contract", "Figures"], swiftSettings: optimised
    ),
    .executableTarget(
      name: "course-check",
      dependencies: ["CourseKit", "Vocabulary", "Wire", "Contract", "Engine", "Course", "LabKit", "Authoring"]),
    .target(
      name: "StudentCode", dependencies: ["CourseKit", "Vocabulary", "Wire", "Contract"], path: "Tests/StudentCode"),
    .target(
      name: "FixtureCourse", dependencies: ["CourseKit", "Vocabulary", "Wire", "Engine"], path: "Tests/FixtureCourse",
      exclude: ["Files"]),
    .target(name: "Batteries", dependencies: ["CourseKit"], path: "Tests/Batteries"),
    .testTarget(name: "CourseKitTests", dependencies: ["CourseKit"]),
    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
    .testTarget(name: "EngineTests", dependencies: ["CourseKit", "Vocabulary", "Wire", "Engine", "FixtureCourse"]),
    .testTarget(name: "ContractTests", dependencies: ["CourseKit", "Vocabulary", "Wire", "Contract"]),
    .testTarget(
      name: "CourseTests",
      dependencies: [
        "Batteries", "CourseKit", "Vocabulary", "Wire", "Contract", "Engine", "Course", "FixtureCourse", "StudentCode",
      ]),
    .testTarget(
      name: "StudentCodeTests",
      dependencies: ["CourseKit", "Vocabulary", "Wire", "Engine", "Course", "Authoring", "StudentCode"]),
    .testTarget(
      name: "PageTests",
      dependencies: ["Batteries", "CourseKit", "Vocabulary", "Contract", "Engine", "Course", "Authoring"]),
    .testTarget(name: "FiguresTests", dependencies: ["CourseKit", "Figures"], exclude: ["Golden"]),
    .testTarget(name: "AuthoringTests", dependencies: ["Authoring", "Vocabulary", "Engine", "Course"]),
    .testTarget(name: "LabKitTests", dependencies: ["CourseKit", "Vocabulary", "Contract", "LabKit"]),
    .testTarget(
      name: "CourseCheckTests",
      dependencies: [
        "Authoring", "Vocabulary", "Wire", "Engine", "Course", "FixtureCourse", "LabKit", "course-check",
      ]),
    .testTarget(
      name: "RandomEditTests",
      dependencies: [
        "Batteries", "Authoring", "CourseKit", "Vocabulary", "Wire", "Contract", "Engine", "Course", "FixtureCourse",
        "course-check",
      ]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Batteries", "Authoring", "Vocabulary", "Engine", "Course", "LabKit", "StudentCode", "course-check",
      ]),
  ]
    + lessons.map(module(of:))
)
