import Foundation
import Testing

@testable import course_check

@Suite("A quick build")
struct QuickBuildTests {
  private let package: SmallPackage

  init() throws { package = try SmallPackage() }

  @Test("compiles the lesson that has changed into a place of its own, and links that")
  func build() throws {
    try package.edit("Above")
    #expect(package.build() == "built")
    try #require(package.commands.map(\.first) == ["compile", "link", "sign"])
    let place = package.place("Above.build", of: package.commands[0])
    #expect(
      package.commands[0] == [
        "compile", "-c", "@\(place)/sources", "-emit-module-path", "\(place)/Above.swiftmodule", "-output-file-map",
        "\(place)/output-file-map.json",
      ])
    #expect(try package.text(of: "\(place)/output-file-map.json") == "{\"object\": \"\(place)/Above.swift.o\"}")
    #expect(package.commands[1].contains(package.place("Host", of: package.commands[0])))
    #expect(package.commands[2] == ["sign", package.place("Host", of: package.commands[0])])
    #expect(try package.text(of: package.root + "/quick/Host/Host") == "quick")
    let others = ["Below.build/Below.swift.o", "main.swift.o"].map { package.products + "/" + $0 }
    let list = try package.text(of: package.place("Objects.LinkFileList", of: package.commands[0]))
    #expect(list.split(separator: "\n").map(String.init) == ["\(place)/Above.swift.o"] + others)
    #expect(try package.text(of: package.products + "/Host") == "SwiftPM's")
  }

  @Test("has a place of its own each time, which no compiler from a killed one writes into")
  func attempts() throws {
    try package.edit("Above")
    #expect(package.build() == "built")
    let first = package.commands[0]
    #expect(package.build() == "built")
    #expect(package.place("Host", of: package.commands[0]) != package.place("Host", of: first))
    #expect(!FileManager.default.fileExists(atPath: package.place("", of: first)))
  }

  @Test("compiles several lessons if several have changed")
  func lessons() throws {
    try package.edit("Above")
    try package.edit("Below")
    #expect(package.build() == "built")
    #expect(package.commands.compactMap(\.first) == ["compile", "compile", "link", "sign"])
  }

  @Test("is not taken if another file would be compiled otherwise, since the lesson's module has changed")
  func module() throws {
    try package.edit("Above")
    package.module = "another"
    #expect(package.build() == "impossible")
    #expect(package.commands.count == 1)
  }

  @Test("is not taken if anything but the lessons is not as it was", arguments: Disturbance.allCases)
  func disturbance(_ disturbance: Disturbance) throws {
    try package.edit("Above")
    try disturbance.happen(to: package)
    #expect(package.build() == "impossible")
    #expect(package.commands == [])
  }

  @Test("is not taken if another build goes on meanwhile")
  func otherBuild() throws {
    try package.edit("Above")
    package.isDisturbed = true
    #expect(package.build() == "impossible")
  }

  @Test("is not taken if a command fails", arguments: ["compile", "link", "sign"])
  func failure(_ name: String) throws {
    try package.edit("Above")
    package.failing = name
    #expect(package.build() == "impossible")
  }

  @Test("gives the compiler's errors if just one lesson has changed and they are all in that one")
  func errors() throws {
    try package.edit("Above")
    package.failing = "compile"
    package.message = package.root + "/Lessons/Above.swift:3:5: error: cannot find 'x' in scope"
    #expect(package.build() == "does not compile")
    try package.edit("Below")
    #expect(package.build() == "impossible")
  }

  @Test("is not taken where the errors are in another file")
  func errorsElsewhere() throws {
    try package.edit("Above")
    package.failing = "compile"
    package.message = package.root + "/Sources/main.swift:3:5: error: cannot find 'x' in scope"
    #expect(package.build() == "impossible")
  }

  @Test("keeps nothing of a plan in which it cannot tell what makes the program", arguments: [0, 2])
  func ambiguous(count: Int) throws {
    package.learn(links: count)
    try package.edit("Above")
    #expect(package.build() == "impossible")
  }
}

/// What may happen between a build by SwiftPM and a quick one.
enum Disturbance: CaseIterable {
  case kit, object, module, list, missing, otherLesson, moved

  fileprivate func happen(to package: SmallPackage) throws {
    switch self {
    case .kit: package.surroundings = "another toolchain"
    case .object: try package.write("SwiftPM's again", to: "main.swift.o")
    case .module: try package.write("module of another text", to: "Modules/Below.swiftmodule")
    case .list: try package.write("", to: "Objects.LinkFileList")
    case .missing: try FileManager.default.removeItem(atPath: package.products + "/Below.build/Below.swift.o")
    case .otherLesson: package.lessons["Lessons/Third.swift"] = "new"
    case .moved: package.home = "/another/folder"
    }
  }
}

