/// What the command's exit status means, from good to bad.
enum ExitCode: Int32, Comparable {
  case allPass = 0
  case someFail = 1
  case wrongUsage = 2
  case doesNotCompile = 3
  case kitFailed = 4

  static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }
}
