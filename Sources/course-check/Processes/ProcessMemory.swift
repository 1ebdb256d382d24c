import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The memory that a process uses, so that code which takes ever more of it can be stopped in time.
enum ProcessMemory {
  #if canImport(Darwin)
    /// Returns how many bytes of memory a process uses; nil if it is gone.
    static func bytes(of process: pid_t) -> Int? {
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
    static func bytes(of process: pid_t) -> Int? {
      // The second number is the resident set, counted in pages.
      let numbers = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8))?.split(separator: " ")
      return numbers?.dropFirst().first.flatMap { Int($0) }.map { $0 * Int(getpagesize()) }
    }
  #endif
}
