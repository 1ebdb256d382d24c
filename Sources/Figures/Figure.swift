/// A picture: panels beside each other under one title, with one legend for all of them.
///
/// A figure holds numbers and words only; `svg` and `terminal(width:height:style:)` draw it.
public struct Figure: Codable, Sendable {
  /// What the picture shows, in a few words.
  public var title: String

  /// What else is to be known, in a sentence below the title; nil if nothing is.
  public var caption: String?

  /// The panels, in reading order.
  public var panels: [Panel]

  /// Creates a figure from its panels.
  public init(_ title: String, caption: String? = nil, panels: [Panel]) {
    self.title = title
    self.caption = caption
    self.panels = panels
  }
}

/// One pair of axes with everything that is drawn between them.
public struct Panel: Codable, Sendable {
  /// What this panel shows; it may be empty.
  public var title: String

  /// The horizontal axis.
  public var xAxis: Axis

  /// The vertical axis.
  ///
  /// A panel with intervals has their labels there instead of numbers.
  public var yAxis: Axis

  /// What is drawn; later marks lie over earlier ones.
  public var marks: [Mark]

  /// Whether one unit is equally long on both axes, so that a circle looks like one.
  public var hasEqualUnits = false

  /// Creates a panel from its axes and marks.
  public init(title: String, x: Axis, y: Axis, marks: [Mark]) {
    self.title = title
    xAxis = x
    yAxis = y
    self.marks = marks
  }
}

/// What an axis measures, and how.
public struct Axis: Codable, Sendable {
  /// The quantity, with its unit if it has one.
  public var title: String

  /// What the axis shows, or nil to show all of the data.
  public var range: ClosedRange<Double>?

  /// Whether equal steps are equal factors; numbers that are not positive are then left out.
  public var isLogarithmic: Bool

  /// Creates an axis.
  public init(_ title: String, range: ClosedRange<Double>? = nil, isLogarithmic: Bool = false) {
    self.title = title
    self.range = range
    self.isLogarithmic = isLogarithmic
  }
}
