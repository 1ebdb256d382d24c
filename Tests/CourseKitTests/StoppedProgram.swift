import Testing

/// Expects that a stopped program wrote the phrases and, if a line is given, that line of the calling file.
///
/// The line of code inside a macro is that of the macro, so here it is the one where `#expect` stands.
func expectMessage(
  in result: ExitTest.Result?, line: Int? = nil, _ phrases: String...,
  file: String = #file, sourceLocation: SourceLocation = #_sourceLocation
) {
  let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  let place = line.map { ["\(file):\($0): Fatal error:"] } ?? []
  for phrase in place + phrases {
    #expect(message.contains(phrase), "\(message)", sourceLocation: sourceLocation)
  }
}
