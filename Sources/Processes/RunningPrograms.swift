import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The programs that run at the moment, as far as this user may know.
package enum RunningPrograms {
  /// A process, the program that it runs, and who started it.
  package struct Process {
    package let identifier: pid_t
    package let path: String
    package let parent: pid_t
  }

  package static var all: [Process] {
    Session.processes().compactMap { identifier in
      guard let path = path(of: identifier), let parent = parent(of: identifier) else { return nil }
      return Process(identifier: identifier, path: path, parent: parent)
    }
  }

  /// The process of a session that runs a program below another one that runs it, too; nil if there is none.
  package static func kept(_ program: String, by leader: pid_t) -> pid_t? {
    // The session says enough where a folder has several names, as /tmp has on macOS.
    let name = URL(filePath: program).lastPathComponent
    let members = Session.members(of: leader).filter { path(of: $0)?.hasSuffix("/" + name) ?? false }
    let kept = members.first { member in parent(of: member).map(members.contains) ?? false }
    // Code may have ended the one that kept it.
    return kept ?? members.first { $0 != leader }
  }

  #if canImport(Darwin)
    /// The file that a process runs.
    static func path(of process: pid_t) -> String? {
      var buffer = [UInt8](repeating: 0, count: 4 * Int(MAXPATHLEN))
      let count = proc_pidpath(process, &buffer, UInt32(buffer.count))
      return count > 0 ? String(decoding: buffer.prefix(Int(count)), as: UTF8.self) : nil
    }

    private static func parent(of process: pid_t) -> pid_t? {
      var information = proc_bsdinfo()
      let size = Int32(MemoryLayout<proc_bsdinfo>.size)
      guard proc_pidinfo(process, PROC_PIDTBSDINFO, 0, &information, size) == size else { return nil }
      return pid_t(information.pbi_ppid)
    }
  #else
    /// The file that a process runs.
    static func path(of process: pid_t) -> String? {
      guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe") else {
        return nil
      }
      // A program that was built anew meanwhile.
      return path.hasSuffix(" (deleted)") ? String(path.dropLast(10)) : path
    }

    private static func parent(of process: pid_t) -> pid_t? {
      // The name in brackets may hold anything; behind it come the state and the parent.
      guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let name = status.lastIndex(of: ")")
      else { return nil }
      return status[name...].split(separator: " ").dropFirst(2).first.flatMap { pid_t($0) }
    }
  #endif
}

/// The memory that a process uses, so that code which takes ever more of it can be stopped in time.
package enum ProcessMemory {
  #if canImport(Darwin)
    /// Returns how many bytes of memory a process uses; nil if it is gone.
    package static func bytes(of process: pid_t) -> Int? {
      var usage = rusage_info_v0()
      let result = withUnsafeMutablePointer(to: &usage) {
        $0.withMemoryRebound(to: rusage_info_t?.self, capacity: 1) {
          proc_pid_rusage(process, RUSAGE_INFO_V0, $0)
        }
      }
      return result == 0 ? Int(usage.ri_phys_footprint) : nil
    }
  #else
    /// Returns how many bytes of memory a process uses; nil if it is gone.
    package static func bytes(of process: pid_t) -> Int? {
      // The second number is the resident set, counted in pages.
      let numbers = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8))?.split(separator: " ")
      return numbers?.dropFirst().first.flatMap { Int($0) }.map { $0 * Int(getpagesize()) }
    }
  #endif
}
