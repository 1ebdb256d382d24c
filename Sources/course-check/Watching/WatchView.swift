import Foundation

/// What a watch shows.
struct WatchView: Equatable {
  /// What is watched: `Lesson 4` or `4.3`.
  var title: String
  /// The last report, as the check wrote it.
  var report: String
  /// What stands above it, when a hint was asked for.
  var hint = ""
  var state = State.checking(seconds: 0)
  /// What the running check says about its progress; empty if nothing.
  var progress = ""
  var hasNext = false
  var hasPrevious = false
  /// The row of the text at the top of the screen; nil for the one that says most.
  var firstRow: Int?

  /// How far the check is.
  enum State: Equatable {
    /// A check has been at work for so many seconds.
    case checking(seconds: Int)
    /// The report is that of the files as they are.
    case checked(at: Date, Duration)
  }

  /// The text that takes most of the screen.
  var text: String { hint.isEmpty ? report : hint + "\n" + report }

  /// What stands below the report when the watch is over; empty if the report is that of the files as they are.
  var lastWords: String {
    if case .checking = state { "The check of what you saved last was not over.\n" } else { "" }
  }

  /// How things stand, and the keys: what stands at the bottom of the screen.
  ///
  /// - Parameters:
  ///   - isLong: whether the screen is too small for the text.
  ///   - columns: the width of the screen.
  ///   - style: how it looks.
  func footer(isLong: Bool, columns: Int, _ style: Style) -> String {
    var keys = [("h", "hint"), ("n", "next"), ("p", "back"), ("r", "again"), ("q", "quit")]
    if !hasNext { keys.removeAll { $0.0 == "n" } }
    if !hasPrevious { keys.removeAll { $0.0 == "p" } }
    if isLong { keys.insert(("space", "more"), at: 0) }
    var lines = [""]
    for (key, meaning) in keys {
      let entry = style.paint(key, .bold) + " " + style.paint(meaning, .faint)
      let longer = lines[lines.count - 1] + (lines[lines.count - 1].isEmpty ? "" : "  ") + entry
      if longer.columnCount <= columns { lines[lines.count - 1] = longer } else { lines.append(entry) }
    }
    return (["", sentence(style)] + lines).joined(separator: "\n")
  }

  private func sentence(_ style: Style) -> String {
    switch state {
    case .checking(let seconds):
      let words = "\(title) · checking …" + (seconds > 0 ? " \(seconds) s" : "")
      return style.paint(progress.isEmpty ? words : progress, .yellow)
    case .checked(let time, let duration):
      let tenths = String(format: "%.1f", Double(duration / .milliseconds(1)) / 1000)
      return style.paint("\(title) · checked at \(time.clockTime) in \(tenths) s", .faint)
    }
  }
}

extension Date {
  /// The time of day as a clock shows it here: 14:03:22.
  var clockTime: String {
    var seconds = time_t(timeIntervalSince1970)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return String(format: "%02d:%02d:%02d", parts.tm_hour, parts.tm_min, parts.tm_sec)
  }
}
