import CourseFiles
import Foundation

/// Builds hosts, the Lab and the playground: compiles each module of which there is no compiled one for its present contents,
/// and links.
///
/// What a module is compiled from is its files, the compiler, what that is told, and what the imported modules show. So the
/// edit of a function's body compiles one module and links, and code that was there before is not compiled again. Nothing of
/// what SwiftPM does is needed for that, whichever way it builds the kit.
package final class Builder {
  package let checkout: Checkout
  private let folder: URL
  private let texts: SourceTexts
  private let show: (BuildProgress?) -> Void

  /// Creates a builder.
  ///
  /// - Parameters:
  ///   - checkout: the course.
  ///   - folder: the folder for what is built.
  ///   - show: shows how far a build is; nil when it is over.
  package init(_ checkout: Checkout, in folder: URL, show: @escaping (BuildProgress?) -> Void = { _ in }) {
    self.checkout = checkout
    self.folder = folder
    self.show = show
    texts = SourceTexts(in: checkout.root)
  }

  /// Builds a program, or finds that it is there.
  package func build(_ product: BuildProduct) -> Result<BuiltProgram, BuildFailure> {
    Result { () throws(BuildFailure) in
      if let sentence = product.linkedLessons(in: checkout).lazy.compactMap(LessonFiles(checkout).sentence).first {
        throw BuildFailure(kind: .lesson, sentence: sentence)
      }
      let (cache, compiler) = try tools(for: product.title)
      let build = Build(of: product, in: checkout, with: compiler, cache, texts, show: show)
      var isCacheTrusted = true
      for _ in 1...3 {
        do throws(BuildFailure) {
          return try build.program()
        } catch {
          if build.hasLostEntries {
            // Another command found the cache damaged and took them away.
            build.forgetEntries()
          } else {
            guard error.mayComeFromTheCache, isCacheTrusted else { throw error }
            // Somebody or something changed what was built before.
            build.discardAll()
            isCacheTrusted = false
          }
        }
      }
      return try build.program()
    }
  }

  /// A short text that changes with all that goes into a program.
  package func fingerprint(of product: BuildProduct) -> String {
    guard let (cache, compiler) = try? tools(for: product.title) else { return UUID().uuidString }
    return Build(of: product, in: checkout, with: compiler, cache, texts, show: show).fingerprint
  }

  /// What it builds with, found out once.
  ///
  /// The cache stays open as long as this builder, so that no other command cleans away what is in use.
  private var tools: (cache: BuildCache, compiler: Compiler)?

  private func tools(for title: String) throws(BuildFailure) -> (cache: BuildCache, compiler: Compiler) {
    if let tools { return tools }
    let cache = try BuildCache(in: folder)
    let found = (cache: cache, compiler: try Compiler(cache: cache, for: title))
    tools = found
    return found
  }
}

/// A program, and what the compiler said of its lessons.
package struct BuiltProgram {
  /// The program's path.
  package let executable: String
  /// The warnings in its lessons.
  package let warnings: [CompilerMessage]
  /// What it was built from, as a short text.
  package let fingerprint: String
}

/// How far a build is, for whoever shows it.
package struct BuildProgress {
  /// What is built, as a sentence names it.
  package let title: String
  /// What is being made.
  package let step: String
  /// Since the build began.
  package let elapsed: Duration
}
