import Course
import Engine
import Foundation

extension Fault {
  /// Files that are missing, or hold what they should not.
  static let files: [Fault] = [
    Fault(
      name: "a syntax error in this lesson", status: 3,
      says: ["Lesson NUMBER does not compile.", "error: expected", "When it is fixed, run the same command again."],
      lines: ["let = 5"], form: text { text, _ in text + "let = 5\n" }),
    Fault(
      name: "a syntax error in a lesson below", status: 3,
      says: ["which does not compile. Fix that first, or check this lesson alone with --isolate."],
      exercises: { $0.buildsOn.isEmpty ? [] : $0.exercises },
      form: .file { classroom, lesson, _ in
        let below = Course.neuralNetwork.lessons[lesson.buildsOn[0] - 1]
        try classroom.write(classroom.solution(of: below) + "let = 5\n", to: below)
      }),
    Fault(
      name: "an emptied file", status: 3,
      says: ["The file FILE is empty. Get the stubs back with: git restore FILE"], form: text { _, _ in "" }),
    Fault(
      name: "a deleted file", status: 3,
      says: ["The file FILE is missing. Get it back with: git restore FILE"],
      form: .file { classroom, lesson, _ in try FileManager.default.removeItem(at: classroom.file(of: lesson)) }),
    Fault(
      name: "a deleted lesson folder", status: 3,
      says: ["The folder Lessons/FOLDER is missing. Get it back with: git restore Lessons/FOLDER"],
      form: .file { classroom, lesson, _ in
        try FileManager.default.removeItem(at: classroom.file(of: lesson).deletingLastPathComponent())
      }),
    Fault(
      name: "a file that is not UTF-8", status: 3,
      says: ["FILE:2: the text is not UTF-8. Save the file again with the encoding UTF-8."],
      form: .file { classroom, lesson, _ in
        // The é of Latin-1.
        let solution = try classroom.solution(of: lesson)
        let bytes = Data("// Lesson\n// caf".utf8) + [0xE9, 0x0A] + Data(solution.utf8)
        try bytes.write(to: classroom.file(of: lesson))
      }),
    Fault(
      name: "UTF-16", status: 3, says: ["FILE:1: the text is not UTF-8."], isVariant: true,
      form: .file { classroom, lesson, _ in
        let text = try classroom.solution(of: lesson)
        try text.data(using: .utf16)?.write(to: classroom.file(of: lesson))
      }),
    Fault(
      name: "a trap between Windows line endings", says: ["NAME stopped: the batch is empty."],
      lines: ["fatalError(\"the batch"],
      form: .file { classroom, lesson, exercise in
        let trap = "  fatalError(\"the batch is empty\")"
        try classroom.plant(trap, in: exercise.id)
        let planted = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8)
        try classroom.write(planted.replacing("\n", with: "\r\n"), to: lesson)
      }),
    Fault(
      name: "a byte order mark, tabs and Windows line endings", status: 0, says: ["checks pass"],
      form: text { text, _ in "\u{FEFF}" + text.replacing("  ", with: "\t").replacing("\n", with: "\r\n") }),
    Fault(
      name: "a syntax error in another lesson", status: 0, says: ["checks pass"],
      form: .file { classroom, lesson, _ in
        let involved = [lesson.number] + lesson.prerequisites
        guard let other = Course.neuralNetwork.lessons.first(where: { !involved.contains($0.number) }) else { return }
        try classroom.write(classroom.solution(of: other) + "let = 5\n", to: other)
      }),
    Fault(
      name: "a link to a file elsewhere", status: 0, says: ["checks pass"],
      form: .file { classroom, lesson, _ in
        let elsewhere = classroom.root.appending(path: ".course-check/Elsewhere.swift")
        try FileManager.default.createDirectory(
          at: elsewhere.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(classroom.solution(of: lesson).utf8).write(to: elsewhere)
        try FileManager.default.removeItem(at: classroom.file(of: lesson))
        try FileManager.default.createSymbolicLink(at: classroom.file(of: lesson), withDestinationURL: elsewhere)
      }),
    Fault(
      name: "a second Swift file and notes in the folder", status: 0,
      says: ["checks pass", "Lessons/FOLDER/Extra.swift is not part of the lesson: a lesson is one file"],
      form: .file { classroom, lesson, _ in
        let folder = classroom.file(of: lesson).deletingLastPathComponent()
        try Data("let = 5\n".utf8).write(to: folder.appending(path: "Extra.swift"))
        try Data("Remember the mean.\n".utf8).write(to: folder.appending(path: "notes.txt"))
      }),
  ]
}
