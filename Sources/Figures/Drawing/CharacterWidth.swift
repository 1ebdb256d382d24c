extension Character {
  /// Whether this takes the room of two letters: ideographs, kana, hangul and pictures.
  var isDoubleWidth: Bool {
    guard let scalar = unicodeScalars.first, scalar.value >= 0x2600 else { return false }
    return scalar.properties.isEmojiPresentation
      || scalar.value >= 0x2E80 && scalar.properties.generalCategory == .otherLetter
  }

  /// Whether this has nothing to see, and may move what follows it.
  var isInvisible: Bool {
    guard let scalar = unicodeScalars.first else { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}
