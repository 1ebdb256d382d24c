#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  @preconcurrency import Glibc
#endif

/// What a process may take, so that no mistake in a lesson's code can harm the machine; nil is no limit.
public struct ProcessLimits: Sendable, Equatable {
  /// The address space, in bytes.
  public var memory: UInt?
  /// The processor's time, in seconds.
  public var processorTime: UInt?
  /// The size of a file that it writes, in bytes.
  public var fileSize: UInt?

  /// Creates limits.
  public init(memory: UInt? = nil, processorTime: UInt? = nil, fileSize: UInt? = nil) {
    self.memory = memory
    self.processorTime = processorTime
    self.fileSize = fileSize
  }

  /// Those of a check: a hundred times what it needs, and still filled in a second.
  ///
  /// The judge stops a call after 5 seconds of its own clock.
  public static let check = ProcessLimits(memory: 1 << 30, processorTime: 60, fileSize: 16 << 20)

  /// Reads limits as they stand on a command line; nil if they are none.
  init?(_ text: String) {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
    guard numbers.count == 3, numbers.allSatisfy({ $0.isEmpty || UInt($0) != nil }) else { return nil }
    self.init(memory: UInt(numbers[0]), processorTime: UInt(numbers[1]), fileSize: UInt(numbers[2]))
  }

  /// The limits as one word of a command line.
  var text: String {
    [memory, processorTime, fileSize].map { $0.map(String.init) ?? "" }.joined(separator: ",")
  }

  /// Sets them for this process and all that it starts; no crash leaves its memory in a file.
  func apply() {
    if let memory { Self.limit(RLIMIT_AS, to: memory) }
    // At the lower of the two the process hears why it ends; at the higher it is killed.
    if let processorTime { Self.limit(RLIMIT_CPU, to: processorTime, orAtMost: processorTime + 5) }
    if let fileSize { Self.limit(RLIMIT_FSIZE, to: fileSize) }
    Self.limit(RLIMIT_CORE, to: 0)
  }

  /// Lowers one limit; a system that refuses (macOS does for memory) leaves it to the judge's clock.
  private static func limit(_ resource: Int32, to value: UInt, orAtMost highest: UInt? = nil) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(highest ?? value))
    setrlimit(resource, &limit)
  }

  #if canImport(Glibc)
    /// Glibc's header declares the resources as an enum, but the call wants their numbers.
    private static func limit(_ resource: __rlimit_resource, to value: UInt, orAtMost highest: UInt? = nil) {
      limit(Int32(resource.rawValue), to: value, orAtMost: highest)
    }
  #endif
}
