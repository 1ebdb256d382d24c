import Course
import Engine
import Foundation
import Testing
import Vocabulary

extension PlaygroundPageTests {
  /// The page in a real browser: lessons 9 and 10 are wrong or not written.
  @Suite("The playground with a lesson of layers that is not right", .serialized)
  struct PageLayerMistakeTests {
    @Test("names the exercise of lesson 10 that traps while layers are trained, and the other network goes on")
    func trapInLayers() throws {
      let page = try OpenPage(
        .planting(["10.2": "return matmul(outputGradient, weights)"], named: "trap-in-layers"),
        fragment: "network=layers")
      #expect(try page.latest("trainingLoss").isFinite, "it is measured without 10.2")
      try page.press("step-epoch")
      #expect(try page.text("messages").contains("10.2 Dense.backward stopped in the middle"))
      try page.choose("network", "binary")
      try page.press("step-epoch")
      #expect(try page.latest("epoch") == 1)
      page.expectNoComplaints()
    }

    @Test(
      "trains binary networks while lessons 9 and 10 are not begun, and names their exercises where layers are chosen")
    func unwrittenLayers() throws {
      let lessons = Course.neuralNetwork.lessons.filter { $0.part == 2 }
      let exercises = lessons.flatMap(\.exercises).map(\.id)
      let bodies = Dictionary(uniqueKeysWithValues: exercises.map { ($0, "fatalError(\"TODO\")") })
      let page = try OpenPage(.planting(bodies, named: "unwritten-layers", isOpen: true))
      #expect(try page.text("messages") == "")
      try page.press("step-epoch")
      #expect(try page.latest("epoch") == 1)
      try page.choose("network", "layers")
      let said = try page.text("messages")
      #expect(said.contains("Training needs 10.1 Dense.forward, which is not written yet"), "\(said)")
      #expect(said.contains("Next: write 9.1 softmax"))
      try page.choose("network", "binary")
      #expect(try page.text("messages") == "")
      page.expectNoComplaints()
    }
  }
}
