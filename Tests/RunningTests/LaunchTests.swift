import Foundation
import Processes
import Testing

@testable import Running
@testable import Wire

@Suite("How a host is launched")
struct LaunchTests {
  @Test("is a value: limits and wrapper stand in its words, and the environment is the one that is given")
  func words() throws {
    let launch = Launch(
      limits: ProcessLimits(memory: 1000, fileSize: 20), environment: ["COURSE_WORD": "seen"],
      wrapper: ["/bin/sh", "-c", "echo $COURSE_WORD \"$@\"", "sh"])
    let child = try launch.start("/course/Lesson1Host", ["a", "b"])
    var output: [UInt8] = []
    while true {
      let piece = Descriptors.read(child.output)
      if piece.isEmpty { break }
      output += piece
    }
    #expect(child.wait().exit == 0)
    #expect(String(decoding: output, as: UTF8.self) == "seen /course/Lesson1Host keep 1000,,20 a b\n")
  }

  @Test(
    "has limits that come back as they were sent",
    arguments: [ProcessLimits.check, ProcessLimits(), ProcessLimits(processorTime: 7)])
  func limits(limits: ProcessLimits) {
    #expect(ProcessLimits(limits.text) == limits)
  }

  @Test("has no limits in words that are none", arguments: ["", "1,2", "1,2,3,4", "a,,", "-1,,"])
  func noLimits(text: String) {
    #expect(ProcessLimits(text) == nil)
  }
}
