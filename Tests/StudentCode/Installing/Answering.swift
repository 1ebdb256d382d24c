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
    // BEGIN LESSONS
    case 1: installLesson1(in: answerer)
    case 2: installLesson2(in: answerer)
    case 3: installLesson3(in: answerer)
    case 4: installLesson4(in: answerer)
    case 5: installLesson5(in: answerer)
    case 6: installLesson6(in: answerer)
    case 7: installLesson7(in: answerer)
    case 8: installLesson8(in: answerer)
    case 9: installLesson9(in: answerer)
    case 10: installLesson10(in: answerer)
    case 11: installLesson11(in: answerer)
    case 12: installLesson12(in: answerer)
    // END LESSONS
    default: break
    }
  }
}
