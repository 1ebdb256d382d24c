import Contract
import CourseKit
import Testing
import Vocabulary
import Wire

@Suite("Requests in one message") struct RequestBatchTests {
  private static func host() -> LessonHost {
    let host = LessonHost()
    host.answer(Lesson1.relu) { z in z.map { max(0, $0) } }
    return host
  }

  @Test("have the replies that they have one by one, in their order")
  func replies() throws {
    let requests = [-1.0, 2, 0].map { Lesson1.relu.request(Matrix([[$0]])) }
    let host = Self.host()
    let together = try RequestBatch.replies(in: host.reply(to: RequestBatch.message(requests)))
    #expect(try together == requests.map { try host.reply(to: $0) })
    #expect(try together.map { try Lesson1.relu.result(from: $0)[0, 0] } == [0, 2, 0])
  }

  @Test("may be none")
  func none() throws {
    #expect(try RequestBatch.replies(in: Self.host().reply(to: RequestBatch.message([]))).isEmpty)
  }

  @Test("are no message if it is cut off or goes on", arguments: [-1, 1])
  func wrongLength(change: Int) {
    var message = RequestBatch.message([Lesson1.relu.request(Matrix([[1]]))])
    if change < 0 { message.removeLast() } else { message.append(0) }
    #expect(throws: FrameError.self) { try Self.host().reply(to: message) }
  }
}
