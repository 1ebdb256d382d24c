/// A value that travels as its fields, one after the other.
///
/// A type lists its fields once, and reading and writing follow from the list.
public protocol Record: Transferable {
  /// The fields in the order in which they travel.
  static var fields: Fields<Self> { get }
}

extension Record {
  /// Reads the fields and makes the value of them.
  public init(from reader: inout FrameReader) throws(FrameError) { self = try Self.fields.read(&reader) }

  /// Appends the bytes of each field.
  public func write(to frame: inout FrameWriter) { Self.fields.write(self, &frame) }
}

/// The fields of a record: how to get each of them, and how to make a value of all.
public struct Fields<Value>: Sendable {
  let read: @Sendable (inout FrameReader) throws(FrameError) -> Value
  let write: @Sendable (Value, inout FrameWriter) -> Void

  /// Creates the list of fields, for example `Fields(Gradients.init, \.weights, \.biases)`.
  ///
  /// - Parameters:
  ///   - make: makes a value of the fields; it throws where they fit no value.
  ///   - field: each field, in the order of the arguments of `make`.
  public init<each Field: Transferable>(
    _ make: @escaping @Sendable (repeat each Field) throws(FrameError) -> Value,
    _ field: repeat KeyPath<Value, each Field> & Sendable
  ) {
    read = { (reader) throws(FrameError) in
      let fields = (repeat try (each Field)(from: &reader))
      return try make(repeat each fields)
    }
    write = { value, frame in repeat value[keyPath: each field].write(to: &frame) }
  }
}
