import Testing

@testable import LabKit

@Suite("Messages of the Lab")
struct LabMessageTests {
  private let messages = [
    LabMessage(.result, "2-8-1 · σ\n"), LabMessage(.progress, "\r\u{1B}[Kepoch 1"), LabMessage(.result, ""),
    LabMessage(.failure, String(repeating: "é", count: 70_000)), LabMessage(.end, ""),
  ]

  @Test("come back as they were sent")
  func roundTrip() {
    var bytes = messages.flatMap(\.bytes)
    #expect(LabMessage.taken(from: &bytes) == messages)
    #expect(bytes.isEmpty)
  }

  @Test("come back wherever the pipe cuts them", arguments: [1, 2, 3, 5, 4096])
  func pieces(size: Int) {
    let sent = Array(messages.prefix(3)) + [LabMessage(.failure, String(repeating: "é", count: 500))]
    let bytes = sent.flatMap(\.bytes)
    var unread: [UInt8] = []
    var received: [LabMessage] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      unread += bytes[start..<min(start + size, bytes.count)]
      received += LabMessage.taken(from: &unread)
    }
    #expect(received == sent)
    #expect(unread.isEmpty)
  }

  @Test("end where bytes come that are none")
  func garbage() {
    var bytes = messages[0].bytes + Array("hello, this is no message".utf8)
    #expect(LabMessage.taken(from: &bytes) == [messages[0]])
    #expect(bytes.isEmpty)
  }

  @Test("that have not come whole wait for the rest")
  func incomplete() {
    var bytes = Array(messages[0].bytes.dropLast())
    #expect(LabMessage.taken(from: &bytes).isEmpty)
    #expect(bytes.count == messages[0].bytes.count - 1)
  }
}
