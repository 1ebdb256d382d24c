import Course
import Engine
import FixtureCourse
import Foundation
import Testing

@testable import CourseFiles
@testable import Running

@Suite("A host's last words")
struct CrashReportTests {
  private let checkout = Checkout(
    root: URL(filePath: "/course"), tree: .lessons, lessons: Course.fixture.outline)
  private let file = "Lessons/Lesson2-Averages/Averages.swift"

  @Test("name the message, its line and the functions that were running, the innermost first")
  func trap() {
    let report = CrashReport(
      """
      some print
      Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range

      *** Signal 4: Backtracing from 0x7f... done ***

      *** Program crashed: Illegal instruction at 0x00007f8846d6df7f ***

      Thread 0 "Lesson2Host" crashed:

        0      0x00007f8846d6df7f _assertionFailure(_:_:file:line:flags:) + 302 in libswiftCore.so
        1 [ra] 0x000055de90f39f3d spread(_:) + 108 in Lesson2Host at /course/\(file):40:59
        2 [ra] 0x000055de90f39f3d report(of:) + 9 in Lesson2Host at /course/\(file):57:7
        3 [ra] 0x000055de90f3a034 main + 67 in Lesson2Host at /course/Sources/Hosts/Lesson2Host/main.swift:2:7
      """, in: checkout)
    #expect(report.message == "Index out of range")
    #expect(report.frames.map(\.location.line) == [40, 57])
    #expect(report.frames.first?.location.file == file)
    #expect(report.printed == "some print")
  }

  @Test("name functions without the compiler's words about them")
  func names() {
    for symbol in [
      "spread(_:)", "specialized spread(_:)",
      "closure #1 in spread(_:)", "specialized closure #2 in spread(_:)",
    ] {
      let frame = "  1 [ra] 0x000055de90f39f3d \(symbol) + 108 in Lab at /course/\(file):40:59"
      let report = CrashReport("*** Signal 4: Backtracing from 0x7f\n\(frame)\n", in: checkout)
      #expect(report.frames.map(\.function) == ["spread"])
    }
  }

  @Test("name methods with their types, which tell those of one name apart")
  func methods() throws {
    let frame = "  1 [ra] 0x000055de90f39f3d Wide.forward(_:isTraining:) + 108 in Lab at /course/\(file):40:59"
    let report = CrashReport("*** Signal 4: Backtracing from 0x7f\n\(frame)\n", in: checkout)
    let found = try #require(report.frames.first)
    #expect(found.name == "Wide.forward" && found.function == "forward")
    #expect(found.isOf("Wide.forward") && found.isOf("forward") && !found.isOf("Narrow.forward"))
  }

  @Test("name the message that stands in the first line of the backtrace alone")
  func inlinedMessage() {
    let report = CrashReport(
      """
      *** Program crashed: Illegal instruction at 0x00005560c34b045a ***

      Thread 0 "Lesson2Host" crashed:

        0 [inlined] 0x00005560c34b045a Swift runtime failure: arithmetic overflow in Lesson2Host at /course/\(file)
        1           0x00005560c34b045a mean(_:) + 4906 in Lesson2Host at /course/\(file):20:12
      """, in: checkout)
    #expect(report.message == "arithmetic overflow")
    #expect(report.frames.map(\.location.line) == [20])
  }

  @Test("leave the runtime's own troubles out of the message")
  func runtimesTroubles() {
    let report = CrashReport(
      """
      Averages/Averages.swift:17: Fatal error: stop
      swift-runtime: failed to suspend thread 22875 while processing a crash; backtraces will be missing information

      *** Signal 4: Backtracing from 0x7f
      """, in: checkout)
    #expect(report.message == "stop")
  }

  @Test("say whether it stopped while it was sending its result")
  func sending() {
    let kit = "/course/Sources/Wire/Transferable.swift:80"
    let frames = [
      "  0 [ra] 0x000055de90f39f3d Array<A>.write(to:) + 108 in Lesson2Host at \(kit):9",
      "  1 [ra] 0x000055de90f39f3d spread(_:) + 108 in Lesson2Host at /course/\(file):40:59",
    ]
    for (order, wasSending) in [(frames, true), (frames.reversed(), false)] {
      let words = "*** Signal 4: Backtracing from 0x7f\n\(order.joined(separator: "\n"))\n"
      #expect(CrashReport(words, in: checkout).wasSending == wasSending)
    }
  }

  @Test("leave what was printed on the message's own line to the prints")
  func sameLine() {
    let report = CrashReport(
      "almost thereAverages/Averages.swift:17: Fatal error: stop\n\n*** Signal 4: Backtracing from 0x7f\n",
      in: checkout)
    #expect(report.printed == "almost there")
    #expect(report.message == "stop")
  }
}
