import Testing

@testable import Building

/// The playground's page in a real browser: one test after the other, all in one browser.
@Suite(
  "The playground's page", .serialized, .ownLine,
  WebToolchain.isPresent,
  .enabled(if: Browser.program != nil, "there is no Chromium or Chrome in PATH; on Debian: apt-get install chromium"))
enum PlaygroundPageTests {}

extension WebToolchain {
  /// Leaves a test out where the toolchain cannot compile for WebAssembly.
  static var isPresent: ConditionTrait {
    .enabled(
      if: (try? found()) != nil, "this Swift toolchain does not compile for WebAssembly; swift.org's does")
  }

  private static func found() throws -> WebToolchain {
    let cache = try BuildCache(in: Classroom.cache)
    return try WebToolchain(of: try Compiler(cache: cache, for: "the playground"), cache)
  }
}
