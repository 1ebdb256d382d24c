import Foundation
import Testing

@testable import course_check

@Suite("SwiftPM's plan of a build")
struct BuildPlanTests {
  @Test("gives each command with what it reads and makes, and nothing of what is no command")
  func commands() {
    let plan = BuildPlan(
      """
      client:
        name: basic
      commands:
        "<Lesson4Host-debug.exe>":
          tool: phony
          inputs: ["/b/debug/Lesson4Host"]
          outputs: ["<Lesson4Host-debug.exe>"]

        "C.Backward-debug.module":
          tool: shell
          inputs: ["/c/Lessons/a \\"b\\".swift","/b/debug/Modules/CourseKit.swiftmodule"]
          outputs: ["/b/debug/Backward.build/Backward.swift.o"]
          description: "Compiling"
          args: ["swiftc","-c"]

        "unknown":
          tool: shell
          inputs: ["/b/debug/Lesson4Host"]
          args: ["codesign"]

        "another":
          tool: shell
          inputs: /b/debug/Lesson4Host
          outputs: ["/b/debug/Lesson5Host"]
          args: ["codesign"]

      """)
    #expect(
      plan.commands == [
        BuildCommand(
          inputs: ["/c/Lessons/a \"b\".swift", "/b/debug/Modules/CourseKit.swiftmodule"],
          outputs: ["/b/debug/Backward.build/Backward.swift.o"], arguments: ["swiftc", "-c"])
      ])
  }

  @Test("has no commands where there is none, or one in another form")
  func none() {
    #expect(BuildPlan(in: URL(filePath: "/no/such/folder"), configuration: "debug").commands == [])
    #expect(BuildPlan("{\"commands\": []}").commands == [])
  }
}
