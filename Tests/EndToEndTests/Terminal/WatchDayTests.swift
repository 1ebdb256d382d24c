import Batteries
import Course
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// What happens while a student works with `watch`.
  @Suite(
    "A day with a watch", .serialized, TerminalWindow.isPossible,
    .enabled(if: Battery.isLong, "each test builds several times"))
  struct WatchDayTests {
    private let lesson = Course.neuralNetwork.lessons[3]

    /// A watch of lesson 4, whose first report is there.
    private func watch(_ classroom: borrowing Classroom, _ size: ScreenSize = .usual) throws -> TerminalWindow {
      _ = try classroom.check("lesson4")
      let window = try TerminalWindow(in: classroom.root, columns: size.columns, rows: size.rows)
      try window.run("./course-check watch 4")
      try window.wait(20) { $0.contains("Lesson 4 is done.") && $0.contains("checked at") }
      return window
    }

    @Test(
      "looks the same in every terminal: fitting, with colours or without", arguments: ScreenSize.allCases,
      ScreenLook.allCases)
    func looks(size: ScreenSize, look: ScreenLook) throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant(ChosenMistake.body, in: ChosenMistake.id)
        _ = try classroom.check("lesson4")
        let window = try TerminalWindow(
          in: classroom.root, columns: size.columns, rows: size.rows, environment: look.environment)
        try window.run("./course-check watch 4" + look.option)
        try window.wait(20) { $0.contains("checked at") }
        let rows = try window.screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(rows.count == size.rows)
        #expect(rows.contains { $0.hasPrefix("  \(look.failureSign) \(ChosenMistake.title)") })
        let text = rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(text.contains(ChosenMistake.diagnosis))
        #expect(text.contains("h hint n next p back r again q quit"))
        let colouredScreen = try window.colouredScreen
        #expect(look.isRight(colouredScreen), "\(colouredScreen)")
        try window.press("q")
        try WatchTests.expectClean(window, classroom, report: ChosenMistake.title)
      }
    }

    @Test("shows the compiler's errors, and they go away with their cause")
    func syntaxError() throws {
      try Classroom.open(.solved) { classroom in
        let window = try watch(classroom)
        let text = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8)
        try classroom.write(text.replacing("delta.columnSums()", with: "delta.columnSum("), to: lesson)
        try window.wait(20) { $0.contains("Lesson 4 does not compile.") && $0.contains("Backward.swift:") }
        #expect(try window.screen.contains("error: "))
        try classroom.write(text, to: lesson)
        try window.wait(20) { $0.contains("Lesson 4 is done.") && !$0.contains("error: ") }
        try window.press("q")
        try WatchTests.expectClean(window, classroom, report: "Lesson 4 is done.")
      }
    }

    @Test(
      "stays awake over code that does not end",
      arguments: ["  while true {}", "  while true { print(\"a flood\") }"], ["q", "C-c"])
    func endless(body: String, key: String) throws {
      try Classroom.open(.solved) { classroom in
        let window = try watch(classroom)
        try classroom.plant(body, in: "4.1")
        let folder = classroom.root.path
        let isBusy = Waiting.until(20) {
          ProcessTable.lines().contains { $0.contains(folder) && $0.contains("Lesson4Host") }
        }
        #expect(isBusy)
        #expect(try window.screen.contains("checking …"))
        let start = ContinuousClock.now
        try window.press(key)
        try window.waitForPrompt()
        #expect(ContinuousClock.now - start < .seconds(3))
        try WatchTests.expectClean(window, classroom, report: "The check of what you saved last was not over.")
      }
    }

    @Test("reports what is saved last, although the check before was still at work")
    func savedTwice() throws {
      try Classroom.open(.solved) { classroom in
        let window = try watch(classroom)
        try classroom.plant("  while true {}", in: "4.1")
        usleep(700_000)
        try classroom.plant(ChosenMistake.body, in: ChosenMistake.id)
        // The loop's own limit is five seconds.
        try window.wait(4.5) { $0.contains(ChosenMistake.diagnosis) }
        try classroom.solveAll()
        try window.wait(20) { $0.contains("Lesson 4 is done.") && $0.contains("checked at") }
        try window.press("C-c")
        try WatchTests.expectClean(window, classroom, report: "Lesson 4 is done.")
      }
    }

    @Test("notices a lesson below that is saved, and a file that editors put in the place of another")
    func below() throws {
      try Classroom.open(.solved) { classroom in
        let window = try watch(classroom)
        try classroom.plant("  z.map { $0 > 0 ? 1 : 1 }", in: "1.6")
        try window.wait(20) { $0.contains("1.6 reluDerivative fails. Do that first") }
        try classroom.solveAll()
        try window.wait(20) { $0.contains("Lesson 4 is done.") }
      }
    }

    @Test("goes to other lessons, gives hints and checks again on single keys")
    func keys() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant(ChosenMistake.body, in: ChosenMistake.id)
        _ = try classroom.check("lesson4")
        let window = try TerminalWindow(in: classroom.root, columns: 80, rows: 24)
        // Lessons 1 to 3 are done but nobody knows it yet, so the watch begins with the first.
        try window.run("./course-check watch")
        try window.wait(30) { $0.contains("Lesson 1 is done. The key n goes on to lesson 2.") }
        #expect(try !window.screen.contains("p back"))
        for number in 2...3 {
          try window.press("n")
          try window.wait(30) { $0.contains("Lesson \(number) is done.") && $0.contains("checked at") }
        }
        try window.press("n")
        try window.wait(30) { $0.contains(ChosenMistake.diagnosis) }
        for step in 1...3 {
          try window.press("h")
          try window.wait(5) { $0.contains("\(ChosenMistake.title) · hint \(step) of 3") }
        }
        #expect(try window.screen.contains("space more"))
        try window.press("Space")
        try window.wait(5) { $0.contains("Next: fix \(ChosenMistake.title)") }
        try window.press("r")
        try window.wait(20) { !$0.contains("hint 3 of 3") && $0.contains("checked at") }
        try window.press("p")
        try window.wait(20) { $0.contains("Lesson 3 is done.") }
        try window.press("q")
        // What is known now is used: the first lesson that is not done is the fourth.
        try window.waitForPrompt()
        try window.run("clear; ./course-check watch")
        try window.wait(20) { $0.contains(ChosenMistake.diagnosis) }
      }
    }

    @Test("follows the size of the window, sleeps on Ctrl-Z and comes back")
    func sizeAndSleep() throws {
      try Classroom.open(.solved) { classroom in
        let window = try watch(classroom)
        try window.resize(columns: 40, rows: 20)
        try window.wait(5) { $0.hasSuffix("h hint  n next  p back  r again  q quit\n") }
        #expect(try window.screen.split(separator: "\n", omittingEmptySubsequences: false).count == 21)
        try window.press("C-z")
        try window.waitForPrompt()
        #expect(try window.screen.contains("Stopped"))
        #expect(try window.state == "cursor 1 second screen 0\n")
        try window.run("fg")
        try window.wait(5) { $0.contains("q quit") && $0.contains("Lesson 4 is done.") }
        try classroom.plant(ChosenMistake.body, in: ChosenMistake.id)
        try window.wait(20) { $0.contains(ChosenMistake.title) && $0.contains("checked at") }
        try window.press("C-c")
        try WatchTests.expectClean(window, classroom, report: ChosenMistake.title)
      }
    }

    @Test("leaves the terminal and no process when it is killed", arguments: [SIGTERM, SIGHUP])
    func killed(signal: Int32) throws {
      try Classroom.open(.solved) { classroom in
        let window = try TerminalWindow(in: classroom.root, columns: 80, rows: 24)
        try classroom.plant("  while true {}", in: "4.1")
        try window.run("./course-check watch 4 & echo \"started $!\"; fg")
        try window.wait(5) { $0.contains("checking") || $0.contains("Building") }
        let process = ProcessTable.lines().first { $0.hasSuffix("./course-check watch 4") }
        let number = try #require(process?.split(separator: " ").first.flatMap { pid_t($0) })
        kill(number, signal)
        try window.waitForPrompt()
        try WatchTests.expectClean(window, classroom, report: "started", status: Int(128 + signal))
      }
    }

    @Test("writes one report after the other into a pipe, without control sequences")
    func pipe() throws {
      try Classroom.open(.solved) { classroom in
        _ = try classroom.check("lesson4")
        let command = Command(classroom.command.path, ["watch", "4"], in: classroom.root)
        try command.start()
        let hasBegun = Waiting.until(20) {
          command.output.contains("Lesson 4 is done. Next: swift run course-check lesson5")
        }
        #expect(hasBegun)
        try classroom.plant(ChosenMistake.body, in: ChosenMistake.id)
        let isChecked = Waiting.until(20) { command.output.contains(ChosenMistake.diagnosis) }
        #expect(isChecked)
        kill(command.process.processIdentifier, SIGINT)
        let result = command.finish(limit: 5)
        #expect(result.status == 0)
        #expect(!result.text.contains("\u{1B}") && !result.text.contains("\r"))
        #expect(result.output.components(separatedBy: "watching. Ctrl-C ends it.").count == 3)
        #expect(ProcessTable.lines(of: classroom) == [])
      }
    }
  }
}
