import Engine
import Foundation

/// What woven files are made from, as a short text: the same in every clone, whatever its folder and its files' times.
///
/// It takes in the page, the lessons that take part, the kit's sources, in which the seeds stand, and the toolchain.
struct NotebookKey {
  private let checkout: Checkout
  private let kit: String

  init(_ checkout: Checkout) {
    self.checkout = checkout
    var fingerprint = Fingerprint()
    fingerprint.add(Self.toolchain)
    let names =
      (try? FileManager.default.subpathsOfDirectory(atPath: checkout.root.appending(path: "Sources").path)) ?? []
    let sources = names.filter { $0.hasSuffix(".swift") }.sorted().map { "Sources/" + $0 }
    for file in ["Package.swift"] + sources { Self.add(file, in: checkout, to: &fingerprint) }
    kit = fingerprint.text
  }

  /// The key of a lesson's notebook.
  func text(for lesson: Lesson) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(kit)
    Self.add("Lessons/\(lesson.folder)/README.md", in: checkout, to: &fingerprint)
    for number in NotebookFigures.lessons(of: lesson).sorted() {
      Self.add(checkout.file(of: Course.taught.lessons[number - 1]), in: checkout, to: &fingerprint)
    }
    return fingerprint.text
  }

  /// The key of the page that shows all lessons.
  var textForCourse: String {
    var fingerprint = Fingerprint()
    for lesson in Course.taught.lessons { fingerprint.add(text(for: lesson)) }
    return fingerprint.text
  }

  private static func add(_ file: String, in checkout: Checkout, to fingerprint: inout Fingerprint) {
    fingerprint.add(file)
    fingerprint.add((try? Data(contentsOf: checkout.root.appending(path: file))) ?? Data())
  }

  /// The toolchain's version, and the platform: the last digits of a training may differ between processors.
  private static var toolchain: String {
    let description = Toolchain.swift().flatMap { Program.output(of: $0, "--version") } ?? ""
    let version = description.firstMatch(of: /Swift version [^\n]*/).map { String($0.0) } ?? ""
    #if os(macOS)
      let system = "macOS"
    #else
      let system = "Linux"
    #endif
    #if arch(arm64)
      return "\(version) \(system) arm64"
    #else
      return "\(version) \(system) x86_64"
    #endif
  }
}
