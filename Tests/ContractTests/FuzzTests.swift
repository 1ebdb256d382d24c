import Contract
import Wire
import CourseKit
import Testing
import Vocabulary

/// A type that travels, with the bytes of one of its values.
struct Specimen: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  /// Reads the bytes as one whole value and writes it again.
  let rewritten: @Sendable ([UInt8]) throws(FrameError) -> [UInt8]

  init<Value: Transferable>(_ sample: Value) {
    testDescription = "\(Value.self)"
    bytes = frame(of: sample)
    rewritten = { bytes throws(FrameError) in frame(of: try value(Value.self, in: bytes)) }
  }

  static let all = [
    Specimen(42), Specimen(7 as UInt64), Specimen(0.1), Specimen("hiddenDelta"), Specimen([2, 32, 1]),
    Specimen(HiddenActivation.tanh), Specimen(Samples.matrix), Specimen([Samples.matrix, Samples.matrix]),
    Specimen(Samples.parameters), Specimen(Samples.gradients), Specimen(Samples.cache),
    Specimen(Samples.layer), Specimen(Samples.improvementTrace), Specimen(Samples.monitorTrace),
    Specimen(Samples.momentumTrace), Specimen(Samples.layerTrace), Specimen(Samples.layerCalls),
    Specimen(Samples.layerSketches), Specimen(Samples.adamTrace), Specimen(Samples.adamSettings),
    Specimen(true), Specimen(Samples.dataset), Specimen(Samples.plan), Specimen(Samples.history),
    Specimen(Samples.epochTrace), Specimen(Samples.trainingTrace),
  ]
}

/// A host is a student's code: whatever bytes it sends, the judge must get an error or a value and never stop.
@Suite("Bytes that are no value are an error") struct FuzzTests {
  @Test("when they end too early, at whatever byte", arguments: Specimen.all)
  func prefixes(_ specimen: Specimen) {
    for count in specimen.bytes.indices {
      #expect(throws: FrameError.self) { try specimen.rewritten(Array(specimen.bytes.prefix(count))) }
    }
  }

  @Test("when they go on too long", arguments: Specimen.all)
  func overlong(_ specimen: Specimen) {
    for rest in [[0], [255], [UInt8](repeating: 0, count: 8), specimen.bytes] {
      #expect(throws: FrameError.self) { try specimen.rewritten(specimen.bytes + rest) }
    }
  }

  @Test("and never stop the judge, whichever bytes are corrupted", arguments: Specimen.all)
  func corruptions(_ specimen: Specimen) {
    var generator = SeededGenerator(seed: 2024)
    var errors = 0
    for _ in 0..<500 {
      var bytes = specimen.bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: bytes.indices, using: &generator)
        bytes[index] =
          [0, 1, 0x7f, 0x80, 0xff, UInt8.random(in: 0...255, using: &generator)]
          .randomElement(using: &generator) ?? 0
      }
      do throws(FrameError) {
        // What is accepted must be a whole value of its own: it has just as many bytes.
        // (Bytes that are no UTF-8 are repaired, so a text, and what has names in it, can become longer.)
        let again = try specimen.rewritten(bytes)
        #expect(again.count == bytes.count || ["String", "LayerTrace"].contains(specimen.testDescription))
      } catch {
        errors += 1
        #expect(!error.description.isEmpty)
      }
    }
    let holdsOnlyNumbers = ["Int", "UInt64", "Double", "Bool", "AdamSettings"].contains(specimen.testDescription)
    #expect((errors > 0) != holdsOnlyNumbers)
  }

  @Test("and never stop the judge, whatever noise comes", arguments: Specimen.all)
  func noise(_ specimen: Specimen) {
    var generator = SeededGenerator(seed: 2025)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      if let again = try? specimen.rewritten(bytes) {
        #expect(again.count == length || specimen.testDescription == "String")
      }
    }
  }
}
