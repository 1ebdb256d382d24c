import Engine
import Foundation

/// Whether something was left behind by an earlier check.
struct ProcessHealth {
  let root: URL
  /// The folder for what this program builds.
  let cache: URL

  /// Looks at the processes that run programs of the course.
  var observations: [Observation] {
    let leftovers = leftovers.map { process, name in
      Observation.bad("\(name) of an earlier check still runs (process \(process))", remedy: "kill \(process)")
    }
    return leftovers.isEmpty ? [.good("no program of an earlier check still runs")] : leftovers
  }

  /// Hosts and Labs of this folder whose course-check is gone.
  private var leftovers: [(process: Int32, name: String)] {
    let programs = Set(Course.taught.lessons.map(\.host) + ["Lab"])
    let folders = [root, cache].map { $0.resolvingSymlinksInPath().path + "/" }
    return RunningPrograms.all.filter { process in
      guard folders.contains(where: process.path.hasPrefix), let name = process.path.split(separator: "/").last,
        programs.contains(String(name))
      else { return false }
      return RunningPrograms.path(of: process.parent)?.hasSuffix("/course-check") != true
    }.map { ($0.identifier, String($0.path.split(separator: "/").last ?? "")) }
  }
}
