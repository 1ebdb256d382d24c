import Contract
import Wire

// How the functions of lesson 1 answer the judge's calls.

extension Version {
  func installLesson1(in answerer: some Answering) {
    let title = title
    switch exercise {
    case "1.1": answerer.answer(Lesson1.sigmoid) { try sigmoid(mistake: title, $0) }
    case "1.2": answerer.answer(Lesson1.tanh) { try tanh(mistake: title, $0) }
    case "1.3": answerer.answer(Lesson1.relu) { try relu(mistake: title, $0) }
    case "1.4": answerer.answer(Lesson1.sigmoidDerivative) { try sigmoidDerivative(mistake: title, $0) }
    case "1.5": answerer.answer(Lesson1.tanhDerivative) { try tanhDerivative(mistake: title, $0) }
    default: answerer.answer(Lesson1.reluDerivative) { try reluDerivative(mistake: title, $0) }
    }
  }
}
