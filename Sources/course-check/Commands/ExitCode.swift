/// What the command's exit status means.
enum ExitCode: Int32 {
  case allPass = 0
  case someFail = 1
  case wrongUsage = 2
  case doesNotCompile = 3
  case kitFailed = 4
}
