import CourseKit
import Exchange
import Tables

/// Answers with what some work finds, or with the sentence that says why it cannot be done.
///
/// The output begins with 1, and what was found follows; or it is 0, and the text is the sentence.
func answer(_ work: () throws(DataError) -> [Double]) {
  outputText = []
  do throws(DataError) {
    output = [1] + (try work())
  } catch {
    output = [0]
    outputText = Array(error.sentence.utf8)
  }
}

/// Reads the input's texts from their beginning, one by one.
struct TextReader {
  private var position = 0

  /// The next text, of so many bytes.
  mutating func text(_ count: Int) -> String {
    defer { position += count }
    return String(decoding: inputText[position..<(position + count)], as: UTF8.self)
  }

  /// All that is left.
  func rest() -> [UInt8] { Array(inputText[position...]) }
}

/// Examples as numbers: how many to learn from N, how many to measure on M; features [N, d] and the class of each example [N, 1],
/// features [M, d] and classes [M, 1].
@inline(never)
func numbers(of training: ClassDataset, _ validation: ClassDataset) -> [Double] {
  var numbers = [Double(training.count), Double(validation.count)]
  for part in [training, validation] {
    numbers += part.features.elements
    for number in part.classes { numbers.append(Double(number)) }
  }
  return numbers
}

/// Appends texts to the output's and returns how many bytes each of them takes.
@inline(never)
func put(_ texts: [String]) -> [Double] {
  for text in texts { outputText += Array(text.utf8) }
  return texts.map { Double($0.utf8.count) }
}
