extension [String] {
  /// The texts as a sentence lists them: `1`, `1 and 3`, `1, 3 and 4`.
  package var listed: String {
    let last = suffix(1).joined()
    return count < 2 ? last : dropLast().joined(separator: ", ") + " and " + last
  }
}
