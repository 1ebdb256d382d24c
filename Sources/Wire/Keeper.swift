#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  @preconcurrency import Glibc
#endif

/// The process between course-check and the one in which a student's code runs: the same program, started to start itself
/// once more, to wait for that, and to end as it did.
///
/// Code that ends its parent ends this process, and no other. When course-check is gone, whatever ended it, this process ends
/// the code. It never runs any of it.
public enum Keeper {
  private static let word = "keep"
  /// How often it looks whether course-check is still there, in microseconds.
  private static let pace: UInt32 = 200_000

  /// The words that a program is started with, so that it is kept.
  ///
  /// - Parameters:
  ///   - arguments: the words for the program itself.
  ///   - limits: what it may take.
  public static func words(for arguments: [String], limits: ProcessLimits) -> [String] {
    [word, limits.text] + arguments
  }

  /// Keeps this program if its words ask for that, and does not return then.
  ///
  /// A program calls it before anything else.
  public static func keepIfAsked() {
    let words = CommandLine.arguments
    guard words.count >= 3, words[1] == word, let limits = ProcessLimits(words[2]) else { return }
    limits.apply()
    keep([words[0]] + words.dropFirst(3))
  }

  private static func keep(_ words: [String]) -> Never {
    let parent = getppid()
    // Ctrl-C is for the program: it may want to finish what it is at.
    signal(SIGINT, SIG_IGN)
    let program = start(words)
    // What the program writes, and when it stops to, is between it and course-check.
    for stream: Int32 in 0...2 { close(stream) }
    interruptWaiting()
    var status: Int32 = 0
    while waitpid(program, &status, 0) != program {
      // A process without its parent gets another one; all that was started here belongs to one group.
      if getppid() != parent { kill(0, SIGKILL) }
    }
    end(as: status)
  }

  /// Has an alarm end each waiting after a while; `signal` would have it go on by itself.
  private static func interruptWaiting() {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = { _ in }
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler = { _ in }
    #else
      action.__sigaction_handler.sa_handler = { _ in }
    #endif
    sigaction(SIGALRM, &action, nil)
    ualarm(pace, pace)
  }

  private static func start(_ words: [String]) -> pid_t {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var program: pid_t = 0
    let arguments = words.map { strdup($0) } + [nil]
    guard posix_spawn(&program, words[0], nil, &attributes, arguments, environ) == 0 else {
      fatalError("\(words[0]) cannot be started once more")
    }
    return program
  }

  /// Ends this process as another one ended.
  private static func end(as status: Int32) -> Never {
    let number = status & 0x7f
    guard number != 0 else { _exit((status >> 8) & 0xff) }
    signal(number, SIG_DFL)
    kill(getpid(), number)
    _exit(128 + number)
  }

  #if canImport(Darwin)
    private static var environ: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? { _NSGetEnviron().pointee }
  #endif
}
