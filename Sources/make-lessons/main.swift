// Writes the stubs of Lessons/ from Solutions/; with --check it only says where they differ.

import Authoring
import Foundation

let usage = "usage: Scripts/make-lessons [--check]"
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.isEmpty || arguments == ["--check"] else {
  print("'\(arguments.joined(separator: " "))' is not understood. \(usage)")
  exit(2)
}
let tree = LessonTree(root: URL(filePath: FileManager.default.currentDirectoryPath))
do {
  let stale = try tree.files().filter { $0.present != $0.fresh }
  for file in stale {
    if arguments.isEmpty {
      let backup = try tree.write(file)
      print("wrote \(file.path)" + (backup.map { "; the file that was there is now \($0)" } ?? ""))
    } else {
      print("\(file.path): error: differs from its solution's stubs; run Scripts/make-lessons")
    }
  }
  if stale.isEmpty { print("Lessons/ is what Solutions/ makes of it.") }
  exit(stale.isEmpty || arguments.isEmpty ? 0 : 1)
} catch {
  print("\(error)")
  exit(1)
}
