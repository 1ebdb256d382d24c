import Judge

/// What a host's last words say about why it ended and where.
///
/// The runtime first prints a message for most traps, then a backtrace with a line for each function that was running.
struct CrashReport {
  /// The runtime's message, for example `Index out of range`.
  private(set) var message: String?
  /// The place that the message names: the function's own for `fatalError`; nil where it is in the standard library.
  private(set) var messageLocation: SourceLocation?
  /// The functions of the lessons that were running, the innermost first.
  private(set) var frames: [Frame] = []
  /// What was printed before the report began.
  private(set) var printed = ""

  /// One function that was running, and its line.
  struct Frame: Equatable {
    let function: String
    let location: SourceLocation
  }

  /// Reads a report.
  ///
  /// - Parameters:
  ///   - text: all that the host wrote to standard error.
  ///   - checkout: the checkout whose lessons count as the student's.
  init(_ text: String, in checkout: Checkout) {
    var isReport = false
    var printedLines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if read(message: line, in: checkout) || line.hasPrefix("*** Signal ") || line.hasPrefix("*** Program crashed") {
        isReport = true
      } else if isReport {
        read(frame: line, in: checkout)
      } else {
        printedLines.append(line)
      }
    }
    printed = printedLines.joined(separator: "\n")
  }

  private mutating func read(message line: Substring, in checkout: Checkout) -> Bool {
    if let match = line.firstMatch(of: /^(.*\.swift):([0-9]+): Fatal error(?:: (.*))?$/) {
      message = match.3.map(String.init) ?? "fatalError"
      messageLocation = checkout.location(module: match.1, line: Int(match.2) ?? 0)
    } else if let match = line.firstMatch(of: /^\*\*\* Swift runtime failure: (.*) \*\*\*/) {
      message = message ?? String(match.1)
    } else if let match = line.firstMatch(of: /^Fatal error: (failed to allocate .*)/) {
      message = String(match.1)
    } else {
      return false
    }
    return true
  }

  private mutating func read(frame line: Substring, in checkout: Checkout) {
    let pattern = /^ *[0-9]+ .*0x[0-9a-f]+ (.*) \+ [0-9]+ in .* at (\/.*\.swift)(?::([0-9]+))?/
    guard let match = line.firstMatch(of: pattern),
      let location = checkout.location(path: match.2, line: match.3.flatMap { Int($0) } ?? 0)
    else { return }
    frames.append(Frame(function: String(match.1), location: location))
  }

  /// The innermost line of the student's that was running; some frames have none.
  var place: SourceLocation? {
    messageLocation ?? frames.first { $0.location.line > 0 }?.location
  }

  /// Whether the innermost functions are all the same one.
  var isRecursive: Bool {
    frames.count > 3 && frames.prefix(4).allSatisfy { $0.function == frames[0].function }
  }
}
