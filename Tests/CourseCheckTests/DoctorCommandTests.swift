import Engine
import FixtureCourse
import Foundation
import Testing

@testable import CourseFiles
@testable import Terminal
@testable import course_check

@Suite("The doctor", .taught(.fixture))
struct DoctorCommandTests {
  @Test("has this help")
  func help() {
    #expect(
      DoctorCommand.help
        == """
        swift run course-check doctor [options]

        Looks for what keeps the course from working: the toolchain, the disk, variables,
        lessons that are missing or declare something else, programs left behind; then
        builds every lesson, as a check does.
        What is wrong has a cross and the command that fixes it. Changes nothing.

          --ascii       plain ASCII output
          --color WHEN  auto (on a terminal), always or never

        examples
          swift run course-check doctor

        """
        .replacing("examples", with: "example"))
    let error = UsageError(
      "`doctor` does not know what to do with '4'. `swift run course-check doctor --help` shows what there is.")
    #expect(throws: error) { try Invocation(["doctor", "4"]) }
  }

  @Test(
    "reads the version of a toolchain",
    arguments: [
      ("Swift version 6.3.1 (swift-6.3.1-RELEASE)\nTarget: x86_64-unknown-linux-gnu", "6.3.1"),
      ("swift-driver version: 1.120.5 Apple Swift version 6.1 (swiftlang-6.1.0.110.21 clang-1700.0.13.3)", "6.1"),
      ("Swift version 6.4-dev (LLVM 5d3a)", "6.4-dev"),
    ])
  func versions(description: String, version: String) throws {
    #expect(try #require(SwiftVersion(describedBy: description)).text == version)
    #expect(ToolchainHealth.swift(at: "/bin/swift", saying: description) == .good("Swift \(version) at /bin/swift"))
  }

  @Test("says what is wrong with a toolchain")
  func toolchain() {
    let old = ToolchainHealth.swift(at: "/bin/swift", saying: "Swift version 5.10.1 (swift-5.10.1-RELEASE)")
    #expect(old.mark == .fail)
    #expect(
      old.text
        == "Swift 5.10.1 at /bin/swift is too old: the course needs 6.1 or newer, from https://www.swift.org/install/")
    #expect(ToolchainHealth.swift(at: "/bin/swift", saying: nil).mark == .fail)
    #expect(ToolchainHealth.swift(at: "/bin/swift", saying: "hello").mark == .open)
  }

  @Test("demands the version of Swift that the manifest demands")
  func oldest() throws {
    let manifest = try String(contentsOf: SmallCheckout.checkout.appending(path: "Package.swift"), encoding: .utf8)
    let oldest = ToolchainHealth.oldestVersion
    #expect(manifest.hasPrefix("// swift-tools-version: \(oldest.major).\(oldest.minor)\n"))
  }

  @Test("says how much of the disk is free, and when that is too little")
  func disk() {
    #expect(DiskHealth.freeSpace(2_000_000_000) == .good("2.0 GB of the disk are free"))
    let full = DiskHealth.freeSpace(1_999_000_000)
    #expect(full.mark == .fail && full.remedy == "swift package clean")
    #expect(ByteCount.text(999_400) == "999 KB" && ByteCount.text(999_600) == "1 MB")
    #expect(ByteCount.text(77_400_000_000) == "77 GB" && ByteCount.text(0) == "0 KB")
  }

  @Test("builds a program, and knows folders of products that take room for nothing")
  func builds() throws {
    let checkout = try SmallCheckout()
    try checkout.write(String(repeating: "x", count: 300_000), to: ".build-old/product")
    let cache = checkout.root.appending(path: ".build/debug/lesson-builds")
    let observations = BuildHealth(root: checkout.root, cache: cache).observations
    #expect(observations[0].mark == .pass && observations[0].text.hasPrefix("programs can be built with /"))
    #expect(observations[1].text.hasPrefix("build products: "))
    let spare = try #require(observations.first { $0.text.hasPrefix(".build-old takes ") })
    #expect(spare.mark == .open && spare.remedy == "rm -rf .build-old")
  }

  @Test("says which folder cannot be written")
  func writing() throws {
    let checkout = try SmallCheckout()
    try checkout.write("in the way", to: ".course-check")
    let health = DiskHealth(root: checkout.root, cache: checkout.root.appending(path: ".build"))
    #expect(health.observations.contains(.good(".build can be made")))
    #expect(
      health.observations.contains(
        .bad(
          ".course-check is a file and should be a folder: give it another name",
          remedy: "mv .course-check .course-check.old")))
    let gone = checkout.root.appending(path: "gone")
    #expect(
      DiskHealth.temporaryFolder(gone)
        == .bad("Temporary files cannot be written to \(gone.path), where TMPDIR points", remedy: "unset TMPDIR"))
  }

  @Test("looks at each lesson")
  func lessons() throws {
    let checkout = try SmallCheckout()
    let tree = Checkout(root: checkout.root, tree: .lessons, lessons: Course.fixture.outline)
    #expect(
      LessonHealth.observations(tree) == [.good("2 lessons: all files are there and declare what the checks call")])
    let file = "Lessons/Lesson2-Averages/Averages.swift"
    let stub = String(decoding: try checkout.bytes(of: file), as: UTF8.self)
    try checkout.write(
      stub.replacing("seed: UInt64", with: "start: UInt64").replacing("centred(_ x", with: "centred(x"), to: file)
    try checkout.write("", to: "Lessons/Lesson2-Averages/Extra.swift")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444],
      ofItemAtPath: checkout.root.appending(path: file).path)
    try FileManager.default.removeItem(at: checkout.root.appending(path: "Lessons/Lesson1-Scaling"))
    let observations = LessonHealth.observations(tree)
    #expect(observations.map(\.mark) == [.fail, .fail, .fail, .fail, .open])
    #expect(observations[0].text.hasPrefix("The folder Lessons/Lesson1-Scaling is missing."))
    #expect(observations[1].remedy == "chmod u+w \(file)")
    #expect(observations[2].text.contains("exercise 2.2 must be declared as\n    public func centred("))
    #expect(observations[2].remedy == "swift run course-check reset lesson2")
    #expect(observations[3].text.contains("exercise 2.11 must be declared as\n    public func shuffled("))
    #expect(observations[4].text.hasPrefix("Lessons/Lesson2-Averages/Extra.swift is not part of the lesson"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: checkout.root.appending(path: file).path)
    // What stands below an open comment is not gone.
    try checkout.write("/* mine\n" + stub, to: file)
    let open = LessonHealth.observations(tree).filter { $0.text.contains(file) }
    #expect(open == [.bad("\(file):1: the comment that begins here does not end: */ is missing")])
  }

  @Test("knows the variables that change what is checked")
  func variables() {
    #expect(EnvironmentHealth.observations(["PATH": "/bin"]) == [.good("no variable changes what is checked")])
    let observations = EnvironmentHealth.observations(
      ["COURSE_TREE": "solutions", "COURSE_PROCESSOR": "z80", "NO_COLOR": "1"])
    #expect(observations.map(\.mark) == [.fail, .fail, .open])
    #expect(observations.map(\.remedy) == ["unset COURSE_TREE", "unset COURSE_PROCESSOR", nil])
    #expect(EnvironmentHealth.observations(["COURSE_TREE": "lessons"]).map(\.mark) == [.pass])
  }

  @Test("shows each observation with a sign and the command below it")
  func lines() {
    let plain = Style(isColoured: false, isASCII: false)
    #expect(Observation.good("fine").lines(plain) == "  ✓ fine\n")
    #expect(Observation.bad("a\nb", remedy: "fix").lines(plain) == "  ✗ a\n    b\n      fix\n")
  }
}
