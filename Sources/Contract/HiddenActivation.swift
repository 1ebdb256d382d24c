/// The hidden layers' activation function as it travels between judge and host: by its name.
///
/// The contract links no lesson, so it cannot use lesson 1's own `Activation`; each host turns the name into that.
public enum HiddenActivation: String, CaseIterable, Codable, Transferable {
  case relu, tanh, sigmoid

  /// Returns the case of this name in a lesson's own enum.
  ///
  /// Stops the program if the lesson's enum no longer has one.
  public func named<LessonActivation: CaseIterable>(
    in type: LessonActivation.Type = LessonActivation.self
  ) -> LessonActivation {
    for candidate in type.allCases where "\(candidate)" == rawValue { return candidate }
    fatalError("Activation has lost its case '\(rawValue)', which is given: put it back")
  }

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
