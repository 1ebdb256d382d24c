import CourseKit
import Testing

@Suite("A layer of the kit") struct LayerTests {
  /// Doubles its input.
  private final class Doubling: Layer {
    override func forward(_ input: Matrix, isTraining: Bool) -> Matrix { 2 * input }
    override func backward(_ outputGradient: Matrix) -> Matrix { 2 * outputGradient }
  }

  @Test("has neither parameters nor gradients, and takes a list of none")
  func parameters() {
    let layer: Layer = Doubling()
    #expect(layer.parameters.isEmpty && layer.gradients.isEmpty)
    layer.parameters = []
    #expect(layer.parameters.isEmpty)
  }

  @Test("is asked for what its class writes")
  func overridden() {
    let layers: [Layer] = [Doubling(), Doubling()]
    let output = layers.reduce(Matrix([[1, -3]])) { $1.forward($0, isTraining: false) }
    #expect(output == Matrix([[4, -12]]))
    #expect(layers[0].backward(output) == Matrix([[8, -24]]))
  }

  @Test("hands out what is kept")
  func kept() {
    let matrix = Matrix([[1, 2]])
    #expect(Doubling().kept(matrix) == matrix)
  }

  @Test("stops at the caller's line if nothing is kept")
  func nothingKept() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Layer().kept(nil)
    }
    expectMessage(in: result, line: #line - 3, "backward was called before forward(…, isTraining: true)")
  }

  @Test("stops if it is given parameters that it has not, or if its class writes no forward or backward")
  func impossible() async {
    let parameters = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Layer().parameters = [Matrix([[1]])]
    }
    expectMessage(in: parameters, "a layer without parameters was given 1")
    let forward = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Layer().forward(Matrix([[1]]), isTraining: true)
    }
    expectMessage(in: forward, "forward(_:isTraining:)")
    let backward = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Layer().backward(Matrix([[1]]))
    }
    expectMessage(in: backward, "backward(_:)")
  }
}

@Suite("The probability to keep a unit") struct KeepProbabilityTests {
  @Test("is above 0 and at most 1, or the program stops at the caller's line, with the number")
  func range() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      requireKeepProbability(1.5)
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("Keep probability out of range: 1.5. It must be above 0 and at most 1"))
    #expect(text.contains("LayerTests.swift"))
    await #expect(processExitsWith: .failure) { requireKeepProbability(0) }
    await #expect(processExitsWith: .failure) { requireKeepProbability(-0.2) }
    await #expect(processExitsWith: .failure) { requireKeepProbability(.nan) }
    for keepProbability in [1, 0.8, 1e-300] { requireKeepProbability(keepProbability) }
  }
}
