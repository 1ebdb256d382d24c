extension Figure {
  /// Returns ways through a plane over the lines of equal height, each with its symbol at every step if there are few.
  ///
  /// - Parameters:
  ///   - title: what the picture shows.
  ///   - contours: the lines of equal height.
  ///   - walks: the ways, at most three, each from its first place to its last.
  ///   - x: the horizontal axis.
  ///   - y: the vertical axis.
  public static func walks(
    title: String, contours: [[Point]], walks: [(name: String, places: [Point])], x: Axis, y: Axis
  ) -> Figure {
    let gap = Point(.nan, .nan)
    let heights = Mark.line(name: "equal loss", points: Array(contours.joined(separator: [gap])))
    // A first appearance gives a look: the first two ways and then the contours, which so look alike in all pictures.
    let looks = walks.prefix(2).map { Mark.line(name: $0.name, points: Array($0.places.prefix(1))) }
    let lines = walks.map { Mark.line(name: $0.name, points: $0.places) }
    return Figure(title, panels: [Panel(title: "", x: x, y: y, marks: looks + [heights] + lines)])
  }
}
