// Writes what follows from solutions and course: stubs, tables and lists. With --check it only says what differs, and
// which lesson lacks what; `new` begins a lesson.

import Course
import CourseFiles
import Engine
import Foundation

let usage = """
  usage: Scripts/make-lessons [--check]
         Scripts/make-lessons new NUMBER TOPIC --exercises NAME,NAME
  """
let root = URL(filePath: FileManager.default.currentDirectoryPath)
let words = Array(CommandLine.arguments.dropFirst())

/// Ends the program with what is wrong with its words.
func refuse(_ sentence: String) -> Never {
  print("\(sentence)\n\(usage)")
  exit(2)
}

do {
  switch words.first {
  case nil: try write()
  case "--check" where words.count == 1: exit(try check() ? 0 : 1)
  case "new": try begin(Array(words.dropFirst()))
  default: refuse("'\(words.joined(separator: " "))' is not understood.")
  }
} catch {
  print("\(error)")
  exit(1)
}

/// Every file that follows from others.
func files() throws -> [LessonTree.LessonFile] {
  try LessonTree(root: root).files() + DerivedFiles(of: .neuralNetwork, in: root).files()
}

func write() throws {
  let stale = try files().filter { $0.present != $0.fresh }
  for file in stale {
    // Only a lesson can hold a student's work; of the others nothing changes but what is made here.
    let isLesson = file.path.hasPrefix("Lessons/") && file.path.hasSuffix(".swift")
    let backup = try LessonTree(root: root).write(file, keepsBackup: isLesson)
    print("wrote \(file.path)" + (backup.map { "; the file that was there is now \($0)" } ?? ""))
  }
  if stale.isEmpty { print("Everything is what the solutions and the course make of it.") }
  if stale.contains(where: { $0.path.hasPrefix("Sources/Course/") }) {
    print("The course has changed: what follows from it wants another run.")
    exit(3)
  }
}

/// Says what differs; returns whether nothing does.
func check() throws -> Bool {
  let stale = try files().filter { $0.present != $0.fresh }.map {
    "\($0.path): error: differs from what the solutions and the course make of it; run Scripts/make-lessons"
  }
  let problems = stale + CourseRules(course: .neuralNetwork, root: root).problems
  for problem in problems { print(problem) }
  if problems.isEmpty {
    print("Everything is what the solutions and the course make of it, and no lesson lacks anything.")
  }
  return problems.isEmpty
}

/// Begins a lesson.
func begin(_ words: [String]) throws {
  guard words.count >= 2, let number = Int(words[0]) else { refuse("`new` wants the lesson's number and its topic.") }
  guard words.count == 4, words[2] == "--exercises" else {
    refuse("`new` wants the names of the lesson's functions: --exercises softmax,crossEntropy")
  }
  let names = words[3].split(separator: ",").map(String.init)
  let scaffold = Scaffold(number: number, topic: words[1], exercises: names)
  for file in try scaffold.write(to: root) { print("wrote \(file)") }
  print("Next: fill in what is marked FILL IN, then run: Scripts/make-lessons")
}
