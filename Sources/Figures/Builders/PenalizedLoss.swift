extension Figure {
  /// Returns a loss along one weight, a penalty, and their sum, with the lowest places of the loss and of the sum.
  public static func penalized(loss: [Point], penalty: [Point], sum: [Point]) -> Figure {
    func lowest(_ name: String, _ curve: [Point]) -> Mark {
      .points(name: name, points: [curve.min { $0.y < $1.y }].compactMap(\.self))
    }
    return Figure(
      "A penalty moves the lowest place towards 0",
      panels: [
        Panel(
          title: "", x: Axis("weight w", range: -2...8), y: Axis("loss", range: 0...1.2),
          marks: [
            .line(name: "loss + penalty", points: sum), .line(name: "loss", points: loss),
            .line(name: "penalty", points: penalty), lowest("lowest loss", loss), lowest("lowest sum", sum),
          ])
      ])
  }
}
