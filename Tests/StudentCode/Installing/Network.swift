import Contract
import Wire
import CourseKit

// How the functions of lessons 1–4 and 6 answer the judge's calls.

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

  func installLesson2(in answerer: some Answering) {
    let title = title
    switch exercise {
    case "2.1": answerer.answer(Lesson2.parameterCount) { try parameterCount(mistake: title, layerSizes: $0) }
    case "2.2":
      answerer.answer(Lesson2.heInitialized) { layerSizes, seed in
        var generator = SeededGenerator(seed: seed)
        return try heInitialized(mistake: title, layerSizes: layerSizes, using: &generator)
      }
    default:
      answerer.answer(Lesson2.xavierInitialized) { layerSizes, seed in
        var generator = SeededGenerator(seed: seed)
        return try xavierInitialized(mistake: title, layerSizes: layerSizes, using: &generator)
      }
    }
  }

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

  func installLesson6(in answerer: some Answering) {
    let title = title
    switch exercise {
    case "6.1": answerer.answer(Lesson6.weightNorm) { try weightNorm(mistake: title, $0) }
    case "6.2":
      answerer.answer(Lesson6.l2Penalty) { try l2Penalty(mistake: title, $0, lambda: $1, sampleCount: $2) }
    default:
      answerer.answer(Lesson6.addL2Gradient) { start, parameters, lambda, sampleCount in
        var gradients = start
        try addL2Gradient(
          mistake: title, to: &gradients, parameters: parameters, lambda: lambda, sampleCount: sampleCount)
        return gradients
      }
    }
  }
}
