import Engine
import Foundation

/// Whether another check is at work, or something was left behind by one.
struct ProcessHealth {
  let root: URL
  /// The folder for build products.
  let products: URL

  /// Looks at the processes that run programs of the course.
  var observations: [Observation] {
    let locks = Builder.scratchFolders(in: products).compactMap(CheckLock.owner)
    let busy = locks.map { owner in
      Observation.note("Another course-check is at work (process \(owner)); a check waits until it is done")
    }
    let leftovers = leftovers.map { process, name in
      Observation.bad("\(name) of an earlier check still runs (process \(process))", remedy: "kill \(process)")
    }
    return leftovers.isEmpty ? busy + [.good("no program of an earlier check still runs")] : busy + leftovers
  }

  /// Hosts and Labs of this folder whose course-check is gone.
  private var leftovers: [(process: Int32, name: String)] {
    let programs = Set(Course.taught.lessons.map(\.host) + ["Lab"])
    let folder = root.resolvingSymlinksInPath().path + "/"
    return RunningPrograms.all.filter { process in
      guard process.path.hasPrefix(folder), let name = process.path.split(separator: "/").last,
        programs.contains(String(name))
      else { return false }
      return RunningPrograms.path(of: process.parent)?.hasSuffix("/course-check") != true
    }.map { ($0.identifier, String($0.path.split(separator: "/").last ?? "")) }
  }
}
