// The C library's own functions, handed on to every lesson under the names that a textbook uses. They are
// re-exported and never defined anew here: a second `exp` would make `exp(x)` ambiguous in a lesson that also
// imports Foundation.

#if canImport(Darwin)
  @_exported import func Darwin.exp
  @_exported import func Darwin.log
  @_exported import func Darwin.pow
  @_exported import func Darwin.sqrt
  @_exported import func Darwin.tanh
#elseif canImport(Musl)
  @_exported import func Musl.exp
  @_exported import func Musl.log
  @_exported import func Musl.pow
  @_exported import func Musl.sqrt
  @_exported import func Musl.tanh
#elseif canImport(Glibc)
  @_exported import func Glibc.exp
  @_exported import func Glibc.log
  @_exported import func Glibc.pow
  @_exported import func Glibc.sqrt
  @_exported import func Glibc.tanh
#elseif arch(wasm32)
  // In a browser there is no C library: the page lends its own functions, and the square root is an instruction.
  /// Returns eˣ.
  @_extern(c, "exp") public func exp(_ x: Double) -> Double
  /// Returns the natural logarithm.
  @_extern(c, "log") public func log(_ x: Double) -> Double
  /// Returns `base` to the power of `exponent`.
  @_extern(c, "pow") public func pow(_ base: Double, _ exponent: Double) -> Double
  /// Returns the hyperbolic tangent.
  @_extern(c, "tanh") public func tanh(_ x: Double) -> Double
  @_extern(c, "sin") func sin(_ x: Double) -> Double
  @_extern(c, "cos") func cos(_ x: Double) -> Double

  /// Returns the square root.
  public func sqrt(_ x: Double) -> Double { x.squareRoot() }
#endif
