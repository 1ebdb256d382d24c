import Contract
import CourseKit
import Softmax
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson9.softmax) { softmax($0) }
host.answer(Lesson9.crossEntropy) { crossEntropy(logits: $0, classes: $1) }
host.answer(Lesson9.logitsGradient) { logitsGradient(logits: $0, classes: $1) }
host.answer(Lesson9.classAccuracy) { classAccuracy(logits: $0, classes: $1) }
host.serve()
