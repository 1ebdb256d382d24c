import Contract
import CourseKit
import HeInit
import Vocabulary
import Wire

let host = LessonHost()
host.answer(Lesson2.parameterCount) { parameterCount(layerSizes: $0) }
host.answer(Lesson2.heInitialized) { layerSizes, seed, times in
  var generator = SeededGenerator(seed: seed)
  return (0..<times).map { _ in heInitialized(layerSizes: layerSizes, using: &generator) }
}
host.answer(Lesson2.xavierInitialized) { layerSizes, seed, times in
  var generator = SeededGenerator(seed: seed)
  return (0..<times).map { _ in xavierInitialized(layerSizes: layerSizes, using: &generator) }
}
host.serve()
