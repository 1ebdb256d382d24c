import Contract
import CourseKit
import HeInit
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson2.parameterCount) { parameterCount(layerSizes: $0) }
host.answer(Lesson2.heInitialized) { layerSizes, seed in
  var generator = SeededGenerator(seed: seed)
  return heInitialized(layerSizes: layerSizes, using: &generator)
}
host.answer(Lesson2.xavierInitialized) { layerSizes, seed in
  var generator = SeededGenerator(seed: seed)
  return xavierInitialized(layerSizes: layerSizes, using: &generator)
}
host.serve()
