import CourseKit
import Dispatch
import Figures
import Synchronization
import Training
import Vocabulary

/// Reruns an experiment of the course's documents with several seeds and sets the figures side by side.
struct ExperimentCommand {
  let request: ExperimentRequest
  let lab: Lab

  func run() throws(DataError) {
    guard let experiment = Experiment.named(request.name) else {
      throw DataError("There is no experiment '\(request.name)'. `swift run course-check experiment` lists them.")
    }
    try KeptFiles.check(folder: request.folder)
    let first = request.firstSeed
    let seeds = Array(first..<first + UInt64(request.seeds ?? References.seeds))
    let report = ExperimentReport(experiment, seeds: seeds)
    lab.output.result(report.heading)
    let runs = finishedRuns(of: experiment, seeds: seeds)
    let count = runs.joined().count
    if count < experiment.variants.count * seeds.count {
      lab.output.result("Stopped after \(count) of \(experiment.variants.count * seeds.count) runs.\n\n")
      guard !runs.contains(where: \.isEmpty) else { return }
    }
    lab.output.result(report.text(runs))
    let pictures = Pictures(lab: lab, folder: request.folder)
    let figures = ExperimentFigures(experiment, runs, firstSeed: first).all
    figures.forEach { pictures.show($0.figure, height: 18) }
    try pictures.keep(figures.map { ("experiment-\(experiment.name)-\($0.name)", $0.figure) })
  }

  /// The runs that came to their end, [variant][seed], as many at once as there are processors.
  private func finishedRuns(of experiment: Experiment, seeds: [UInt64]) -> [[FinishedRun]] {
    let count = experiment.variants.count * seeds.count
    let finished = Mutex<[Int: FinishedRun]>([:])
    let start = ContinuousClock.now
    DispatchQueue.concurrentPerform(iterations: count) { index in
      guard !LabProgram.isInterrupted else { return }
      let variant = experiment.variants[index % experiment.variants.count]
      let run = run(of: variant, seed: seeds[index / experiment.variants.count])
      guard !LabProgram.isInterrupted else { return }
      finished.withLock { finished in
        finished[index] = run
        showProgress(finished.count, of: count, since: start)
      }
    }
    if lab.display.isLive { lab.output.progress("\r\u{1B}[K") }
    let runs = finished.withLock { $0 }
    return experiment.variants.indices.map { variant in
      seeds.indices.compactMap { runs[$0 * experiment.variants.count + variant] }
    }
  }

  private func run(of variant: Variant, seed: UInt64) -> FinishedRun {
    let data = variant.split(seed: seed)
    func finished(_ setup: TrainingSetup, from start: Parameters? = nil) -> FinishedRun {
      var setup = setup
      setup.seed = seed
      return FinishedRun(setup, on: data, from: start, with: lab.functions) { _, _ in LabProgram.isInterrupted }
    }
    return finished(variant.setup, from: variant.before.map { finished($0).result.parameters })
  }

  private func showProgress(_ done: Int, of count: Int, since start: ContinuousClock.Instant) {
    let left = (ContinuousClock.now - start) / .seconds(1) / Double(done) * Double(count - done)
    let text = "run \(done) of \(count)  \(NumberText.time(left)) left"
    if lab.display.isLive {
      lab.output.progress("\r\u{1B}[K" + text)
    } else if done == count || done.isMultiple(of: max(count / 5, 1)) {
      lab.output.progress(text + "\n")
    }
  }
}
