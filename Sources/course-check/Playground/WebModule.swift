import Engine
import Foundation

/// A module that goes into the playground.
struct WebModule {
  let name: String
  /// Its files, relative to the checkout.
  let sources: [String]
  /// The modules that it imports.
  let dependencies: [String]
  /// How the compiler is told what matters in it.
  var optimisation = ["-O"]

  /// All modules, each after those that it imports: the kit's, the lessons and, at last, what the page calls.
  static func all(of checkout: Checkout) -> [WebModule] {
    let lessons = Course.taught.lessons.map { lesson in
      WebModule(
        name: lesson.topic, sources: [checkout.file(of: lesson)],
        dependencies: ["CourseKit"] + lesson.buildsOn.map { Course.taught.lessons[$0 - 1].topic })
    }
    let lessonNames = lessons.map(\.name)
    return [
      WebModule(
        name: "CourseKit", sources: files(in: "Sources/CourseKit", checkout), dependencies: []),
      WebModule(
        name: "Exchange", sources: files(in: "Sources/Playground/WebAssembly/Exchange", checkout),
        dependencies: ["CourseKit"]),
    ] + lessons + [
      // It computes nothing itself: it need not be fast, but soon compiled, and small. Seeds mean the same as in the Lab.
      WebModule(
        name: "Calls",
        sources: files(in: "Sources/Playground/WebAssembly/Calls", checkout)
          + ["Sources/LabKit/Training/RunRandomness.swift"],
        dependencies: ["CourseKit", "Exchange"] + lessonNames,
        optimisation: ["-Osize", "-Xfrontend", "-disable-sil-perf-optzns"])
    ]
  }

  private static func files(in folder: String, _ checkout: Checkout) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: checkout.root.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }

  /// What the compiler is told, wherever the files lie.
  var options: [String] {
    [
      "-target", WebToolchain.target, "-enable-experimental-feature", "Embedded",
      // What the page lends, from `exp` to more memory, is declared with @_extern.
      "-enable-experimental-feature", "Extern", "-swift-version", "6", "-parse-as-library", "-wmo",
      // Every browser since 2023 adds and multiplies two numbers at a time and copies memory in one instruction.
      "-Xcc", "-msimd128", "-Xcc", "-mbulk-memory", "-suppress-warnings", "-module-name", name,
    ] + optimisation
  }

  /// The same with the files: the module is made in a folder in which the others lie.
  func arguments(in folder: URL, of checkout: Checkout) -> [String] {
    let file = { (ending: String) in folder.appending(path: "\(name).\(ending)").path }
    return options + [
      // The compiler's own cache is bound to its place, and a checkout may be moved.
      "-module-cache-path",
      FileManager.default.temporaryDirectory.appending(path: "course-check-modules-\(getuid())").path,
      "-I", folder.path,
      "-emit-module", "-emit-module-path", file("swiftmodule"), "-emit-object", "-o", file("o"),
    ] + sources.map { checkout.root.appending(path: $0).path }
  }
}
