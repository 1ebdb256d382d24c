import CourseFiles
import Foundation
import Vocabulary

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
    ("Training", "Sources/Training", ["CourseKit", "Vocabulary"]),
    ("Tables", "Sources/Tables", ["CourseKit", "Vocabulary"]),
    ("Figures", "Sources/Figures", ["CourseKit", "Vocabulary"]),
    ("LabKit", "Sources/LabKit", ["CourseKit", "Vocabulary", "Training", "Contract", "Tables", "Figures"]),
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
