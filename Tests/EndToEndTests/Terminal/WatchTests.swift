import Foundation
import Testing
import Vocabulary

extension ClassroomTests {
  /// `watch` as a student sees it.
  @Suite("A watch", .serialized, TerminalWindow.isPossible)
  struct WatchTests {
    @Test("shows the verdict on what is saved, and leaves the terminal and no process when it is quit")
    func saveAndQuit() throws {
      try Classroom.open(.solved) { classroom in
        // The first build takes its time, which is not what is measured.
        _ = try classroom.check("lesson4")
        let window = try TerminalWindow(in: classroom.root, columns: 80, rows: 24)
        try window.run("./course-check watch 4")
        try window.wait(20) { $0.contains("Lesson 4 is done. The key n goes on to lesson 5.") }
        try classroom.plant(ChosenMistake.body, in: ChosenMistake.id)
        let seconds = try window.wait(20) { $0.contains(ChosenMistake.diagnosis) }
        print("From save to verdict in watch: \(seconds) s")
        // On an idle machine it is well under a second.
        #expect(seconds < 8)
        #expect(
          try window.screen.contains("Next: fix \(ChosenMistake.title) in Lessons/Lesson4-Backward/Backward.swift"))
        #expect(try window.state == "cursor 0 second screen 1\n")
        try window.press("q")
        try Self.expectClean(window, classroom, report: ChosenMistake.diagnosis)
      }
    }

    /// Looks whether the shell is back, the terminal as it was, the last report to be read and no process left.
    static func expectClean(
      _ window: borrowing TerminalWindow, _ classroom: borrowing Classroom, report: String, status: Int = 0,
      at place: Testing.SourceLocation = #_sourceLocation
    ) throws {
      // What is typed before the shell is back still belongs to the watch.
      try window.waitForPrompt(at: place)
      try window.run("echo \"status $?\"")
      try window.wait(5, at: place) { $0.contains("status \(status)\n") }
      #expect(try window.wholeText.contains(report), sourceLocation: place)
      #expect(try window.state == "cursor 1 second screen 0\n", sourceLocation: place)
      // tmux's own width must not break the words.
      try window.run("clear; stty -a | tr ' ' '\\n' | grep -E '^-?(icanon|echo|isig|iexten)$' | sort | tr '\\n' ' '")
      try window.wait(5, at: place) { $0.contains("echo icanon iexten isig") }
      let isEmpty = Waiting.until(3) { ProcessTable.lines(of: classroom).isEmpty }
      #expect(isEmpty, "\(ProcessTable.lines(of: classroom))", sourceLocation: place)
    }
  }
}
