import CourseKit
import Training

/// Where a plot is drawn: the student's functions, and the seed of all that is drawn at random.
struct PlotStudio: Sendable {
  let lab: Lab
  let seed: UInt64

  var functions: LessonFunctions { lab.functions }

  /// What comes of a training.
  func trained(_ setup: TrainingSetup) throws(DataError) -> FinishedRun {
    let data = try Material(setup, checkout: lab.checkout).data
    var progress = ProgressLine(epochs: setup.epochs, display: lab.display, output: lab.output)
    let run = FinishedRun(setup, on: data, with: functions) { epoch, history in
      if lab.display.isLive { progress.update(epoch, history) }
      return LabProgram.isInterrupted
    }
    progress.finish()
    return run
  }
}
