/// What the compiler warns of in a lesson that compiles: often the reason for a wrong answer, as code that never runs.
struct WarningReport {
  private let warnings: [CompilerMessage]
  private let checkout: Checkout

  private static let shownWarnings = 5

  init(_ warnings: [CompilerMessage], _ checkout: Checkout) {
    self.warnings = warnings
    self.checkout = checkout
  }

  /// The warnings with their lines; nothing if there are none.
  var text: String {
    let text = warnings.prefix(Self.shownWarnings).map { $0.lines(in: checkout) }.joined()
    let rest = warnings.count - Self.shownWarnings
    return rest > 0 ? text + "  and \(rest) more warning\(rest == 1 ? "" : "s").\n" : text
  }
}
