import Batteries
import Course
import Engine
import Testing

extension ClassroomTests {
  /// All lessons at a glance, in a terminal.
  @Suite(
    "The dashboard in a terminal", .serialized, TerminalWindow.isPossible,
    .enabled(if: Battery.isLong, "it needs the hosts of all lessons"))
  struct DashboardScreenTests {
    /// A progress bar, in either of its looks.
    private static var bar: Regex<Substring> { /[#.]{6,}|[█░]{6,}/ }

    @Test("fits, with colours or without", arguments: ScreenSize.allCases, ScreenLook.allCases)
    func looks(size: ScreenSize, look: ScreenLook) throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant(ChosenMistake.body, in: ChosenMistake.id)
        _ = try classroom.check()
        let window = try TerminalWindow(
          in: classroom.root, columns: size.columns, rows: size.rows, environment: look.environment)
        try window.run("clear; ./course-check" + look.option)
        try window.wait(30) { $0.contains("Next: fix \(ChosenMistake.title)") }
        let rows = try window.screen.split(separator: "\n")
        let bars = rows.filter { $0.contains(Self.bar) }
        #expect(bars.count == Course.neuralNetwork.lessons.count, "each lesson is one row: \(rows)")
        for (bar, lesson) in zip(bars, Course.neuralNetwork.lessons) {
          #expect(bar.dropFirst(4).hasPrefix("\(lesson.number) "))
          // Lessons 4 and 5 cannot be right while 4.3 is not.
          let count = lesson.exercises.count
          if ![4, 5].contains(lesson.number) { #expect(bar.contains(" \(count)/\(count)"), "\(bar)") }
        }
        #expect(bars[3].hasPrefix("  \(look.failureSign) 4 ") && bars[3].contains(" 2/4"))
        let beginnings = bars.compactMap { bar in
          bar.firstRange(of: Self.bar).map { bar.distance(from: bar.startIndex, to: $0.lowerBound) }
        }
        #expect(Set(beginnings).count == 1, "the bars stand below each other: \(rows)")
        let colouredScreen = try window.colouredScreen
        #expect(look.isRight(colouredScreen), "\(colouredScreen)")
      }
    }
  }
}
