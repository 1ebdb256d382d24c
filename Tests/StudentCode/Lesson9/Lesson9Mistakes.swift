import Contract
import CourseKit
import Wire

extension Version {
  /// Lets `answerer` answer calls of lesson 9 with this version.
  func installLesson9(in answerer: some Answering) {
    let title = title
    // FILL IN: how each function of the lesson is called, as in the lesson's host.
    switch exercise {
    case "9.1": answerer.answer(Lesson9.softmax) { try softmax(mistake: title, $0) }
    case "9.2": answerer.answer(Lesson9.crossEntropy) { try crossEntropy(mistake: title, $0) }
    case "9.3": answerer.answer(Lesson9.logitsGradient) { try logitsGradient(mistake: title, $0) }
    case "9.4": answerer.answer(Lesson9.classAccuracy) { try classAccuracy(mistake: title, $0) }
    default: break
    }
  }
}

/// Exercise 9.1 as the judge knows it wrong. FILL IN: each known mistake as a student would write it.
func softmax(mistake: String, _ input: Matrix) throws -> Matrix {
  switch mistake {
  case "9.1 doubled":
    return 2 * input
  default:
    throw NoSuchVersion(title: mistake)
  }
}

/// Exercise 9.2 as the judge knows it wrong. FILL IN: each known mistake as a student would write it.
func crossEntropy(mistake: String, _ input: Matrix) throws -> Matrix {
  switch mistake {
  case "9.2 doubled":
    return 2 * input
  default:
    throw NoSuchVersion(title: mistake)
  }
}

/// Exercise 9.3 as the judge knows it wrong. FILL IN: each known mistake as a student would write it.
func logitsGradient(mistake: String, _ input: Matrix) throws -> Matrix {
  switch mistake {
  case "9.3 doubled":
    return 2 * input
  default:
    throw NoSuchVersion(title: mistake)
  }
}

/// Exercise 9.4 as the judge knows it wrong. FILL IN: each known mistake as a student would write it.
func classAccuracy(mistake: String, _ input: Matrix) throws -> Matrix {
  switch mistake {
  case "9.4 doubled":
    return 2 * input
  default:
    throw NoSuchVersion(title: mistake)
  }
}
