import Batteries
import Course
import CourseFiles
import Engine
import Foundation
import StudentCode
import Testing

extension ClassroomTests {
  /// What the dashboard remembers, and what it does not fall for.
  @Suite(.serialized)
  struct ProgressTests {
    @Test("finished work is remembered: the dashboard then builds and starts nothing, until a lesson is edited")
    func remembered() throws {
      let count = Course.neuralNetwork.exercises.count
      try Classroom.open(.solved) { classroom in
        let first = try classroom.check()
        #expect(first.status == 0)
        #expect(first.output.contains("✓ 4  Backward pass              ███████████████ 4/4  done"))
        let praise = "Every check of every lesson passes: the network is yours from end to end. Well done!\n"
        #expect(first.output.contains("  \(count) of \(count) exercises are right\n\(praise)"))
        #expect(first.output.hasSuffix("\nAsk it a question: swift run course-check experiment\n"))
        #expect(
          try classroom.check("list").output.hasSuffix("\nAsk it a question: swift run course-check experiment\n"))

        let again = try classroom.check()
        #expect(again.output == first.output)
        #expect(again.seconds < (Battery.isQuiet ? 1 : 10))
        print("The dashboard of a finished course: \(again.seconds) s")

        let mistake = try #require(
          Version.mistake("6.1 root forgotten"))
        try classroom.plant(mistake.body, in: "6.1")
        let edited = try classroom.check()
        #expect(edited.status == 1)
        #expect(edited.output.contains("✗ 6  L2 regularisation          █████░░░░░░░░░░ 1/3  6.1 weightNorm fails"))
        #expect(
          edited.output.contains(
            "\(count - 2) of \(count) exercises are right\nNext: fix 6.1 weightNorm in Lessons/Lesson6-L2/L2.swift"))
      }
    }

    @Test("who stops after part one has finished a whole course, and part two counts once it is begun")
    func partOne() throws {
      try Classroom.open(.solved) { classroom in
        let lessons = Course.neuralNetwork.lessons
        let further = lessons.filter { $0.part > 1 }
        for lesson in further {
          let solution = try classroom.solution(of: lesson)
          try classroom.write(try Stubs.lesson(from: solution, file: lesson.file), to: lesson)
        }
        let count = lessons.filter { $0.part == 1 }.flatMap(\.exercises).count
        let finished = try classroom.check()
        #expect(finished.status == 0)
        #expect(finished.output.contains("  \(count) of \(count) exercises are right\n"))
        #expect(
          finished.output.contains("Every check passes: you have finished a whole course. If you like, part two, "))
        let list = try classroom.check("list").output
        #expect(list.contains("\(count) of \(count) exercises are right\nIf you like, part two, "))

        let begun = try #require(further.first)
        try classroom.write(try classroom.solution(of: begun), to: begun)
        let open = try classroom.check("list").output
        #expect(open.contains("\nNext: 9.1 softmax: swift run course-check 9.1\n"))
        #expect(!open.contains("After that"))
        for lesson in further { #expect(open.contains("\(lesson.number) \(lesson.title)")) }
      }
    }

    @Test("an edit in a lesson invalidates those that are checked with it, and no others")
    func edits() throws {
      try Classroom.open(.solved) { classroom in
        _ = try classroom.check()
        let lesson = Course.neuralNetwork.lessons[2]
        try classroom.write(try classroom.solution(of: lesson) + "\n// An afterthought.\n", to: lesson)
        let list = try classroom.check("list").output
        for lesson in Course.neuralNetwork.lessons {
          let isOpen = list.contains("not checked as it is now: swift run course-check lesson\(lesson.number)\n")
          #expect(isOpen == [3, 4, 5].contains(lesson.number), "lesson \(lesson.number)")
        }
      }
    }

    @Test("all lessons at a glance come with the warnings in every lesson that was built for them")
    func warnings() throws {
      try Classroom.open(.solved) { classroom in
        let (forward, batches) = (Course.neuralNetwork.lessons[2], Course.neuralNetwork.lessons[4])
        try classroom.write(
          try classroom.solution(of: forward) + "\nprivate func helper() { let kept = 1 }\n", to: forward)
        let warning = "Lessons/\(forward.file):"
        #expect(try classroom.check().output.contains(warning))
        // Lesson 3 is remembered now, and built once more for lesson 5.
        try classroom.write(try classroom.solution(of: batches) + "\n// An afterthought.\n", to: batches)
        #expect(try classroom.check().output.contains(warning))
      }
    }

    @Test("a progress file that is damaged counts for nothing, nor does one of another lesson")
    func damaged() throws {
      try Classroom.open(.stubs) { classroom in
        #expect(try classroom.check("6").status == 1)
        let file = classroom.root.appending(path: ".course-check/progress/lessons/lesson6.json")
        let list = try classroom.check("list", "6").output
        #expect(list.contains("not started") && list.contains("6 L2 regularisation  0/3\n"))
        let record = try Data(contentsOf: file)
        for damage in [record.prefix(record.count / 2), Data("{}".utf8), Data()] {
          try damage.write(to: file)
          // The stubs still show what a glance at the file shows.
          #expect(try classroom.check("list", "6").output == list)
          #expect(try classroom.check("6").output.contains("0 of"))
          #expect(try Data(contentsOf: file) == record, "it was examined afresh")
        }
        // What another lesson earned, under this one's name.
        let other = classroom.root.appending(path: ".course-check/progress/lessons/lesson8.json")
        try classroom.write(
          try classroom.solution(of: Course.neuralNetwork.lessons[7]), to: Course.neuralNetwork.lessons[7])
        #expect(try classroom.check("8").status == 0)
        try FileManager.default.removeItem(at: file)
        try FileManager.default.copyItem(at: other, to: file)
        #expect(try classroom.check("list", "6").output == list)
        #expect(try classroom.check("list", "8").output.contains("✓ 8.2 step"))
      }
    }
  }
}
