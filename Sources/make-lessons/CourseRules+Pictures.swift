import CourseFiles
import Engine
import Foundation

// What every page shows: it opens with a picture, and has two to four, each with words for those who do not see it.
extension CourseRules {
  func pictureProblems(of lesson: Lesson) -> [String] {
    let page = Page.file(of: lesson.folder)
    guard let text = files.text(of: page) else { return [] }
    let pictures = PagePicture.all(in: text)
    var problems: [String] = []
    if pictures.map(\.name) != lesson.figures {
      let (shown, declared) = (pictures.map(\.name).joined(separator: ", "), lesson.figures.joined(separator: ", "))
      problems.append("\(page): error: it shows the pictures [\(shown)], and the course declares [\(declared)] for it")
    }
    if !(2...4).contains(pictures.count) {
      problems.append("\(page): error: a page has two to four pictures, and this one has \(pictures.count)")
    }
    if let first = pictures.first, first.line > (text.lineNumber(of: "\n## ") ?? 0) {
      problems.append("\(page):\(first.line): error: a page opens with a picture, before its first section")
    }
    let folder = "Lessons/\(lesson.folder)/pictures"
    for picture in pictures { problems += self.problems(of: picture, in: folder, page: page) }
    let known = Set(pictures.flatMap { ["\(folder)/\($0.name).json", "\(folder)/\($0.name).svg"] })
    return problems
      + files.files(below: folder, endingIn: [""]).filter { !known.contains($0) }.map {
        "\($0): error: no page shows this picture"
      }
  }

  private func problems(of picture: PagePicture, in folder: String, page: String) -> [String] {
    let place = "\(page):\(picture.line): error: the picture \(picture.name)"
    if picture.text.count < 40 {
      return ["\(place) wants words that say what is to be seen, for those who do not see it"]
    }
    guard let drawing = files.text(of: "\(folder)/\(picture.name).svg") else {
      let command = "COURSE_UPDATE=figures swift test --filter DrawnPageTests"
      return ["\(place) is not drawn: there is no \(folder)/\(picture.name).svg. To draw it: \(command)"]
    }
    var problems: [String] = []
    let size = drawing.utf8.count
    if size > 40_000 { problems.append("\(place) has \(size) bytes, more than 40,000") }
    for forbidden in ["<script", "href=", "@import", "@font-face", "url(http"] where drawing.contains(forbidden) {
      problems.append("\(place) holds '\(forbidden)': it must stand alone, without scripts")
    }
    return problems
  }
}

/// A picture in a page: `![words](pictures/NAME.svg)` on a line of its own.
private struct PagePicture {
  let name: String
  /// What is to be seen, in words.
  let text: String
  /// Counted from 1.
  let line: Int

  static func all(in page: String) -> [PagePicture] {
    page.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      line.wholeMatch(of: /!\[(.*)\]\(pictures\/([\w-]+)\.svg\)/).map { match in
        PagePicture(name: String(match.2), text: String(match.1), line: index + 1)
      }
    }
  }
}

extension String {
  /// The line on which the first such text ends, counted from 1; nil without one.
  fileprivate func lineNumber(of text: String) -> Int? {
    firstRange(of: text).map { self[..<$0.upperBound].count { $0 == "\n" } + 1 }
  }
}
