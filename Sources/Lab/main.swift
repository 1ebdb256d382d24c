// The Lab: it runs what the student wrote. course-check builds this program with the lessons that a command needs,
// hands it the request and relays what it says.

import LabKit
import Wire

Keeper.keepIfAsked()
LabProgram.run(with: studentsFunctions())
