import Contract
import Wire
import CourseKit
import Testing
import Vocabulary

@Suite("What travels arrives unchanged") struct RoundTripTests {
  @Test("whole numbers", arguments: [0, 1, -1, 255, 256, .max, .min])
  func wholeNumbers(_ number: Int) throws {
    #expect(try value(in: frame(of: number)) == number)
  }

  @Test("seeds", arguments: [0, 1, .max, 0x0102_0304_0506_0708] as [UInt64])
  func seeds(_ seed: UInt64) throws {
    #expect(try value(in: frame(of: seed)) == seed)
  }

  @Test("numbers, bit for bit: −0, subnormal ones, infinities and every NaN", arguments: Samples.oddNumbers)
  func numbers(_ number: Double) throws {
    #expect(try value(Double.self, in: frame(of: number)).bitPattern == number.bitPattern)
  }

  @Test("texts", arguments: Samples.texts)
  func texts(_ text: String) throws {
    #expect(try value(in: frame(of: text)) == text)
  }

  @Test("the name of every activation", arguments: HiddenActivation.allCases)
  func activations(_ activation: HiddenActivation) throws {
    #expect(try value(in: frame(of: activation)) == activation)
  }

  @Test("lists, also empty ones and lists of lists")
  func lists() throws {
    #expect(try value(in: frame(of: [3, 5, 4, 1])) == [3, 5, 4, 1])
    #expect(try value([Int].self, in: frame(of: [Int]())) == [])
    #expect(try value(in: frame(of: [[1, 2], [], [3]])) == [[1, 2], [], [3]])
    #expect(try value(in: frame(of: Samples.texts)) == Samples.texts)
  }

  @Test("the entries of a matrix, bit for bit")
  func matrixEntries() throws {
    let matrix = Matrix(rows: 1, columns: Samples.oddNumbers.count, elements: Samples.oddNumbers)
    let arrived = try value(Matrix.self, in: frame(of: matrix))
    #expect(arrived.elements.map(\.bitPattern) == matrix.elements.map(\.bitPattern))
    #expect(arrived.shape == matrix.shape)
  }

  @Test("the shape of a matrix, also of an empty one", arguments: [(0, 0), (0, 3), (3, 0), (2, 3), (3, 2), (1, 6)])
  func matrixShapes(rows: Int, columns: Int) throws {
    let elements = (0..<rows * columns).map(Double.init)
    let matrix = Matrix(rows: rows, columns: columns, elements: elements)
    #expect(try value(in: frame(of: matrix)) == matrix)
  }

  @Test("the parameters, gradients and activations of a network")
  func networks() throws {
    #expect(try value(in: frame(of: Samples.parameters)) == Samples.parameters)
    #expect(try value(in: frame(of: Samples.gradients)) == Samples.gradients)
    #expect(try value(in: frame(of: Samples.cache)) == Samples.cache)
    #expect(try value(in: frame(of: Samples.layer)) == Samples.layer)
    let empty = ForwardCache(activations: [], preActivations: [])
    #expect(try value(in: frame(of: empty)) == empty)
  }

  @Test("lists of truth values, and what monitors and optimizers went through")
  func traces() throws {
    #expect(try value(in: frame(of: [true, false])) == [true, false])
    #expect(try value(in: frame(of: Samples.improvementTrace)) == Samples.improvementTrace)
    #expect(try value(in: frame(of: Samples.monitorTrace)) == Samples.monitorTrace)
    #expect(try value(in: frame(of: Samples.momentumTrace)) == Samples.momentumTrace)
    #expect(try value(in: frame(of: Samples.layerTrace)) == Samples.layerTrace)
    #expect(try value(in: frame(of: Samples.adamTrace)) == Samples.adamTrace)
    #expect(try value(in: frame(of: Samples.adamSettings)) == Samples.adamSettings)
    #expect(try value(in: frame(of: Samples.layerCalls)) == Samples.layerCalls)
    #expect(try value(in: frame(of: Samples.layerSketches)) == Samples.layerSketches)
    #expect(try value(in: frame(of: MonitorTrace())) == MonitorTrace())
  }

  @Test("truth values", arguments: [true, false])
  func truthValues(_ isTrue: Bool) throws {
    #expect(try value(in: frame(of: isTrue)) == isTrue)
  }

  @Test("examples, also none of them")
  func datasets() throws {
    #expect(try value(in: frame(of: Samples.dataset)) == Samples.dataset)
    let empty = Dataset(features: .zeros(rows: 0, columns: 2), labels: .zeros(rows: 0, columns: 1))
    #expect(try value(in: frame(of: empty)) == empty)
  }

  @Test("how training is to go, how it went and what its closures saw, also before it has begun")
  func training() throws {
    #expect(try value(in: frame(of: Samples.plan)) == Samples.plan)
    #expect(try value(in: frame(of: Samples.history)) == Samples.history)
    #expect(try value(in: frame(of: Samples.epochTrace)) == Samples.epochTrace)
    #expect(try value(in: frame(of: Samples.trainingTrace)) == Samples.trainingTrace)
    #expect(try value(in: frame(of: History())) == History())
    let none = TrainingTrace(parameters: Samples.parameters)
    #expect(try value(in: frame(of: none)) == none)
  }

  @Test("in 8 bytes a number, the lowest byte first, so that judge and host agree on every machine")
  func byteOrder() {
    #expect(frame(of: 0x0102_0304_0506_0708) == [8, 7, 6, 5, 4, 3, 2, 1])
    #expect(frame(of: -2) == [254, 255, 255, 255, 255, 255, 255, 255])
    #expect(frame(of: 1.0) == [0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
    #expect(frame(of: "ab") == [2, 0, 0, 0, 0, 0, 0, 0, 97, 98])
  }
}
