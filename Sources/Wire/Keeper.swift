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
/// Code that signals its parent signals this process, which does not hear it; if it kills it, that is the end of the code, too,
/// and of nothing else. When course-check is gone, whatever ended it, this process ends the code. It never runs any of it.
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

  /// Keeps this program if its words ask for that, and does not return then; in the program that is kept it returns.
  ///
  /// A program calls it before anything else.
  public static func keepIfAsked() {
    let words = CommandLine.arguments
    guard words.count >= 3, words[1] == word, let limits = ProcessLimits(words[2]) else {
      endWithParent()
      return
    }
    limits.apply()
    keep([words[0]] + words.dropFirst(3))
  }

  private static func keep(_ words: [String]) -> Never {
    // Ctrl-C is for the program, which may want to finish what it is at; other signals come from the student's code.
    for number in 1..<NSIG where number != SIGCHLD { signal(number, SIG_IGN) }
    signal(SIGCHLD, SIG_DFL)
    let program = start(words)
    // What the program writes, and when it stops to, is between it and course-check.
    for stream: Int32 in 1...2 { close(stream) }
    interruptWaiting()
    var status: Int32 = 0
    while waitpid(program, &status, 0) != program {
      // All that was started here belongs to one group.
      if errno != EINTR || isCourseCheckGone { kill(0, SIGKILL) }
    }
    end(as: status)
  }

  /// Whether nobody holds the other end of standard input any more.
  private static var isCourseCheckGone: Bool {
    var input = pollfd(fd: 0, events: 0, revents: 0)
    return poll(&input, 1, 0) > 0 && input.revents & Int16(POLLHUP) != 0
  }

  /// Has the system kill this process as soon as the one that keeps it is gone, where it can.
  private static func endWithParent() {
    #if os(Linux)
      // `prctl` takes any number of arguments, and such functions cannot be called from Swift by their names.
      typealias Control = @convention(c) (Int32, UInt) -> Int32
      guard let control = dlsym(nil, "prctl") else { return }
      let whenParentEnds: Int32 = 1
      _ = unsafeBitCast(control, to: Control.self)(whenParentEnds, UInt(SIGKILL))
    #endif
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
