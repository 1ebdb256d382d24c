import Course
import Engine
import Foundation
import Testing

@testable import course_check

@Suite("A host's last words")
struct CrashReportTests {
  private let checkout = Checkout(root: URL(filePath: "/course"), tree: .lessons, isolatedLesson: nil)
  private let file = "Lessons/Lesson4-Backward/Backward.swift"

  @Test("name the message, its line and the functions that were running, the innermost first")
  func trap() {
    let report = CrashReport(
      """
      some print
      Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range

      *** Signal 4: Backtracing from 0x7f... done ***

      *** Program crashed: Illegal instruction at 0x00007f8846d6df7f ***

      Thread 0 "Lesson4Host" crashed:

        0      0x00007f8846d6df7f _assertionFailure(_:_:file:line:flags:) + 302 in libswiftCore.so
        1 [ra] 0x000055de90f39f3d layerGradients(delta:input:) + 108 in Lesson4Host at /course/\(file):40:59
        2 [ra] 0x000055de90f39f3d backward(cache:labels:parameters:hidden:) + 9 in Lesson4Host at /course/\(file):57:7
        3 [ra] 0x000055de90f3a034 main + 67 in Lesson4Host at /course/Sources/Hosts/Lesson4Host/main.swift:2:7
      """, in: checkout)
    #expect(report.message == "Index out of range")
    #expect(report.frames.map(\.location.line) == [40, 57])
    #expect(report.frames.first?.location.file == file)
    #expect(report.printed == "some print")
  }

  @Test("name functions without the compiler's words about them")
  func names() {
    for symbol in [
      "layerGradients(delta:input:)", "specialized layerGradients(delta:input:)",
      "closure #1 in layerGradients(delta:input:)", "specialized closure #2 in layerGradients(delta:input:)",
    ] {
      let frame = "  1 [ra] 0x000055de90f39f3d \(symbol) + 108 in Lab at /course/\(file):40:59"
      let report = CrashReport("*** Signal 4: Backtracing from 0x7f\n\(frame)\n", in: checkout)
      #expect(report.frames.map(\.function) == ["layerGradients"])
    }
  }

  @Test("name the message that stands in the first line of the backtrace alone")
  func inlinedMessage() {
    let report = CrashReport(
      """
      *** Program crashed: Illegal instruction at 0x00005560c34b045a ***

      Thread 0 "Lesson4Host" crashed:

        0 [inlined] 0x00005560c34b045a Swift runtime failure: arithmetic overflow in Lesson4Host at /course/\(file)
        1           0x00005560c34b045a outputDelta(probabilities:labels:) + 4906 in Lesson4Host at /course/\(file):20:12
      """, in: checkout)
    #expect(report.message == "arithmetic overflow")
    #expect(report.frames.map(\.location.line) == [20])
  }

  @Test("leave the runtime's own troubles out of the message")
  func runtimesTroubles() {
    let report = CrashReport(
      """
      Backward/Backward.swift:17: Fatal error: stop
      swift-runtime: failed to suspend thread 22875 while processing a crash; backtraces will be missing information

      *** Signal 4: Backtracing from 0x7f
      """, in: checkout)
    #expect(report.message == "stop")
  }

  @Test("leave what was printed on the message's own line to the prints")
  func sameLine() {
    let report = CrashReport(
      "almost thereBackward/Backward.swift:17: Fatal error: stop\n\n*** Signal 4: Backtracing from 0x7f\n",
      in: checkout)
    #expect(report.printed == "almost there")
    #expect(report.message == "stop")
  }
}
