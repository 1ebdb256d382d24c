import Activations
import Contract
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson1.sigmoid) { sigmoid($0) }
host.answer(Lesson1.tanh) { tanh($0) }
host.answer(Lesson1.relu) { relu($0) }
host.answer(Lesson1.sigmoidDerivative) { sigmoidDerivative($0) }
host.answer(Lesson1.tanhDerivative) { tanhDerivative($0) }
host.answer(Lesson1.reluDerivative) { reluDerivative($0) }
host.serve()
