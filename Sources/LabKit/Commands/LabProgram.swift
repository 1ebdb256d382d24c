import Dispatch
import Foundation
import Synchronization
import Training

/// The whole of the Lab's program: it reads the request, does it and ends.
public enum LabProgram {
  private static let isInterruptedFlag = Atomic(false)

  /// Whether the user wants to stop; what was learned so far is kept.
  static var isInterrupted: Bool { isInterruptedFlag.load(ordering: .relaxed) }

  /// Does what the first argument asks for, with the student's functions.
  ///
  /// Ends the process: with status 0, or with 2 if the input is wrong.
  public static func run(with functions: LessonFunctions) -> Never {
    MemoryPolicy.apply()
    let output = LabOutput.takingStandardOutput()
    guard let text = CommandLine.arguments.dropFirst().first,
      let request = try? JSONDecoder().decode(LabRequest.self, from: Data(text.utf8))
    else {
      output.failure("This program is started by course-check: swift run course-check train")
      exit(2)
    }
    // A first Ctrl-C ends the training and keeps its result; course-check ends this process at the second.
    signal(SIGINT) { _ in LabProgram.isInterruptedFlag.store(true, ordering: .relaxed) }
    do throws(DataError) {
      try perform(request, with: functions, output)
      output.end()
      exit(0)
    } catch {
      output.failure(error.sentence)
      exit(2)
    }
  }

  static func perform(
    _ request: LabRequest, with functions: LessonFunctions, _ output: LabOutput
  ) throws(DataError) {
    let lab = Lab(functions: functions, display: request.display, output: output, checkout: request.checkout)
    switch request.command {
    case .train(let train): try TrainCommand(request: train, lab: lab).run()
    case .predict(let predict): try PredictCommand(request: predict, lab: lab).run()
    case .experiment(let experiment): try ExperimentCommand(request: experiment, lab: lab).run()
    case .plot(let plot): try PlotCommand(request: plot, lab: lab).run()
    case .figures(let figures): try FiguresCommand(request: figures, lab: lab).run()
    }
  }
}

/// What every command of the Lab works with.
struct Lab: Sendable {
  let functions: LessonFunctions
  let display: Display
  let output: LabOutput
  /// The checkout, in which the course's own data lie.
  var checkout = "."
}
