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
  Lesson(number: 9, topic: "Softmax"),
  Lesson(number: 10, topic: "Layers"),
  Lesson(number: 11, topic: "Adam"),
  Lesson(number: 12, topic: "Dropout"),
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
  let pages = selectedTree == "Lessons" ? ["README.md", "\(lesson.folder)/README.md", "\(lesson.folder)/pictures"] : []
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

/// What Tools/Benchmarks sees; whoever tests that sets COURSE_LAB.
///
/// Otherwise there are none: a product whose lesson is missing would keep the package from loading.
let products: [Product] =
  Context.environment["COURSE_LAB"] == nil
  ? []
  : [
    .library(name: "LabKit", targets: ["CourseKit", "Vocabulary", "Training", "Tables", "Wire", "LabKit"]),
    .library(name: "Lessons", targets: lessons.map(\.topic)),
  ]

let package = Package(
  name: "course-kit",
  // Synchronization's Mutex and Atomic came with macOS 15.
  platforms: [.macOS(.v15)],
  products: products,
  targets: [
    // What a student's code is built with.
    .target(name: "Kernels", swiftSettings: optimised),
    .target(name: "CourseKit", dependencies: ["Kernels"], swiftSettings: optimised),
    .target(name: "Vocabulary", swiftSettings: optimised),
    .target(name: "Wire", dependencies: ["CourseKit", "Vocabulary"], swiftSettings: optimised),
    .target(name: "Contract", dependencies: ["CourseKit", "Vocabulary", "Wire"], swiftSettings: optimised),
    // The judge.
    .target(name: "Engine", dependencies: ["CourseKit", "Vocabulary", "Wire"], swiftSettings: optimised),
    .target(
      name: "Course", dependencies: ["CourseKit", "Vocabulary", "Wire", "Contract", "Engine"],
      swiftSettings: optimised),
    // What the Lab does.
    .target(name: "Training", dependencies: ["CourseKit", "Vocabulary"], swiftSettings: optimised),
    .target(name: "Tables", dependencies: ["CourseKit", "Vocabulary"], swiftSettings: optimised),
    .target(name: "Figures", dependencies: ["CourseKit", "Vocabulary"], swiftSettings: optimised),
    .target(
      name: "LabKit", dependencies: ["CourseKit", "Vocabulary", "Training", "Contract", "Tables", "Figures"],
      swiftSettings: optimised),
    // The command, room by room.
    .target(name: "Processes"),
    .target(name: "Markup"),
    .target(name: "Terminal", dependencies: ["Markup"]),
    .target(name: "CourseFiles", dependencies: ["Vocabulary", "Processes"]),
    .target(name: "Building", dependencies: ["Vocabulary", "Processes", "CourseFiles"]),
    .target(
      name: "Running", dependencies: ["Vocabulary", "Wire", "Engine", "Processes", "CourseFiles", "Building"]),
    .target(
      name: "Reports", dependencies: ["Vocabulary", "Engine", "Terminal", "CourseFiles", "Building", "Running"]),
    .target(
      name: "Notebooks",
      dependencies: ["Vocabulary", "Engine", "Processes", "Markup", "CourseFiles", "Building", "Running", "Reports"]),
    .executableTarget(
      name: "course-check",
      dependencies: [
        "Vocabulary", "Training", "Engine", "Course", "Figures", "Tables", "LabKit", "Processes", "Terminal",
        "CourseFiles",
        "Building", "Running", "Reports", "Notebooks",
      ]),
    .executableTarget(
      name: "make-lessons", dependencies: ["Vocabulary", "Engine", "Course", "Figures", "CourseFiles"]),
    // Tests, and what they share.
    .target(
      name: "StudentCode", dependencies: ["CourseKit", "Vocabulary", "Wire", "Contract"], path: "Tests/StudentCode"),
    .target(
      name: "FixtureCourse", dependencies: ["CourseKit", "Vocabulary", "Wire", "Engine", "CourseFiles"],
      path: "Tests/FixtureCourse", exclude: ["Files"]),
    .target(name: "Batteries", dependencies: ["CourseKit"], path: "Tests/Batteries"),
    .testTarget(name: "CourseKitTests", dependencies: ["CourseKit"]),
    .testTarget(name: "VocabularyTests", dependencies: ["CourseKit", "Vocabulary"]),
    .testTarget(name: "EngineTests", dependencies: ["CourseKit", "Vocabulary", "Wire", "Engine", "FixtureCourse"]),
    .testTarget(name: "ContractTests", dependencies: ["CourseKit", "Vocabulary", "Wire", "Contract"]),
    .testTarget(
      name: "CourseTests",
      dependencies: [
        "Batteries", "CourseFiles", "CourseKit", "Vocabulary", "Wire", "Contract", "Engine", "Course", "FixtureCourse",
        "StudentCode",
      ]),
    .testTarget(
      name: "StudentCodeTests",
      dependencies: ["CourseKit", "Wire", "Engine", "Course", "StudentCode"]),
    .testTarget(
      name: "PageTests",
      dependencies: [
        "Batteries", "CourseKit", "Vocabulary", "Contract", "Engine", "Course", "LabKit", "CourseFiles", "make-lessons",
      ]),
    .testTarget(name: "FiguresTests", dependencies: ["CourseKit", "Vocabulary", "Figures"], exclude: ["Golden"]),
    .testTarget(
      name: "MakeLessonsTests", dependencies: ["Engine", "Course", "CourseFiles", "make-lessons"]),
    .testTarget(name: "TrainingTests", dependencies: ["CourseKit", "Vocabulary", "Training", "Contract"]),
    .testTarget(name: "TablesTests", dependencies: ["CourseKit", "Vocabulary", "Tables"]),
    .testTarget(
      name: "LabKitTests",
      dependencies: ["CourseKit", "Vocabulary", "Training", "Contract", "Tables", "Figures", "LabKit"]),
    .testTarget(
      name: "MarkupTests",
      dependencies: ["Engine", "Course", "FixtureCourse", "CourseFiles", "Markup"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Vocabulary", "Engine", "Course", "FixtureCourse", "Terminal", "CourseFiles"]),
    .testTarget(
      name: "CourseFilesTests",
      dependencies: ["Vocabulary", "Engine", "Course", "FixtureCourse", "Processes", "CourseFiles"]),
    .testTarget(
      name: "BuildingTests",
      dependencies: ["Batteries", "Engine", "Course", "FixtureCourse", "Processes", "CourseFiles", "Building"]),
    .testTarget(
      name: "RunningTests",
      dependencies: ["Wire", "Engine", "Course", "FixtureCourse", "Processes", "CourseFiles", "Running"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Engine", "Course", "FixtureCourse", "Terminal", "CourseFiles", "Building", "Running", "Reports"]),
    .testTarget(
      name: "NotebooksTests",
      dependencies: [
        "Vocabulary", "Engine", "Course", "FixtureCourse", "Markup", "CourseFiles", "Building", "Running", "Notebooks",
      ]),
    .testTarget(
      name: "CourseCheckTests",
      dependencies: [
        "Contract", "Vocabulary", "Training", "Wire", "Engine", "Course", "FixtureCourse", "LabKit", "Terminal",
        "CourseFiles",
        "Running", "Reports", "Notebooks", "course-check",
      ]),
    .testTarget(
      name: "RandomEditTests",
      dependencies: [
        "Batteries", "CourseKit", "Vocabulary", "Wire", "Contract", "Engine", "Course", "FixtureCourse", "Terminal",
        "CourseFiles", "Building", "Running",
      ]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "CourseKit", "Batteries", "Vocabulary", "Training", "Engine", "Course", "Tables", "Figures", "LabKit",
        "StudentCode", "Processes", "Terminal", "CourseFiles", "Building", "course-check", "make-lessons",
      ]),
  ]
    + lessons.map(module(of:))
)
