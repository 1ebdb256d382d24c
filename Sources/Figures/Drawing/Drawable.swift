/// Which numbers a picture can show.
enum Drawable {
  /// Beyond this a number is taken as infinite, so that widths and steps never overflow.
  static let largest = 1e100

  /// Below this a number is taken as zero.
  static let smallest = 1e-100

  static func contains(_ value: Double, isLogarithmic: Bool) -> Bool {
    abs(value) <= largest && (!isLogarithmic || value >= smallest)
  }
}
