import CourseKit
import Testing

import Training

@Suite("Generated data")
struct GeneratedDataTests {
  @Test("are the same for the same seed and other ones for another", arguments: GeneratedData.Kind.allCases)
  func seeds(kind: GeneratedData.Kind) {
    let data = GeneratedData(kind)
    #expect(data.split(seed: 3).training == data.split(seed: 3).training)
    #expect((data.split(seed: 3).training == data.split(seed: 4).training) == (kind == .xor))
  }

  @Test("keep a fifth for validation, but for xor, which has four points only")
  func split() {
    let moons = GeneratedData(.moons, samples: 100).split(seed: 1)
    #expect(moons.training.count == 80)
    #expect(moons.validation.count == 20)
    let xor = GeneratedData(.xor, samples: 100, noise: 1).split(seed: 1)
    #expect(xor.training == .xor)
    #expect(xor.validation == .xor)
  }
}
