import Engine
import LabKit
import Vocabulary

/// A command that the Lab does.
protocol LabCommand: Command {
  /// What the words ask the Lab to do.
  ///
  /// - Throws: `UsageError` if they do not go together.
  var work: LabRequest.Command { get throws(UsageError) }

  /// The work with what only its files can tell, because the lessons that it needs may depend on that.
  ///
  /// - Parameter remark: told what the user should know about it.
  /// - Throws: `DataError` if a file is not as it should be.
  func settled(_ work: LabRequest.Command, remark: (String) -> Void) throws(DataError) -> LabRequest.Command
}

extension LabCommand {
  func validate(with options: CommonOptions) throws(UsageError) { _ = try work }

  func settled(_ work: LabRequest.Command, remark: (String) -> Void) throws(DataError) -> LabRequest.Command { work }

  func run(in workspace: Workspace) -> ExitCode {
    guard let work = try? work else { return .wrongUsage }
    do throws(DataError) {
      let work = try settled(work) { workspace.style.writeMessage($0 + "\n") }
      return LabWork(work, in: workspace).run()
    } catch {
      workspace.style.writeMessage(error.sentence + "\n")
      return .wrongUsage
    }
  }
}

extension LabRequest.Command {
  /// The lessons that the Lab links for it: those of the exercises that it calls, and of all that these call.
  var lessons: [Lesson] { Course.taught.lessons(neededBy: exercises) }
}

extension Plot {
  /// The lessons whose functions draw it.
  var lessons: [Lesson] { Course.taught.lessons(neededBy: exercises) }
}

/// Lessons by their numbers, as a text names them.
struct LessonNumbers {
  private let numbers: [Int]

  /// Takes the numbers of lessons in their order.
  init(_ lessons: [Lesson]) { numbers = lessons.map(\.number) }

  /// For a remark: `lesson 2`, `lessons 1, 3, 4` or `lessons 1–5, 7`.
  var brief: String { noun + runs { "\($0)–\($1)" }.joined(separator: ", ") }

  /// For a sentence: `lesson 2`, `lessons 1 and 3` or `lessons 1 to 5 and 7`.
  var inWords: String { noun + runs { "\($0) to \($1)" }.listed }

  private var noun: String { numbers.count == 1 ? "lesson " : "lessons " }

  /// The numbers, with three and more that follow one another as one text.
  private func runs(_ text: (Int, Int) -> String) -> [String] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.flatMap { $0.count > 2 ? [text($0.lowerBound, $0.upperBound)] : $0.map(String.init) }
  }
}
