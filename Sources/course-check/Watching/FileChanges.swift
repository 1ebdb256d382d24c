import CourseFiles
import Foundation

/// Notices that files were saved, by looking at them now and then.
///
/// Looking works on every system and file system alike, and for every editor: for those that write into the file and for
/// those that put a new file in its place.
struct FileChanges {
  private let files: [URL]
  private var known: [String?]
  private var news: (states: [String?], since: ContinuousClock.Instant)?

  /// How long files must stay as they are before a change counts: an editor may still be writing.
  static let pause = Duration.milliseconds(15)
  /// How long a file must be missing before that counts: an editor may be about to put the new one there.
  static let pauseIfMissing = Duration.milliseconds(300)

  /// Begins with the files as they are now.
  init(of files: [URL]) {
    self.files = files
    known = files.map { FileStatus(of: $0.path)?.text }
  }

  /// Whether a change has begun that is not known to be over.
  var isPending: Bool { news != nil }

  /// Looks at the files: whether they have changed since the last change that was told, and the change is over.
  mutating func look(at now: ContinuousClock.Instant = .now) -> Bool {
    let states = files.map { FileStatus(of: $0.path)?.text }
    guard states != known else {
      news = nil
      return false
    }
    guard let news, news.states == states else {
      news = (states, now)
      return false
    }
    guard now - news.since >= (states.contains(nil) ? Self.pauseIfMissing : Self.pause) else { return false }
    known = states
    self.news = nil
    return true
  }
}
