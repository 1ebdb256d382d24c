/// The hidden layers' activation function as the kit speaks of it: by its name.
///
/// The kit links no lesson where it judges, so it cannot use lesson 1's own `Activation`; each host turns the name into
/// that.
public enum HiddenActivation: String, CaseIterable, Sendable {
  case relu, tanh, sigmoid
}

#if !hasFeature(Embedded)
  extension HiddenActivation: Codable {}

  extension HiddenActivation {
    /// Returns the case of this name in a lesson's own enum.
    ///
    /// Stops the program if the lesson's enum no longer has one.
    public func named<LessonActivation: CaseIterable>(
      in type: LessonActivation.Type = LessonActivation.self
    ) -> LessonActivation {
      for candidate in type.allCases where "\(candidate)" == rawValue { return candidate }
      fatalError("Activation has lost its case '\(rawValue)', which is given: put it back")
    }
  }
#endif
