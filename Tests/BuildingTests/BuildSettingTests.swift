import Testing

@testable import Building

@Suite("What the compiler is told")
struct BuildSettingTests {
  private let lesson = CourseModule(name: "Backward", role: .lesson, sources: [], imports: [])
  private let kit = CourseModule(name: "Wire", role: .kit, sources: [], imports: [])
  private let program = CourseModule(name: "Lab", role: .program, sources: [], imports: [])
  private let mac = Platform.macOS(sdk: "/Xcode/MacOSX.sdk", architecture: "arm64")
  private let linux = Platform.linux(hasOwnLinker: true)

  private func text(
    _ setting: BuildSetting, _ module: CourseModule, _ platform: Platform, _ definitions: [String] = []
  ) -> String {
    setting.options(for: module, on: platform, definitions: definitions).joined(separator: " ")
  }

  private static let end = "-Xfrontend -no-serialize-debugging-options -diagnostic-style llvm -no-color-diagnostics"
  private static let begin =
    "-swift-version 6 -whole-module-optimization -no-emit-module-separately-wmo -avoid-emit-module-source-info"

  @Test("about a lesson that is checked: nothing is optimised, and it is no part of the kit's package")
  func host() {
    #expect(
      text(.host, lesson, linux)
        == "-module-name Backward \(Self.begin) -parse-as-library -gline-tables-only -Xcc -fno-omit-frame-pointer -DDEBUG -Onone "
        + Self.end)
    #expect(
      text(.host, kit, linux)
        == "-module-name Wire \(Self.begin) -parse-as-library -package-name course-kit -gline-tables-only -Xcc "
        + "-fno-omit-frame-pointer -DDEBUG -O " + Self.end)
  }

  @Test("about the Lab: everything is optimised for the processor, with the lessons that it links")
  func lab() {
    #expect(
      text(.lab(.third), program, linux, ["LESSON_4"])
        == "-module-name Lab \(Self.begin) -package-name course-kit -gline-tables-only -Xcc "
        + "-fno-omit-frame-pointer -O -cross-module-optimization -Xcc -march=x86-64-v3 -DFUSED -DLESSON_4 " + Self.end)
    #expect(text(.lab(.fourth), lesson, linux).contains("-Xcc -march=x86-64-v4 "))
    #expect(!text(.lab(.arm), lesson, mac).contains("-march"))
  }

  @Test("on macOS: the SDK and the oldest system that runs it")
  func macOS() {
    #expect(
      text(.host, lesson, mac)
        == "-module-name Backward \(Self.begin) -parse-as-library -sdk /Xcode/MacOSX.sdk -target arm64-apple-macosx15.0 "
        + "-gline-tables-only -Xcc -fno-omit-frame-pointer -DDEBUG -Onone " + Self.end)
    #expect(
      BuildSetting.host.linking(on: mac) == ["-sdk", "/Xcode/MacOSX.sdk", "-target", "arm64-apple-macosx15.0"])
    #expect(BuildSetting.web.linking(on: mac) == BuildSetting.web.linking(on: linux))
  }

  @Test("about the page: WebAssembly, wherever it is compiled")
  func web() {
    #expect(text(.web, lesson, mac) == text(.web, lesson, linux))
    #expect(text(.web, lesson, linux).contains("-target wasm32-unknown-none-wasm "))
    #expect(text(.web, program, linux).contains(" -parse-as-library "), "the page calls functions, and no main.swift")
    for module in [lesson, program] {
      #expect(text(.pageKit, module, mac) == text(.pageKit, module, linux))
      #expect(text(.pageKit, module, linux).contains(" -Osize -lto=llvm-full "), "all of the kit is small")
    }
    #expect(BuildSetting.pageKit.linking(on: mac) == BuildSetting.web.linking(on: linux))
  }

  @Test("to link on Linux: with the toolchain's own linker where it has one")
  func linking() {
    #expect(BuildSetting.host.linking(on: linux) == ["-use-ld=lld"])
    #expect(BuildSetting.host.linking(on: .linux(hasOwnLinker: false)) == [])
  }
}

@Suite("The processor")
struct ProcessorTests {
  @Test("is this computer's own, unless the environment names a lower level")
  func choice() throws {
    #expect(try Processor.chosen([:]) == Processor.current)
    #expect(try Processor.chosen([Processor.variable: Processor.current.name]) == Processor.current)
    #if arch(x86_64)
      #expect(try Processor.chosen([Processor.variable: "x86-64"]) == .baseline)
    #endif
  }

  @Test("that a level is for another computer is said in a sentence", arguments: ["z80", "", "arm64", "x86-64-v4"])
  func foreign(name: String) {
    // A level that is here is no foreign one.
    guard name != Processor.current.name else { return }
    #expect(throws: BuildFailure.self) { try Processor.chosen([Processor.variable: name]) }
    do throws(BuildFailure) { _ = try Processor.chosen([Processor.variable: name]) } catch {
      #expect(
        error.sentence.hasPrefix("COURSE_PROCESSOR is '\(name)', but this computer's processor can run programs for "))
      #expect(error.sentence.hasSuffix(" alone. Set it to one of these, or unset it."))
    }
  }
}
