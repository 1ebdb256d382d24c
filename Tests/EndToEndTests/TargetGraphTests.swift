import Course
import Engine
import Foundation
import Testing

@testable import Building
@testable import CourseFiles
@testable import Processes

/// Who may import whom, as the manifest says it and as the table for contributors does.
@Suite("The targets") struct TargetGraphTests {
  @Test("import just what the table for contributors says")
  func table() throws {
    let text = try String(
      contentsOf: Classroom.checkout.appending(path: ".github/CONTRIBUTING.md"), encoding: .utf8)
    let rows = text.matches(of: /(?m)^\| ([A-Za-z-]+) \| ([A-Za-z, -]+|–) \| .* \|$/)
    let graph = try TargetGraph()
    let lessons = graph.lessons
    for row in rows {
      let allowed = row.2 == "–" ? [] : Set(row.2.split(separator: ", ").map(String.init))
      #expect(graph.imports[String(row.1)]?.subtracting(lessons) == allowed, "\(row.1)")
    }
    let ours = graph.targets
    #expect(Set(rows.map { String($0.1) }) == Set(ours))
    for target in ours {
      print("\(target) → \(graph.imports[target, default: []].sorted().joined(separator: ", "))")
    }
  }

  @Test("import in their sources what the manifest gives them, each of it and nothing else")
  func sources() throws {
    let graph = try TargetGraph()
    for target in graph.targets {
      let imports = try imports(in: "Sources/\(target)").intersection(graph.imports.keys)
      #expect(imports == graph.imports[target], "\(target)")
    }
    for target in graph.tests {
      let imports = try imports(in: "Tests/\(target)").intersection(graph.imports.keys)
      #expect(imports.isSubset(of: graph.imports[target] ?? []), "\(target)")
    }
  }

  /// The modules that the Swift files of a folder import: what is indented is a text, or the system's.
  ///
  /// An executable's module has a name without a hyphen.
  private func imports(in folder: String) throws -> Set<String> {
    let root = Classroom.checkout.appending(path: folder)
    var imports: Set<String> = []
    for file in try FileManager.default.subpathsOfDirectory(atPath: root.path) where file.hasSuffix(".swift") {
      let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
      imports.formUnion(
        text.matches(of: /(?m)^(?:@\w+ +)*(?:\w+ +)?import +(\w+)/).map { String($0.1).replacing("_", with: "-") })
    }
    return imports
  }

  @Test("do not build with an import that is not theirs")
  func forbidden() throws {
    let files = FileManager.default
    let root = files.temporaryDirectory.appending(path: "forbidden-\(UUID().uuidString)")
    defer { try? files.removeItem(at: root) }
    try files.createDirectory(at: root.appending(path: "Sources"), withIntermediateDirectories: true)
    try files.copyItem(
      at: Classroom.checkout.appending(path: "Package.swift"), to: root.appending(path: "Package.swift"))
    let sources = try files.contentsOfDirectory(atPath: Classroom.checkout.appending(path: "Sources").path)
    for name in ["Lessons", "Tests"] + sources.map({ "Sources/\($0)" }) where name != "Sources/Terminal" {
      try files.createSymbolicLink(
        at: root.appending(path: name), withDestinationURL: Classroom.checkout.appending(path: name))
    }
    let terminal = root.appending(path: "Sources/Terminal")
    try files.copyItem(at: Classroom.checkout.appending(path: "Sources/Terminal"), to: terminal)
    let swift = try #require(Program.path(of: "swift"))
    func build() throws -> (status: Int32?, output: String) {
      let run = try ProgramRun(
        swift, ["build", "--package-path", root.path, "--target", "Terminal"],
        environment: ProcessInfo.processInfo.environment)
      return (run.status().exit, String(decoding: run.everything, as: UTF8.self))
    }
    let allowed = try build()
    #expect(allowed.status == 0, "\(allowed.output)")
    try Data("import Engine\n".utf8).write(to: terminal.appending(path: "Forbidden.swift"))
    let forbidden = try build()
    #expect(forbidden.status != 0)
    #expect(forbidden.output.contains("no such module 'Engine'"), "\(forbidden.output)")
  }

