import Engine
import Vocabulary

/// What a file of the notebook shows, as a value: whatever format it is written in, it is made from this.
struct WovenPage: Equatable {
  /// The command that makes the file anew.
  let command: String
  /// The page of a lesson; or the overview, and behind it the lessons where they are one file.
  let sections: [WovenSection]
}

/// The page of a lesson, or the overview.
struct WovenSection: Equatable {
  /// How other pages and addresses call it: `lesson4`.
  let name: String
  /// Where its page lies, relative to the notebook's folder; nil for the overview.
  let page: String?
  let blocks: [WovenBlock]
}

/// A part of a page that stands by itself.
enum WovenBlock: Equatable {
  /// Text of the page in Markdown; what is not from the page has a name.
  case prose(String, name: String? = nil)
  /// What a command says, line by line.
  case output(String, name: String, command: String)
  case picture(WovenPicture)
  case exercise(WovenCode)
  /// Code that is there for whoever asks for it.
  case folded(title: String, code: String)
}

/// A picture, and what is said about it.
struct WovenPicture: Equatable {
  let name: String
  /// What is to be seen, for those who do not see it.
  let words: String
  /// Where its file lies, relative to the notebook's folder.
  let file: String
  /// What draws it, or the page's file that it is.
  let origin: String
  /// The picture itself; nil if it cannot be read.
  let svg: String?
  /// A sentence below it.
  var remark: String?
}

/// An exercise as the student has it.
struct WovenCode: Equatable {
  let exercise: ExerciseID
  /// Where the code stands, or why it cannot be shown, in Markdown.
  let place: String
  let code: String?
  /// What course-check says to it; nil if the lesson does not compile.
  let checks: String?
  /// The command that says so.
  let command: String
  /// What it computes on the page's example, in Markdown.
  let numbers: [DemonstratedCall]

  /// What is said where nothing could be checked.
  static let unchecked = "not checked, because the code does not compile: see the top of this page."
}
