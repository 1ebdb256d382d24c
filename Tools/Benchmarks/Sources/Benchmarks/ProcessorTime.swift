import Foundation

/// The time that the processor has spent on this program: unlike a clock on the wall it stands still while others work.
enum ProcessorTime {
  /// Returns how many seconds `body` takes.
  static func seconds(_ body: () -> Void) -> Double {
    let start = spent
    body()
    return spent - start
  }

  /// The seconds since the program began.
  static var spent: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
