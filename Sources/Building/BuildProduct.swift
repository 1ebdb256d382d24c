import CourseFiles
import Foundation
import Vocabulary

/// A program that the builder makes from lessons, and how.
package struct BuildProduct {
  /// The name of the program, and of the module that calls the lessons.
  let name: String
  /// What it is called in sentences.
  let title: String
  /// The lessons that it is about, in order.
  let lessons: [LessonOutline]
  let setting: BuildSetting
  /// The kit's modules that it links.
  let kit: Set<String>
  /// The folder of the source that calls the lessons' functions.
  let callers: String
  /// Files of other folders that are compiled into that module, too.
  var furtherSources: [String] = []
  /// What the callers' conditions ask for.
  var definitions: [String] = []

  /// All lessons that go into it, each after those that it builds on.
  func linkedLessons(in checkout: Checkout) -> [LessonOutline] {
    let numbers = Set(lessons.map(\.number) + lessons.flatMap(\.buildsOn))
    return checkout.lessons.filter { numbers.contains($0.number) }
  }

  /// All modules that go into it, each after those that it imports; the last one is the program's own.
  func modules(in checkout: Checkout) -> [CourseModule] {
    let kit = CourseModule.kit(kit, in: checkout)
    // Lessons import the first two alone, and come before the others: what is wrong in a lesson is soon said.
    let linked =
      kit.prefix(2) + linkedLessons(in: checkout).map { CourseModule.lesson($0, in: checkout) } + kit.dropFirst(2)
    return linked + [
      CourseModule(
        name: name, role: .program, sources: CourseModule.files(in: callers, checkout) + furtherSources,
        imports: linked.map(\.name))
    ]
  }
}

extension BuildProduct {
  /// The contract and what it imports.
  private static let contract: Set = ["Kernels", "CourseKit", "Vocabulary", "Wire", "Contract"]

  /// The host that answers the calls of a lesson's functions.
  package static func host(of lesson: LessonOutline) -> BuildProduct {
    BuildProduct(
      name: lesson.host, title: "lesson \(lesson.number)", lessons: [lesson], setting: .host, kit: contract,
      callers: "Sources/Hosts/\(lesson.host)")
  }

  /// The variable that names the folder of a program that is built in the Lab's place, in just the same way: what
  /// `Scripts/benchmark` times.
  private static let labVariable = "COURSE_LAB"

  /// The Lab with the lessons that a command needs: the others may be unfinished.
  package static func lab(with lessons: [LessonOutline], for processor: Processor) -> BuildProduct {
    let callers = ProcessInfo.processInfo.environment[labVariable] ?? "Sources/Lab"
    return BuildProduct(
      name: callers.split(separator: "/").last.map(String.init) ?? "Lab", title: "the Lab", lessons: lessons,
      setting: .lab(processor),
      kit: contract.union(["Figures", "LabKit"]), callers: callers,
      definitions: lessons.map { "LESSON_\($0.number)" })
  }

  /// What the page runs: all lessons, and what lends them to it.
  package static func playground(of lessons: [LessonOutline]) -> BuildProduct {
    BuildProduct(
      name: "Calls", title: "the playground", lessons: lessons, setting: .web,
      kit: ["Kernels", "CourseKit", "Exchange"], callers: "Sources/Playground/WebAssembly/Calls",
      // Seeds mean the same as in the Lab.
      furtherSources: ["Sources/LabKit/Training/RunRandomness.swift"])
  }
}

/// A module that the builder compiles: what it is called, where its files lie and what it imports.
///
/// Files have their places one by one, so that a lesson may come from any folder: `Lessons/`, `Solutions/`, or each lesson
/// from another one, as with `--isolate`.
struct CourseModule: Equatable {
  /// Who wrote it, which decides how it is compiled.
  enum Role {
    /// The kit's own.
    case kit
    /// A lesson.
    case lesson
    /// The kit's code that calls the lessons; a program has just one such module, the last.
    case program
  }

  let name: String
  let role: Role
  /// Its files, in a fixed order: relative to the checkout, or whole paths.
  let sources: [String]
  /// The modules that it imports itself.
  let imports: [String]
}

extension CourseModule {
  /// The kit's modules that programs link: each with its folder and what it imports.
  ///
  /// The manifest declares the same for editors and for `swift build`; a test holds the two equal.
  private static let kit: [(name: String, folder: String, imports: [String])] = [
    ("Kernels", "Sources/Kernels", []),
    ("CourseKit", "Sources/CourseKit", ["Kernels"]),
    ("Vocabulary", "Sources/Vocabulary", []),
    ("Wire", "Sources/Wire", ["CourseKit", "Vocabulary"]),
    ("Contract", "Sources/Contract", ["CourseKit", "Vocabulary", "Wire"]),
    ("Figures", "Sources/Figures", ["CourseKit"]),
    ("LabKit", "Sources/LabKit", ["CourseKit", "Vocabulary", "Contract", "Figures"]),
    ("Exchange", "Sources/Playground/WebAssembly/Exchange", ["CourseKit"]),
  ]

  /// Modules of the kit, each after those that it imports.
  static func kit(_ names: Set<String>, in checkout: Checkout) -> [CourseModule] {
    kit.filter { names.contains($0.name) }.map { row in
      CourseModule(name: row.name, role: .kit, sources: files(in: row.folder, checkout), imports: row.imports)
    }
  }

  /// The module of a lesson: one file.
  static func lesson(_ lesson: LessonOutline, in checkout: Checkout) -> CourseModule {
    CourseModule(
      name: lesson.topic, role: .lesson, sources: [checkout.file(of: lesson)],
      imports: ["CourseKit"] + lesson.buildsOn.map { checkout.lessons[$0 - 1].topic })
  }

  /// The Swift files of a folder and of those in it.
  static func files(in folder: String, _ checkout: Checkout) -> [String] {
    let names =
      (try? FileManager.default.subpathsOfDirectory(atPath: checkout.root.appending(path: folder).path)) ?? []
    // Editors and macOS keep files of their own beside others, whose names begin with a dot.
    let isHidden = { (name: String) in name.split(separator: "/").contains { $0.hasPrefix(".") } }
    return names.filter { $0.hasSuffix(".swift") && !isHidden($0) }.sorted().map { "\(folder)/\($0)" }
  }
}
