import Foundation
import Vocabulary

/// A lesson's file line by line, each line with its own ending, so that what is not touched stays byte for byte.
struct LessonText {
  /// One line, and the bytes that end it: none at the end of the file.
  struct Line: Equatable {
    var text: [UInt8]
    var ending: [UInt8]
  }

  private(set) var lines: [Line] = []

  init(_ data: Data) {
    var line = Line(text: [], ending: [])
    let bytes = [UInt8](data)
    var index = 0
    while index < bytes.count {
      let isBreak = bytes[index] == 0x0A || bytes[index] == 0x0D
      if isBreak {
        let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        line.ending = isPair ? [0x0D, 0x0A] : [bytes[index]]
        lines.append(line)
        line = Line(text: [], ending: [])
        index += line.ending.count + (isPair ? 2 : 1)
      } else {
        line.text.append(bytes[index])
        index += 1
      }
    }
    lines.append(line)
  }

  /// The file's bytes.
  var data: Data { Data(lines.flatMap { $0.text + $0.ending }) }

  /// The lines as text.
  var texts: [Substring] { lines.map { Substring(String(decoding: $0.text, as: UTF8.self)) } }

  /// Whether both say the same, however their lines end.
  func saysTheSame(as other: LessonText) -> Bool { lines.map(\.text) == other.lines.map(\.text) }

  /// The lines of an exercise; nil if nobody can say which they are.
  func region(of exercise: ExerciseOutline, in lesson: LessonOutline) -> Range<Int>? {
    LessonSource(texts, file: "", of: lesson).region(of: exercise)
  }

  /// The text with the lines of an exercise taken from another version of the lesson; nil if one of both lacks them.
  func taking(_ exercise: ExerciseOutline, in lesson: LessonOutline, from other: LessonText) -> LessonText? {
    guard let region = region(of: exercise, in: lesson), let otherRegion = other.region(of: exercise, in: lesson) else {
      return nil
    }
    let ending = lines[region][region.lowerBound].ending
    var new = other.lines[otherRegion].map { Line(text: $0.text, ending: ending.isEmpty ? [0x0A] : ending) }
    new[new.count - 1].ending = lines[region.upperBound - 1].ending
    var result = self
    result.lines.replaceSubrange(region, with: new)
    return result
  }
}
