import Building
import CourseFiles
import Engine
import Foundation
import Running

/// Looks for what may be wrong with this computer or this folder, and names the command that fixes it.
struct DoctorCommand: Command {
  static var syntax: CommandSyntax<DoctorCommand> {
    CommandSyntax(
      usage: "doctor [options]",
      summary: """
        Looks for what keeps the course from working: the toolchain, the disk, variables,
        lessons that are missing or declare something else, programs left behind; then
        builds every lesson, as a check does.
        What is wrong has a cross and the command that fixes it. Changes nothing.
        """,
      examples: ["doctor"], options: [], isAboutLessons: false)
  }

  func run(in workspace: Workspace) -> ExitCode {
    let (root, cache) = (workspace.root, workspace.cache)
    let checkout = Checkout(root: root, tree: .lessons, lessons: Course.taught.outline)
    let toolchain = ToolchainHealth(root: root)
    var observations =
      toolchain.observations + DiskHealth(root: root, cache: cache).observations
      + BuildHealth(root: root, cache: cache).observations
      + LessonHealth.observations(checkout)
      + EnvironmentHealth.observations(ProcessInfo.processInfo.environment)
      + ProcessHealth(root: root, cache: cache).observations
    // Where something is wrong that is known by name, a check that cannot run says nothing new.
    if !observations.contains(where: { $0.mark == .fail }) {
      let builder = Builder(checkout, in: cache, show: BuildProgressLine().show)
      observations += CheckHealth.observations(Examinations(of: Course.taught, with: builder))
    }
    workspace.style.write(observations.map { $0.lines(workspace.style) }.joined())
    let count = observations.count { $0.mark == .fail }
    switch count {
    case 0: workspace.style.write("All is well.\n")
    case 1: workspace.style.write("One thing is wrong; what fixes it stands with it.\n")
    default: workspace.style.write("\(count) things are wrong; what fixes each stands with it.\n")
    }
    return count == 0 ? .allPass : .someFail
  }
}
