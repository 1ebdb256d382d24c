import Foundation

/// What was built together with the tests that run.
package enum BuiltProducts {
  /// The folder in which the tests' bundle lies.
  ///
  /// - Throws: `NoTestBundle` if they do not run from one.
  package static func folder() throws -> URL {
    let bundle = ProcessInfo.processInfo.arguments
      .compactMap { argument in argument.firstRange(of: ".xctest").map { argument[..<$0.upperBound] } }.first
    guard let bundle else { throw NoTestBundle() }
    return URL(filePath: String(bundle)).deletingLastPathComponent()
  }
}

/// Tests that do not run from a bundle, so that what was built with them cannot be found.
package struct NoTestBundle: Error, CustomStringConvertible {
  package var description: String { "the tests do not run from a bundle named .xctest" }
}
