import Contract
import Wire

/// Whatever answers the judge's calls with functions that it is given: a host, or a student of the tests.
package protocol Answering {
  /// Answers calls of `function` with `body`.
  func answer<Result, each Argument>(
    _ function: LessonFunction<Result, repeat each Argument>,
    with body: @escaping (repeat each Argument) throws -> Result)
}

extension LessonHost: Answering {}

extension Version {
  /// Lets `answerer` answer calls of this version's exercise with it.
  ///
  /// What it calls of the lessons is right.
  package func install(in answerer: some Answering) {
    switch exercise.lesson {
    case 1: installActivation(in: answerer)
    case 2: installInitializer(in: answerer)
    case 3: installForward(in: answerer)
    case 4: installBackward(in: answerer)
    case 5: installTraining(in: answerer)
    case 6: installRegularisation(in: answerer)
    case 7: installMonitor(in: answerer)
    default: installOptimizer(in: answerer)
    }
  }
}