/// A made-up package of two lessons that SwiftPM has built, and a made-up compiler.
private final class SmallPackage {
  let root = FileManager.default.temporaryDirectory.appending(path: "small-package-\(UUID().uuidString)").path
  /// Where the checkout is said to be.
  lazy var home = root
  var products: String { root + "/products" }
  var surroundings = "kit"
  var lessons = ["Lessons/Above.swift": "first", "Lessons/Below.swift": "first"]
  /// What the compiler makes of any lesson.
  var module = "module"
  /// The command that fails, and what it says.
  var failing: String?
  var message = ""
  /// Whether SwiftPM builds while the program is linked.
  var isDisturbed = false
  private(set) var commands: [[String]] = []

  init() throws {
    for name in ["Above", "Below"] {
      try write("first", to: "../Lessons/\(name).swift")
      try write("object", to: "\(name).build/\(name).swift.o")
      try write("module", to: "Modules/\(name).swiftmodule")
      try write("\(root)/Lessons/\(name).swift", to: "\(name).build/sources")
      try write("{\"object\": \"\(products)/\(name).build/\(name).swift.o\"}", to: "\(name).build/output-file-map.json")
    }
    try write("object", to: "main.swift.o")
    try write(objects.joined(separator: "\n"), to: "Objects.LinkFileList")
    try write("SwiftPM's", to: "Host")
    learn(links: 1)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private var objects: [String] {
    ["Above.build/Above.swift.o", "Below.build/Below.swift.o", "main.swift.o"].map { products + "/" + $0 }
  }
  private var sources: BuildSources { BuildSources(surroundings: surroundings, lessons: lessons) }
  private var quick: QuickBuild {
    QuickBuild(
      to: URL(filePath: products + "/Host"), in: URL(filePath: root + "/quick"),
      of: Checkout(root: URL(filePath: home), tree: .lessons, isolatedLesson: nil))
  }

  /// A path in the folder of an attempt, which a compilation of it names.
  func place(_ path: String, of compilation: [String]) -> String {
    let file = compilation.first { $0.hasSuffix(".swiftmodule") } ?? ""
    return URL(filePath: file).appending(path: "../../" + path).standardizedFileURL.path
  }

  func text(of path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  func write(_ text: String, to path: String) throws {
    let file = URL(filePath: "\(products)/\(path)").standardizedFileURL
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func edit(_ lesson: String) throws { lessons["Lessons/\(lesson).swift"] = "second" }

  /// Has a build by SwiftPM remembered.
  func learn(links count: Int) {
    let compilations = ["Above", "Below"].map { name in
      BuildCommand(
        inputs: ["\(root)/Lessons/\(name).swift"],
        outputs: ["\(products)/\(name).build/\(name).swift.o", "\(products)/Modules/\(name).swiftmodule"],
        arguments: [
          "compile", "-incremental", "-c", "@\(products)/\(name).build/sources", "-parseable-output",
          "-emit-module-path", "\(products)/Modules/\(name).swiftmodule", "-index-store-path", "\(products)/index",
          "-output-file-map", "\(products)/\(name).build/output-file-map.json",
        ])
    }
    let list = products + "/Objects.LinkFileList"
    let link = BuildCommand(
      inputs: objects + [list], outputs: [products + "/Host"],
      arguments: ["link", "-o", products + "/Host", "@" + list])
    let sign = BuildCommand(
      inputs: [products + "/Host"], outputs: ["<signed>"], arguments: ["sign", products + "/Host"])
    let links = Array(repeating: link, count: count)
    quick.learn(from: BuildPlan(commands: compilations + links + [sign]), sources)
  }

  /// Builds quickly and says how that ended.
  func build() -> String {
    commands = []
    switch quick.build(from: sources, run) {
    case .built: return "built"
    case .doesNotCompile: return "does not compile"
    case .impossible: return "impossible"
    }
  }

  private func run(_ words: [String]) -> BuildRun? {
    commands.append(words)
    var output = BuildOutput()
    if words[0] == failing {
      output.append(message)
      return BuildRun(status: ExitStatus(code: 1 << 8), output: output)
    }
    if words[0] == "compile", let path = words.first(where: { $0.hasSuffix(".swiftmodule") }) {
      try? Data(module.utf8).write(to: URL(filePath: path))
    } else if words[0] == "link" {
      _ = FileManager.default.createFile(
        atPath: words[2], contents: Data("quick".utf8), attributes: [.posixPermissions: 0o755])
      if isDisturbed { try? write("SwiftPM's again", to: "main.swift.o") }
    }
    return BuildRun(status: ExitStatus(code: 0), output: output)
  }
}
