import Activations
import Backward
import Contract
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson4.outputDelta) { outputDelta(probabilities: $0, labels: $1) }
host.answer(Lesson4.hiddenDelta) {
  hiddenDelta(nextDelta: $0, nextWeights: $1, preActivation: $2, hidden: $3.named())
}
host.answer(Lesson4.layerGradients) { LayerGradients(layerGradients(delta: $0, input: $1)) }
host.answer(Lesson4.backward) { backward(cache: $0, labels: $1, parameters: $2, hidden: $3.named()) }
host.serve()
