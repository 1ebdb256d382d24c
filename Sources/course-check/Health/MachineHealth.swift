import Building
import CourseFiles
import Engine
import Foundation
import Processes

/// Whether there is room to build, and leave to write.
struct DiskHealth {
  let root: URL
  /// The folder for what this program builds.
  let cache: URL

  private static let leastFreeBytes = 2_000_000_000

  /// Looks at the free space and at the folders that are written.
  var observations: [Observation] {
    [freeSpace] + [cache, root.appending(path: ".course-check")].map(writing)
      + [Self.temporaryFolder(FileManager.default.temporaryDirectory)]
  }

  private var freeSpace: Observation {
    let attributes = try? FileManager.default.attributesOfFileSystem(
      forPath: FileManager.default.fileExists(atPath: cache.path) ? cache.path : root.path)
    guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.intValue else {
      return .note("How much of the disk is free cannot be found out", remedy: "df -h .")
    }
    return Self.freeSpace(free)
  }

  /// What is said of so many free bytes.
  static func freeSpace(_ bytes: Int) -> Observation {
    let size = ByteCount.text(bytes)
    guard bytes < leastFreeBytes else { return .good("\(size) of the disk are free") }
    return .bad(
      "Only \(size) of the disk are free; a build of everything needs about 2 GB. What was built can be deleted and is "
        + "built again when it is needed:", remedy: "swift package clean")
  }

  private func writing(_ folder: URL) -> Observation {
    let name = Checkout.relative(folder.path, to: root)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
      let parent = folder.deletingLastPathComponent().path
      return FileManager.default.isWritableFile(atPath: parent)
        ? .good("\(name) can be made") : .bad("\(name) cannot be made in \(parent)", remedy: "chmod u+w \(parent)")
    }
    if !isFolder.boolValue {
      return .bad("\(name) is a file and should be a folder: give it another name", remedy: "mv \(name) \(name).old")
    }
    return FileManager.default.isWritableFile(atPath: folder.path)
      ? .good("\(name) can be written") : .bad("\(name) cannot be written", remedy: "chmod -R u+w \(name)")
  }

  /// What is said of the folder for temporary files, which every build needs.
  static func temporaryFolder(_ folder: URL) -> Observation {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue
    return isThere && FileManager.default.isWritableFile(atPath: folder.path)
      ? .good("temporary files can be written to \(folder.path)")
      : .bad("Temporary files cannot be written to \(folder.path), where TMPDIR points", remedy: "unset TMPDIR")
  }
}

/// A number of bytes as people say it.
enum ByteCount {
  static func text(_ bytes: Int) -> String {
    let units = ["KB", "MB", "GB", "TB"]
    var value = Double(bytes) / 1000
    var unit = 0
    while value >= 999.5, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    let number = value < 9.95 && unit > 1 ? "\((value * 10).rounded() / 10)" : "\(Int(value.rounded()))"
    return "\(number) \(units[unit])"
  }
}

/// Which variables of the environment change what the course does.
enum EnvironmentHealth {
  /// Looks at the variables.
  static func observations(_ environment: [String: String]) -> [Observation] {
    var found: [Observation] = []
    if environment["COURSE_TREE"] == Checkout.Tree.solutions.rawValue {
      found.append(
        .bad(
          "COURSE_TREE is 'solutions', so checks look at the reference and not at your work",
          remedy: "unset COURSE_TREE"))
    }
    if let name = environment[Processor.variable] {
      do throws(BuildFailure) {
        _ = try Processor.chosen(environment)
        found.append(
          .note("\(Processor.variable) is '\(name)', so `train` may be slower", remedy: "unset \(Processor.variable)"))
      } catch {
        found.append(.bad(error.sentence, remedy: "unset \(Processor.variable)"))
      }
    }
    if !environment["NO_COLOR", default: ""].isEmpty {
      found.append(.note("NO_COLOR is set, so there are no colours unless you say --color always"))
    }
    return found.contains { $0.mark == .fail } ? found : [.good("no variable changes what is checked")] + found
  }
}

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
    let running = RunningPrograms.all
    let ours = running.filter { process in
      guard folders.contains(where: process.path.hasPrefix), let name = process.path.split(separator: "/").last else {
        return false
      }
      return programs.contains(String(name))
    }
    // A host is started by another one of itself, and that by course-check.
    let known = Dictionary(running.map { ($0.identifier, $0) }) { first, _ in first }
    func isKept(_ process: RunningPrograms.Process) -> Bool {
      guard let parent = known[process.parent] else { return false }
      return parent.path.hasSuffix("/course-check") || (parent.path == process.path && isKept(parent))
    }
    return ours.filter { !isKept($0) }.map { ($0.identifier, String($0.path.split(separator: "/").last ?? "")) }
  }
}
