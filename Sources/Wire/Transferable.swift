import CourseKit
import Vocabulary

/// A value that can travel between the judge and a host.
///
/// Numbers travel as their 8 bytes, so nothing is rounded and NaN arrives as NaN.
public protocol Transferable: Sendable {
  /// Reads the value from the bytes that `write(to:)` wrote.
  ///
  /// - Throws: `FrameError` if the bytes hold no such value.
  init(from reader: inout FrameReader) throws(FrameError)

  /// Appends the bytes of the value.
  func write(to frame: inout FrameWriter)
}

extension Transferable {
  /// The bytes as they travel: two values with NaN at the same places have the same ones.
  package var bytes: [UInt8] {
    var frame = FrameWriter()
    write(to: &frame)
    return frame.bytes
  }
}

extension Int: Transferable {
  /// Reads a whole number.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self = Int(truncatingIfNeeded: try reader.readBits())
  }

  /// Appends the number's 8 bytes.
  public func write(to frame: inout FrameWriter) { frame.write(bits: UInt64(bitPattern: Int64(self))) }
}

extension UInt64: Transferable {
  /// Reads a seed.
  public init(from reader: inout FrameReader) throws(FrameError) { self = try reader.readBits() }

  /// Appends the number's 8 bytes.
  public func write(to frame: inout FrameWriter) { frame.write(bits: self) }
}

extension Double: Transferable {
  /// Reads a number, NaN and infinities included.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self = Double(bitPattern: try reader.readBits())
  }

  /// Appends the number's 8 bytes.
  public func write(to frame: inout FrameWriter) { frame.write(bits: bitPattern) }
}

extension String: Transferable {
  /// Reads a text.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let count = try reader.readCount()
    self = String(decoding: try reader.read(count: count), as: UTF8.self)
  }

  /// Appends the text's length and its UTF-8 bytes.
  public func write(to frame: inout FrameWriter) {
    frame.write(utf8.count)
    for byte in utf8 { frame.write(byte: byte) }
  }
}

extension Array: Transferable where Element: Transferable {
  /// Reads a list.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let count = try reader.readCount()
    self = []
    for _ in 0..<count { append(try Element(from: &reader)) }
  }

  /// Appends the list's length and its elements.
  public func write(to frame: inout FrameWriter) {
    frame.write(count)
    for element in self { element.write(to: &frame) }
  }
}

extension Matrix: Transferable {
  /// Reads a matrix.
  ///
  /// A student's code can give a matrix the wrong number of elements; such a matrix is an error, not a crash.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let rows = try Int(from: &reader)
    let columns = try Int(from: &reader)
    let elements = try [Double](from: &reader)
    let (expected, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard rows >= 0, columns >= 0, !overflow, elements.count == expected else {
      throw .malformed("a matrix [\(rows), \(columns)] with \(elements.count) elements")
    }
    self.init(rows: rows, columns: columns, elements: elements)
  }

  /// Appends the shape and the elements, row after row.
  public func write(to frame: inout FrameWriter) {
    frame.write(rows)
    frame.write(columns)
    frame.write(elements)
  }
}

extension Bool: Transferable {
  /// Reads a truth value.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self = try Int(from: &reader) != 0
  }

  /// Appends 1 or 0.
  public func write(to frame: inout FrameWriter) { frame.write(self ? 1 : 0) }
}

extension HiddenActivation: Transferable {
  /// Reads a name.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let name = try String(from: &reader)
    guard let activation = HiddenActivation(rawValue: name) else {
      throw .malformed("an activation function named '\(name)'")
    }
    self = activation
  }

  /// Appends the name.
  public func write(to frame: inout FrameWriter) { frame.write(rawValue) }
}

extension ExerciseID: Record {
  /// The lesson and the number.
  public static let fields = Fields(ExerciseID.init(lesson:number:), \.lesson, \.number)
}

extension Parameters: Record {
  /// The weights and the biases.
  public static let fields = Fields(Parameters.init(weights:biases:), \.weights, \.biases)
}

extension Gradients: Record {
  /// The gradients of the weights and of the biases.
  public static let fields = Fields(Gradients.init(weights:biases:), \.weights, \.biases)
}

extension ForwardCache: Record {
  /// The activations and the pre-activations.
  public static let fields = Fields(
    ForwardCache.init(activations:preActivations:), \.activations, \.preActivations)
}

extension Dataset: Record {
  /// The features and the labels, which must fit.
  public static let fields = Fields(fitting, \.features, \.labels)

  @Sendable private static func fitting(_ features: Matrix, _ labels: Matrix) throws(FrameError) -> Dataset {
    guard labels.rows == features.rows, labels.columns == 1 else {
      throw .malformed("a dataset with features \(features.shape) and labels \(labels.shape)")
    }
    return Dataset(features: features, labels: labels)
  }
}

extension History: Record {
  /// The four lists.
  public static let fields = Fields(
    filled, \.trainingLoss, \.validationLoss, \.trainingAccuracy, \.validationAccuracy)

  @Sendable private static func filled(
    _ trainingLoss: [Double], _ validationLoss: [Double], _ trainingAccuracy: [Double], _ validationAccuracy: [Double]
  ) -> History {
    var history = History()
    history.trainingLoss = trainingLoss
    history.validationLoss = validationLoss
    history.trainingAccuracy = trainingAccuracy
    history.validationAccuracy = validationAccuracy
    return history
  }
}
