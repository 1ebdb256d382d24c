import Exchange
import Vocabulary

/// A number as people read it.
///
/// Input: 0 for so many digits after the point, 1 for so many that count; the number; how many digits. The text is the answer.
@_expose(wasm, "numberText") @_cdecl("numberText")
public func numberText() {
  var numbers = InputReader()
  let countsAll = numbers.integer() == 1
  let (number, digits) = (numbers.number(), numbers.integer())
  output = []
  outputText = Array((countsAll ? NumberText.general(number, digits, from: 6) : NumberText.fixed(number, digits)).utf8)
}
