import CourseKit

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

extension Parameters: Transferable {
  /// Reads the weights and biases of a network.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(weights: try [Matrix](from: &reader), biases: try [Matrix](from: &reader))
  }

  /// Appends the weights and the biases.
  public func write(to frame: inout FrameWriter) {
    frame.write(weights)
    frame.write(biases)
  }
}

extension Gradients: Transferable {
  /// Reads the gradients of a network.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(weights: try [Matrix](from: &reader), biases: try [Matrix](from: &reader))
  }

  /// Appends the gradients of the weights and of the biases.
  public func write(to frame: inout FrameWriter) {
    frame.write(weights)
    frame.write(biases)
  }
}

extension ForwardCache: Transferable {
  /// Reads what a forward pass computed.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(activations: try [Matrix](from: &reader), preActivations: try [Matrix](from: &reader))
  }

  /// Appends the activations and the pre-activations.
  public func write(to frame: inout FrameWriter) {
    frame.write(activations)
    frame.write(preActivations)
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

extension Dataset: Transferable {
  /// Reads examples with their labels.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let features = try Matrix(from: &reader)
    let labels = try Matrix(from: &reader)
    guard labels.rows == features.rows, labels.columns == 1 else {
      throw .malformed("a dataset with features \(features.shape) and labels \(labels.shape)")
    }
    self.init(features: features, labels: labels)
  }

  /// Appends the features and the labels.
  public func write(to frame: inout FrameWriter) {
    frame.write(features)
    frame.write(labels)
  }
}

extension History: Transferable {
  /// Reads how training went.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init()
    trainingLoss = try [Double](from: &reader)
    validationLoss = try [Double](from: &reader)
    trainingAccuracy = try [Double](from: &reader)
    validationAccuracy = try [Double](from: &reader)
  }

  /// Appends the four lists.
  public func write(to frame: inout FrameWriter) {
    frame.write(trainingLoss)
    frame.write(validationLoss)
    frame.write(trainingAccuracy)
    frame.write(validationAccuracy)
  }
}
