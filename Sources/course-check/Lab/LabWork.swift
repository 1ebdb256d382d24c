import Building
import CourseFiles
import Engine
import Foundation
import LabKit
import Processes
import Reports
import Running
import Terminal
import Vocabulary

/// Builds the Lab with the lessons that a command needs, lets it work and relays what it says.
struct LabWork {
  let command: LabRequest.Command
  let checkout: Checkout
  let style: Style
  private let builder: Builder

  init(_ command: LabRequest.Command, in workspace: Workspace) {
    self.command = command
    checkout = workspace.checkout()
    style = workspace.style
    builder = workspace.builder()
  }

  func run() -> ExitCode {
    if let problem = command.problemOfData(in: checkout.root.path) {
      style.writeMessage(problem.sentence + "\n")
      return .kitFailed
    }
    if let unwritten = UnwrittenCode(neededBy: command, in: checkout) {
      style.writeMessage(unwritten.message(for: command))
      return .someFail
    }
    let build = Result { () throws(BuildFailure) in
      try builder.build(.lab(with: command.lessons.map(\.outline), for: try Processor.chosen())).get()
    }
    switch build {
    case .failure(let failure):
      style.writeMessage(FailedBuildReport.text(on: failure, checkout, style))
      return failure.exitCode
    case .success(let program):
      return work(program.executable)
    }
  }

  private func work(_ executable: String) -> ExitCode {
    let request = LabRequest(
      command, display: .current(isASCII: style.isASCII, usesColor: style.isColoured), checkout: checkout.root.path)
    guard let text = try? JSONEncoder().encode(request),
      let child = try? Launch.lab.start(executable, [String(decoding: text, as: UTF8.self)])
    else {
      Message.write("The Lab could not be started. Run `swift package clean` and try again.\n")
      return .kitFailed
    }
    var relay = LabRelay(style: style)
    let leader = child.identifier
    return Interruption.whileStopping {
      Message.write(LabRelay.lineStart + "Stopping after this epoch. Ctrl-C again ends at once, without a result.\n")
      // Before the program is there, the one that will keep it hears the signal.
      kill(RunningPrograms.kept(executable, by: leader) ?? leader, SIGINT)
    } _: {
      relay.run(child)
      let status = child.wait()
      let report = CrashReport(relay.prints.text, in: checkout)
      var prints = PrintedText()
      prints.append(
        report.printed, byteCount: relay.prints.isWhole ? report.printed.utf8.count : relay.prints.byteCount)
      // Beside the results, which may be on their way into a file.
      style.writeMessage(prints.report)
      if let ending = relay.ending { return ending }
      return exitCode(status, report)
    }
  }

  /// Says why the Lab ended before it was done.
  private func exitCode(_ status: ExitStatus, _ report: CrashReport) -> ExitCode {
    if status.signal == SIGINT {
      Message.write("Stopped before the Lab had begun, so there is no result.\n")
      return .someFail
    }
    if let todo = report.todo {
      let place = report.messageLocation ?? report.frames.first?.location
      style.writeMessage(UnwrittenCode.exercise(todo, place).message(for: command))
      return .someFail
    }
    let frame = report.frames.first
    let location = report.messageLocation ?? frame?.location ?? ending(status)
    let lesson = location.flatMap { place in Course.taught.lessons.first { checkout.file(of: $0.outline) == place.file }
    }
    // Optimised code has functions inside of others: the frame counts only where it is the place.
    let function = frame?.location == location ? frame?.function : nil
    style.writeMessage(
      "\(function ?? "Your code") \(sentence(status, report))"
        + (location.map { " The place: \($0)" } ?? "") + "\n"
        + "Next: swift run course-check" + (lesson.map { " lesson\($0.number)" } ?? "") + "\n")
    return .someFail
  }

  /// What happened; the Lab is optimised code, in which most traps have no message.
  private func sentence(_ status: ExitStatus, _ report: CrashReport) -> String {
    if report.message == nil, [SIGILL, SIGTRAP].contains(status.signal) {
      return "stopped at a trap: an index out of range, for example, an overflow or a nil."
    }
    if status.signal == SIGKILL { return "was ended by the system: it may have taken all the memory there is." }
    return report.sentence(about: .ended(status))
  }

  /// The one line of the lessons that ends the program, where the report of a crash names none.
  private func ending(_ status: ExitStatus) -> SourceLocation? {
    guard status.exit != nil || status.signal == SIGABRT else { return nil }
    let telltale: LessonSource.Telltale = status.exit != nil ? .exit : .abort
    let lines = command.lessons.compactMap { LessonSource($0.outline, in: checkout).only(telltale, in: nil) }
    return lines.count == 1 ? lines[0] : nil
  }
}