  @Test("that run a student's code link neither the engine nor the course with its right answers")
  func separation() throws {
    let graph = try TargetGraph()
    for product in Self.products {
      let modules = product.modules(in: Self.checkout)
      #expect(Set(modules.map(\.name)).isDisjoint(with: ["Engine", "Course"]), "\(product.name)")
      // A source of another folder would be a module that no table names.
      let isForeign = { (source: String) in ["Engine", "Course/"].contains { source.hasPrefix("Sources/\($0)") } }
      #expect(!modules.flatMap(\.sources).contains(where: isForeign), "\(product.name)")
    }
    #expect(
      graph.lessons.allSatisfy { graph.reached(from: $0).subtracting(graph.lessons) == ["CourseKit", "Kernels"] })
  }

  @Test("are those that course-check compiles, with the same files and the same imports")
  func builder() throws {
    let graph = try TargetGraph()
    let modules = Self.products.flatMap { $0.modules(in: Self.checkout) }.filter { $0.role != .program }
    #expect(Set(modules.map(\.name)).isSuperset(of: graph.lessons))
    for module in modules where module.name != "Exchange" {
      #expect(Set(module.imports) == graph.imports[module.name], "\(module.name)")
      let folder = graph.lessons.contains(module.name) ? "Lessons/" : "Sources/\(module.name)/"
      #expect(!module.sources.isEmpty && module.sources.allSatisfy { $0.hasPrefix(folder) }, "\(module.name)")
    }
    for product in Self.products {
      let program = try #require(product.modules(in: Self.checkout).last)
      #expect(program.role == .program && !program.sources.isEmpty, "\(product.name)")
    }
  }

  private static let checkout = Checkout(
    root: Classroom.checkout, tree: .lessons, lessons: Course.neuralNetwork.outline)
  private static let products =
    Course.neuralNetwork.outline.map(BuildProduct.host)
    + [
      .lab(with: Course.neuralNetwork.outline, for: .current), .playground(of: Course.neuralNetwork.outline), .pageKit,
    ]

  @Test("read nothing that SwiftPM keeps for itself, so that it may build in any way")
  func privateFiles() throws {
    let root = Classroom.checkout.appending(path: "Sources")
    let names = /llbuild|\.yaml|workspace-state|output-file-map|build\.db|LinkFileList|parseable-output|swift-version-/
    for file in try FileManager.default.subpathsOfDirectory(atPath: root.path) where file.hasSuffix(".swift") {
      let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
      #expect(!text.contains(names), "\(file)")
    }
  }

  @Test("of the engine know no lesson, not even by name")
  func engine() throws {
    #expect(try TargetGraph().reached(from: "Engine") == ["CourseKit", "Kernels", "Vocabulary", "Wire"])
    for folder in ["Sources/Engine", "Sources/Wire", "Sources/Vocabulary"] {
      let root = Classroom.checkout.appending(path: folder)
      for file in try FileManager.default.subpathsOfDirectory(atPath: root.path) where file.hasSuffix(".swift") {
        let code = try String(contentsOf: root.appending(path: file), encoding: .utf8)
          .split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
        #expect(!code.contains(/Lesson[0-9]|"[0-9]+\.[0-9]+"/), "\(file)")
      }
    }
  }
}

/// The targets of the manifest and what each one imports.
private struct TargetGraph {
  var imports: [String: Set<String>] = [:]
  var tests: Set<String> = []
  /// The modules of the lessons.
  var lessons: Set<String> = []
  /// The kit's own targets.
  var targets: [String] { imports.keys.filter { !lessons.contains($0) && !tests.contains($0) }.sorted() }

  private struct Manifest: Decodable {
    struct Target: Decodable {
      let name: String
      let type: String
      let path: String?
      let dependencies: [[String: [String?]]]
    }
    let targets: [Target]
  }

  init() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "target-graph-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    // With a folder of its own it does not wait for the build that these tests belong to.
    let swift = try #require(Program.path(of: "swift"))
    let json = try #require(
      Program.output(
        of: swift, "package", "--package-path", Classroom.checkout.path, "--scratch-path", scratch.path, "dump-package")
    )
    for target in try JSONDecoder().decode(Manifest.self, from: Data(json.utf8)).targets {
      imports[target.name] = Set(target.dependencies.compactMap { $0.values.first?.first ?? nil })
      if target.type == "test" || target.path?.hasPrefix("Tests/") == true { tests.insert(target.name) }
      if target.path == "Lessons" { lessons.insert(target.name) }
    }
  }

  /// All that a target links, itself not included.
  func reached(from target: String) -> Set<String> {
    var reached: Set<String> = []
    var waiting = Array(imports[target] ?? [])
    while let next = waiting.popLast() {
      if reached.insert(next).inserted { waiting += imports[next] ?? [] }
    }
    return reached
  }
}
