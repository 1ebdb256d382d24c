import Foundation
import Vocabulary

/// A mean with its spread in words, at reading size.
enum SpreadText {
  /// The mean with as many decimals as two digits of the spread have, for example 0.835 ± 0.035.
  static func text(mean: Double, spread: Double, isASCII: Bool = false) -> String {
    guard Drawable.contains(mean, isLogarithmic: false) else { return "no number" }
    guard Drawable.contains(spread, isLogarithmic: false), spread > Drawable.smallest else {
      return DecimalNumber(mean, significant: 4).shortened.text(isASCII: isASCII)
    }
    // Ten digits are enough where the spread is tiny beside the mean.
    let finest = DecimalNumber(mean, significant: 10).exponent
    let exponent = max(min(DecimalNumber(spread, significant: 2).exponent, 0), mean == 0 ? -20 : finest)
    let numbers = [mean, spread].map { DecimalNumber($0, exponent: exponent).text(isASCII: isASCII) }
    return numbers.joined(separator: isASCII ? " +- " : " ± ")
  }
}
