import Contract
import Wire
import CourseKit
import Testing
import Vocabulary

@Suite("An impossible value is an error, not a crash") struct ImpossibleValueTests {
  /// The bytes of a matrix that says it is [rows, columns], with these elements.
  private func matrixFrame(rows: Int, columns: Int, elements: [Double]) -> [UInt8] {
    frame(of: rows) + frame(of: columns) + frame(of: elements)
  }

  @Test(
    "a matrix whose elements do not fit its shape",
    arguments: [
      (2, 3, 5), (2, 3, 7), (2, 3, 0), (0, 0, 1), (-2, -3, 6), (-1, 0, 0), (0, -1, 0), (.max, 2, 0), (.min, .min, 0),
      (1 << 32, 1 << 32, 0), (.max, .max, 1),
    ])
  func misfit(rows: Int, columns: Int, count: Int) {
    let bytes = matrixFrame(rows: rows, columns: columns, elements: (0..<count).map(Double.init))
    #expect(throws: FrameError.malformed("a matrix [\(rows), \(columns)] with \(count) elements")) {
      try value(Matrix.self, in: bytes)
    }
  }

  @Test("a matrix to whose elements a lesson's code has added one")
  func appended() {
    var matrix = Matrix([[1, 2], [3, 4]])
    matrix.elements.append(5)
    #expect(throws: FrameError.malformed("a matrix [2, 2] with 5 elements")) {
      try value(Matrix.self, in: frame(of: matrix))
    }
  }

  @Test("a count that is negative or larger than what follows", arguments: [-1, 9, .max, .min])
  func counts(_ count: Int) {
    let bytes = frame(of: count) + [1, 2, 3, 4, 5, 6, 7, 8]
    #expect(throws: FrameError.self) { try value(String.self, in: bytes) }
    #expect(throws: FrameError.self) { try value([Double].self, in: bytes) }
    #expect(throws: FrameError.self) { try value([Matrix].self, in: bytes) }
  }

  @Test("a dataset without one label for each example")
  func dataset() {
    let features = frame(of: Matrix([[1, 2], [3, 4]]))
    for labels in [Matrix([[1]]), Matrix([[1, 0], [0, 1]]), Matrix([[1], [0], [1]])] {
      #expect(throws: FrameError.malformed("a dataset with features [2, 2] and labels \(labels.shape)")) {
        try value(Dataset.self, in: features + frame(of: labels))
      }
    }
  }

  @Test("an activation function that does not exist")
  func activation() {
    #expect(throws: FrameError.malformed("an activation function named 'softmax'")) {
      try value(HiddenActivation.self, in: frame(of: "softmax"))
    }
  }

  @Test("a call or a kind of layer that does not exist")
  func layers() {
    #expect(throws: FrameError.malformed("a call of a layer named 'sideways'")) {
      try value(LayerCall.Action.self, in: frame(of: "sideways"))
    }
    #expect(throws: FrameError.malformed("a layer named 'pooling'")) {
      try value(LayerSketch.Kind.self, in: frame(of: "pooling"))
    }
  }

  @Test("says what came, to follow 'returned'")
  func sentences() {
    #expect(FrameError.malformed("3 bytes too many").description == "3 bytes too many")
    #expect(throws: FrameError.malformed("2 bytes too many")) { try value(Int.self, in: frame(of: 1) + [0, 0]) }
    #expect(throws: FrameError.malformed("8 bytes expected, 3 left")) { try value(Int.self, in: [1, 2, 3]) }
  }
}
