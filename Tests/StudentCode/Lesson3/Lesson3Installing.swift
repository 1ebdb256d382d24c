import Contract
import Wire

// How the functions of lesson 3 answer the judge's calls.

extension Version {
  func installLesson3(in answerer: some Answering) {
    let title = title
    switch exercise {
    case "3.1": answerer.answer(Lesson3.linear) { try linear(mistake: title, $0, weights: $1, biases: $2) }
    case "3.2":
      answerer.answer(Lesson3.forward) { try forward(mistake: title, $0, parameters: $1, hidden: $2.named()) }
    case "3.3":
      answerer.answer(Lesson3.binaryCrossEntropy) {
        try binaryCrossEntropy(mistake: title, probabilities: $0, labels: $1)
      }
    case "3.4":
      answerer.answer(Lesson3.accuracy) { try accuracy(mistake: title, probabilities: $0, labels: $1) }
    default:
      answerer.answer(Lesson3.predict) { try predict(mistake: title, $0, parameters: $1, hidden: $2.named()) }
    }
  }
}
