/// A piece of text on its way from the Lab's program to course-check, which writes it where it belongs.
///
/// The student's own prints go another way, so they cannot be taken for results.
public struct LabMessage: Equatable, Sendable {
  /// Where it belongs.
  public enum Kind: UInt8, Sendable {
    /// Standard output.
    case result = 1
    /// Standard error.
    case progress = 2
    /// Standard error, and the command has failed: the input was wrong.
    case failure = 3
    /// Nowhere: the Lab has done all that was asked, so its end is its own and not the student's code's.
    case end = 4
  }

  /// Where it belongs.
  public let kind: Kind
  /// The text.
  public let text: String

  /// Creates a message.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// The message as bytes: kind, length in four bytes, text.
  public var bytes: [UInt8] {
    let text = Array(text.utf8)
    return [kind.rawValue] + withUnsafeBytes(of: UInt32(text.count).littleEndian) { Array($0) } + text
  }

  /// Takes the whole messages off the front of `bytes`; what is left waits for more.
  ///
  /// Bytes that are no message end the reading: they are all taken away.
  public static func taken(from bytes: inout [UInt8]) -> [LabMessage] {
    var messages: [LabMessage] = []
    var position = 0
    while bytes.count - position >= 5 {
      guard let kind = Kind(rawValue: bytes[position]) else {
        position = bytes.count
        break
      }
      let length = (1...4).reversed().reduce(0) { $0 << 8 | Int(bytes[position + $1]) }
      guard bytes.count - position - 5 >= length else { break }
      let text = bytes[(position + 5)..<(position + 5 + length)]
      messages.append(LabMessage(kind, String(decoding: text, as: UTF8.self)))
      position += 5 + length
    }
    bytes.removeFirst(position)
    return messages
  }
}
