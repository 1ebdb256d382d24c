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
      kit: contract.union(["Training", "Tables", "Figures", "LabKit"]), callers: callers,
      definitions: lessons.map { "LESSON_\($0.number)" })
  }

  /// What the page runs: all lessons, and what lends them to it.
  package static func playground(of lessons: [LessonOutline]) -> BuildProduct {
    BuildProduct(
      name: "Calls", title: "the playground", lessons: lessons, setting: .web,
      kit: ["Kernels", "CourseKit", "Vocabulary", "Training", "Exchange"],
      callers: "Sources/Playground/WebAssembly/Calls",
      // The Lab and the page bind the lessons in the same file.
      furtherSources: ["Sources/Lab/StudentsFunctions.swift"] + digitsOfPage,
      definitions: lessons.map { "LESSON_\($0.number)" })
  }

  /// What of tables the lessons' code needs, to read the handwritten digits as the Lab does.
  private static let digitsOfPage = ["Sources/Tables/Digits/Digits.swift", "Sources/Tables/ClassSplit.swift"]

  /// What of pictures the page has from the kit; most it draws itself.
  private static let figuresOfPage =
    ["Field", "Point", "PointGrid", "Drawing/Contour", "Drawing/Drawable"]
    + ["Drawing/Scale", "Drawing/Thinning", "Drawing/Ticks"]

  /// What the page runs beside that and needs no lesson for: it is there whatever stands in them.
  package static let pageKit = BuildProduct(
    name: "KitCalls", title: "the page's kit", lessons: [], setting: .pageKit,
    kit: ["Kernels", "CourseKit", "Vocabulary", "Training", "Tables", "Exchange"],
    callers: "Sources/Playground/WebAssembly/KitCalls",
    furtherSources: figuresOfPage.map { "Sources/Figures/\($0).swift" })
}
