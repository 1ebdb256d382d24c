import Foundation
import Judge
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

  @Test("leave what was printed on the message's own line to the prints")
  func sameLine() {
    let report = CrashReport(
      "almost thereBackward/Backward.swift:17: Fatal error: stop\n\n*** Signal 4: Backtracing from 0x7f\n",
      in: checkout)
    #expect(report.printed == "almost there")
    #expect(report.message == "stop")
  }
}
