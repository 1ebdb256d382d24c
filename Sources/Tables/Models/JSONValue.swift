/// A value of a text in JSON (RFC 8259).
enum JSONValue {
  case null, bool, number(Double), text(String)
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The value of a key of an object, the last one if there are several; nil if there is none.
  subscript(key: String) -> JSONValue? {
    guard case .object(let entries) = self else { return nil }
    return entries.last { $0.key.isSame(as: key) }?.value
  }
}

/// What makes a text no JSON; where it is, nobody wants to know of a file that a program wrote.
struct JSONError: Error {}
