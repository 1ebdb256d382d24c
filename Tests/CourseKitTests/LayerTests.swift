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
