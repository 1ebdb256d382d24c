import Contract
import Wire

// How the functions of lesson 4 answer the judge's calls.

extension Version {
  func installLesson4(in answerer: some Answering) {
    let title = title
    switch exercise {
    case "4.1":
      answerer.answer(Lesson4.outputDelta) { try outputDelta(mistake: title, probabilities: $0, labels: $1) }
    case "4.2":
      answerer.answer(Lesson4.hiddenDelta) {
        try hiddenDelta(mistake: title, nextDelta: $0, nextWeights: $1, preActivation: $2, hidden: $3.named())
      }
    case "4.3":
      answerer.answer(Lesson4.layerGradients) {
        LayerGradients(try layerGradients(mistake: title, delta: $0, input: $1))
      }
    default:
      answerer.answer(Lesson4.backward) {
        try backward(mistake: title, cache: $0, labels: $1, parameters: $2, hidden: $3.named())
      }
    }
  }
}
