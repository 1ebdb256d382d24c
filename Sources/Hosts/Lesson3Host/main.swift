import Activations
import Contract
import Forward
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson3.linear) { linear($0, weights: $1, biases: $2) }
host.answer(Lesson3.forward) { forward($0, parameters: $1, hidden: $2.named()) }
host.answer(Lesson3.binaryCrossEntropy) { binaryCrossEntropy(probabilities: $0, labels: $1) }
host.answer(Lesson3.accuracy) { accuracy(probabilities: $0, labels: $1) }
host.answer(Lesson3.predict) { predict($0, parameters: $1, hidden: $2.named()) }
host.serve()
