import Contract
import CourseKit
import Wire

// How the functions of lesson 2 answer the judge's calls.

extension Version {
  func installLesson2(in answerer: some Answering) {
    let title = title
    switch exercise {
    case "2.1": answerer.answer(Lesson2.parameterCount) { try parameterCount(mistake: title, layerSizes: $0) }
    case "2.2":
      answerer.answer(Lesson2.heInitialized) { layerSizes, seed, times in
        var generator = SeededGenerator(seed: seed)
        return try (0..<times).map { _ in
          try heInitialized(mistake: title, layerSizes: layerSizes, using: &generator)
        }
      }
    default:
      answerer.answer(Lesson2.xavierInitialized) { layerSizes, seed, times in
        var generator = SeededGenerator(seed: seed)
        return try (0..<times).map { _ in
          try xavierInitialized(mistake: title, layerSizes: layerSizes, using: &generator)
        }
      }
    }
  }
}
