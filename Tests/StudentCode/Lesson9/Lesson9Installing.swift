import Contract
import Wire

// How the functions of lesson 9 answer the judge's calls.

extension Version {
  func installLesson9(in answerer: some Answering) {
    let title = title
    switch exercise {
    case "9.1": answerer.answer(Lesson9.softmax) { try softmax(mistake: title, $0) }
    case "9.2": answerer.answer(Lesson9.crossEntropy) { try crossEntropy(mistake: title, logits: $0, classes: $1) }
    case "9.3": answerer.answer(Lesson9.logitsGradient) { try logitsGradient(mistake: title, logits: $0, classes: $1) }
    default: answerer.answer(Lesson9.classAccuracy) { try classAccuracy(mistake: title, logits: $0, classes: $1) }
    }
  }
}
