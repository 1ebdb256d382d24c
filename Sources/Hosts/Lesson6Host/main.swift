import Contract
import L2
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson6.weightNorm) { weightNorm($0) }
host.answer(Lesson6.l2Penalty) { l2Penalty($0, lambda: $1, sampleCount: $2) }
host.answer(Lesson6.addL2Gradient) { start, parameters, lambda, sampleCount in
  var gradients = start
  addL2Gradient(to: &gradients, parameters: parameters, lambda: lambda, sampleCount: sampleCount)
  return gradients
}
host.serve()
