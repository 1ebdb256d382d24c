import Figures
import Foundation
import Testing
import Training

@testable import LabKit

/// Plots as they are drawn with functions of a test.
enum DrawnPlots {
  private static let checkout = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL.path

  /// Draws a plot with seed 1.
  static func picture(_ name: String, with functions: LessonFunctions) throws -> any Picture {
    let lab = Lab(functions: functions, display: Display(), output: RecordedOutput().output, checkout: checkout)
    return try #require(Plot.named(name)).draw(PlotStudio(lab: lab, seed: 1))
  }

  /// Draws a plot that is a figure.
  static func figure(_ name: String, with functions: LessonFunctions) throws -> Figure {
    try #require(try picture(name, with: functions) as? Figure)
  }
}

extension Panel {
  /// The points of the last curve of a name; none if there is no such curve.
  func curve(_ name: String) -> [Point] {
    marks.reduce([]) { points, mark in
      if case .line(name, let own) = mark { own } else { points }
    }
  }

  /// Where the vertical lines stand, by their names.
  var rules: [String: Double] {
    var rules: [String: Double] = [:]
    for case .rule(let name, let x) in marks { rules[name] = x }
    return rules
  }
}
