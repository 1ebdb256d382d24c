import Vocabulary

/// Several requests in one message: one way to the host and back instead of many.
///
/// If one of them ends the host there is no reply to any; the judge then sends them one by one.
public enum RequestBatch {
  /// A number that no exercise has, in the place where a request has its exercise.
  static let mark = ExerciseID(lesson: 0, number: 0)

  /// Returns the message that holds these requests.
  package static func message(_ requests: [[UInt8]]) -> [UInt8] {
    var frame = FrameWriter()
    frame.write(mark)
    frame.write(requests.count)
    for request in requests { frame.write(whole: request) }
    return frame.bytes
  }

  /// Returns the replies that a host's reply to such a message holds.
  ///
  /// - Throws: `FrameError` if the bytes are not a whole list.
  package static func replies(in reply: [UInt8]) throws(FrameError) -> [[UInt8]] {
    var reader = FrameReader(reply)
    var replies: [[UInt8]] = []
    for _ in 0..<(try reader.readCount()) { replies.append(try reader.readWhole()) }
    try reader.expectEnd()
    return replies
  }

  /// Returns the reply to a message whose mark has been read.
  static func reply(to reader: inout FrameReader, with answer: ([UInt8]) throws -> [UInt8]) throws -> [UInt8] {
    let count = try reader.readCount()
    var frame = FrameWriter()
    frame.write(count)
    for _ in 0..<count { frame.write(whole: try answer(reader.readWhole())) }
    try reader.expectEnd()
    return frame.bytes
  }
}

extension FrameWriter {
  /// Appends another frame with its length.
  fileprivate mutating func write(whole frame: [UInt8]) {
    write(frame.count)
    append(frame)
  }
}

extension FrameReader {
  /// Returns the next frame that was written with its length.
  fileprivate mutating func readWhole() throws(FrameError) -> [UInt8] { Array(try read(count: try readCount())) }
}
