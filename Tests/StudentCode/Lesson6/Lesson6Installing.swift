import Contract
import Wire

// How the functions of lesson 6 answer the judge's calls.

extension Version {
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
