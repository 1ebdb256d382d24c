// Texts go in and out as bytes in UTF-8, beside the numbers; how many bytes each of several takes stands among the numbers.

/// What the page has written for the next call.
nonisolated(unsafe) var inputText: [UInt8] = []

/// What the last call answers in words.
nonisolated(unsafe) var outputText: [UInt8] = []

/// Makes room for so many bytes and returns the address where the page writes them.
@_expose(wasm, "inputText") @_cdecl("inputText")
public func inputTextAddress(_ count: Int) -> Int {
  inputText = [UInt8](repeating: 0, count: count)
  return inputText.withUnsafeMutableBufferPointer { Int(bitPattern: $0.baseAddress) }
}

/// The address of the last call's words.
@_expose(wasm, "outputText") @_cdecl("outputText")
public func outputTextAddress() -> Int {
  outputText.withUnsafeMutableBufferPointer { Int(bitPattern: $0.baseAddress) }
}

/// How many bytes the last call's words take.
@_expose(wasm, "outputTextCount") @_cdecl("outputTextCount")
public func outputTextCount() -> Int { outputText.count }
