#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  @preconcurrency import Glibc
#endif

/// The limits that a host sets itself before it runs a lesson's code, so that no mistake in it can harm the machine.
enum HostLimits {
  /// A hundred times what a check needs, and still filled in a second.
  static let memoryInBytes: UInt = 1 << 30
  /// The judge stops a call after 5 seconds; this ends a host whose judge was killed.
  static let cpuTimeInSeconds: UInt = 60
  static let fileSizeInBytes: UInt = 16 << 20

  static func apply() {
    limit(RLIMIT_AS, to: memoryInBytes)
    limit(RLIMIT_CPU, to: cpuTimeInSeconds)
    limit(RLIMIT_FSIZE, to: fileSizeInBytes)
    limit(RLIMIT_CORE, to: 0)
  }

  /// Lowers one limit; a system that refuses (macOS does for memory) leaves it to the judge's clock.
  private static func limit(_ resource: Int32, to value: UInt) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    setrlimit(resource, &limit)
  }

  #if canImport(Glibc)
    /// Glibc's header declares the resources as an enum, but the call wants their numbers.
    private static func limit(_ resource: __rlimit_resource, to value: UInt) {
      limit(Int32(resource.rawValue), to: value)
    }
  #endif
}
