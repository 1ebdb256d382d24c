import CourseFiles
import Foundation
import Processes
import Vocabulary

/// What a host's last words say about why it ended and where.
///
/// The runtime first prints a message for most traps, then a backtrace with a line for each function that was running.
package struct CrashReport {
  /// The runtime's message, for example `Index out of range`.
  package private(set) var message: String?
  /// The place that the message names: the function's own for `fatalError`; nil where it is in the standard library.
  package private(set) var messageLocation: SourceLocation?
  /// The functions of the lessons that were running, the innermost first.
  package private(set) var frames: [Frame] = []
  /// Whether the host was busy with sending the result.
  private(set) var wasSending = false
  /// What was printed before the report began.
  package private(set) var printed = ""

  /// One function that was running, and its line.
  package struct Frame: Equatable {
    /// The name without the argument labels, with its type before it, as in `Dense.forward`, if it is a method; that of
    /// the function around it for a closure.
    package let name: String
    /// The name without the type.
    package var function: String { String(name.split(separator: ".").last ?? "") }
    /// The place; line 0 if the compiler gave the instruction none.
    package let location: SourceLocation

    /// Whether it is an exercise's function, whose name has its type before it only where that is needed.
    package func isOf(_ exercise: String) -> Bool { exercise == name || exercise == function }
  }

  /// The environment in which a program reports its crash in the way that is read here.
  package static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] =
      "enable=yes,color=no,registers=none,images=none,threads=crashed,interactive=no,limit=24,top=4,"
      + "sanitize=no,cache=no,timeout=2s,output-to=stderr"
    return environment
  }

  /// Reads a report.
  ///
  /// - Parameters:
  ///   - text: all that the host wrote to standard error.
  ///   - checkout: the checkout whose lessons count as the student's.
  package init(_ text: String, in checkout: Checkout) {
    var part = Part.prints
    var printedLines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("*** "),
        let match = line.prefixMatch(of: /\*\*\* (?:Signal |Program crashed|Swift runtime failure: (.*) \*\*\*)/)
      {
        message = message ?? match.1.map(String.init)
        part = .backtrace
      } else if part != .backtrace, let before = read(message: line, in: checkout) {
        if !before.isEmpty { printedLines.append(before) }
        part = .message
      } else {
        switch part {
        case .prints: printedLines.append(line)
        // The runtime speaks of its own troubles, too.
        case .message: if !line.isEmpty, !line.hasPrefix("swift-runtime: ") { message? += "; " + line }
        case .backtrace: read(frame: line, in: checkout)
        }
      }
    }
    printed = printedLines.joined(separator: "\n")
  }

  private enum Part { case prints, message, backtrace }

  /// Takes a line that is the runtime's message, and returns what the code had printed on the same line before it; nil
  /// for any other line.
  private mutating func read(message line: Substring, in checkout: Checkout) -> Substring? {
    // Regular expressions are slow, and a flood has many lines.
    guard line.contains("Fatal error") || line.contains(" failed") || line.hasPrefix("Could not cast") else {
      return nil
    }
    if let match = line.firstMatch(of: /(\S*\.swift):([0-9]+): (?:Fatal error|[A-Z][a-z]+ failed)(?:: (.*))?$/) {
      message = match.3.map(String.init) ?? "the condition is false"
      messageLocation = checkout.location(module: match.1, line: Int(match.2) ?? 0)
      let module = checkout.lessons.lazy.compactMap { match.1.firstRange(of: "\($0.topic)/\($0.topic).swift") }
        .first
      return line[..<(module?.lowerBound ?? match.range.lowerBound)]
    } else if let match = line.firstMatch(of: /^Fatal error: (failed to allocate .*)/) {
      message = String(match.1)
      return ""
    } else if let match = line.firstMatch(of: /^(Could not cast value of type '.*') \(0x.*\) to ('.*') \(0x.*\)\.$/) {
      message = "\(match.1) to \(match.2)"
      return ""
    }
    return nil
  }

  private mutating func read(frame line: Substring, in checkout: Checkout) {
    // Some of the runtime's messages stand only here, as if each were a function of that name.
    if message == nil, frames.isEmpty, let match = line.firstMatch(of: /Swift runtime failure: (.*) in\b/) {
      message = String(match.1)
    }
    let pattern = /^ *[0-9]+ .*0x[0-9a-f]+ (.*) \+ [0-9]+ in .* at (\/.*\.swift)(?::([0-9]+))?/
    guard let match = line.firstMatch(of: pattern) else { return }
    if frames.isEmpty, match.2.hasSuffix("/Wire/Transferable.swift") { wasSending = true }
    if let location = checkout.location(path: match.2, line: match.3.flatMap { Int($0) } ?? 0) {
      frames.append(Frame(name: Self.name(of: match.1), location: location))
    }
  }

  /// `closure #1 in relu(_:)` → `relu`; `Activation.derivative(_:)` as it is, without the labels;
  /// and of optimised code `specialized relu(_:)` → `relu`.
  private static func name(of symbol: Substring) -> String {
    let function = symbol.split(separator: " in ").last ?? symbol
    let base = function.prefix { $0 != "(" && $0 != "<" }
    let name = base.split(separator: " ").last ?? base
    return name.split(separator: ".").suffix(2).joined(separator: ".")
  }

  /// Whether the same function is running several times.
  var isRecursive: Bool {
    frames.contains { frame in frames.count { $0.name == frame.name } >= 3 }
  }
}
